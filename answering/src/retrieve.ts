import { inverseFrequency, saturate } from "./index-build.ts";
import { findFeature, type KnowledgeIndex } from "./index-open.ts";
import type { Reading } from "./normalise.ts";
import { type Kind, kindWeights, listFeatures, wordKind } from "./segment.ts";

/** A question as the index sees it. */
export type Query = {
  reading: Reading;
  terms: readonly Term[];
  /** Euclidean length of the terms' weights. */
  norm: number;
  wordIdf: number;
};

export type Term = { feature: number; kind: Kind; idf: number; weight: number; isCommon: boolean };

export type Retrieved = { entry: number; forms: number[]; answerCoverage: number };

/** Postings read per question: past this only the forms already seen could change their order, and by little. */
const postingsBudget = 60_000;
const entriesKept = 24;
const entriesByAnswer = 6;
const formsPerEntry = 3;

export function readQuery(index: KnowledgeIndex, reading: Reading): Query {
  const { sections } = index;
  let square = 0;
  let wordIdf = 0;
  const terms = listFeatures(reading).map((feature): Term => {
    const number = findFeature(sections, feature.hash);
    const idf = number >= 0 ? sections.featureIdf[number]! : inverseFrequency(0, index.entryCount, feature.isCommon);
    const weight = kindWeights[feature.kind] * saturate(feature.count) * idf;
    square += weight * weight;
    if (feature.kind === wordKind) wordIdf += idf;
    return { feature: number, kind: feature.kind, idf, weight, isCommon: feature.isCommon };
  });
  // Rarest first, so that the budget is spent on what tells entries apart.
  terms.sort((a, b) => b.idf - a.idf || a.feature - b.feature);
  return { reading, terms, norm: Math.sqrt(square) || 1, wordIdf: wordIdf || 1 };
}

/** The entries worth a closer look, by cosine of their best wording and by words of their answer. */
export function retrieve(index: KnowledgeIndex, query: Query): Retrieved[] {
  const { sections, scratch, entryOfForm } = index;
  const touchedForms: number[] = [];
  const touchedEntries: number[] = [];
  let budget = postingsBudget;
  for (const { feature, weight } of query.terms) {
    if (feature < 0 || budget <= 0) continue;
    const end = sections.postStarts[feature + 1]!;
    for (let at = sections.postStarts[feature]!; at < end; at++) {
      const form = sections.postForms[at]!;
      if (scratch.formScores[form] === 0) touchedForms.push(form);
      scratch.formScores[form]! += (weight * sections.postWeights[at]!) / query.norm;
    }
    budget -= end - sections.postStarts[feature]!;
  }
  for (const { feature, kind, idf, isCommon } of query.terms) {
    if (feature < 0 || kind !== wordKind || isCommon) continue;
    for (let at = sections.answerStarts[feature]!; at < sections.answerStarts[feature + 1]!; at++) {
      const entry = sections.answerEntries[at]!;
      if (scratch.entryScores[entry] === 0) touchedEntries.push(entry);
      scratch.entryScores[entry]! += idf / query.wordIdf;
    }
  }

  const bestOf = new Map<number, number>();
  for (const form of touchedForms) {
    const entry = entryOfForm[form]!;
    const score = scratch.formScores[form]!;
    if (score > (bestOf.get(entry) ?? 0)) bestOf.set(entry, score);
  }
  const chosen = topEntries(bestOf, entriesKept);
  const answered = topEntries(
    new Map(touchedEntries.map((entry) => [entry, scratch.entryScores[entry]!])),
    entriesByAnswer,
  );
  const retrieved = [...new Set([...chosen, ...answered])].map((entry) => ({
    entry,
    forms: bestForms(index, entry),
    answerCoverage: Math.min(1, scratch.entryScores[entry]!),
  }));
  for (const form of touchedForms) scratch.formScores[form] = 0;
  for (const entry of touchedEntries) scratch.entryScores[entry] = 0;
  return retrieved;
}

/** Ties go to the smaller number, which is the smaller id: nothing depends on the order of insertion. */
function topEntries(scores: ReadonlyMap<number, number>, limit: number): number[] {
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([entry]) => entry);
}

function bestForms(index: KnowledgeIndex, entry: number): number[] {
  const { sections, scratch } = index;
  const best: number[] = [];
  for (let form = sections.formStarts[entry]!; form < sections.formStarts[entry + 1]!; form++) {
    let place = best.length;
    while (place > 0 && scratch.formScores[best[place - 1]!]! < scratch.formScores[form]!) place--;
    if (place < formsPerEntry) best.splice(place, 0, form);
    if (best.length > formsPerEntry) best.pop();
  }
  return best;
}
