import { type LearnedOfIndex, openLearned, placeLearned } from "./learning/learned.ts";
import { readText } from "./normalise.ts";
import type { Letters } from "./pinyin.ts";
import { listWords } from "./segment.ts";
import { unpackSections, unpackString } from "./snapshot.ts";

/**
 * An opened snapshot: views on its sections, and scratch space for one question at a time (everything here is
 * synchronous, so questions never overlap). Treat it as opaque outside this package.
 */
export type KnowledgeIndex = {
  readonly entryCount: number;
  readonly formCount: number;
  readonly sections: IndexSections;
  /** Which entry a form belongs to. */
  readonly entryOfForm: Uint32Array;
  /** What the shop's own work taught; null for the engine as it ships. */
  readonly learned: LearnedOfIndex | null;
  readonly scratch: {
    formScores: Float32Array;
    entryScores: Float32Array;
    queryWeights: Float32Array;
    /** Whose weights these are. */
    weighed: readonly { feature: number }[];
    touched: Uint32Array;
  };
};

export type IndexSections = {
  idUnits: Uint16Array;
  idStarts: Uint32Array;
  textUnits: Uint16Array;
  textStarts: Uint32Array;
  coreUnits: Uint16Array;
  coreStarts: Uint32Array;
  formStarts: Uint32Array;
  answerHashes: Uint32Array;
  questionHashes: Uint32Array;
  slotFeatures: Uint32Array;
  featureHashes: Uint32Array;
  featureKinds: Uint8Array;
  featureIdf: Float32Array;
  wordUnits: Uint16Array;
  wordStarts: Uint32Array;
  wordGroupStarts: Uint32Array;
  wordGroups: Uint16Array;
  formFeatureStarts: Uint32Array;
  formFeatures: Uint32Array;
  formCounts: Uint8Array;
  formWeights: Float32Array;
  formMarks: Uint16Array;
  formWordStarts: Uint32Array;
  formWords: Uint32Array;
  letterStarts: Uint32Array;
  letterLooks: Uint16Array;
  letterSounds: Uint16Array;
  letterIdf: Uint8Array;
  postStarts: Uint32Array;
  postForms: Uint32Array;
  postWeights: Float32Array;
  answerStarts: Uint32Array;
  answerEntries: Uint32Array;
};

/**
 * Throws when the snapshot was made by another version of the library; of `learned` (learning/learn.ts) another version is
 * not used. The first call in a process also loads the dictionary.
 */
export function openIndex(snapshot: ArrayBuffer, learned?: ArrayBuffer | null): KnowledgeIndex {
  // So that the first customer doesn't wait for it.
  listWords(readText("你好"));
  const index = openSections(snapshot);
  const opened = openLearned(learned, openSections);
  return opened ? { ...index, learned: placeLearned(index, opened) } : index;
}

/** Without the dictionary: what only copies an index reads no words. */
export function openSections(snapshot: ArrayBuffer): KnowledgeIndex {
  const sections = unpackSections(snapshot) as IndexSections;
  const entryCount = sections.formStarts.length - 1;
  const formCount = sections.formMarks.length;
  const entryOfForm = new Uint32Array(formCount);
  for (let entry = 0; entry < entryCount; entry++) {
    entryOfForm.fill(entry, sections.formStarts[entry]!, sections.formStarts[entry + 1]!);
  }
  return {
    entryCount,
    formCount,
    sections,
    entryOfForm,
    learned: null,
    scratch: {
      formScores: new Float32Array(formCount),
      entryScores: new Float32Array(entryCount),
      queryWeights: new Float32Array(sections.featureIdf.length),
      weighed: [],
      touched: new Uint32Array(Math.max(formCount, entryCount)),
    },
  };
}

export function entryIdAt(index: KnowledgeIndex, entry: number): string {
  return unpackString(index.sections.idUnits, index.sections.idStarts, entry);
}

/** Of a snapshot, in their order. */
export function listEntryIds(snapshot: ArrayBuffer): string[] {
  const { idUnits, idStarts } = unpackSections(snapshot) as IndexSections;
  const all = new TextDecoder("utf-16le").decode(idUnits);
  return Array.from({ length: idStarts.length - 1 }, (_, entry) => all.slice(idStarts[entry], idStarts[entry + 1]));
}

/** Number of the entry with this id, or −1; entries lie in the order of their ids. */
export function findEntry(index: KnowledgeIndex, entryId: string): number {
  let low = 0;
  let high = index.entryCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entryIdAt(index, middle) < entryId) low = middle + 1;
    else high = middle;
  }
  return low < index.entryCount && entryIdAt(index, low) === entryId ? low : -1;
}

export function formTextAt(index: KnowledgeIndex, form: number): string {
  return unpackString(index.sections.textUnits, index.sections.textStarts, form);
}

export function formCoreAt(index: KnowledgeIndex, form: number): string {
  return unpackString(index.sections.coreUnits, index.sections.coreStarts, form);
}

/** The letters of its core, as they lie in the snapshot. */
export function formLettersAt({ sections }: KnowledgeIndex, form: number): Letters {
  const { letterStarts, letterLooks, letterSounds } = sections;
  const [start, end] = [letterStarts[form]!, letterStarts[form + 1]!];
  return { looks: letterLooks.subarray(start, end), sounds: letterSounds.subarray(start, end) };
}

/** Same main question or same answer: choosing between them would be no choice. */
export function isSameToCustomer({ sections }: KnowledgeIndex, one: number, other: number): boolean {
  const { answerHashes, questionHashes } = sections;
  if (answerHashes[one] !== 0 && answerHashes[one] === answerHashes[other]) return true;
  return questionHashes[one] === questionHashes[other];
}

/** The question as the shop wrote it: the one to show to a customer. */
export function mainQuestionAt(index: KnowledgeIndex, entry: number): string {
  return formTextAt(index, index.sections.formStarts[entry]!);
}

export function mainQuestionOf(index: KnowledgeIndex, entryId: string): string | undefined {
  const entry = findEntry(index, entryId);
  return entry < 0 ? undefined : mainQuestionAt(index, entry);
}

/** Number of a feature, or −1 when the knowledge doesn't have it. */
export function findFeature({ slotFeatures, featureHashes }: IndexSections, hash: number): number {
  const mask = slotFeatures.length - 1;
  let slot = hash & mask;
  while (slotFeatures[slot] !== 0) {
    const number = slotFeatures[slot]! - 1;
    if (featureHashes[number] === hash) return number;
    slot = (slot + 1) & mask;
  }
  return -1;
}

export function featureWordAt({ wordUnits, wordStarts }: IndexSections, feature: number): string {
  return unpackString(wordUnits, wordStarts, feature);
}
