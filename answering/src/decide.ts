import { findChitchat } from "./chitchat.ts";
import { resolveFollowUp } from "./follow-up.ts";
import { asksForHuman, withoutHumanRequest } from "./human-request.ts";
import {
  entryIdAt,
  findEntry,
  formCoreAt,
  isSameToCustomer,
  type KnowledgeIndex,
  mainQuestionAt,
} from "./index-open.ts";
import { type Reading, readText } from "./normalise.ts";
import { type Ranked, rankEntries, shareProbability, toCandidate } from "./rank.ts";
import { isCommonWord, listWords } from "./segment.ts";
import { signal } from "./signals.ts";
import type { Decision, Language, Outcome, Thresholds, Turn } from "./types.ts";

/**
 * The bot's one question: given what the shop knows and what was said, what now? Synchronous, deterministic, bounded in
 * time, and it never throws, whatever the text. It says nothing itself except chitchat, and starts nothing: `wantsHuman`
 * is a finding, handing over is the caller's.
 */

export const defaultThresholds: Thresholds = { answer: 0.8, recommend: 0.4, tie: 0.12 };

const optionsGuided = 5;
const optionsUnknown = 3;
const candidatesShown = 5;
/** An option is listed from this share of the favourite's probability. */
const worthBeside = 0.08;
/** Under "unknown" an entry is still offered from this share of the recommend threshold. */
const nearShare = 0.5;
const nearExact = { edit: 0.88, cosine: 0.93 };
const nearlySure = 0.97;

const handOver: Record<Language, string> = {
  zh: "好的，我来帮您联系人工客服。",
  en: "Of course, let me get a person for you.",
};

/** `history` is what was said before `text`, newest last. */
export type Question = { text: string; history?: readonly Turn[]; locale?: string };

export function decide(
  index: KnowledgeIndex,
  question: Question,
  thresholds: Thresholds = defaultThresholds,
): Decision {
  const wantsHuman = asksForHuman(question.text);
  const text = wantsHuman ? withoutHumanRequest(question.text) : question.text;
  const reading = readText(text, question.locale);
  const { language } = wantsHuman ? readText(question.text, question.locale) : reading;
  const ranked = rankEntries(index, reading);
  const social = findChitchat(text, language);

  // An entry of the shop that says all of it goes before our own small talk.
  const isKnown =
    ranked[0] !== undefined && ranked[0].score >= thresholds.answer && ranked[0].signals[signal.asked]! >= 0.8;
  if (!isKnown) {
    const isOnlyRequest = wantsHuman && (reading.core === "" || social !== undefined);
    const reply = isOnlyRequest ? handOver[language] : social?.reply;
    if (reply !== undefined) return { ...nothing(language, wantsHuman), outcome: "chitchat", reply, confidence: 1 };
  }
  const resolved = resolve(index, reading, text, ranked, question.history ?? [], thresholds);
  const decision = conclude(index, resolved?.ranked ?? ranked, thresholds);
  return { ...nothing(language, wantsHuman), ...decision, ...(resolved ? { resolvedText: resolved.text } : {}) };
}

function nothing(language: Language, wantsHuman: boolean): Decision {
  return { outcome: "unknown", options: [], confidence: 1, language, wantsHuman, candidates: [] };
}

/** The best full question that a weak short text can stand for, if it fits the knowledge better than the text alone. */
function resolve(
  index: KnowledgeIndex,
  reading: Reading,
  text: string,
  ranked: readonly Ranked[],
  history: readonly Turn[],
  thresholds: Thresholds,
): { text: string; ranked: Ranked[] } | undefined {
  if (history.length === 0 || (ranked[0]?.score ?? 0) >= thresholds.answer) return undefined;
  let best: { text: string; ranked: Ranked[] } | undefined;
  const said = listWords(reading);
  const telling = said.filter((word) => !isCommonWord(word));
  const words = telling.length > 0 ? telling : said;
  for (const candidate of resolveFollowUp(text, history, (entryId) => questionById(index, entryId))) {
    // What the customer has just said must be in it, or the old question would only be answered again.
    const found = rankEntries(index, readText(candidate, reading.language)).filter(({ form }) => {
      const core = formCoreAt(index, form);
      return words.some((word) => core.includes(word));
    });
    const [top] = shareProbability(index, found);
    if (!top || top.alone < thresholds.recommend) continue;
    if (top.score > (best?.ranked[0]?.score ?? ranked[0]?.score ?? 0)) best = { text: candidate, ranked: found };
  }
  return best;
}

function questionById(index: KnowledgeIndex, entryId: string): string | undefined {
  const entry = findEntry(index, entryId);
  return entry < 0 ? undefined : mainQuestionAt(index, entry);
}

function conclude(
  index: KnowledgeIndex,
  ranked: readonly Ranked[],
  thresholds: Thresholds,
): Pick<Decision, "outcome" | "entryId" | "options" | "confidence" | "candidates"> {
  const candidates = ranked.slice(0, candidatesShown).map((one) => toCandidate(index, one));
  const top = ranked[0];
  if (!top || top.alone < thresholds.recommend) {
    const options = listOptions(index, ranked, thresholds.recommend * nearShare, optionsUnknown);
    return { outcome: "unknown", options, confidence: 1 - (top?.alone ?? 0), candidates };
  }
  const second = ranked.find((one) => one !== top && !isSameToCustomer(index, one.entry, top.entry));
  const isTie = second !== undefined && top.score - second.score < thresholds.tie;
  if (top.score >= thresholds.answer && !isTie && !contradicts(top)) {
    const outcome: Outcome = isNearExact(top) || top.score >= nearlySure ? "direct" : "understood";
    return { outcome, entryId: entryIdAt(index, top.entry), options: [], confidence: top.score, candidates };
  }
  const options = listOptions(index, ranked, thresholds.recommend * nearShare, optionsGuided);
  return { outcome: "guided", options, confidence: top.alone, candidates };
}

function isNearExact({ signals }: Ranked): boolean {
  if (signals[signal.exact] === 1) return true;
  if (signals[signal.negation]! + signals[signal.number]! + signals[signal.kind]! > 0) return false;
  return signals[signal.edit]! >= nearExact.edit || signals[signal.cosine]! >= nearExact.cosine;
}

/**
 * Likely by its words, and yet another thing: nearly the same but for a negation, another number, or the weightiest word
 * of each missing from the other ("快递怎么还没到", "退款怎么还没到"; in the shops of training/fit.ts such answers were
 * right half as often as others of the same probability). The bot then asks back.
 */
function contradicts({ signals }: Ranked): boolean {
  return signals[signal.negation]! >= 0.5 || signals[signal.number]! > 0 || signals[signal.exchanged]! >= 0.9;
}

function listOptions(
  index: KnowledgeIndex,
  ranked: readonly Ranked[],
  least: number,
  limit: number,
): Decision["options"] {
  const chosen: Ranked[] = [];
  for (const one of ranked) {
    if (one.alone < least || chosen.some((other) => isSameToCustomer(index, one.entry, other.entry))) continue;
    // Beside a clear favourite a far-off entry is noise; two are always a choice.
    if (chosen.length >= 2 && one.score < worthBeside * ranked[0]!.score) break;
    chosen.push(one);
    if (chosen.length >= limit) break;
  }
  return chosen.map((one) => ({ entryId: entryIdAt(index, one.entry), question: mainQuestionAt(index, one.entry) }));
}
