import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventBodies } from "@yingda/contract/events";
import fc from "fast-check";
import { catalogue, findMetric, getMetric } from "./catalogue.ts";
import { evaluate, evaluateBy } from "./evaluate.ts";
import { emptyFacts, type FactName, type Facts, factColumns } from "./facts.ts";
import { fold } from "./fold.ts";
import { improvedMetrics, improvementsOf } from "./improvements.ts";
import type { Aggregate, Predicate } from "./metric.ts";
import { randomLog } from "./random-log.testing.ts";
import { listReferences } from "./reference.ts";
import { renderReference } from "./reference-page.ts";
import { defaultSettings } from "./settings.ts";
import { fillWords } from "./words.ts";

const example = { numerator: 3285, denominator: 11, value: 3285 / 11, median: 120, p90: 600 };

describe("the catalogue", () => {
  test("has every key once, with both languages, columns of its fact and events of the contract", () => {
    assert.equal(new Set(catalogue.map((metric) => metric.key)).size, catalogue.length);
    for (const metric of catalogue) {
      assert.match(metric.key, /^[a-z]+(\.[a-z0-9_]+)+$/);
      assert.match(metric.name.zh, /\p{Script=Han}/u, metric.key);
      assert.match(metric.formula.zh, /\p{Script=Han}/u);
      for (const words of [metric.name.en, metric.formula.en])
        assert.doesNotMatch(words, /\p{Script=Han}/u, metric.key);
      const columns = Object.keys(factColumns[metric.fact]);
      const used = [
        ...listColumns(metric.numerator),
        ...listColumns(metric.denominator),
        ...listPredicateColumns(metric.where),
        ...metric.dimensions,
      ];
      for (const column of used) assert.ok(columns.includes(column), `${metric.key}: ${column}`);
      for (const event of metric.events) assert.ok(event in eventBodies, `${metric.key}: ${event}`);
    }
  });

  test("is found by key, and a key it lacks is refused", () => {
    assert.equal(getMetric("human.reply_rate").name.zh, "人工客服回复率");
    assert.equal(findMetric("human.reply"), null);
    assert.throws(() => getMetric("human.reply"), RangeError);
  });

  test("scores and improves metrics that exist", () => {
    for (const { metric } of defaultSettings.score) assert.ok(improvementsOf(metric).length > 0, metric);
    for (const key of improvedMetrics) getMetric(key);
  });

  test("is data: nothing is lost on the way through JSON", () => {
    assert.deepEqual(JSON.parse(JSON.stringify(catalogue)), catalogue);
  });

  test("renders a reference with every metric in both languages", () => {
    const page = renderReference(new Map([["human.average_response", example]]));
    for (const metric of catalogue) {
      const [name, formula] = [fillWords(metric.name, defaultSettings), fillWords(metric.formula, defaultSettings)];
      assert.ok(page.includes(`### ${name.zh} · ${name.en}`));
      assert.ok(page.includes(formula.zh) && page.includes(formula.en));
    }
    assert.match(page, /`sum\(replySeconds\) ÷ count\(\) over turn where inExamHours and replySeconds is known`/);
    assert.match(page, /考核时间（首次转人工） 08:00:00 至 23:00:00（不含）/);
    assert.match(page, /3285 ÷ 11 = 4 min 59 s; median 2 min, P90 10 min/);
  });

  test("names the settings that decide a figure, and what a variant is a variant of", () => {
    const references = new Map(listReferences(defaultSettings).map((one) => [one.metric.key, one]));
    const settingsOf = (key: string) => references.get(key)!.settings.map(({ value }) => value.en);
    assert.deepEqual(settingsOf("human.connect_within_20s"), ["20 s or less", "every day 09:00–21:00"]);
    assert.deepEqual(settingsOf("human.satisfaction_rate"), ["4–5 stars", "1–2 stars"]);
    assert.deepEqual(settingsOf("bot.answer_types.direct"), []);
    assert.equal(references.get("human.average_wait.answered")!.variantOf, "human.average_wait");
    assert.equal(references.get("compare.bot_vs_human.rated")!.variantOf, null);
  });
});

