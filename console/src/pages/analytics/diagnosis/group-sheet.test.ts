import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import { metric, wordsIn } from "../../../figures/sheet-words.testing.ts";
import { groupSheet } from "./group-sheet.ts";

const group: DiagnosisGroup = {
  key: "lin",
  name: { "zh-CN": "小林", en: "Lin" },
  n: 4,
  sum: 600,
  mean: 150,
  impact: 31.5,
  low: 20,
  high: 43,
  isRanked: false,
  leaveOneOut: null,
  before: { n: 2, sum: 200, mean: 100 },
  rateEffect: 12,
  mixEffect: -2,
  total: 10,
  tags: [],
};
const newcomer: DiagnosisGroup = { ...group, name: { "zh-CN": "=小吴", en: "=Wu" }, before: null };
const diagnosis = {
  metric: metric("human.average_response", "seconds", "平均响应", "Average response"),
  dimension: "agent",
  before: { from: "2026-10-01", to: "2026-10-31" },
  groups: [group, newcomer],
} as unknown as Diagnosis;

test("each group with its parts, its impact, its interval, and the change split", () => {
  assert.deepEqual(groupSheet(diagnosis, wordsIn("zh-CN")), [
    [
      "客服",
      "平均响应（秒）",
      "平均响应 分子（秒）",
      "平均响应 分母",
      "对比期 平均响应（秒）",
      "对比期 平均响应 分子（秒）",
      "对比期 平均响应 分母",
      "影响（秒）",
      "95% 区间下限（秒）",
      "95% 区间上限（秒）",
      "自身变化（秒）",
      "占比变化（秒）",
      "变化（秒）",
    ],
    ["小林", 150, 600, 4, 100, 200, 2, 31.5, 20, 43, 12, -2, 10],
    ["=小吴", 150, 600, 4, null, null, null, 31.5, 20, 43, 12, -2, 10],
  ]);
});

test("without a window to compare with there is no change; what is added to a ratio is in percentage points", () => {
  const ratio = { ...group, n: 10, sum: 4, mean: 0.4, impact: 0.07, low: 0.02, high: 0.12 };
  const alone = {
    ...diagnosis,
    before: null,
    groups: [ratio],
    metric: { ...diagnosis.metric, unit: "ratio" as const },
  };
  const [heading, row] = groupSheet(alone, wordsIn("en"));
  assert.deepEqual(row, ["Lin", { percent: 0.4 }, 4, 10, 7, 2, 12]);
  assert.deepEqual(heading, [
    "Agent",
    "Average response",
    "Average response numerator",
    "Average response denominator",
    "Impact (pp)",
    "95% interval, low (pp)",
    "95% interval, high (pp)",
  ]);
});
