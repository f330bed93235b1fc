import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { measureRules, scoreMetricKeys, scoreMetrics } from "@yingda/contract/measure-rules";
import { serviceHours } from "@yingda/contract/service-hours";
import fc from "fast-check";
import { asIfSet } from "./as-if.ts";
import { catalogue, getMetric } from "./catalogue.ts";
import { evaluate } from "./evaluate.ts";
import { emptyFacts, type FactName, type Facts } from "./facts.ts";
import { type ConversationLog, fold } from "./fold.ts";
import { randomLog } from "./random-log.testing.ts";
import { randomRules, randomServiceHours } from "./random-settings.testing.ts";
import { scoreCapability } from "./score.ts";
import { defaultSettings, type MeasureSettings } from "./settings.ts";
import { fillWords } from "./words.ts";

describe("the settings", () => {
  test("that a shop starts with are within the contract, and its six metrics are the catalogue's", () => {
    const rules = measureRules.parse(defaultSettings);
    assert.deepEqual({ ...defaultSettings, ...rules }, defaultSettings);
    assert.deepEqual(
      defaultSettings.score.map((part) => part.metric),
      scoreMetricKeys,
    );
    for (const key of scoreMetricKeys) {
      const { unit, good } = getMetric(key);
      assert.deepEqual({ unit, good }, scoreMetrics[key]);
    }
  });

  test("what the contract lets through", () => {
    fc.assert(fc.property(randomRules, (rules) => void measureRules.parse(rules)));
    fc.assert(fc.property(randomServiceHours, (hours) => void serviceHours.parse(hours)));
  });

  const rules = measureRules.parse(defaultSettings);
  const faults = (change: object) =>
    measureRules.safeParse({ ...rules, ...change }).error?.issues.map(({ path, message }) => [path.join("."), message]);
  const anchored = (anchors: [number, number][]) => ({
    score: rules.score.map((part, i) => (i === 0 ? { ...part, anchors } : part)),
  });

  test("what the contract refuses, and where", () => {
    assert.deepEqual(faults({ dissatisfiedStars: [1, 4] }), [["dissatisfiedStars", "disjoint"]]);
    assert.deepEqual(faults({ imBadStars: [1, 1] }), [["imBadStars", "twice"]]);
    assert.deepEqual(faults({ examHours: { from: "23:00", to: "08:00" } }), [["examHours.to", "order"]]);
    assert.deepEqual(faults({ score: rules.score.map((part) => ({ ...part, weight: 0 })) }), [["score", "weightless"]]);
    assert.deepEqual(faults({ score: rules.score.toReversed() })?.[0], ["score", "metrics"]);
    const at = (i: number) => `score.0.anchors.${i}`;
    const falling: [number, number][] = [
      [0.5, 0],
      [0.4, 100],
    ];
    assert.deepEqual(faults(anchored(falling)), [[at(1), "rising"]]);
    const dented: [number, number][] = [
      [0.4, 50],
      [0.5, 40],
      [0.6, 100],
    ];
    assert.deepEqual(faults(anchored(dented)), [[at(1), "points"]]);
    const beyond: [number, number][] = [
      [0.4, 0],
      [95, 100],
    ];
    assert.deepEqual(faults(anchored(beyond)), [[at(1), "range"]]);
    const flat: [number, number][] = [
      [0.4, 100],
      [0.5, 100],
    ];
    assert.deepEqual(faults(anchored(flat)), [[at(1), "flat"]]);
    assert.deepEqual(faults(anchored([[0.4, 100]]))?.length, 1);
    const hours = { weekly: { ...defaultSettings.serviceHours.weekly }, holidays: [] };
    const fault = (change: object) => serviceHours.safeParse({ ...hours, ...change }).error?.issues[0];
    const monday = [
      { from: "13:00", to: "18:00" },
      { from: "09:00", to: "13:01" },
    ];
    assert.equal(fault({ weekly: { ...hours.weekly, monday } })?.message, "overlap");
    const wrong = [{ from: "18:00", to: "18:00" }];
    assert.equal(fault({ weekly: { ...hours.weekly, monday: wrong } })?.message, "order");
    const day = { day: "2026-10-01", name: "国庆节", periods: [] };
    assert.equal(fault({ holidays: [day, day] })?.message, "twice");
    assert.ok(fault({ holidays: [{ ...day, day: "2026-02-30" }] }));
  });
});

