/**
 * Fits src/weights.ts: a conditional logit over an entry's signals with "none of them" as one more choice, on shops made
 * from material of our own (training/material.ts and any knowledge files named on the command line, which export
 * `knowledge: {question, similar}[]`).
 *
 *   node answering/training/fit.ts [FILE …]            fit and write
 *   node answering/training/fit.ts --check [FILE …]    leave one trade out in turn, and print how well the rest serves it
 *
 * Every made-up shop hides one wording of each entry and some entries altogether; asked are the hidden wordings (some
 * with a typing error or courtesies), the hidden entries (near: nothing answers them) and far questions.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildIndex } from "../src/index-build.ts";
import { entryIdAt, openIndex } from "../src/index-open.ts";
import { readText } from "../src/normalise.ts";
import { readQuery, retrieve } from "../src/retrieve.ts";
import { isCommonWord, listWords } from "../src/segment.ts";
import { compareForm, type SignalName, signalNames } from "../src/signals.ts";
import { bias as oldBias, weights as oldWeights } from "../src/weights.ts";
import { broadbandZh, courseZh, electronicsEn, farEn, farZh, homeShopZh } from "./material.ts";

type Trade = { name: string; entries: string[][]; far: string[] };
type Choice = { isRight: boolean; isExact: boolean; forms: number[][] };
type Example = { kind: "in" | "near" | "far"; weight: number; choices: Choice[] };
type Model = { bias: number; weights: number[] };

/**
 * Bounds on the weights, so that each can be read and trusted. Contradictions are rare in the material and always decisive
 * ("3天" is not "7天"), so theirs are given; exact wordings are settled by rule and left out of the fit,
 * and the material has no answers to learn from.
 */
const bounds: Partial<Record<SignalName, { low: number; high: number }>> = {
  missing: { low: -9, high: 0 },
  extra: { low: -9, high: 0 },
  kind: { low: -9, high: -0.4 },
  negation: { low: -9, high: -3.5 },
  number: { low: -9, high: -4 },
  exact: { low: 2, high: 2 },
  answer: { low: 1, high: 1 },
};
/**
 * What one would guess before seeing any data. The ridge pulls towards it, not towards zero: the signals overlap so much
 * that the material alone can't say which of two deserves the weight, and a mixture of all serves strange shops better.
 */
const prior: Partial<Record<SignalName, number>> = {
  cosine: 4,
  bm25: 1,
  words: 1,
  asked: 1.5,
  offered: 1,
  edit: 1,
  missing: -1,
  extra: -1,
};
const ridge = 0.005;
const gain = { low: 0, high: 9 };
const shopsPerTrade = 24;

function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** One dropped, doubled or swapped character, or courtesies around it. */
function disturb(text: string, random: () => number): string {
  const letters = [...text];
  const at = Math.floor(random() * (letters.length - 1));
  const way = random();
  if (way < 0.3) letters.splice(at, 1);
  else if (way < 0.5) letters.splice(at, 2, letters[at + 1]!, letters[at]!);
  else if (way < 0.6) letters.splice(at, 0, letters[at]!);
  else if (way < 0.8) return /\p{Script=Han}/u.test(text) ? `你好，请问一下${text}呢亲` : `hi there, ${text} please`;
  else return /\p{Script=Han}/u.test(text) ? `我昨天买的，${text}，急` : `I bought it last week. ${text} thanks`;
  return letters.join("");
}

/** A question that shares nearly everything with a known one and yet asks another thing. */
function almost(text: string, trade: Trade, random: () => number): string | undefined {
  const way = random();
  if (way < 0.1 && /\d/.test(text)) return text.replace(/\d+/, (number) => String(Number(number) * 3 + 1));
  if (way < 0.15 && /(?<!不)(?:能|可以|会|有)(?!不)/.test(text))
    return text.replace(/能|可以|会|有/, (word) => (word === "有" ? "没有" : `不${word}`));
  if (way < 0.15 && /\b(?:can|does|is|do)\b/.test(text))
    return text.replace(/\b(can|does|is|do)\b(?: (\w+))/i, "$1 $2 not");
  const own = contentWords(text);
  const other = contentWords(trade.entries[Math.floor(random() * trade.entries.length)]![0]!).filter(
    (word) => !text.includes(word),
  );
  const foreign = contentWords(trade.far[Math.floor(random() * trade.far.length)]!).filter(
    (word) => !text.includes(word),
  );
  const pool = random() < 0.5 ? other : foreign;
  if (own.length < 2 || pool.length === 0) return undefined;
  return text.replace(own[Math.floor(random() * own.length)]!, pool[Math.floor(random() * pool.length)]!);
}

