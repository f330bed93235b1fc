import assert from "node:assert/strict";
import { test } from "node:test";
import { wayOfUse } from "./taken.ts";

const taken = { entryId: "e1", words: "退款会在 1–3 个工作日内原路退回。" };

test("words sent as they were taken are from the entry, unedited; spaces are no edit", () => {
  assert.deepEqual(wayOfUse(taken, "退款会在1–3个工作日内原路退回。 "), { fromEntryId: "e1", edited: false });
});

test("words added or changed are an edit", () => {
  assert.deepEqual(wayOfUse(taken, "您好，退款会在 1–3 个工作日内退回，请放心"), { fromEntryId: "e1", edited: true });
});

test("other words say nothing of the entry, nor do words that were taken from nowhere", () => {
  assert.deepEqual(wayOfUse(taken, "我帮您看看订单，请稍等"), {});
  assert.deepEqual(wayOfUse(null, taken.words), {});
});
