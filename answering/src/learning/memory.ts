import { buildIndex } from "../index-build.ts";
import { entryIdAt, formCoreAt, type KnowledgeIndex } from "../index-open.ts";
import { readText } from "../normalise.ts";
import { type Query, translateQuery } from "../retrieve.ts";
import { makeSignals } from "../signal-names.ts";
import { writeSignals } from "../signals.ts";
import { models } from "../weights.ts";

/**
 * What was asked before and the entry it meant. A question is compared with the asked texts nearest to it as with wordings
 * of the knowledge; how likely each means the same is its voice for its entry. Asked texts are never wordings themselves:
 * an entry with many of them would win by their number.
 */
export type Memory = {
  /** The asked texts as an index: an entry for each target, its wordings the texts. */
  index: KnowledgeIndex;
  /** By target: the entry's id, or null where nothing answers. */
  targets: readonly (string | null)[];
  /** By text: how far its label is believed, 0…1. */
  trust: ArrayLike<number>;
};

export type Remembered = { text: string; entryId: string | null; trust: number };

/** One of the asked texts that come near a question: how likely it means the same, times its trust. */
export type Voice = { target: number; form: number; strength: number };

const postingsBudget = 800;
/** Asked texts looked at closely: those of the best cosine, if it reaches the least one. */
const textsLooked = 5;
const leastCosine = 0.2;

const entryMark = "e";
const nothingMark = "n";

/** A snapshot of its own, and the trust of its texts. The order of what is remembered has no influence. */
export function buildMemory(
  remembered: readonly Remembered[],
  open: (snapshot: ArrayBuffer) => KnowledgeIndex,
): { snapshot: ArrayBuffer; trust: Float32Array } {
  const keyOf = (id: string, core: string) => `${id}\n${core}`;
  const trustOf = new Map<string, number>();
  const byTarget = new Map<string, string[]>();
  for (const { text, entryId, trust } of remembered) {
    const { core } = readText(text);
    const id = entryId === null ? nothingMark + core : entryMark + entryId;
    const key = keyOf(id, core);
    trustOf.set(key, Math.max(trust, trustOf.get(key) ?? 0));
    // One sentence: of a question with several, the index would know the first half as another wording.
    byTarget.set(id, [...(byTarget.get(id) ?? []), text.replace(/[?？!！。;；]+/gu, "，")]);
  }
  const entries = [...byTarget].map(([id, texts]) => {
    const [question = "", ...similar] = texts.sort();
    return { id, question, similar, answer: "" };
  });
  const snapshot = buildIndex(entries);
  const index = open(snapshot);
  const trust = Float32Array.from(
    { length: index.formCount },
    (_, form) => trustOf.get(keyOf(entryIdAt(index, index.entryOfForm[form]!), formCoreAt(index, form))) ?? 0,
  );
  return { snapshot, trust };
}

export function openMemory(index: KnowledgeIndex, trust: ArrayLike<number>): Memory {
  const targets = Array.from({ length: index.entryCount }, (_, at) => {
    const id = entryIdAt(index, at);
    return id.startsWith(entryMark) ? id.slice(entryMark.length) : null;
  });
  return { index, targets, trust };
}

const signals = makeSignals();

/** Strongest first. `isHidden`: texts to judge without, while learning. */
export function recall({ index, trust }: Memory, asked: Query, isHidden?: (form: number) => boolean): Voice[] {
  if (index.formCount === 0) return [];
  const query = translateQuery(index, asked);
  const { bias, weights } = models[query.reading.language];
  const voices = findNearest(index, query, isHidden).map((form): Voice => {
    writeSignals(index, query, form, 0, signals);
    let odds = bias;
    for (let at = 0; at < signals.length; at++) odds += weights[at]! * signals[at]!;
    return { target: index.entryOfForm[form]!, form, strength: trust[form]! / (1 + Math.exp(-odds)) };
  });
  return voices.sort((a, b) => b.strength - a.strength || a.form - b.form);
}

/** By cosine, rarest features first until the budget is spent. */
function findNearest(
  { sections, scratch }: KnowledgeIndex,
  query: Query,
  isHidden?: (form: number) => boolean,
): number[] {
  const { postStarts, postForms, postWeights } = sections;
  const { formScores, touched } = scratch;
  let count = 0;
  let budget = postingsBudget;
  for (const { feature, weight, isCommon } of query.terms) {
    if (feature < 0) continue;
    if (budget <= 0 || (isCommon && count > 0)) break;
    const share = weight / query.norm;
    const end = postStarts[feature + 1]!;
    for (let at = postStarts[feature]!; at < end; at++) {
      const form = postForms[at]!;
      if (formScores[form] === 0) touched[count++] = form;
      formScores[form]! += share * postWeights[at]!;
    }
    budget -= end - postStarts[feature]!;
  }
  const best: number[] = [];
  for (let i = 0; i < count; i++) {
    const form = touched[i]!;
    const score = formScores[form]!;
    if (score < leastCosine || isHidden?.(form)) continue;
    let place = best.length;
    const isAfter = (other: number) => formScores[other]! < score || (formScores[other] === score && other > form);
    while (place > 0 && isAfter(best[place - 1]!)) place--;
    if (place < textsLooked) best.splice(place, 0, form);
    if (best.length > textsLooked) best.pop();
  }
  for (let i = 0; i < count; i++) formScores[touched[i]!] = 0;
  return best;
}

/** A voice from this on brings its entry among the candidates. */
const leastToListen = 0.2;

/** Numbers of the entries that voices speak for, in their order; `entryOfTarget` −1: gone. */
export function listVoiced(voices: readonly Voice[], entryOfTarget: Int32Array): number[] {
  const entries = new Set<number>();
  for (const { target, strength } of voices) {
    const entry = entryOfTarget[target]!;
    if (entry >= 0 && strength >= leastToListen) entries.add(entry);
  }
  return [...entries];
}

/** What the memory says of one entry beside the signals of its wordings; all 0…1, in the order of their weights. */
export const memorySignalNames = ["best", "vote", "nothing"] as const;
/** Written anew by every call. */
const figures = new Float32Array(3);
/** Voices that are pretended to speak for something else. */
const doubtfulVoices = 0.5;

/**
 * `target` −1: the entry was never asked for. None of these grows when other entries leave the knowledge: voices for what
 * is gone still count as voices.
 */
export function readVoices(voices: readonly Voice[], target: number, targets: Memory["targets"]): Float32Array {
  let best = 0;
  let sum = 0;
  let all: number = doubtfulVoices;
  let nothing = 0;
  for (const { target: of, strength } of voices) {
    all += strength;
    if (of === target) {
      sum += strength;
      if (strength > best) best = strength;
    } else if (targets[of] === null && strength > nothing) nothing = strength;
  }
  figures[0] = best;
  figures[1] = sum / all;
  figures[2] = nothing;
  return figures;
}
