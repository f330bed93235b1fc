import { findEntry, type KnowledgeIndex } from "../index-open.ts";
import type { Model } from "../rank.ts";
import { signalNames } from "../signals.ts";
import { packSections, unpackSections } from "../snapshot.ts";
import type { Language } from "../types.ts";
import { type Memory, memorySignalNames, openMemory } from "./memory.ts";

/** What a shop learned, opened beside its knowledge. Every part may be missing. */
export type Learned = {
  /** The ranker's weights for this shop. */
  models: Readonly<Record<Language, Model>>;
  memory: Memory | null;
  /** Weights of what the memory says, in the order of memorySignalNames. */
  memoryWeights: ArrayLike<number>;
};

/** Raised whenever the meaning of a section or of a signal changes; what older versions learned is not used. */
const version = 1;

export type LearnedSections = {
  weights: Readonly<Record<Language, Model>>;
  memory: { snapshot: ArrayBuffer; trust: Float32Array; weights: Float32Array } | null;
};

export function packLearned({ weights, memory }: LearnedSections): ArrayBuffer {
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
  });
}

/** Null for what another version learned, or for anything else. `open` opens a snapshot of knowledge. */
export function openLearned(
  learned: ArrayBuffer | null | undefined,
  open: (snapshot: ArrayBuffer) => KnowledgeIndex,
): Learned | null {
  if (!learned) return null;
  try {
    const sections = unpackSections(learned) as Record<string, Float32Array | Uint8Array | undefined>;
    if (sections.learnedVersion?.[0] !== version) return null;
    const model = (row: ArrayLike<number>): Model => ({ bias: row[0]!, weights: Array.from(row).slice(1) });
    const shop = { zh: model(sections.zh!), en: model(sections.en!) };
    if (shop.zh.weights.length !== signalNames.length) return null;
    const { memory, trust, memoryWeights } = sections;
    return {
      models: shop,
      memory: memory ? openMemory(open(new Uint8Array(memory).buffer), trust as Float32Array) : null,
      memoryWeights: (memoryWeights as Float32Array) ?? new Float32Array(memorySignalNames.length),
    };
  } catch {
    return null;
  }
}

/** What was learned, by the numbers of one knowledge index. Entries that are gone from it have no number. */
export type LearnedOfIndex = Learned & { entryOfTarget: Int32Array; targetOfEntry: Int32Array };

export function placeLearned(index: KnowledgeIndex, learned: Learned): LearnedOfIndex {
  const targets = learned.memory?.targets ?? [];
  const entryOfTarget = Int32Array.from(targets, (id) => (id === null ? -1 : findEntry(index, id)));
  const targetOfEntry = new Int32Array(index.entryCount).fill(-1);
  for (const [target, entry] of entryOfTarget.entries()) if (entry >= 0) targetOfEntry[entry] = target;
  return { ...learned, entryOfTarget, targetOfEntry };
}
