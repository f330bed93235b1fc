import { findEntry, formCoreAt, isSameToCustomer, type KnowledgeIndex } from "../index-open.ts";
import { logOdds, pickForm, retrieveAll } from "../rank.ts";
import { readQuery } from "../retrieve.ts";
import { listWords } from "../segment.ts";
import { signalNames } from "../signals.ts";
import { models } from "../weights.ts";
import type { Lessons } from "./fit.ts";
import { compareMeaning, meaningSignalNames, readMeaning } from "./meaning.ts";
import { type Memory, memorySignalNames, readVoices, recall, type Voice } from "./memory.ts";
import { type AskedOnce, foldOf } from "./questions.ts";

/**
 * What each asked question looks like to the ranker, candidate by candidate: the odds of the shipped weights, the signals,
 * what the memory says without the question's own fold, what the word vectors say, and 1 for the bias.
 */
export const place = {
  odds: 0,
  signals: 1,
  memory: 1 + signalNames.length,
  meaning: 1 + signalNames.length + memorySignalNames.length,
  bias: 1 + signalNames.length + memorySignalNames.length + meaningSignalNames.length,
} as const;
export const rowSize = place.bias + 1;

/** Beside the candidate meant and those that the memory brings. */
const candidatesKept = 12;
/** Nothing in the knowledge answers a fifth of what is asked, as in the shops that the shipped weights learned from. */
const unanswerable = 0.2;

export type AskedLessons = Lessons & {
  /** By row: the entry's number. */
  entries: Uint32Array;
  /** Questions first; then the same ones as if the entry meant were not there (see `addUnanswerable`). */
  asked: number;
};

type Row = { entry: number; values: Float32Array; isMeant: boolean };

export function makeLessons(
  index: KnowledgeIndex,
  memory: Memory | null,
  questions: readonly AskedOnce[],
): AskedLessons {
  const foldOfForm =
    memory && Uint8Array.from({ length: memory.index.formCount }, (_, form) => foldOf(formCoreAt(memory.index, form)));
  const meaning = index.learned?.meaning;
  const all: { rows: Row[]; weight: number }[] = [];
  const without: { rows: Row[]; weight: number }[] = [];
  for (const question of questions) {
    const { reading, entryId, weight, fold } = question;
    const words = listWords(reading);
    const query = readQuery(index, reading, words);
    const voices = memory && foldOfForm ? recall(memory, reading, words, (form) => foldOfForm[form] === fold) : [];
    const right = entryId === null ? -1 : findEntry(index, entryId);
    const meant = meaning && readMeaning(meaning, query);
    const rows = retrieveAll(index, query, voices).map((retrieved): Row => {
      const { form, signals } = pickForm(index, query, retrieved, models[reading.language]);
      const values = new Float32Array(rowSize);
      values[place.odds] = logOdds(models[reading.language], signals);
      values.set(signals, place.signals);
      values[place.bias] = 1;
      if (meaning && meant) values.set(compareMeaning(index, meaning, query, meant, form), place.meaning);
      return { entry: retrieved.entry, values, isMeant: retrieved.entry === right };
    });
    const kept = keepNearest(index, rows, right);
    const say = (row: Row, heard: readonly Voice[]): Row => {
      if (!memory || !index.learned) return row;
      const values = Float32Array.from(row.values);
      values.set(readVoices(heard, index.learned.targetOfEntry[row.entry]!, memory.targets), place.memory);
      return { ...row, values };
    };
    all.push({ rows: kept.map((row) => say(row, voices)), weight });
    if (right < 0) continue;
    const target = index.learned?.targetOfEntry[right] ?? -1;
    const others = voices.filter((voice) => voice.target !== target);
    without.push({ rows: kept.filter(({ isMeant }) => !isMeant).map((row) => say(row, others)), weight });
  }
  return pack(all, addUnanswerable(questions, without));
}

/**
 * A shop may label only what has an answer; learning from that alone, the bot would come to believe that everything has
 * one. What is missing to a fifth is made up of the same questions without the entry meant.
 */
function addUnanswerable(questions: readonly AskedOnce[], without: { rows: Row[]; weight: number }[]) {
  const total = (of: readonly { weight: number }[]) => of.reduce((sum, { weight }) => sum + weight, 0);
  const answerable = total(without);
  const nothing = total(questions) - answerable;
  const missing = (unanswerable / (1 - unanswerable)) * answerable - nothing;
  if (missing <= 0) return [];
  return without.map(({ rows, weight }) => ({ rows, weight: (weight * missing) / answerable }));
}

/** An exact wording is settled by rule; what a customer can't tell from the entry meant is neither right nor wrong. */
function keepNearest(index: KnowledgeIndex, rows: readonly Row[], meant: number): Row[] {
  const isOther = ({ entry, isMeant }: Row) => isMeant || meant < 0 || !isSameToCustomer(index, entry, meant);
  const sorted = rows
    .filter(isOther)
    .sort((a, b) => b.values[place.odds]! - a.values[place.odds]! || a.entry - b.entry);
  return sorted.filter((row, at) => at < candidatesKept || row.isMeant || row.values[place.odds]! > 0);
}

function pack(asked: readonly { rows: Row[]; weight: number }[], more: readonly { rows: Row[]; weight: number }[]) {
  const all = [...asked, ...more];
  const count = all.reduce((sum, { rows }) => sum + rows.length, 0);
  const lessons: AskedLessons = {
    size: rowSize,
    rows: new Float32Array(count * rowSize),
    starts: new Uint32Array(all.length + 1),
    meant: new Int32Array(all.length).fill(-1),
    weights: Float32Array.from(all, ({ weight }) => weight),
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
