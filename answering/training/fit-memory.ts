/**
 * What the memory of asked questions is worth before a shop's own say so: prints the weights that src/learning/choosing.ts
 * starts from, fitted on made-up shops of our own material with few and many questions, clean and with a quarter wrong.
 *
 *   node answering/training/fit-memory.ts FILE …
 */
import { buildIndex } from "../src/index-build.ts";
import { openIndex } from "../src/index-open.ts";
import { fitLogit, type Lessons } from "../src/learning/fit.ts";
import { chooseFitted } from "../src/learning/judging.ts";
import { placeLearned } from "../src/learning/learned.ts";
import { type AskedLessons, makeLessons, place, rowSize } from "../src/learning/lessons.ts";
import { buildMemory, memorySignalNames, openMemory } from "../src/learning/memory.ts";
import { listAsked } from "../src/learning/questions.ts";
import { models } from "../src/weights.ts";
import { makeAskedShop } from "./asked-shops.ts";
import type { Trade } from "./shops.ts";
import { makeRandom } from "./slips.ts";
import { loadTrades } from "./trades.ts";

/** No fold: the future hides nothing of the past. */
const future = 99;

function makeFuture(trade: Trade, logs: number, wrong: number, seed: number): AskedLessons {
  const { entries, asked, tests } = makeAskedShop(trade, { logs, wrong, random: makeRandom(seed) });
  const index = openIndex(buildIndex(entries));
  const past = listAsked(asked, index, asked.length).questions;
  const { snapshot, trust } = buildMemory(
    past.map(({ text, entryId }) => ({ text, entryId, trust: 1 })),
    openIndex,
  );
  const memory = { ...openMemory(openIndex(snapshot), trust), weights: [] };
  const learned = placeLearned(index, { seen: new Uint32Array(), models, memory, vectors: null, classifier: null });
  const questions = listAsked(tests, index, tests.length).questions.map((one) => ({ ...one, fold: future }));
  return makeLessons({ ...index, learned }, questions, null);
}

function join(all: readonly AskedLessons[]): AskedLessons {
  const rows = all.reduce((sum, one) => sum + one.rows.length, 0);
  const joined = new Float32Array(rows);
  const starts = [0];
  const meant: number[] = [];
  let at = 0;
  for (const one of all) {
    joined.set(one.rows, at * rowSize);
    for (const end of one.starts.slice(1)) starts.push(at + end);
    for (const row of one.meant) meant.push(row < 0 ? -1 : at + row);
    at += one.rows.length / rowSize;
  }
  const lessons: Lessons = {
    size: rowSize,
    rows: joined,
    starts: Uint32Array.from(starts),
    meant: Int32Array.from(meant),
    weights: Float32Array.from(all.flatMap(({ weights }) => [...weights])),
  };
  return {
    ...lessons,
    asked: meant.length,
    entries: new Uint32Array(at),
    folds: new Uint8Array(meant.length),
    isTaughtBy: Uint8Array.from(all.flatMap(({ isTaughtBy }) => [...isTaughtBy])),
  };
}

const trades = await loadTrades(process.argv.slice(2));
for (const wrong of [0, 0.25]) {
  const lessons = join(
    [50, 200, 1_000].flatMap((logs) => trades.map((trade, i) => makeFuture(trade, logs, wrong, 7_000 + i))),
  );
  const means = new Float64Array(rowSize);
  means[place.odds] = 1;
  const spreads = new Float64Array(rowSize).fill(3, place.memory, place.meaning);
  const values = fitLogit(lessons, chooseFitted(lessons, [...lessons.meant.keys()]), { means, spreads });
  const shown = memorySignalNames.map((name, i) => `${name} ${values[place.memory + i]!.toFixed(2)}`);
  console.log(`${100 * wrong} % wrong: ${shown.join(", ")}`);
}
