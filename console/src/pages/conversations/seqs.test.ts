import assert from "node:assert/strict";
import { test } from "node:test";
import { readSeqs } from "./seqs.ts";

test("the events to mark are read in their order, once each, and nonsense is left out", () => {
  assert.deepEqual(readSeqs("13,12,12,x,-1,0,2.5"), [12, 13]);
  assert.deepEqual(readSeqs(undefined), []);
});
