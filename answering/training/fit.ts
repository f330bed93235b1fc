/**
 * Fits src/weights.ts on shops made from material of our own (material*.ts and any knowledge files named on the command
 * line, which export `knowledge: {question, similar}[]`).
 *
 *   node answering/training/fit.ts [FILE …]            fit and write
 *   node answering/training/fit.ts --check [FILE …]    every trade judged by what was learned from the others
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Model } from "../src/rank.ts";
import { signalNames } from "../src/signal-names.ts";
import type { Language } from "../src/types.ts";
import { type Judgement, judge, meanOf, showRow } from "./judge.ts";
import { learn } from "./learn.ts";
import { type Example, makeExamples, type Trade } from "./shops.ts";
import { makeRandom } from "./slips.ts";
import { loadTrades } from "./trades.ts";

/** Of each trade so many shops that about so many of its entries are asked for; a large trade needs fewer. */
const entriesAsked = 600;
const shopsOf = ({ entries }: Trade) => Math.max(4, Math.min(20, Math.round(entriesAsked / entries.length)));
/** Trades are held out in this many groups, not one by one: learning takes a while. */
const folds = 4;
const nameWidth = 14;

type Set = { trade: Trade; examples: Example[] };

/**
 * What English asks by its form Chinese asks by words, so each has weights of its own. English has too few trades to
 * learn from alone and takes all of them.
 */
function learnFor(language: Language, sets: readonly Set[]): Model {
  const own = language === "en" ? sets : sets.filter(({ trade }) => trade.language === language);
  return learn(own.flatMap(({ examples }) => examples));
}

function writeWeights(models: Record<Language, Model>) {
  const row = ([language, { bias, weights }]: [string, Model]) => `  ${language}: {
    bias: ${Number(bias.toFixed(3))},
    weights: [
${signalNames.map((name, i) => `      ${Number(weights[i]!.toFixed(3))}, // ${name}`).join("\n")}
    ],
  },`;
  const text = `import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
${Object.entries(models).map(row).join("\n")}
};
`;
  writeFileSync(resolve(import.meta.dirname, "../src/weights.ts"), text);
}

/** The first model learns from all but the first, fifth, … trade and judges those; and so on. */
function check(sets: readonly Set[]) {
  const rows: { name: string; row: Judgement }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = sets.filter((_, i) => i % folds !== fold);
    const models = { zh: learnFor("zh", others), en: learnFor("en", others) };
    const held = sets.filter((_, i) => i % folds === fold);
    for (const { trade, examples } of held)
      rows.push({ name: trade.name, row: judge(models[trade.language], examples) });
  }
  for (const { name, row } of rows) console.log(name.padEnd(nameWidth), showRow(row));
  console.log("mean".padEnd(nameWidth), showRow(meanOf(rows.map(({ row }) => row))));
}

const isCheck = process.argv[2] === "--check";
const trades = await loadTrades(process.argv.slice(isCheck ? 3 : 2));
const sets = trades.map((trade, i) => ({ trade, examples: makeExamples(trade, shopsOf(trade), makeRandom(i + 1)) }));
if (isCheck) check(sets);
else {
  const models = { zh: learnFor("zh", sets), en: learnFor("en", sets) };
  writeWeights(models);
  for (const { trade, examples } of sets)
    console.log(trade.name.padEnd(nameWidth), showRow(judge(models[trade.language], examples)));
}
