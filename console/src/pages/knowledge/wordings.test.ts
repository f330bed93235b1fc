import assert from "node:assert/strict";
import { test } from "node:test";
import { addWordings, checkWordings, splitWordings } from "./wordings.ts";

test("pasted lines become wordings without their numbering", () => {
  assert.deepEqual(splitWordings(" 1. 能退吗\r\n2、怎么 退\n\n- 可以退吗\n（3）三天\n7天能退吗\n3.5折有吗"), [
    "能退吗",
    "怎么 退",
    "可以退吗",
    "（3）三天",
    "7天能退吗",
    "3.5折有吗",
  ]);
});

test("what is there already is not added again, whatever its case", () => {
  assert.deepEqual(addWordings(["A"], "Main", ["a", "b", " B ", "main", "c"]), {
    similar: ["A", "b", "c"],
    added: 2,
    repeated: 3,
  });
});

test("a wording that is too long or there twice is marked at its place", () => {
  assert.deepEqual(
    [...checkWordings(["a", "x".repeat(201), "A", "", "", "q"], "Q")],
    [
      [1, "too_long"],
      [2, "repeated"],
      [5, "repeated"],
    ],
  );
});
