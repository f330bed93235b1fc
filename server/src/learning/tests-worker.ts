import { buildIndex } from "@yingda/answering/index-build";
import { type KnowledgeIndex, openIndex } from "@yingda/answering/index-open";
import { updateIndex } from "@yingda/answering/index-update";
import type { Entry } from "@yingda/answering/types";
import { answerEach } from "../platform/worker-side.ts";
import { type Answered, answerTest, type TestCase } from "./answered.ts";

// Asks a shop's tests away from the thread that serves people: of the knowledge as it is, and as it would be. The
// knowledge is known by a mark; who names one that is not here is asked for its content.

export type Knowledge = { shopId: string; mark: string; entries?: Entry[]; learned?: ArrayBuffer | null };
/** What would be otherwise; `learned` absent: as it is. */
export type Otherwise = { removed?: string[]; saved?: Entry[]; learned?: ArrayBuffer | null };
export type TestsQuestion = { knowledge: Knowledge; otherwise?: Otherwise; tests: TestCase[] };
export type TestsAnswer = { isMissing: true } | { before: Answered[]; after: Answered[] | null };

type Base = {
  mark: string;
  /** As it was read, by id: another is an entry that changed. */
  entries: Map<string, string>;
  snapshot: ArrayBuffer;
  learned: ArrayBuffer | null;
  index: KnowledgeIndex;
  /** A test asked of the same knowledge again is answered as before. */
  answers: Map<string, Answered>;
};
/** An index of ten thousand entries takes some forty megabytes. */
const basesKept = 2;
const bases = new Map<string, Base>();

answerEach<TestsQuestion, TestsAnswer>(({ knowledge, otherwise, tests }) => {
  const base = findBase(knowledge);
  if (!base) return { isMissing: true };
  const before = tests.map((test) => answerOnce(base, test));
  if (!otherwise) return { before, after: null };
  const { removed = [], saved = [], learned = base.learned } = otherwise;
  const isKnowledge = removed.length + saved.length > 0;
  const snapshot = isKnowledge ? updateIndex(base.snapshot, { changed: saved, removed }) : base.snapshot;
  const index = openIndex(snapshot, learned);
  return { before, after: tests.map((test) => answerTest(index, test)) };
});

function answerOnce({ index, answers }: Base, test: TestCase): Answered {
  const key = `${test.testId} ${test.entryId} ${test.question}`;
  const known = answers.get(key) ?? answerTest(index, test);
  answers.set(key, known);
  return known;
}

function findBase({ shopId, mark, entries, learned = null }: Knowledge): Base | null {
  const known = bases.get(shopId);
  const base = known?.mark === mark ? known : entries && makeBase(mark, entries, learned, known);
  if (!base) return null;
  bases.delete(shopId);
  bases.set(shopId, base);
  if (bases.size > basesKept) bases.delete(bases.keys().next().value!);
  return base;
}

/** From the one before, where that is here: only what has changed is read anew. */
function makeBase(mark: string, list: Entry[], learned: ArrayBuffer | null, old: Base | undefined): Base {
  const entries = new Map(list.map((entry) => [entry.id, JSON.stringify(entry)]));
  const changed = list.filter(({ id }) => old?.entries.get(id) !== entries.get(id));
  const removed = [...(old?.entries.keys() ?? [])].filter((id) => !entries.has(id));
  const isSame = changed.length + removed.length === 0;
  const snapshot = !old ? buildIndex(list) : isSame ? old.snapshot : updateIndex(old.snapshot, { changed, removed });
  return { mark, entries, snapshot, learned, index: openIndex(snapshot, learned), answers: new Map() };
}