function contentWords(text: string): string[] {
  return listWords(readText(text)).filter((word) => word.length > 1 && !isCommonWord(word) && text.includes(word));
}

function makeExamples(trade: Trade, random: () => number): Example[] {
  const examples: Example[] = [];
  for (let shop = 0; shop < shopsPerTrade; shop++) {
    const mixed = shuffle(trade.entries, random);
    const size = Math.max(4, Math.floor(mixed.length * (0.15 + 0.7 * random())));
    const asked: { text: string; id: string | undefined; kind: Example["kind"] }[] = [];
    const fewWordings = random() < 0.5;
    const entries = mixed.slice(0, size).map((wordings, i) => {
      const [hidden, ...rest] = shuffle(wordings, random);
      const text = random() < 0.25 ? disturb(hidden!, random) : hidden!;
      asked.push({ text, id: `e${i}`, kind: "in" });
      if (random() < 0.08) asked.push({ text: disturb(rest[0] ?? hidden!, random), id: `e${i}`, kind: "in" });
      const kept = fewWordings ? rest.slice(0, 1) : rest;
      return { id: `e${i}`, question: kept[0] ?? hidden!, similar: kept.slice(1), answer: "" };
    });
    for (const wordings of mixed.slice(size, size * 2)) asked.push({ text: wordings[0]!, id: undefined, kind: "near" });
    for (const { question } of entries) {
      const text = almost(question, trade, random);
      if (text !== undefined && random() < 0.25) asked.push({ text, id: undefined, kind: "near" });
    }
    for (const text of shuffle(trade.far, random).slice(0, size / 2)) asked.push({ text, id: undefined, kind: "far" });
    const index = openIndex(buildIndex(entries));
    for (const { text, id, kind } of asked) {
      const query = readQuery(index, readText(text));
      const choices = retrieve(index, query).map(({ entry, forms, answerCoverage }): Choice => {
        const compared = forms.map((form) => compareForm(index, query, form, answerCoverage));
        return {
          isRight: entryIdAt(index, entry) === id,
          isExact: compared.some((signals) => signals.exact === 1),
          forms: compared.map((signals) => signalNames.map((name) => signals[name])),
        };
      });
      // Exact wordings are settled by rule; they would only teach the weights to lean on them.
      if (choices.some(({ isExact }) => isExact)) continue;
      examples.push({ kind, weight: 1, choices });
    }
  }
  balance(examples);
  return examples;
}

/** 80 % of the mix answerable, most of the rest near, because near ones are the costly mistakes; every trade counts the same. */
function balance(examples: Example[]) {
  const share = { in: 0.8, near: 0.12, far: 0.08 };
  const counts = { in: 0, near: 0, far: 0 };
  for (const { kind } of examples) counts[kind]++;
  for (const example of examples) example.weight = share[example.kind] / counts[example.kind];
}

const oddsOf = (model: Model, values: readonly number[]) =>
  values.reduce((sum, value, i) => sum + value * model.weights[i]!, model.bias);

function pickForms(model: Model, example: Example): { odds: number; values: number[]; isRight: boolean }[] {
  return example.choices.map(({ forms, isRight }) => {
    let best = { odds: Number.NEGATIVE_INFINITY, values: forms[0]!, isRight };
    for (const values of forms) {
      const odds = oddsOf(model, values);
      if (odds > best.odds) best = { odds, values, isRight };
    }
    return best;
  });
}

/** Adam on the log-likelihood with a ridge towards the prior, within the bounds. */
function fit(examples: readonly Example[]): Model {
  const model: Model = { bias: oldBias, weights: signalNames.map((name) => oldWeights[name]) };
  const size = signalNames.length + 1;
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 1; step <= 400; step++) {
    const gradient = new Float64Array(size);
    for (const example of examples) {
      const picked = pickForms(model, example);
      const mass = picked.reduce((sum, { odds }) => sum + Math.exp(odds), 1);
      for (const { odds, values, isRight } of picked) {
        const slope = (example.weight / total) * ((isRight ? 1 : 0) - Math.exp(odds) / mass);
        gradient[size - 1]! += slope;
        for (let i = 0; i < values.length; i++) gradient[i]! += slope * values[i]!;
      }
    }
    for (let i = 0; i < size; i++) {
      const value = i === size - 1 ? 0 : model.weights[i]!;
      const slope = i === size - 1 ? gradient[i]! : gradient[i]! - ridge * (value - (prior[signalNames[i]!] ?? 0));
      first[i] = 0.9 * first[i]! + 0.1 * slope;
      second[i] = 0.999 * second[i]! + 0.001 * slope * slope;
      const move = (0.05 * (first[i]! / (1 - 0.9 ** step))) / (Math.sqrt(second[i]! / (1 - 0.999 ** step)) + 1e-8);
      if (i === size - 1) model.bias += move;
      else {
        const { low, high } = bounds[signalNames[i]!] ?? gain;
        model.weights[i] = Math.min(high, Math.max(low, value + move));
      }
    }
  }
  return model;
}

