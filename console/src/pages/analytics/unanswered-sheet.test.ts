import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn } from "../../figures/sheet-words.testing.ts";
import { unansweredSheet } from "./unanswered-sheet.ts";

const asked = {
  question: "=能开发票吗",
  times: 12,
  conversations: 9,
  lastAt: "2026-11-21T06:05:00.000Z",
  conversationId: "",
  seqs: [],
};

test("every question with how often and when it was last asked", () => {
  const sheet = (language: "zh-CN" | "en") => unansweredSheet([asked], wordsIn(language).t, () => "2026-11-21 14:05");
  assert.deepEqual(sheet("zh-CN"), [
    ["客户怎么问", "次数", "会话", "最近一次"],
    ["=能开发票吗", 12, 9, { date: "2026-11-21 14:05" }],
  ]);
  assert.deepEqual(sheet("en")[0], ["As customers asked", "Times", "Conversations", "Last asked"]);
});
