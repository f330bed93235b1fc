import { comfort, findChitchat } from "./chitchat.ts";
import { pickQuestion } from "./choice.ts";
import { conclude, isNearExact, listOthers } from "./conclude.ts";
import { decideEach, type One } from "./decide-each.ts";
import { mayFollow, resolveFollowUp } from "./follow-up.ts";
import { asksForHuman, withoutHumanRequest } from "./human-request.ts";
import { entryIdAt, formCoreAt, type KnowledgeIndex, mainQuestionOf } from "./index-open.ts";
import { readMood, withoutVenting } from "./mood.ts";
import type { Near } from "./nearness.ts";
import { type Reading, readText } from "./normalise.ts";
import { type Ranked, rankEntries, shareProbability } from "./rank.ts";
import { isCommonWord, listWords } from "./segment.ts";
import { signal } from "./signal-names.ts";
import { readPinyin } from "./typed-pinyin.ts";
import type { Decision, Language, Thresholds, Turn } from "./types.ts";

/**
 * The bot's one question: given what the shop knows and what was said, what now? Synchronous, deterministic, bounded in
 * time, and it never throws, whatever the text. It says nothing itself except chitchat, and starts nothing: `wantsHuman`
 * is a finding, handing over is the caller's.
 */

export const defaultThresholds: Thresholds = { answer: 0.8, recommend: 0.4, tie: 0.12 };

const handOver: Record<Language, string> = {
  zh: "好的，我来帮您联系人工客服。",
  en: "Of course, let me get a person for you.",
};

/**
 * `history` is what was said before `text`, newest last. `products`: names of what the customer is looking at, and of its
 * kind. `near`: what an embedding model says of the text, if one was asked.
 */
export type Question = {
  text: string;
  history?: readonly Turn[];
  locale?: string;
  products?: readonly string[];
  near?: Near;
};

/** What is said, and what came before it. */
type Context = { text: string; history: readonly Turn[]; products: readonly string[] };

export function decide(
  index: KnowledgeIndex,
  question: Question,
  thresholds: Thresholds = defaultThresholds,
): Decision {
  const wantsHuman = asksForHuman(question.text);
  const mood = readMood(question.text);
  let text = wantsHuman ? withoutHumanRequest(question.text) : question.text;
  let reading = readText(text, question.locale);
  const { language } = wantsHuman ? readText(question.text, question.locale) : reading;
  let ranked = rankEntries(index, reading, { near: question.near });
  // An entry that the shop wrote for such words goes first.
  const asked = mood === "upset" && !(ranked[0] && isNearExact(ranked[0])) ? withoutVenting(text) : text;
  if (asked !== text && asked !== "") {
    text = asked;
    reading = readText(text, question.locale);
    ranked = rankEntries(index, reading, { near: question.near });
  }
  const context: Context = { text, history: question.history ?? [], products: question.products ?? [] };
  const always = { ...nothing, language, wantsHuman, ...(mood ? { mood } : {}) };

  const isSure = ranked[0] !== undefined && ranked[0].score >= thresholds.answer;
  const picked = isSure ? undefined : pickOffered(index, context);
  if (picked) return { ...always, ...picked };
  // An entry of the shop that says all of it goes before our own small talk.
  if (!(isSure && ranked[0]!.signals[signal.asked]! >= 0.8)) {
    const social = findChitchat(text, language);
    const isOnlyRequest = wantsHuman && (reading.core === "" || social !== undefined);
    const vented = asked === "" && !wantsHuman ? comfort(text, language) : undefined;
    const reply = isOnlyRequest ? handOver[language] : (social?.reply ?? vented);
    if (reply !== undefined) return { ...always, outcome: "chitchat", reply, confidence: 1 };
  }
  const typed = isSure ? undefined : decidePinyin(index, reading, ranked, thresholds);
  if (typed) return { ...always, ...typed, language: "zh" };
  const whole = decideOne(index, context, reading, ranked, thresholds);
  if (ranked[0] && isNearExact(ranked[0])) return { ...always, ...whole };
  const each = decideEach(text, context.history, whole, (part, history) => {
    const own = readText(part, language);
    return decideOne(index, { ...context, text: part, history }, own, rankEntries(index, own), thresholds);
  });
  return { ...always, ...each };
}

const nothing = { outcome: "unknown", options: [], confidence: 1, candidates: [] } as const;

