import { buildIndex } from "@yingda/answering/index-build";
import { type KnowledgeIndex, openIndex } from "@yingda/answering/index-open";
import type { Entry } from "@yingda/answering/types";
import { answerEach } from "../platform/worker-side.ts";
import { type Answered, answerTest, type TestCase } from "./answered.ts";

// Asks a shop's tests away from the thread that serves people: of the knowledge as it is, and as it would be. The
// knowledge is known by a key; who names one that is not here is asked for its content.

export type Knowledge = { key: string; entries?: Entry[]; learned?: ArrayBuffer | null };
/** What would be otherwise; `learned` absent: as it is. */
export type Otherwise = { removed?: string[]; saved?: Entry[]; learned?: ArrayBuffer | null };
export type TestsQuestion = { knowledge: Knowledge; otherwise?: Otherwise; tests: TestCase[] };
export type TestsAnswer = { isMissing: true } | { before: Answered[]; after: Answered[] | null };

type Base = { entries: Entry[]; learned: ArrayBuffer | null; index: KnowledgeIndex };
/** An index of ten thousand entries takes some forty megabytes. */
const basesKept = 2;
const bases = new Map<string, Base>();

answerEach<TestsQuestion, TestsAnswer>(({ knowledge, otherwise, tests }) => {
  const base = findBase(knowledge);
  if (!base) return { isMissing: true };
  const ask = (index: KnowledgeIndex) => tests.map((test) => answerTest(index, test));
  return { before: ask(base.index), after: otherwise ? ask(indexOf(base, otherwise)) : null };
});

function findBase({ key, entries, learned = null }: Knowledge): Base | null {
  const found = bases.get(key) ?? (entries && { entries, learned, index: open(entries, learned) });
  if (!found) return null;
  bases.delete(key);
  bases.set(key, found);
  if (bases.size > basesKept) bases.delete(bases.keys().next().value!);
  return found;
}

function indexOf(base: Base, { removed = [], saved = [], learned = base.learned }: Otherwise): KnowledgeIndex {
  if (removed.length === 0 && saved.length === 0) return open(base.entries, learned);
  const gone = new Set([...removed, ...saved.map((entry) => entry.id)]);
  return open([...base.entries.filter((entry) => !gone.has(entry.id)), ...saved], learned);
}

function open(entries: Entry[], learned: ArrayBuffer | null): KnowledgeIndex {
  return openIndex(buildIndex(entries), learned);
}
