import { findNamed, tellApart } from "./clarify.ts";
import { entryIdAt, isSameToCustomer, type KnowledgeIndex, mainQuestionAt } from "./index-open.ts";
import type { Reading } from "./normalise.ts";
import { type Ranked, toCandidate } from "./rank.ts";
import { signal } from "./signal-names.ts";
import type { Decision, Outcome, Thresholds } from "./types.ts";

/** From ranked entries to one of the outcomes that come from knowledge: direct, understood, guided, unknown. */

const optionsGuided = 5;
const optionsUnknown = 3;
const candidatesShown = 5;
/** An option is listed from this share of the favourite's probability. */
const worthBeside = 0.08;
/** Under "unknown" an entry is still offered from this share of the recommend threshold. */
const nearShare = 0.5;
const nearExact = { edit: 0.88, cosine: 0.93 };
const nearlySure = 0.97;

export type Conclusion = Pick<Decision, "outcome" | "entryId" | "options" | "confidence" | "candidates" | "clarify">;

export function conclude(
  index: KnowledgeIndex,
  ranked: readonly Ranked[],
  thresholds: Thresholds,
  said: Reading,
): Conclusion {
  const candidates = ranked.slice(0, candidatesShown).map((one) => toCandidate(index, one));
  const top = ranked[0];
  const least = thresholds.recommend * nearShare;
  if (!top || top.alone < thresholds.recommend) {
    const options = listOptions(index, ranked, least, optionsUnknown);
    return { outcome: "unknown", options, confidence: 1 - (top?.alone ?? 0), candidates };
  }
  const second = ranked.find((one) => one !== top && !isSameToCustomer(index, one.entry, top.entry));
  const isTie = second !== undefined && top.score - second.score < thresholds.tie;
  if (top.score >= thresholds.answer && !isTie && !contradicts(top) && !isOnlyMentioned(top)) {
    const outcome: Outcome = isNearExact(top) || top.score >= nearlySure ? "direct" : "understood";
    return { outcome, entryId: entryIdAt(index, top.entry), options: [], confidence: top.score, candidates };
  }
  let options = listOptions(index, ranked, least, optionsGuided);
  const questions = options.map(({ question }) => question);
  const clarify = tellApart(questions);
  // Not asked back for what was said ("登山鞋偏大吗"): the one named is offered first. Answering it would be right half the time.
  const named = clarify === undefined ? -1 : findNamed(said, questions);
  if (named >= 0) options = [options[named]!, ...options.filter((_, at) => at !== named)];
  const asks = clarify !== undefined && named < 0 ? { clarify } : {};
  return { outcome: "guided", options, confidence: top.alone, candidates, ...asks };
}

export function isNearExact({ signals }: Ranked): boolean {
  if (signals[signal.exact] === 1) return true;
  if (signals[signal.negation]! + signals[signal.number]! + signals[signal.kind]! > 0) return false;
  return signals[signal.edit]! >= nearExact.edit || signals[signal.cosine]! >= nearExact.cosine;
}

/**
 * Likely by its words, and yet another thing: nearly the same but for a negation, another number, or the weightiest word
 * of each missing from the other ("快递怎么还没到", "退款怎么还没到"; in the shops of training/fit.ts such answers were
 * right half as often as others of the same probability). The bot then asks back.
 */
export function contradicts({ signals }: { signals: ArrayLike<number> }): boolean {
  return signals[signal.negation]! >= 0.5 || signals[signal.number]! > 0 || signals[signal.exchanged]! >= 0.9;
}

/**
 * A short question that a longer wording only mentions, while it asks about something weighty of its own ("能刻字吗" in
 * "定制刻字的能退吗"). Such wordings are too rare in the shops of training/fit.ts for the weights to tell; the bot asks back.
 */
const onlyMentioned = { asked: 0.9, offered: 0.45, extra: 0.9, length: 0.5 };
function isOnlyMentioned({ signals }: Ranked): boolean {
  return (
    signals[signal.wordsAsked]! >= onlyMentioned.asked &&
    signals[signal.wordsOffered]! < onlyMentioned.offered &&
    signals[signal.extra]! >= onlyMentioned.extra &&
    signals[signal.length]! < onlyMentioned.length
  );
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

/** What else the customer may have meant, when `entryId` has just been given and the same is asked again. */
export function listOthers(
  index: KnowledgeIndex,
  ranked: readonly Ranked[],
  entryId: string,
  { recommend }: Thresholds,
): Decision["options"] {
  const given = ranked.find(({ entry }) => entryIdAt(index, entry) === entryId);
  const others = ranked.filter((one) => !given || !isSameToCustomer(index, one.entry, given.entry));
  return listOptions(index, others, recommend * nearShare, optionsUnknown);
}
