import assert from "node:assert/strict";
import { test } from "node:test";
import type { AlertRuleDraft } from "@yingda/contract/routes/alerts";
import { fromDraft, toDraft } from "./rule-form.ts";

const rest = {
  windowDays: 7,
  minimumCases: 10,
  recipients: [],
  isShown: true,
  language: "en",
  coolDownHours: 12,
  isOn: true,
} as const;
const isRatio = (metric: string) => metric === "human.reply_rate";
const draft = (metric: string, condition: AlertRuleDraft["condition"]): AlertRuleDraft => ({
  ...rest,
  recipients: [],
  metric,
  condition,
});

test("a ratio is filled in as a percentage and kept as a share; seconds stay seconds", () => {
  const reply = draft("human.reply_rate", { kind: "below", threshold: 0.29 });
  assert.equal(fromDraft(reply, isRatio).threshold, 29);
  assert.deepEqual(toDraft(fromDraft(reply, isRatio), isRatio), reply);
  const wait = draft("human.average_wait", { kind: "above", threshold: 62.5 });
  assert.equal(fromDraft(wait, isRatio).threshold, 62.5);
  assert.deepEqual(toDraft(fromDraft(wait, isRatio), isRatio), wait);
});

test("a tag goes through as it is", () => {
  const urgent = draft("human.reply_rate", { kind: "tag", tag: "urgent" });
  assert.deepEqual(toDraft(fromDraft(urgent, isRatio), isRatio), urgent);
});
