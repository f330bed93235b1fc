import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, movedBy } from "./arranging.ts";

test("an intent moves one place, and not beyond the ends", () => {
  assert.deepEqual(movedBy(["a", "b", "c"], "b", -1), ["b", "a", "c"]);
  assert.deepEqual(movedBy(["a", "b", "c"], "b", 1), ["a", "c", "b"]);
  assert.equal(movedBy(["a", "b"], "a", -1), null);
  assert.equal(movedBy(["a", "b"], "x", 1), null);
});

test("phrasings are one a line, each once, without empty ones", () => {
  assert.deepEqual(linesOf(" 怎么开票\r\n\n发票怎么开\n怎么开票 "), ["怎么开票", "发票怎么开"]);
});
