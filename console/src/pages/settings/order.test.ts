import assert from "node:assert/strict";
import { test } from "node:test";
import { moveItem } from "./order.ts";

test("an item moves up or down and the others keep their order", () => {
  assert.deepEqual(moveItem(["a", "b", "c", "d"], 3, 1), ["a", "d", "b", "c"]);
  assert.deepEqual(moveItem(["a", "b", "c", "d"], 0, 2), ["b", "c", "a", "d"]);
});

test("moving beyond the ends changes nothing, and the list given is never touched", () => {
  const list = ["a", "b"];
  assert.deepEqual(moveItem(list, 0, -1), ["a", "b"]);
  assert.deepEqual(moveItem(list, 1, 2), ["a", "b"]);
  moveItem(list, 0, 1);
  assert.deepEqual(list, ["a", "b"]);
});