describe("evaluation", () => {
  const asOf = "2025-01-31T00:00:00Z";
  const manyFacts = fc.array(randomLog, { maxLength: 12 }).map((logs) => {
    const all = emptyFacts();
    for (const log of logs) {
      const facts = fold(log, defaultSettings, asOf);
      for (const name of Object.keys(all) as FactName[]) (all[name] as unknown[]).push(...facts[name]);
    }
    return all;
  });

  test("a denominator of 0 gives null, never 0 or 100 %", () => {
    for (const metric of catalogue) {
      const { value, denominator, numerator } = evaluate(metric, emptyFacts());
      assert.equal(numerator, 0);
      if (metric.denominator) assert.deepEqual([denominator, value], [0, null], metric.key);
      else assert.deepEqual([denominator, value], [null, 0], metric.key);
    }
  });

  test("ratios of counts lie between 0 and 1, and their numerator within their denominator", () => {
    fc.assert(
      fc.property(manyFacts, (facts) => {
        for (const metric of catalogue) {
          if (metric.unit !== "ratio" || !("count" in metric.numerator)) continue;
          if (metric.key === "human.reply_rate.by_requests") continue; // an agent may take over unasked
          const { numerator, denominator, value } = evaluate(metric, facts);
          assert.ok(numerator <= denominator!, metric.key);
          assert.ok(value === null || (value >= 0 && value <= 1), metric.key);
        }
      }),
    );
  });

  test("the parts of every cut add up to the whole", () => {
    fc.assert(
      fc.property(manyFacts, (facts) => {
        for (const metric of catalogue) {
          const whole = evaluate(metric, facts);
          for (const dimension of metric.dimensions) {
            const parts = [...evaluateBy(metric, facts, dimension).values()];
            const add = (read: (part: (typeof parts)[number]) => number) =>
              Math.round(parts.reduce((total, part) => total + read(part), 0) * 1000) / 1000;
            assert.equal(
              add((part) => part.numerator),
              whole.numerator,
              `${metric.key} by ${dimension}`,
            );
            assert.equal(
              add((part) => part.denominator ?? 0),
              whole.denominator ?? 0,
              `${metric.key} by ${dimension}`,
            );
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("resolved and unresolved, contained and escalated, and the answer kinds are two sides of one whole", () => {
    fc.assert(
      fc.property(manyFacts, (facts) => {
        const count = (key: string) => evaluate(getMetric(key), facts);
        const one = (...keys: string[]) => keys.reduce((total, key) => total + count(key).numerator, 0);
        assert.equal(
          one("bot.resolution_rate", "bot.resolution_rate.unresolved"),
          count("bot.resolution_rate").denominator,
        );
        assert.equal(one("bot.containment_rate", "bot.escalation_rate"), facts.conversation.length);
        const kinds = ["chitchat", "direct", "understood", "guided", "unknown"].map(
          (kind) => `bot.answer_types.${kind}`,
        );
        assert.equal(one(...kinds), count(kinds[0]!).denominator);
      }),
    );
  });

  test("a cut the metric does not have is refused", () => {
    const facts: Facts = emptyFacts();
    assert.throws(() => evaluateBy(getMetric("bot.escalation_rate"), facts, "shoeSize"), RangeError);
  });
});

function listColumns(part: Aggregate | null): string[] {
  if (!part) return [];
  return [...("sum" in part ? [part.sum] : []), ...listPredicateColumns(part.where)];
}

function listPredicateColumns(predicate: Predicate | undefined): string[] {
  if (!predicate) return [];
  if ("and" in predicate) return predicate.and.flatMap(listPredicateColumns);
  if ("not" in predicate) return listPredicateColumns(predicate.not);
  return [Object.values(predicate)[0]![0] as string];
}
