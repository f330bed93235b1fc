import { findEntry, formCoreAt, isSameToCustomer, type KnowledgeIndex } from "../index-open.ts";
import { type HeldOut, listShares } from "../intents/cross-validation.ts";
import type { Reading } from "../normalise.ts";
import { logOdds, pickForm, retrieveAll } from "../rank.ts";
import { readQuery } from "../retrieve.ts";
import { isCommonWord, listWords } from "../segment.ts";
import { signal, signalNames } from "../signal-names.ts";
import { models } from "../weights.ts";
import { classifierSignalNames, readShares } from "./entry-classifier.ts";
import type { Lessons } from "./fit.ts";
import { type Heard, type LearnedOfIndex, listHeard } from "./learned.ts";
import { compareMeaning, meaningSignalNames, readMeaning } from "./meaning.ts";
import { memorySignalNames, readVoices, recall } from "./memory.ts";
import { type AskedOnce, foldOf } from "./questions.ts";

/**
 * What each asked question looks like to the ranker, candidate by candidate: the odds of the shipped weights, the signals,
 * what the memory says without the question's own fold, what the word vectors say, what the classifier of the
 * other folds says, and 1 for the bias.
 */
export const place = {
  odds: 0,
  signals: 1,
  memory: 1 + signalNames.length,
  meaning: 1 + signalNames.length + memorySignalNames.length,
  classifier: 1 + signalNames.length + memorySignalNames.length + meaningSignalNames.length,
  bias: 1 + signalNames.length + memorySignalNames.length + meaningSignalNames.length + classifierSignalNames.length,
} as const;
export const rowSize = place.bias + 1;

/** Beside the candidate meant and those that what was learned brings. */
const candidatesKept = 10;
/** Nothing in the knowledge answers a fifth of what is asked, as in the shops that the shipped weights learned from. */
const unanswerable = 0.2;
/** Questions that are looked at without the entry meant. */
const mostWithout = 2_000;

export type AskedLessons = Lessons & {
  /** By row: the entry's number. */
  entries: Uint32Array;
  folds: Uint8Array;
  /** Questions first; then the same ones as if the entry meant were not there (see `addUnanswerable`). */
  asked: number;
  /** By question: 1 where it has something to teach the weights. */
  isTaughtBy: Uint8Array;
};

/** A question's candidates. */
type Sheet = { rows: Row[]; weight: number; fold: number; isLone: boolean };
type Row = { entry: number; values: Float32Array; isMeant: boolean };

/** `index` with all that could be learned; `heldOut`: scores of the classifier's labels for each question. */
export function makeLessons(
  index: KnowledgeIndex & { learned: LearnedOfIndex },
  questions: readonly AskedOnce[],
  heldOut: HeldOut | null,
): AskedLessons {
  const { memory, meaning, classifier, targetOfEntry, labelOfEntry } = index.learned;
  const nothing = classifier ? classifier.labels.indexOf(null) : -1;
  const foldOfForm =
    memory && Uint8Array.from({ length: memory.index.formCount }, (_, form) => foldOf(formCoreAt(memory.index, form)));
  const look = ({ reading, entryId, weight, fold }: AskedOnce, shares: Float64Array | null) => {
    const query = readQuery(index, reading);
    const isLone = namesOnly(reading);
    const heard: Heard = {
      voices: memory && foldOfForm ? recall(memory, query, (form) => foldOfForm[form] === fold) : [],
      shares,
    };
    const right = entryId === null ? -1 : findEntry(index, entryId);
    const meant = meaning && readMeaning(meaning, query);
    const rows = retrieveAll(index, query, heard).map((retrieved): Row => {
      const { form, signals } = pickForm(index, query, retrieved, models[reading.language]);
      const values = new Float32Array(rowSize);
      values[place.odds] = logOdds(models[reading.language], signals);
      values.set(signals, place.signals);
      values[place.bias] = 1;
      if (meaning && meant) values.set(compareMeaning(index, meaning, query, meant, form), place.meaning);
      return { entry: retrieved.entry, values, isMeant: retrieved.entry === right };
    });
    const kept = keepNearest(index, rows, right, listHeard(index.learned, heard));
    const say = (row: Row, { voices, shares: said }: Heard): Row => {
      const values = Float32Array.from(row.values);
      if (memory) values.set(readVoices(voices, targetOfEntry[row.entry]!, memory.targets), place.memory);
      if (said) values.set(readShares(said, labelOfEntry[row.entry]!, nothing), place.classifier);
      return { ...row, values };
    };
    const less = (): Sheet => {
      const others: Heard = {
        voices: heard.voices.filter(({ target }) => target !== targetOfEntry[right]),
        shares: heard.shares && withoutLabel(heard.shares, labelOfEntry[right]!),
      };
      return { rows: kept.filter(({ isMeant }) => !isMeant).map((row) => say(row, others)), weight, fold, isLone };
    };
    return { sheet: { rows: kept.map((row) => say(row, heard)), weight, fold, isLone }, right, less };
  };
  const every = Math.ceil(questions.length / mostWithout);
  const all: Sheet[] = [];
  const open: AskedOnce[] = [];
  const without: Sheet[] = [];
  for (const [at, question] of questions.entries()) {
    const { sheet, right, less } = look(
      question,
      classifier ? listKnownShares(heldOut![at]!, classifier.sharpness) : null,
    );
    all.push(sheet);
    // Where the question itself teaches nothing, its like without an answer would teach nothing but doubt.
    if (!isTaughtBy(sheet)) continue;
    open.push(question);
    if (right >= 0 && at % every === 0) without.push(less());
  }
  return pack(all, addUnanswerable(open, without));
}

