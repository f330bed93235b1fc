import assert from "node:assert/strict";
import { test } from "node:test";
import { describeDiagnosis } from "./diagnosis.ts";

const metric = { name: { zh: "平均响应时长", en: "Average response" }, unit: "seconds", good: "down" } as const;
const of = (numerator: number, denominator: number) => ({ numerator, denominator, value: numerator / denominator });
const say = (now: ReturnType<typeof of>, before: ReturnType<typeof of>, isPeriodBefore = true) =>
  describeDiagnosis({ metric, now, before, isPeriodBefore, findings: [] });

test("a change beyond chance is called worse; one that chance makes too is said to be that", () => {
  assert.equal(say(of(17_500, 100), of(8_100, 100)).zh, "平均响应时长 2 分 55 秒，比上期上升 1 分 34 秒（变差）。");
  assert.equal(say(of(4_700, 100), of(4_300, 100)).zh, "平均响应时长 47 秒，比上期上升 4 秒（可能只是偶然）。");
  assert.match(say(of(4_700, 100), of(4_300, 100)).en, /up 4 s on the period before \(it may be chance\)\.$/);
});

test("last year is not the period before", () => {
  assert.match(say(of(17_500, 100), of(8_100, 100), false).zh, /，比对比期上升/);
  assert.match(say(of(4_700, 100), of(4_700, 100), false).zh, /与对比期持平/);
});
