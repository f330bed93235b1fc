import { aspects, exclusiveAspects } from "./aspects.ts";
import { numbersMark } from "./form-table.ts";
import { formCoreAt, type KnowledgeIndex } from "./index-open.ts";
import { coverLetters } from "./letters.ts";
import { listNumbers } from "./normalise.ts";
import type { Query } from "./retrieve.ts";
import { copySignals, makeSignals, namedSignals, type Signals } from "./signal-names.ts";
import { matchWords } from "./words.ts";

/** `answerCoverage`: share of the question's word weight found in the entry's answer. */
export function compareForm(index: KnowledgeIndex, query: Query, form: number, answerCoverage: number): Signals {
  const signals = makeSignals();
  writeSignals(index, query, form, answerCoverage, signals);
  return copySignals(signals);
}

/** As compareForm, into room that is used again: of a question's many wordings only the best are kept. */
export function writeSignals(
  index: KnowledgeIndex,
  query: Query,
  form: number,
  answerCoverage: number,
  signals: Float64Array,
): void {
  const { reading } = query;
  const { coreUnits, coreStarts, formMarks } = index.sections;
  const length = coreStarts[form + 1]! - coreStarts[form]!;
  const { cosine, asked, offered } = shareFeatures(index, query, form);
  const words = matchWords(index, query.words, form);
  const letters = coverLetters(index, query.letters, form);
  const marks = formMarks[form]!;
  const asks = (marks & ~numbersMark) >> 1;
  const hasNumbers = reading.numbers.length > 0 && (marks & numbersMark) !== 0;
  signals.fill(0);
  signals[0] = cosine;
  signals[1] = asked;
  signals[2] = offered;
  signals[4] = isSame(reading.core, coreUnits, coreStarts[form]!, length) ? 1 : 0;
  signals[5] = words.missing;
  signals[6] = words.extra;
  signals[7] = reading.isNegated === ((marks & 1) === 1) ? 0 : cosine;
  signals[8] = hasNumbers && conflicts(reading.numbers, listNumbers(formCoreAt(index, form))) ? cosine : 0;
  signals[9] = areOpposed(reading.asks & exclusiveAspects, asks & exclusiveAspects) ? cosine : 0;
  signals[10] = answerCoverage;
  signals[11] = words.asked;
  signals[12] = words.offered;
  signals[13] = letters.asked;
  signals[14] = letters.offered;
  signals[15] = words.related;
  signals[16] = Math.min(reading.core.length, length) / (Math.max(reading.core.length, length) || 1);
  signals[17] = Math.min(words.missing, words.extra);
  signals[18] = query.isBare ? 1 : 0;
  for (let bit = 0, at = namedSignals.length; bit < aspects.length; bit++, at += 3) {
    const mine = (reading.asks >> bit) & 1;
    const theirs = (asks >> bit) & 1;
    if (mine + theirs > 0) signals[at + (mine === theirs ? 0 : mine === 1 ? 1 : 2)] = 1;
  }
}

function isSame(core: string, units: Uint16Array, start: number, length: number): boolean {
  if (core.length !== length || length === 0) return false;
  for (let at = 0; at < length; at++) if (core.charCodeAt(at) !== units[start + at]) return false;
  return true;
}

const areOpposed = (one: number, other: number) => one !== 0 && other !== 0 && (one & other) === 0;

/** Written anew by every call. */
const sharing = { cosine: 0.5, asked: 0.5, offered: 0.5 };

/** Sums over the features that both sides have. */
function shareFeatures(index: KnowledgeIndex, query: Query, form: number) {
  const { formFeatureStarts, formFeatures, formWeights } = index.sections;
  const queryWeights = layWeights(index, query);
  let dot = 0;
  let all = 0;
  let shared = 0;
  let sharedAsked = 0;
  for (let at = formFeatureStarts[form]!, end = formFeatureStarts[form + 1]!; at < end; at++) {
    const weight = formWeights[at]!;
    const asked = queryWeights[formFeatures[at]!]!;
    all += weight;
    if (asked === 0) continue;
    dot += asked * weight;
    shared += weight;
    sharedAsked += asked;
  }
  sharing.cosine = Math.min(1, dot / query.norm);
  sharing.asked = sharedAsked / (query.allWeight || 1);
  sharing.offered = all === 0 ? 0 : shared / all;
  return sharing;
}

/** By feature. They lie there until another question comes: its wordings are compared one after another. */
function layWeights({ scratch }: KnowledgeIndex, query: Query): Float32Array {
  const { queryWeights } = scratch;
  if (scratch.weighed === query.terms) return queryWeights;
  for (const { feature } of scratch.weighed) if (feature >= 0) queryWeights[feature] = 0;
  for (const { feature, weight } of query.terms) if (feature >= 0) queryWeights[feature] = weight;
  scratch.weighed = query.terms;
  return queryWeights;
}

/** "3天" against "7天": both name something, and neither's are all among the other's. */
function conflicts(asked: readonly string[], offered: readonly string[]): boolean {
  if (offered.length === 0) return false;
  return !asked.every((one) => offered.includes(one)) && !offered.every((one) => asked.includes(one));
}
