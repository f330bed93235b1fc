import type { Model } from "../src/rank.ts";
import { type Signals, signal, signalNames } from "../src/signal-names.ts";
import type { Example } from "./shops.ts";
import { makeRandom, shuffle } from "./slips.ts";

/**
 * Bounds on the direct weights, so that each can be read and trusted. Contradictions are rare in the material and always
 * decisive ("3天" is not "7天"), so theirs are given; exact wordings are settled by rule and left out of the fit,
 * and the material has no answers to learn from.
 */
const bounds: Record<string, { low: number; high: number }> = {
  missing: { low: -9, high: 0 },
  extra: { low: -9, high: 0 },
  exchanged: { low: -9, high: 0 },
  kind: { low: -9, high: -0.4 },
  negation: { low: -9, high: -3.5 },
  number: { low: -9, high: -4 },
  exact: { low: 2, high: 2 },
  answer: { low: 1, high: 1 },
  bare: { low: -4, high: -4 },
  related: { low: -9, high: 9 },
  edit: { low: 0, high: 0 },
};
/**
 * What one would guess before seeing any data. The ridge pulls towards it, not towards zero: the signals overlap so much
 * that the material alone can't say which of two deserves the weight, and a mixture of all serves strange shops better.
 */
const prior: Partial<Record<string, number>> = {
  cosine: 3,
  asked: 1,
  offered: 1,
  missing: -1,
  extra: -1,
  wordsAsked: 1,
  wordsOffered: 1,
  lettersAsked: 1,
  lettersOffered: 1,
};
const gain = { low: 0, high: 9 };
const either = { low: -9, high: 9 };
const namedSignals = Object.keys(signal).length;
const settings = { ridge: 0.001, epochs: 12, batch: 64, speed: 0.02 };

/**
 * Conditional logit over the candidates with "none of them" (odds 0) as one more choice, an entry standing by its best
 * wording; Adam in small batches, by chance that is the same every time.
 */
export function learn(examples: readonly Example[]): Model {
  const size = signalNames.length;
  const random = makeRandom(7);
  const towards = signalNames.map((name) => prior[name] ?? 0);
  // The last one is the bias.
  const values = Float64Array.from([...towards, -5]);
  const [first, second] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  const mean = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
  const steps = settings.epochs * Math.ceil(examples.length / settings.batch);
  let step = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const mixed = shuffle(examples, random);
    for (let from = 0; from < mixed.length; from += settings.batch) {
      const batch = mixed.slice(from, from + settings.batch);
      const gradient = slopes(values, batch, mean);
      step++;
      const speed = settings.speed * (1 - step / (steps + 1));
      for (let i = 0; i <= size; i++) {
        const slope = gradient[i]! - (i === size ? 0 : settings.ridge * (values[i]! - towards[i]!));
        first[i] = 0.9 * first[i]! + 0.1 * slope;
        second[i] = 0.999 * second[i]! + 0.001 * slope * slope;
        values[i]! += (speed * (first[i]! / (1 - 0.9 ** step))) / (Math.sqrt(second[i]! / (1 - 0.999 ** step)) + 1e-8);
        if (i === size) continue;
        const { low, high } = bounds[signalNames[i]!] ?? (i < namedSignals ? gain : either);
        values[i] = Math.min(high, Math.max(low, values[i]!));
      }
    }
  }
  return { bias: values[size]!, weights: [...values.slice(0, size)] };
}

/** Of the mean log likelihood of a batch. */
function slopes(values: Float64Array, batch: readonly Example[], meanWeight: number): Float64Array {
  const size = values.length - 1;
  const gradient = new Float64Array(size + 1);
  for (const example of batch) {
    const picked = pickForms({ bias: values[size]!, weights: values }, example);
    const mass = picked.reduce((sum, { odds }) => sum + Math.exp(odds), 1);
    for (const { odds, signals, isRight } of picked) {
      const slope = (example.weight / meanWeight / batch.length) * ((isRight ? 1 : 0) - Math.exp(odds) / mass);
      gradient[size]! += slope;
      for (let i = 0; i < size; i++) gradient[i]! += slope * signals[i]!;
    }
  }
  return gradient;
}

export type Picked = { odds: number; signals: Signals; isRight: boolean };

export function pickForms({ bias, weights }: { bias: number; weights: ArrayLike<number> }, example: Example): Picked[] {
  return example.choices.map(({ forms, isRight }) => {
    let picked: Picked = { odds: Number.NEGATIVE_INFINITY, signals: forms[0]!, isRight };
    for (const signals of forms) {
      let odds = bias;
      for (let i = 0; i < signals.length; i++) odds += weights[i]! * signals[i]!;
      if (odds > picked.odds) picked = { odds, signals, isRight };
    }
    return picked;
  });
}
