import { findEntry, type KnowledgeIndex } from "../index-open.ts";
import type { Model } from "../rank.ts";
import type { Query } from "../retrieve.ts";
import { signalNames } from "../signals.ts";
import { packSections, unpackSections } from "../snapshot.ts";
import type { Language } from "../types.ts";
import { compareMeaning, layVectors, type Meaning, meaningSignalNames, readMeaning } from "./meaning.ts";
import { type Memory, memorySignalNames, openMemory, readVoices, type Voice } from "./memory.ts";
import type { WordVectors } from "./vectors.ts";

/** What a shop learned, opened beside its knowledge. */
export type Learned = {
  /** The ranker's weights for this shop. */
  models: Readonly<Record<Language, Model>>;
  /** With the weights of what it says, in the order of memorySignalNames. */
  memory: (Memory & { weights: ArrayLike<number> }) | null;
  /** With the weights of what they say, in the order of meaningSignalNames. */
  vectors: (WordVectors & { weights: ArrayLike<number> }) | null;
};

/** Raised whenever the meaning of a section or of a signal changes; what older versions learned is not used. */
const version = 1;

export type LearnedSections = {
  weights: Readonly<Record<Language, Model>>;
  memory: { snapshot: ArrayBuffer; trust: Float32Array; weights: Float32Array } | null;
  vectors: (WordVectors & { weights: Float32Array }) | null;
};

export function packLearned({ weights, memory, vectors }: LearnedSections): ArrayBuffer {
  const row = ({ bias, weights: values }: Model) => Float32Array.of(bias, ...values);
  return packSections({
    learnedVersion: Uint32Array.of(version),
    zh: row(weights.zh),
    en: row(weights.en),
    ...(memory && {
      memory: new Uint8Array(memory.snapshot),
      trust: memory.trust,
      memoryWeights: memory.weights,
    }),
    ...(vectors && {
      vectorHashes: vectors.hashes,
      vectorDimensions: Uint32Array.of(vectors.dimensions),
      vectors: new Uint8Array(vectors.values.buffer, vectors.values.byteOffset, vectors.values.byteLength),
      vectorWeights: vectors.weights,
    }),
  });
}

/** Null for what another version learned, or for anything else. `open` opens a snapshot of knowledge. */
export function openLearned(
  learned: ArrayBuffer | null | undefined,
  open: (snapshot: ArrayBuffer) => KnowledgeIndex,
): Learned | null {
  if (!learned) return null;
  try {
    const sections = unpackSections(learned);
    if (sections.learnedVersion?.[0] !== version) return null;
    const model = (row: ArrayLike<number>): Model => ({ bias: row[0]!, weights: Array.from(row).slice(1) });
    const shop = { zh: model(sections.zh!), en: model(sections.en!) };
    if (shop.zh.weights.length !== signalNames.length) return null;
    return { models: shop, memory: readMemory(sections, open), vectors: readVectors(sections) };
  } catch {
    return null;
  }
}

type Sections = ReturnType<typeof unpackSections>;

function readMemory({ memory, trust, memoryWeights }: Sections, open: (snapshot: ArrayBuffer) => KnowledgeIndex) {
  if (!memory || !trust || memoryWeights?.length !== memorySignalNames.length) return null;
  return { ...openMemory(open(new Uint8Array(memory).buffer), trust), weights: memoryWeights };
}

function readVectors({ vectorHashes, vectorDimensions, vectors, vectorWeights }: Sections) {
  if (!vectorHashes || !vectorDimensions || !vectors || vectorWeights?.length !== meaningSignalNames.length)
    return null;
  return {
    hashes: vectorHashes as Uint32Array,
    dimensions: vectorDimensions[0]!,
    values: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength),
    weights: vectorWeights,
  };
}

/** What was learned, by the numbers of one knowledge index. Entries that are gone from it have no number. */
export type LearnedOfIndex = Learned & {
  entryOfTarget: Int32Array;
  targetOfEntry: Int32Array;
  meaning: Meaning | null;
};

export function placeLearned(index: KnowledgeIndex, learned: Learned): LearnedOfIndex {
  const targets = learned.memory?.targets ?? [];
  const entryOfTarget = Int32Array.from(targets, (id) => (id === null ? -1 : findEntry(index, id)));
  const targetOfEntry = new Int32Array(index.entryCount).fill(-1);
  for (const [target, entry] of entryOfTarget.entries()) if (entry >= 0) targetOfEntry[entry] = target;
  return { ...learned, entryOfTarget, targetOfEntry, meaning: learned.vectors && layVectors(index, learned.vectors) };
}

/** What was learned says of an entry and its best wording, beside the wording's signals: log odds to add. */
export function judgeLearned(
  index: KnowledgeIndex,
  { memory, vectors, meaning, targetOfEntry }: LearnedOfIndex,
  query: Query,
  voices: readonly Voice[],
): (entry: number, form: number) => number {
  const meant = meaning && readMeaning(meaning, query);
  return (entry, form) => {
    let sum = 0;
    if (memory) sum += weigh(memory.weights, readVoices(voices, targetOfEntry[entry]!, memory.targets));
    if (vectors && meaning && meant) sum += weigh(vectors.weights, compareMeaning(index, meaning, query, meant, form));
    return sum;
  };
}

function weigh(weights: ArrayLike<number>, values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += weights[at]! * values[at]!;
  return sum;
}