/** One question, alone or with what it takes from before it. */
function decideOne(
  index: KnowledgeIndex,
  context: Context,
  reading: Reading,
  alone: readonly Ranked[],
  thresholds: Thresholds,
): One {
  const resolved = resolve(index, reading, alone, context, thresholds);
  const ranked = resolved?.ranked ?? alone;
  const conclusion = {
    ...conclude(index, ranked, thresholds, reading),
    ...(resolved ? { resolvedText: resolved.text } : {}),
  };
  const { entryId } = conclusion;
  const given = context.history.findLast(({ by }) => by === "bot")?.entryId;
  if (entryId === undefined || given === undefined) return conclusion;
  if (entryId !== given)
    return leavesSubject(index, ranked, given, reading, thresholds)
      ? askBack(index, ranked, given, conclusion)
      : conclusion;
  return { ...conclusion, isRepeated: true, options: listOthers(index, ranked, entryId, thresholds) };
}

/** Words that a wording has beyond the question's weigh this much, where it is about a thing that nobody named. */
const unnamed = 0.5;

/**
 * "可以用洗衣液吗" after an answer about the jacket, where only a wording about the tent says it all: it names a thing that
 * nobody named, and what was talked about would answer too.
 */
function leavesSubject(
  index: KnowledgeIndex,
  [top, ...others]: readonly Ranked[],
  given: string,
  reading: Reading,
  { recommend }: Thresholds,
): boolean {
  if (!top || top.signals[signal.exact] === 1 || top.signals[signal.extra]! < unnamed || !mayFollow(reading))
    return false;
  return others.some(({ entry, alone }) => alone >= recommend && entryIdAt(index, entry) === given);
}

function askBack(index: KnowledgeIndex, ranked: readonly Ranked[], given: string, conclusion: One): One {
  const options = [conclusion.entryId!, given].map((entryId) => ({
    entryId,
    question: mainQuestionOf(index, entryId)!,
  }));
  const { entryId: _, ...rest } = conclusion;
  return { ...rest, outcome: "guided", options, confidence: ranked[0]!.alone };
}

/** "站起来" and "收起来" have nothing in common, nor have "周杰伦是谁" and "谁签收的". */
const tellNothing = /^(?:谁|哪位|几|起来|出来|上来|下来|进来|过来|回来|出去|进去|上去|下去|一下)$/;

/** The best full question that a weak short text can stand for, if it fits the knowledge better than the text alone. */
function resolve(
  index: KnowledgeIndex,
  reading: Reading,
  ranked: readonly Ranked[],
  { text, history, products }: Context,
  thresholds: Thresholds,
): { text: string; ranked: Ranked[] } | undefined {
  if (history.length + products.length === 0 || (ranked[0]?.score ?? 0) >= thresholds.answer) return undefined;
  let best: { text: string; score: number } | undefined;
  const said = listWords(reading);
  const telling = said.filter((word) => !isCommonWord(word) && !tellNothing.test(word));
  const words = telling.length > 0 ? telling : said;
  // What the customer has just said must be in it, or the old question would only be answered again.
  const isWanted = (form: number) => {
    const core = formCoreAt(index, form);
    return words.some((word) => core.includes(word));
  };
  for (const candidate of resolveFollowUp(text, history, products, (entryId) => mainQuestionOf(index, entryId))) {
    const [top] = rankEntries(index, readText(candidate, reading.language), { isWanted });
    if (!top || top.alone < thresholds.recommend) continue;
    if (top.score > (best?.score ?? ranked[0]?.score ?? 0)) best = { text: candidate, score: top.score };
  }
  if (!best) return undefined;
  const found = rankEntries(index, readText(best.text, reading.language)).filter(({ form }) => isWanted(form));
  return { text: best.text, ranked: shareProbability(index, found) };
}

/** A text all in pinyin, if that fits the knowledge better than as it stands. */
function decidePinyin(
  index: KnowledgeIndex,
  reading: Reading,
  asItStands: readonly Ranked[],
  thresholds: Thresholds,
): One | undefined {
  const text = readPinyin(index, reading.core);
  if (text === undefined) return undefined;
  const ranked = rankEntries(index, readText(text));
  if (!ranked[0] || ranked[0].alone < thresholds.recommend || ranked[0].score <= (asItStands[0]?.score ?? 0))
    return undefined;
  return { ...conclude(index, ranked, thresholds, readText(text)), resolvedText: text };
}

/** What the customer chose in words ("第二个", "换货") of what was offered a moment ago. */
function pickOffered(
  index: KnowledgeIndex,
  { text, history }: Context,
): Omit<Decision, "language" | "wantsHuman"> | undefined {
  const before = history.at(-1);
  if (before?.by !== "bot" || !before.options) return undefined;
  const offered = before.options.flatMap((entryId) => {
    const question = mainQuestionOf(index, entryId);
    return question === undefined ? [] : [{ entryId, question }];
  });
  const questions = offered.map(({ question }) => question);
  const picked = offered[pickQuestion(text, questions)];
  if (!picked) return undefined;
  return { ...nothing, outcome: "direct", entryId: picked.entryId, resolvedText: picked.question };
}