describe("words", () => {
  test("tell the thresholds that are set, in names too", () => {
    const { name, formula } = getMetric("human.connect_within_20s");
    const settings = { ...defaultSettings, connectSeconds: 10, satisfiedStars: [5], dissatisfiedStars: [1, 2, 3] };
    assert.deepEqual(fillWords(name, settings), { zh: "10秒接通率", en: "Connected within 10 s" });
    assert.match(fillWords(formula, settings).zh, /^10 秒内/);
    const satisfaction = getMetric("human.satisfaction_rate").formula;
    assert.match(fillWords(satisfaction, settings).zh, /^满意（5 分）÷（满意 \+ 不满意（1–3 分））。4 分两边都不算，/);
    const split = { ...settings, dissatisfiedStars: [1, 2, 3, 4] };
    assert.match(fillWords(satisfaction, split).zh, /（1–4 分））。以最后一次/);
    const response = getMetric("human.average_response").formula;
    assert.match(fillWords(response, defaultSettings).zh, /在 8:00–22:59:59 的会话。无人回复的一轮计 600 秒/);
    const night = { ...defaultSettings, examHours: { from: "00:00", to: "24:00" }, imBadStars: [1, 3] };
    assert.match(fillWords(response, night).en, /falls in 00:00–23:59:59\./);
    assert.match(fillWords(getMetric("human.im_dissatisfaction").formula, night).zh, /^1、3 分的会话数/);
    assert.throws(() => fillWords({ zh: "{whatever}", en: "" }, defaultSettings), RangeError);
  });

  test("leave no place unfilled in the whole catalogue", () => {
    fc.assert(
      fc.property(randomRules, (rules) => {
        for (const { name, formula } of catalogue)
          for (const words of [name, formula]) {
            const { zh, en } = fillWords(words, { ...defaultSettings, ...rules });
            assert.doesNotMatch(zh + en, /[{}]/);
          }
      }),
    );
  });
});

describe("as if other thresholds were set", () => {
  test("gives what a fold with them gives", () => {
    const keys = [
      ...scoreMetricKeys,
      ...["human.connect_within_20s.without_rejected", "human.satisfaction_rate.all_rated", "bot.csat"],
      ...["human.im_dissatisfaction", "human.im_dissatisfaction.first_rating"],
    ];
    fc.assert(
      fc.property(fc.array(randomLog, { maxLength: 12 }), randomRules, (logs, rules) => {
        const { connectSeconds, satisfiedStars, dissatisfiedStars, imBadStars } = rules;
        const verdicts = { connectSeconds, satisfiedStars, dissatisfiedStars, imBadStars };
        const [before, after] = [defaultSettings, { ...defaultSettings, ...verdicts }].map((one) => foldAll(logs, one));
        for (const metric of keys.map(getMetric))
          assert.deepEqual(evaluate(asIfSet(metric, verdicts), before!), evaluate(metric, after!), metric.key);
      }),
    );
  });
});

test("a metric of no weight is not counted, and does not keep the others from counting", () => {
  const six = defaultSettings.score.map((part, i) => ({ ...part, weight: i === 0 ? 0 : part.weight }));
  const { score, counted } = scoreCapability({ "bot.knowledge_coverage": 0, "human.reply_rate": 1 }, six);
  assert.deepEqual([score, counted], [100, 1]);
  assert.equal(scoreCapability({ "bot.knowledge_coverage": 1 }, six).score, null);
});

function foldAll(logs: readonly ConversationLog[], settings: MeasureSettings): Facts {
  const all = emptyFacts();
  for (const log of logs) {
    const facts = fold(log, settings, "2025-01-31T00:00:00Z");
    for (const name of Object.keys(all) as FactName[]) (all[name] as unknown[]).push(...facts[name]);
  }
  return all;
}
