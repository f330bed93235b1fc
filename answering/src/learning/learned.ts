import { findEntry, type KnowledgeIndex } from "../index-open.ts";
import { listShares } from "../intents/cross-validation.ts";
import type { Model } from "../rank.ts";
import type { Query } from "../retrieve.ts";
import { signalNames } from "../signal-names.ts";
import { packSections, packStrings, unpackSections, unpackString } from "../snapshot.ts";
import type { Language } from "../types.ts";
import { classifierSignalNames, type EntryClassifier, readShares, scoreQuery } from "./entry-classifier.ts";
import { compareMeaning, layVectors, type Meaning, meaningSignalNames, readMeaning } from "./meaning.ts";
import { listVoiced, type Memory, memorySignalNames, openMemory, readVoices, recall, type Voice } from "./memory.ts";
import type { WordVectors } from "./vectors.ts";

/** What a shop learned, opened beside its knowledge. */
export type Learned = {
  /** Hashes of the questions learned from (questions.ts). */
  seen: Uint32Array;
  /** The ranker's weights for this shop. */
  models: Readonly<Record<Language, Model>>;
  /** With the weights of what it says, in the order of memorySignalNames. */
  memory: (Memory & { weights: ArrayLike<number> }) | null;
  /** With the weights of what they say, in the order of meaningSignalNames. */
  vectors: (WordVectors & { weights: ArrayLike<number> }) | null;
  /** With the weights of what it says, in the order of classifierSignalNames. */
  classifier: (EntryClassifier & { weights: ArrayLike<number> }) | null;
};

/** Raised whenever the meaning of a section, of a signal or of a shipped weight changes; what older versions learned is not used. */
const version = 2;

export type LearnedSections = {
  seen: Uint32Array;
  weights: Readonly<Record<Language, Model>>;
  memory: { snapshot: ArrayBuffer; trust: Float32Array; weights: Float32Array } | null;
  vectors: (WordVectors & { weights: Float32Array }) | null;
  classifier: (EntryClassifier & { weights: Float32Array }) | null;
};

export function packLearned({ seen, weights, memory, vectors, classifier }: LearnedSections): ArrayBuffer {
  const row = ({ bias, weights: values }: Model) => Float32Array.of(bias, ...values);
  return packSections({
    learnedVersion: Uint32Array.of(version),
    seen,
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
    ...(classifier && packClassifier(classifier)),
  });
}

function packClassifier({
  labels,
  hashes,
  values,
  scales,
  bias,
  sharpness,
  weights,
}: NonNullable<Learned["classifier"]>) {
  const { units, starts } = packStrings(labels.map((label) => label ?? ""));
  return {
    labelUnits: units,
    labelStarts: starts,
    labelIsEntry: Uint8Array.from(labels, (label) => (label === null ? 0 : 1)),
    classifierHashes: hashes,
    classifierValues: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    classifierScales: scales,
    classifierBias: bias,
    classifierWeights: Float32Array.of(sharpness, ...Array.from(weights)),
  };
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
    return {
      seen: sections.seen as Uint32Array,
      models: shop,
      memory: readMemory(sections, open),
      vectors: readVectors(sections),
      classifier: readClassifier(sections),
    };
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

function readClassifier(sections: Sections): Learned["classifier"] {
  const { labelUnits, labelStarts, labelIsEntry, classifierWeights, classifierValues: values } = sections;
  if (!labelUnits || !labelStarts || !labelIsEntry || !values) return null;
  if (classifierWeights?.length !== 1 + classifierSignalNames.length) return null;
  return {
    labels: Array.from(labelIsEntry, (isEntry, at) =>
      isEntry === 1 ? unpackString(labelUnits as Uint16Array, labelStarts as Uint32Array, at) : null,
    ),
    hashes: sections.classifierHashes as Uint32Array,
    values: new Int8Array(values.buffer, values.byteOffset, values.byteLength),
    scales: sections.classifierScales as Float32Array,
    bias: sections.classifierBias as Float32Array,
    sharpness: classifierWeights[0]!,
    weights: classifierWeights.slice(1),
  };
}

/** What was learned, by the numbers of one knowledge index. Entries that are gone from it have no number. */
export type LearnedOfIndex = Learned & {
  entryOfTarget: Int32Array;
  targetOfEntry: Int32Array;
  /** Of the classifier's labels likewise. */
  entryOfLabel: Int32Array;
  labelOfEntry: Int32Array;
  meaning: Meaning | null;
};

export function placeLearned(index: KnowledgeIndex, learned: Learned): LearnedOfIndex {
  const entryOfTarget = findAll(index, learned.memory?.targets ?? []);
  const entryOfLabel = findAll(index, learned.classifier?.labels ?? []);
  return {
    ...learned,
    entryOfTarget,
    targetOfEntry: invert(entryOfTarget, index.entryCount),
    entryOfLabel,
    labelOfEntry: invert(entryOfLabel, index.entryCount),
    meaning: learned.vectors && layVectors(index, learned.vectors),
  };
}

function findAll(index: KnowledgeIndex, ids: readonly (string | null)[]): Int32Array {
  return Int32Array.from(ids, (id) => (id === null ? -1 : findEntry(index, id)));
}

function invert(entries: Int32Array, entryCount: number): Int32Array {
  const places = new Int32Array(entryCount).fill(-1);
  for (const [place, entry] of entries.entries()) if (entry >= 0) places[entry] = place;
  return places;
}

/** What was learned has to say on one question. */
export type Heard = { voices: readonly Voice[]; shares: Float64Array | null };

export function hear({ memory, classifier }: Learned, query: Query): Heard {
  return {
    voices: memory ? recall(memory, query) : [],
    shares: classifier && listShares(scoreQuery(classifier, query), classifier.sharpness),
  };
}

/** A label from this share on brings its entry among the candidates, as a strong voice does. */
const leastShare = 0.1;

/** Numbers of the entries that what was learned speaks for. */
export function listHeard({ entryOfTarget, entryOfLabel }: LearnedOfIndex, { voices, shares }: Heard): number[] {
  const entries = listVoiced(voices, entryOfTarget);
  if (!shares) return entries;
  for (const [label, entry] of entryOfLabel.entries())
    if (entry >= 0 && shares[label]! >= leastShare && !entries.includes(entry)) entries.push(entry);
  return entries;
}

/** What was learned says of an entry and its best wording, beside the wording's signals: log odds to add. */
export function judgeLearned(
  index: KnowledgeIndex,
  { memory, vectors, classifier, meaning, targetOfEntry, labelOfEntry }: LearnedOfIndex,
  query: Query,
  { voices, shares }: Heard,
): (entry: number, form: number) => number {
  const meant = meaning && readMeaning(meaning, query);
  const nothing = classifier ? classifier.labels.indexOf(null) : -1;
  return (entry, form) => {
    let sum = 0;
    if (memory) sum += weigh(memory.weights, readVoices(voices, targetOfEntry[entry]!, memory.targets));
    if (vectors && meaning && meant) sum += weigh(vectors.weights, compareMeaning(index, meaning, query, meant, form));
    if (classifier && shares) sum += weigh(classifier.weights, readShares(shares, labelOfEntry[entry]!, nothing));
    return sum;
  };
}

function weigh(weights: ArrayLike<number>, values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += weights[at]! * values[at]!;
  return sum;
}
