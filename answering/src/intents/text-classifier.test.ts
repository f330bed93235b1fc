import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { defaultExamples } from "./default-tree.ts";
import { readFeatures } from "./features.ts";
import { makeRandom, shuffle } from "./random.ts";
import { classifyVector, type LabelledText, type TextClassifier, trainTextClassifier } from "./text-classifier.ts";

/** Made-up words: nothing that a language knows helps. Each label has words of its own, all share the rest. */
const syllables = ["ba", "do", "fi", "ku", "le", "mo", "ni", "pa", "ru", "so", "ta", "vu", "we", "xi", "yo", "ze"];
const wordOf = (n: number) =>
  `${syllables[n % 16]}${syllables[Math.floor(n / 16) % 16]}${syllables[(n * 7) % 16]}`.replace(/(.)\1/g, "$1");

function makeTexts(labels: number, each: number, seed: number): LabelledText[] {
  const random = makeRandom(seed);
  const pick = (from: number, many: number) => wordOf(from + Math.floor(random() * many));
  return Array.from({ length: labels * each }, (_, i) => {
    const label = i % labels;
    const words = [pick(label * 6, 6), pick(label * 6, 6), pick(200, 50), pick(200, 50), pick(200, 50)];
    return { id: `t${i}`, label: `label ${label}`, text: words.join(" ") };
  });
}

function mislabel(texts: readonly LabelledText[], share: number, labels: number): LabelledText[] {
  const random = makeRandom(9);
  return texts.map((one) => (random() < share ? { ...one, label: `label ${Math.floor(random() * labels)}` } : one));
}

function guess(model: TextClassifier, text: string): string {
  const shares = classifyVector(model, readFeatures(text));
  return shares ? model.linear.labels[shares.indexOf(Math.max(...shares))]! : "";
}

const rightOf = (model: TextClassifier, texts: readonly LabelledText[]) =>
  texts.filter(({ label, text }) => guess(model, text) === label).length / texts.length;

const labels = 8;
const clean = makeTexts(labels, 40, 1);
const strange = makeTexts(labels, 40, 2);

describe("a text classifier", () => {
  test("learns labels, and says how sure it is", () => {
    const model = trainTextClassifier(clean);
    assert.ok(rightOf(model, strange) > 0.95);
    assert.equal(model.isCleaned, false);
    for (const { text } of strange) {
      const shares = classifyVector(model, readFeatures(text))!;
      assert.ok(shares.every((share) => share >= 0) && shares.reduce((sum, share) => sum + share, 0) < 1 + 1e-9);
    }
    assert.equal(classifyVector(model, readFeatures("!!!")), null);
  });

  test("is less sure of what is about something else", () => {
    const model = trainTextClassifier(clean);
    const mean = (texts: readonly string[]) =>
      texts.reduce((sum, text) => sum + Math.max(...classifyVector(model, readFeatures(text))!), 0) / texts.length;
    const foreign = Array.from({ length: 40 }, (_, i) => `${wordOf(200 + i)} qq${i}qq zz${i}zz hh${i}hh`);
    assert.ok(mean(foreign) < 0.5 * mean(strange.map(({ text }) => text)));
  });

  test("is the same in whatever order the examples come", () => {
    const few = clean.slice(0, 96);
    const model = trainTextClassifier(few);
    assert.deepEqual(trainTextClassifier(few), model);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = few.map((_, i) => i);
        shuffle(order, makeRandom(seed));
        const again = trainTextClassifier(order.map((i) => few[i]!));
        assert.deepEqual(again.linear.weights, model.linear.weights);
        assert.deepEqual(again.suspicious, model.suspicious);
        assert.equal(again.sharpness, model.sharpness);
      }),
      { numRuns: 4 },
    );
  });

  test("weighs an example as it would two of them", () => {
    const few = clean.slice(0, 96);
    const twice = trainTextClassifier([...few, few[0]!]);
    const heavy = trainTextClassifier([{ ...few[0]!, weight: 2 }, ...few.slice(1)]);
    assert.deepEqual(twice.linear.weights, heavy.linear.weights);
  });

  test("stands 30 % wrong labels, and finds most of them", () => {
    const noisy = mislabel(clean, 0.3, labels);
    const model = trainTextClassifier(noisy);
    assert.equal(model.isCleaned, true);
    assert.ok(rightOf(model, strange) > 0.92, `${rightOf(model, strange)}`);
    const truth = new Map(clean.map(({ id, label }) => [id, label]));
    const wrong = new Set(noisy.filter(({ id, label }) => truth.get(id) !== label).map(({ id }) => id));
    const found = model.suspicious.filter(({ id }) => wrong.has(id));
    assert.ok(found.length > 0.85 * wrong.size, `${found.length} of ${wrong.size}`);
    assert.ok(found.length > 0.75 * model.suspicious.length, `${found.length} of ${model.suspicious.length} named`);
    assert.ok(found.filter(({ id, likely }) => truth.get(id) === likely).length > 0.9 * found.length);
    const shares = model.suspicious.map(({ probability }) => probability);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
    );
  });

  test("takes what cleaning gives: left alone, wrong labels do harm", () => {
    const noisy = mislabel(makeTexts(labels, 25, 1), 0.45, labels);
    const left = rightOf(trainTextClassifier(noisy, { doubtsLabels: false }), strange);
    const cleaned = rightOf(trainTextClassifier(noisy), strange);
    assert.ok(cleaned > left, `${cleaned} against ${left}`);
  });

  test("does not doubt clean labels that are few and hard to part", () => {
    const byIntent = Map.groupBy(defaultExamples, ({ intent }) => intent);
    const few = [...byIntent].flatMap(([label, list]) => list.slice(0, 8).map(({ text }) => ({ label, text })));
    assert.equal(trainTextClassifier(few).isCleaned, false);
  });

  test("bears examples that teach nothing", () => {
    assert.equal(classifyVector(trainTextClassifier([]), readFeatures("退款")), null);
    const one = trainTextClassifier([{ label: "a", text: "退款" }]);
    assert.equal(guess(one, "退款"), "a");
    const odd = [...clean.slice(0, 40), { label: "empty", text: "" }, { label: "empty", text: "😊", weight: 0 }];
    assert.doesNotThrow(() => trainTextClassifier(odd));
  });
});
