import { decide, defaultThresholds } from "@yingda/answering/decide";
import type { Near } from "@yingda/answering/nearness";
import type { Decision, Turn } from "@yingda/answering/types";
import type { WireEvent } from "@yingda/contract/conversation";
import type { Content, EventBody, NewEvent } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { Ctx } from "../context.ts";
import { type ConversationState, isBotInCharge } from "../conversations/state.ts";
import { findAnswers, type KnownAnswers } from "../knowledge/knowledge.ts";
import { wellFormed } from "../platform/well-formed.ts";
import type { ShopIndex } from "./index-store.ts";
import { addAgain, addBefore, renderAssist, renderParts } from "./render-parts.ts";
import { say } from "./words.ts";

/**
 * What the bot says to a customer's event. Pure: decision in, event bodies out. It answers from the shop's knowledge
 * or says that it can't; it never makes something up.
 */

export type BotReply = Omit<EventBody<"bot.answered">, "inReplyTo">;

/**
 * What came before the customer's words. `products`: names of the one that they look at, and its category. `near`: what the shop's embedding
 * model says of the words, where it has one.
 */
export type Before = { history: Turn[]; locale: string | null; products: string[]; near?: Near };

export const decideText = ({ index }: ShopIndex, text: string, { locale, ...before }: Before): Decision =>
  decide(index, { text, ...before, locale: locale ?? undefined }, defaultThresholds);

export async function replyToText(
  ctx: Ctx,
  shopIndex: ShopIndex,
  text: string,
  before: Before,
): Promise<{ reply: BotReply; assist: string; decision: Decision }> {
  const decision = decideText(shopIndex, text, before);
  const given = [decision.entryId, ...(decision.parts ?? []).map(({ entryId }) => entryId)];
  const answers = await findAnswers(ctx, [...new Set(given.filter((entryId) => entryId !== undefined))]);
  const locale = decision.language === "en" ? "en" : "zh-CN";
  const last = before.history.findLast(({ by }) => by === "bot")?.text;
  const isLost = decision.outcome === "unknown" && isUnknown(last, locale);
  const reply = consoling(render(decision, answers, locale, isLost), decision, locale);
  return { reply, assist: renderAssist(decision, answers), decision };
}

/** Who is angry hears first that we are sorry, and can have a person whatever the answer. */
function consoling(reply: BotReply, { mood, outcome }: Decision, locale: string): BotReply {
  if (mood !== "upset" || outcome === "chitchat" || outcome === "unknown") return reply;
  return { ...reply, ...addBefore(reply, say("upset", locale)), offerHuman: true };
}

const isUnknown = (text: string | undefined, locale: string): boolean =>
  text !== undefined && lost.some((key) => say(key, locale) === text);
const lost = ["unknown", "unknownAgain", "unknownUpset", "unknownUrgent"] as const;

function sayUnknown({ mood, options }: Decision, locale: string, isLost: boolean): string {
  if (options.length > 0) return say(options.length === 1 ? "unknownButOneNear" : "unknownButNear", locale);
  if (mood) return say(mood === "upset" ? "unknownUpset" : "unknownUrgent", locale);
  return say(isLost ? "unknownAgain" : "unknown", locale);
}

function render(decision: Decision, answers: KnownAnswers, locale: string, isLost: boolean): BotReply {
  const options = decision.options.length > 0 ? [...decision.options] : undefined;
  const base = { outcome: decision.outcome, trigger: "words", confidence: decision.confidence } as const;
  const entry = decision.entryId ? answers.get(decision.entryId) : undefined;
  if (decision.parts?.some(({ entryId }) => entryId && answers.has(entryId))) {
    const { left, ...said } = renderParts(decision.parts, answers, { locale, hasOptions: options !== undefined });
    const more = [...left, ...(options ?? [])];
    return { ...base, ...said, options: more.length > 0 ? more : undefined };
  }
  if (entry) {
    const answer = { ...base, entryId: entry.id, text: entry.answer || entry.question, html: entry.html };
    return decision.isRepeated ? { ...answer, ...addAgain(answer, locale), options } : answer;
  }
  switch (decision.outcome) {
    case "chitchat":
      return { ...base, text: decision.wantsHuman ? say("handOver", locale) : (decision.reply ?? "") };
    case "guided":
      return {
        ...base,
        text: decision.clarify ?? say(decision.options.length === 1 ? "guidedOne" : "guided", locale),
        options,
      };
    default:
      return {
        ...base,
        outcome: "unknown",
        text: sayUnknown(decision, locale, isLost),
        options,
        offerHuman: true,
      };
  }
}