/** At which `alone` of the best entry recommending begins to pay: offered lists by kind of question. */
function judgeOffers(model: Model, examples: readonly Example[]): string {
  const rows = [0.25, 0.35, 0.45, 0.55, 0.65].map((threshold) => {
    const share = (kind: Example["kind"], isWanted: (example: Example) => boolean) => {
      const asked = examples.filter((example) => example.kind === kind);
      return (asked.filter(isWanted).length / (asked.length || 1)).toFixed(2);
    };
    const best = (example: Example) => pickForms(model, example).sort((a, b) => b.odds - a.odds);
    const isOffered = (example: Example) => 1 / (1 + Math.exp(-(best(example)[0]?.odds ?? -9))) >= threshold;
    const holdsRight = (example: Example) =>
      isOffered(example) &&
      best(example)
        .slice(0, 5)
        .some(({ isRight }) => isRight);
    return `≥${threshold}: in ${share("in", holdsRight)}, near ${share("near", isOffered)}, far ${share("far", isOffered)}`;
  });
  return `offered ${rows.join("; ")}`;
}

function judge(model: Model, examples: readonly Example[]): string {
  let [asked, right, loss, total] = [0, 0, 0, 0];
  const at = [0.5, 0.6, 0.7, 0.75, 0.8, 0.9].map((threshold) => ({ threshold, answered: 0, right: 0 }));
  for (const example of examples) {
    const picked = pickForms(model, example).sort((a, b) => b.odds - a.odds);
    const mass = picked.reduce((sum, { odds }) => sum + Math.exp(odds), 1);
    const meant = picked.find(({ isRight }) => isRight);
    loss -= example.weight * Math.log((meant ? Math.exp(meant.odds) : 1) / mass);
    total += example.weight;
    const top = picked[0];
    if (example.kind === "in") asked += example.weight;
    if (top?.isRight) right += example.weight;
    for (const row of at) {
      if (!top || Math.exp(top.odds) / mass < row.threshold) continue;
      row.answered += example.weight;
      if (top.isRight) row.right += example.weight;
    }
  }
  const table = at.map(
    (row) => `≥${row.threshold}: ${(row.right / row.answered).toFixed(3)} of ${(row.answered / total).toFixed(3)}`,
  );
  return `top1 ${(right / asked).toFixed(3)}, loss ${(loss / total).toFixed(3)}, right ${table.join("; ")}`;
}

async function loadTrades(files: readonly string[]): Promise<Trade[]> {
  const trades: Trade[] = [
    { name: "broadband zh", entries: broadbandZh, far: farZh },
    { name: "courses zh", entries: courseZh, far: farZh },
    { name: "home shop zh", entries: homeShopZh, far: farZh },
    { name: "electronics en", entries: electronicsEn, far: farEn },
  ];
  for (const file of files) {
    const { knowledge } = (await import(resolve(file))) as { knowledge: { question: string; similar: string[] }[] };
    const entries = knowledge.map(({ question, similar }) => [question, ...similar]).filter(({ length }) => length > 1);
    trades.push({ name: file, entries, far: [...farZh, ...farEn] });
  }
  return trades;
}

function writeWeights(model: Model) {
  const rows = signalNames.map((name, i) => `  ${name}: ${Number(model.weights[i]!.toFixed(3))},`);
  const text = `import type { SignalName } from "./signals.ts";

/** Written by training/fit.ts from material of our own; don't edit by hand. */
export const bias = ${Number(model.bias.toFixed(3))};
export const weights: Readonly<Record<SignalName, number>> = {
${rows.join("\n")}
};
`;
  writeFileSync(resolve(import.meta.dirname, "../src/weights.ts"), text);
  console.log(text);
}

const isCheck = process.argv[2] === "--check";
const trades = await loadTrades(process.argv.slice(isCheck ? 3 : 2));
const sets = trades.map((trade, i) => ({ trade, examples: makeExamples(trade, makeRandom(i + 1)) }));
if (isCheck) {
  for (const held of sets) {
    const model = fit(sets.filter((set) => set !== held).flatMap((set) => set.examples));
    console.log(`${held.trade.name} (${held.examples.length} questions): ${judge(model, held.examples)}`);
    console.log(`  ${judgeOffers(model, held.examples)}`);
  }
} else {
  const all = sets.flatMap((set) => set.examples);
  const model = fit(all);
  writeWeights(model);
  for (const { trade, examples } of sets) console.log(`${trade.name}: ${judge(model, examples)}`);
}
