import assert from "node:assert/strict";
import { test } from "node:test";
import { meaningOf } from "./meaning.ts";

const near = { signals: [{ name: "cosine", value: 0.97 }] };
const same = { signals: [{ name: "exact", value: 1 }] };
const direct = { wantsHuman: false, outcome: "direct" as const, reply: { options: [] } };

test("only the same wording is said to be the same; what is nearly sure has words of its own", () => {
  assert.equal(meaningOf({ ...direct, candidates: [same, near] }), "outcomeHint.direct");
  assert.equal(meaningOf({ ...direct, candidates: [near, same] }), "outcomeHint.nearlySure");
  assert.equal(meaningOf({ ...direct, candidates: [] }), "outcomeHint.nearlySure");
});

test("other outcomes say what they are, and whoever wants a person is handed over", () => {
  assert.equal(meaningOf({ ...direct, outcome: "guided", candidates: [same] }), "outcomeHint.guided");
  assert.equal(meaningOf({ ...direct, wantsHuman: true, candidates: [same] }), "outcome.wantsHuman");
});

test("one entry asked back is not called several", () => {
  const options = [{ entryId: "one", question: "能刻字吗" }];
  assert.equal(
    meaningOf({ ...direct, outcome: "guided", candidates: [near], reply: { options } }),
    "outcomeHint.guidedOne",
  );
});