async function replyToClick(ctx: Ctx, entryId: string, locale: string | null): Promise<BotReply> {
  const entry = (await findAnswers(ctx, [entryId])).get(entryId);
  if (!entry) return { outcome: "unknown", trigger: "click", text: say("gone", locale), offerHuman: true };
  return {
    outcome: "direct",
    trigger: "click",
    entryId,
    text: entry.answer || entry.question,
    html: entry.html,
    confidence: 1,
  };
}

function replyToThing(content: Exclude<Content, { kind: "text" }>, locale: string | null): BotReply {
  return {
    outcome: "chitchat",
    trigger: "words",
    text: say(content.kind, locale),
    offerHuman: content.kind !== "product",
  };
}

/** An answer that a model wrote from some entries. */
export type Written = { text: string; entryIds: readonly string[] };

/**
 * A question that a model found answered in the shop's knowledge is one that was understood. Of an entry that was
 * deleted meanwhile nothing is said: the engine's own answer goes out.
 */
async function replyAsWritten(ctx: Ctx, { text, entryIds }: Written): Promise<BotReply | null> {
  const answers = await findAnswers(ctx, entryIds);
  const sources = entryIds.flatMap((entryId) => {
    const entry = answers.get(entryId);
    return entry ? [{ entryId, question: entry.question }] : [];
  });
  if (sources.length < entryIds.length) return null;
  return { outcome: "understood", trigger: "words", entryId: sources[0]!.entryId, text, generated: true, sources };
}

/** The events that answer one event of the customer's, given who is in charge; none when the bot has nothing to say. */
export async function answerEvents(
  ctx: Ctx,
  shopIndex: ShopIndex,
  event: WireEvent,
  before: Before,
  written?: Written | null,
): Promise<(state: ConversationState) => NewEvent[]> {
  const bot = { kind: "bot" } as const;
  const { locale } = before;
  if (event.type === "hot_question.clicked" || event.type === "option.clicked") {
    const reply = await replyToClick(ctx, event.body.entryId, locale);
    return (state) =>
      isOurs(state, event) ? [{ type: "bot.answered", actor: bot, body: { ...reply, inReplyTo: event.seq } }] : [];
  }
  if (event.type !== "message.sent") return () => [];
  const { content } = event.body;
  if (content.kind !== "text") {
    const reply = replyToThing(content, locale);
    return (state) =>
      isOurs(state, event) ? [{ type: "bot.answered", actor: bot, body: { ...reply, inReplyTo: event.seq } }] : [];
  }
  const { reply, assist, decision } = await replyToText(ctx, shopIndex, content.text, before);
  // What was cut to length or written by a model may hold half of a character: the log would refuse it again and again.
  const said = wellFormed((written && (await replyAsWritten(ctx, written))) ?? reply);
  return (state) => {
    if (isOurs(state, event)) {
      const answered: NewEvent = { type: "bot.answered", actor: bot, body: { ...said, inReplyTo: event.seq } };
      return decision.wantsHuman
        ? [answered, { type: "human.requested", actor: event.actor, body: { by: "words" } }]
        : [answered];
    }
    // While the customer waits for a person, the bot helps where it is sure; it says nothing where it is not.
    const isSure = decision.outcome === "direct" || decision.outcome === "understood";
    if (state.handling === "queue" && isSure && assist !== "")
      return [
        {
          type: "message.sent",
          actor: bot,
          body: {
            content: { kind: "text", text: wellFormed(assist.slice(0, limits.messageCharacters)) },
            assist: true,
          },
        },
      ];
    return [];
  };
}

/** In charge, and not answered yet: the reply carries the number of what it answers, so it is never given twice. */
const isOurs = (state: ConversationState, event: WireEvent): boolean =>
  isBotInCharge(state.handling) && state.answeredSeq < event.seq;