/**
 * An exact wording is settled by rule, and would teach the weights only to lean on it; a word alone ("退款", "帐篷") is
 * answered by a list, and what is then clicked on was not asked for.
 */
const isTaughtBy = ({ rows, isLone }: Sheet): boolean =>
  !isLone && rows.every(({ values }) => values[place.signals + signal.exact] !== 1);

const namesOnly = (reading: Reading): boolean =>
  reading.asks === 0 && listWords(reading).filter((word) => !isCommonWord(word)).length <= 1;

/**
 * A shop may label only what has an answer; learning from that alone, the bot would come to believe that everything has
 * one. What is missing to a fifth is made up of the same questions without the entry meant.
 */
function addUnanswerable(questions: readonly AskedOnce[], without: Sheet[]) {
  const total = (of: readonly { weight: number }[]) => of.reduce((sum, { weight }) => sum + weight, 0);
  const answerable = total(questions.filter(({ entryId }) => entryId !== null));
  const nothing = total(questions) - answerable;
  const missing = (unanswerable / (1 - unanswerable)) * answerable - nothing;
  if (missing <= 0) return [];
  const all = total(without);
  return without.map((one) => ({ ...one, weight: (one.weight * missing) / all }));
}

/** All 0 where a fold leaves no label at all. */
function listKnownShares(scores: Float32Array | Float64Array, sharpness: number): Float64Array {
  return scores.some(Number.isFinite) ? listShares(scores, sharpness) : new Float64Array(scores.length);
}

/** As if the entry had never been asked for. */
function withoutLabel(shares: Float64Array, label: number): Float64Array {
  if (label < 0) return shares;
  const rest = 1 - shares[label]!;
  return shares.map((share, at) => (at === label || rest < 1e-9 ? 0 : share / rest));
}

/** An exact wording is settled by rule; what a customer can't tell from the entry meant is neither right nor wrong. */
function keepNearest(index: KnowledgeIndex, rows: readonly Row[], meant: number, heard: readonly number[]): Row[] {
  const isOther = ({ entry, isMeant }: Row) => isMeant || meant < 0 || !isSameToCustomer(index, entry, meant);
  const sorted = rows
    .filter(isOther)
    .sort((a, b) => b.values[place.odds]! - a.values[place.odds]! || a.entry - b.entry);
  return sorted.filter((row, at) => at < candidatesKept || row.isMeant || heard.includes(row.entry));
}

function pack(asked: readonly Sheet[], more: readonly Sheet[]) {
  const all = [...asked, ...more];
  const count = all.reduce((sum, { rows }) => sum + rows.length, 0);
  const lessons: AskedLessons = {
    size: rowSize,
    rows: new Float32Array(count * rowSize),
    starts: new Uint32Array(all.length + 1),
    meant: new Int32Array(all.length).fill(-1),
    weights: Float32Array.from(all, ({ weight }) => weight),
    folds: Uint8Array.from(all, ({ fold }) => fold),
    isTaughtBy: Uint8Array.from(all, (sheet) => (isTaughtBy(sheet) ? 1 : 0)),
    entries: new Uint32Array(count),
    asked: asked.length,
  };
  let at = 0;
  for (const [q, { rows }] of all.entries()) {
    for (const { entry, values, isMeant } of rows) {
      lessons.rows.set(values, at * rowSize);
      lessons.entries[at] = entry;
      if (isMeant) lessons.meant[q] = at;
      at++;
    }
    lessons.starts[q + 1] = at;
  }
  return lessons;
}
