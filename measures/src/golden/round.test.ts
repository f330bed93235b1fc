import assert from "node:assert/strict";
import { test } from "node:test";
import { round6 } from "./round.ts";

test("six decimals, exact ties to the even digit, no negative zero", () => {
  assert.equal(round6(2 / 3), 0.666667);
  assert.equal(round6(1 / 128), 0.007812); // 0.0078125 exactly
  assert.equal(round6(3 / 128), 0.023438); // 0.0234375 exactly
  assert.equal(round6(-1 / 128), -0.007812);
  assert.ok(Object.is(round6(-1e-9), 0));
  assert.equal(round6(null), null);
});
