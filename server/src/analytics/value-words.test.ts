import assert from "node:assert/strict";
import { test } from "node:test";
import { groupNames } from "./value-words.ts";

const today = "2026-11-26";

test("days, weeks and hours are said as tables have them, another year's with the year", () => {
  assert.deepEqual(groupNames("day", "2026-11-20", today), { zh: "11月20日", en: "Nov 20" });
  assert.deepEqual(groupNames("day", "2025-11-20", today), { zh: "2025年11月20日", en: "Nov 20, 2025" });
  assert.deepEqual(groupNames("week", "2026-11-16", today), { zh: "11月16日 起一周", en: "the week of Nov 16" });
  assert.deepEqual(groupNames("hour", "9", today), { zh: "09:00", en: "09:00" });
});

test("what has no name is said to have none", () => {
  assert.deepEqual(groupNames("agent", null, today), { zh: "无客服接待", en: "no agent" });
  assert.deepEqual(groupNames("product", "p-1", today), { zh: "p-1", en: "p-1" });
});
