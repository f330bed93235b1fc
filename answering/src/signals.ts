import { formCoreAt, type KnowledgeIndex } from "./index-open.ts";
import { listNumbers } from "./normalise.ts";
import type { Query } from "./retrieve.ts";
import { wordKind } from "./segment.ts";
import { unpackString } from "./snapshot.ts";

/**
 * What is compared between a question and one wording of an entry; every value is 0…1 and means the same in every shop.
 * The order is the order of the weights in weights.ts.
 */
export const signalNames = [
  "cosine",
  "bm25",
  "words",
  "asked",
  "offered",
  "edit",
  "exact",
  "missing",
  "extra",
  "negation",
  "number",
  "kind",
  "answer",
] as const;
export type SignalName = (typeof signalNames)[number];
export type Signals = Record<SignalName, number>;

const bm25 = { k: 1.2, form: { weight: 1, b: 0.4 }, answer: { weight: 0.15, b: 0.7 } };
const editCharacters = 64;

/** `answerCoverage`: share of the question's word weight found in the entry's answer. */
export function compareForm(index: KnowledgeIndex, query: Query, form: number, answerCoverage: number): Signals {
  const { sections, scratch } = index;
  const { reading } = query;
  const core = formCoreAt(index, form);
  for (const { feature, weight } of query.terms) if (feature >= 0) scratch.queryWeights[feature] = weight;

  let dot = 0;
  let extra = 0;
  let heaviestOffered = 0;
  let sharedForm = 0;
  let allForm = 0;
  let sharedWords = 0;
  let formWords = 0;
  let bm25Sum = 0;
  const lengthNorm = 1 - bm25.form.b + (bm25.form.b * sections.formLengths[form]!) / index.averageFormLength;
  for (let at = sections.formFeatureStarts[form]!; at < sections.formFeatureStarts[form + 1]!; at++) {
    const feature = sections.formFeatures[at]!;
    const weight = sections.formWeights[at]!;
    const asked = scratch.queryWeights[feature]!;
    allForm += weight;
    const isWord = sections.featureKinds[feature] === wordKind;
    const idf = sections.featureIdf[feature]!;
    let subject = 0;
    if (isWord) {
      formWords += idf;
      subject = subjectWeight(sections.wordStarts[feature + 1]! - sections.wordStarts[feature]!, idf);
      heaviestOffered = Math.max(heaviestOffered, subject);
    }
    if (asked === 0) {
      // Only a heavier word can change the maximum: the text of few words is looked at.
      if (subject > extra) {
        const word = unpackString(sections.wordUnits, sections.wordStarts, feature);
        extra = Math.max(extra, subject * shareUnsaid(word, reading.core));
      }
      continue;
    }
    dot += asked * weight;
    sharedForm += weight;
    if (!isWord) continue;
    sharedWords += idf;
    // BM25F: the wording and the answer are two fields of one text.
    const inAnswer =
      answerCoverage > 0 && isInAnswer(index, feature, index.entryOfForm[form]!) ? bm25.answer.weight : 0;
    const frequency = (bm25.form.weight * sections.formCounts[at]!) / lengthNorm + inAnswer;
    bm25Sum += (idf * frequency * (bm25.k + 1)) / (frequency + bm25.k);
  }
  for (const { feature } of query.terms) if (feature >= 0) scratch.queryWeights[feature] = 0;

  const has = coveredBy(index, query, form, core);
  const offeredShare = allForm === 0 ? 0 : sharedForm / allForm;
  const extraShare = heaviestOffered === 0 ? 0 : extra / heaviestOffered;
  const cosine = Math.min(1, dot / query.norm);
  const marks = sections.formMarks[form]!;
  const asks = marks >> 1;
  return {
    cosine,
    bm25: Math.min(1, bm25Sum / query.wordIdf),
    words: (2 * sharedWords) / (query.wordIdf + formWords || 1),
    asked: has.share,
    offered: offeredShare,
    edit: similarity(reading.core, core),
    exact: reading.core !== "" && reading.core === core ? 1 : 0,
    missing: has.missing,
    extra: extraShare,
    negation: reading.isNegated === ((marks & 1) === 1) ? 0 : cosine,
    number: reading.numbers.length > 0 && conflicts(reading.numbers, listNumbers(core)) ? cosine : 0,
    kind: reading.asks !== 0 && asks !== 0 && (reading.asks & asks) === 0 ? cosine : 0,
    answer: answerCoverage,
  };
}

/** How much a word says about what the question is about: a lone character is often half a word. */
const subjectWeight = (length: number, idf: number) => (length === 1 ? idf / 2 : idf);

/** How much of the question this wording has, and how heavy the heaviest word is that it lacks. */
function coveredBy(
  index: KnowledgeIndex,
  query: Query,
  form: number,
  core: string,
): { share: number; missing: number } {
  const { sections, scratch } = index;
  for (let at = sections.formFeatureStarts[form]!; at < sections.formFeatureStarts[form + 1]!; at++) {
    scratch.queryWeights[sections.formFeatures[at]!] = 1;
  }
  let total = 0;
  let shared = 0;
  let heaviest = 0;
  let missing = 0;
  for (const { feature, kind, idf, weight, text } of query.terms) {
    const isShared = feature >= 0 && scratch.queryWeights[feature] === 1;
    total += weight;
    if (isShared) shared += weight;
    if (kind !== wordKind) continue;
    const subject = subjectWeight(text.length, idf);
    heaviest = Math.max(heaviest, subject);
    if (!isShared && subject > missing) missing = Math.max(missing, subject * shareUnsaid(text, core));
  }
  for (let at = sections.formFeatureStarts[form]!; at < sections.formFeatureStarts[form + 1]!; at++) {
    scratch.queryWeights[sections.formFeatures[at]!] = 0;
  }
  return { share: total === 0 ? 0 : shared / total, missing: heaviest === 0 ? 1 : missing / heaviest };
}

/** Share of a word's characters that a text lacks: "优惠" is half said by "优惠券", "refunds" mostly by "refund". */
function shareUnsaid(word: string, core: string): number {
  if (/^[a-z]/.test(word))
    return word.length > 4 && core.includes(word.slice(0, Math.ceil(word.length * 0.7))) ? 0.3 : 1;
  let unsaid = 0;
  for (const letter of word) if (!core.includes(letter)) unsaid++;
  return unsaid / word.length;
}

function isInAnswer(index: KnowledgeIndex, feature: number, entry: number): boolean {
  const { answerStarts, answerEntries } = index.sections;
  let low = answerStarts[feature]!;
  let high = answerStarts[feature + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (answerEntries[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  return low < answerStarts[feature + 1]! && answerEntries[low] === entry;
}

/** "3天" against "7天": both name something, and neither's are all among the other's. */
function conflicts(asked: readonly string[], offered: readonly string[]): boolean {
  if (offered.length === 0) return false;
  return !asked.every((one) => offered.includes(one)) && !offered.every((one) => asked.includes(one));
}

/** 1 − edit distance (with neighbours swapped as one edit) ÷ the longer length. */
export function similarity(a: string, b: string): number {
  const [left, right] = [a.slice(0, editCharacters), b.slice(0, editCharacters)];
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 0;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + change);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return 1 - above[right.length]! / longer;
}
