import * as z from "zod";
import { limits } from "./limits.ts";

/**
 * The event log's vocabulary: everything that can happen in a conversation.
 * An event's name is past tense; its body holds only what cannot be derived from earlier events.
 */

export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
/** Made by the sender, so that a resend is recognised. */
export const clientId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/);

/** The server's own events are known by these: nobody else's resend may be taken for one. */
export const ownPrefix = "server-";
/** As it comes from outside. */
export const sentClientId = clientId.refine((value) => !value.startsWith(ownPrefix), {
  message: `must not begin with ${ownPrefix}`,
});

/** Agents of imported logs keep the id they had there, so this is wider than a UUID. */
export const actorId = z.string().min(1).max(80);

export const actor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("customer"), id: actorId }),
  z.object({ kind: z.literal("bot") }),
  z.object({ kind: z.literal("agent"), id: actorId }),
  z.object({ kind: z.literal("system") }),
]);
export type Actor = z.infer<typeof actor>;

export const fileRef = z.object({
  fileId: z.string().min(8).max(80),
  name: z.string().min(1).max(200),
  mime: z.string().max(100),
  bytes: z.number().int().nonnegative(),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
});
export type FileRef = z.infer<typeof fileRef>;

const words = z.string().trim().min(1).max(limits.messageCharacters);

/** What a person can say. `product` is a card of something in the shop. */
export const content = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: words }),
  z.object({ kind: z.literal("image"), file: fileRef }),
  z.object({ kind: z.literal("file"), file: fileRef }),
  z.object({
    kind: z.literal("product"),
    productId: z.string().max(80),
    title: z.string().max(200),
    price: z.string().max(40).optional(),
    imageUrl: z.string().max(500).optional(),
    url: z.string().max(1000).optional(),
  }),
]);
export type Content = z.infer<typeof content>;

/** 寒暄, 直接, 理解, 引导, 未知 */
export const outcome = z.enum(["chitchat", "direct", "understood", "guided", "unknown"]);
export type Outcome = z.infer<typeof outcome>;

export const answeredPart = z.object({
  text: z.string().max(limits.questionCharacters),
  entryId: z.string().max(80).optional(),
});
const option = z.object({ entryId: id, question: z.string().max(limits.questionCharacters) });
export type Option = z.infer<typeof option>;

export const stars = z.number().int().min(1).max(5);
export const dissatisfactionReason = z.enum(["attitude", "unsolved", "slow", "repeat", "other"]);
export type DissatisfactionReason = z.infer<typeof dissatisfactionReason>;

/** Who was asked how: a card in the chat window, or a link sent by e-mail or text message. */
export const surveyVia = z.enum(["popup", "link"]);
export type SurveyVia = z.infer<typeof surveyVia>;

/** How the customer was asked, in their language: the words that were read are part of what happened. */
const asking = z.object({
  via: surveyVia.optional(),
  question: z.string().max(limits.surveyQuestionCharacters).optional(),
  /** Absent: yes. */
  asksComment: z.boolean().optional(),
});

const surveyComment = z.string().trim().max(limits.commentCharacters).optional();
/** NPS: 0–10, how likely to recommend. CES: 1–7, how easy it was (7 = very easy). */
export const surveyAnswer = z.discriminatedUnion("survey", [
  z.object({ survey: z.literal("nps"), value: z.number().int().min(0).max(10), comment: surveyComment }),
  z.object({ survey: z.literal("ces"), value: z.number().int().min(1).max(7), comment: surveyComment }),
]);
export type SurveyAnswer = z.infer<typeof surveyAnswer>;

export const sentiment = z.enum(["positive", "neutral", "negative"]);
export type Sentiment = z.infer<typeof sentiment>;

const closedBy = z.enum(["agent", "customer", "idle", "system"]);
const requestedBy = z.enum(["button", "words", "bot", "sentiment"]);

export const eventBodies = {
  /** First event of every conversation, together with the customer's first act. */
  "conversation.started": z.object({
    channel: z.string().max(40),
    locale: z.string().max(10).optional(),
    pageUrl: z.string().max(1000).optional(),
    productId: z.string().max(80).optional(),
    category: z.string().max(80).optional(),
    intent: z.string().max(80).optional(),
    /** Where the customer is, in the shop's own words: a province, a country. */
    region: z.string().max(80).optional(),
    /** Imported without times: whatever needs a time is null for this conversation. */
    untimed: z.boolean().optional(),
  }),
  "message.sent": z.object({
    content,
    /** Sent by the bot while a person is in charge or awaited (assistance, not a reply). */
    assist: z.boolean().optional(),
    quoteSeq: z.number().int().positive().optional(),
    /** An agent took it from what the bot suggested: from which entry, and whether they changed the words. */
    fromEntryId: z.string().max(80).optional(),
    edited: z.boolean().optional(),
    /** A closing "thanks"; when absent, the words decide. */
    courtesy: z.boolean().optional(),
  }),
  "message.recalled": z.object({ seq: z.number().int().positive() }),
  /** The bot's decision and what the customer saw, as one fact. */
  "bot.answered": z.object({
    outcome,
    trigger: z.enum(["words", "click"]),
    /** Sequence number of the customer's event that this answers; never answered twice. */
    inReplyTo: z.number().int().positive(),
    entryId: z.string().max(80).optional(),
    /** Plain text; `html` is the rich form, sanitised. */
    text: z.string().max(limits.answerCharacters),
    html: z.string().max(limits.answerCharacters).optional(),
    options: z.array(option).max(12).optional(),
    offerHuman: z.boolean().optional(),
    /** The questions of a message that asked several, and the entry that answers each; `entryId` is the first of those. */
    parts: z.array(answeredPart).max(4).optional(),
    /** The answer before was the same. */
    isRepeated: z.boolean().optional(),
    confidence: z.number().min(0).max(1).optional(),
    /** Written by a model from these entries, and checked against them; `entryId` is the first. */
    generated: z.boolean().optional(),
    sources: z.array(option).max(12).optional(),
  }),
  "hot_question.clicked": z.object({
    entryId: z.string().max(80),
    question: z.string().max(limits.questionCharacters),
  }),
  "option.clicked": z.object({
    entryId: z.string().max(80),
    question: z.string().max(limits.questionCharacters),
    answerSeq: z.number().int().positive().optional(),
  }),
  "answer.rated": z.object({ answerSeq: z.number().int().positive().optional(), thumb: z.enum(["up", "down"]) }),
  "human.requested": z.object({ by: requestedBy }),
  "queue.entered": z.object({ priority: z.number().int().min(0).max(9).default(0) }),
  "queue.rejected": z.object({ reason: z.enum(["full", "offline"]) }),
  /** The customer gave up waiting. */
  "queue.left": z.object({}),
  "agent.connected": z.object({
    agentId: z.string().max(80),
    /** Why this agent: every assignment explains itself. */
    because: z.enum(["first_free", "least_busy", "taken", "taken_over"]).optional(),
    waitedSeconds: z.number().nonnegative().optional(),
  }),
  /** Sent by the system in the agent's name; never a real reply. */
  "greeting.sent": z.object({ agentId: z.string().max(80), text: words }),
  "conversation.transferred": z.object({
    fromAgentId: z.string().max(80).optional(),
    toAgentId: z.string().max(80),
    note: z.string().max(limits.noteCharacters).optional(),
  }),
  "note.added": z.object({ text: z.string().trim().min(1).max(limits.noteCharacters) }),
  "offline_message.left": z.object({
    text: words,
    contact: z.string().max(120).optional(),
  }),
  "rating.invited": z.object({ target: z.enum(["bot", "human"]), ...asking.shape }),
  "rating.given": z.object({
    target: z.enum(["bot", "human"]),
    stars,
    reasons: z.array(dissatisfactionReason).max(5).optional(),
    comment: z.string().max(limits.commentCharacters).optional(),
    /** Where it was given. */
    via: surveyVia.optional(),
  }),
  "survey.invited": z.object({ survey: z.enum(["nps", "ces"]), ...asking.shape }),
  /** Of several to one survey the last counts. `via`: where it was answered. */
  "survey.answered": z.discriminatedUnion("survey", [
    surveyAnswer.options[0].extend({ via: surveyVia.optional() }),
    surveyAnswer.options[1].extend({ via: surveyVia.optional() }),
  ]),
  "goal.tracked": z.object({ result: z.enum(["done", "failed"]) }),
  "answer.labelled": z.object({
    answerSeq: z.number().int().positive().optional(),
    label: z.enum(["correct", "wrong"]),
    /** With "wrong": what would have been right; null: nothing in the knowledge answers it. Absent: nobody said. */
    entryId: z.string().max(80).nullable().optional(),
  }),
  /** What a conversation is about. Absent: as before. Null: a person says that it is about none. */
  "conversation.classified": z.object({
    /** Who says so; what a person has said, the engine leaves. Absent in logs from elsewhere. */
    by: z.enum(["engine", "person"]).optional(),
    /** Key of a leaf of the shop's tree; logs from elsewhere bring their own words. */
    intent: z.string().max(80).nullable().optional(),
    /** The engine's probability of the intent. */
    confidence: z.number().min(0).max(1).optional(),
    productId: z.string().max(80).nullable().optional(),
    category: z.string().max(80).nullable().optional(),
    sentiment: sentiment.optional(),
    /** Not let down merely but angry: insults, threats of a complaint. */
    isAngry: z.boolean().optional(),
    /** The customer says that it can't wait. */
    isUrgent: z.boolean().optional(),
    /** The sentence in which they say so. */
    urgentWords: z.string().max(limits.urgentCharacters).optional(),
  }),
  "conversation.closed": z.object({ by: closedBy }),
  "conversation.reopened": z.object({ agentId: z.string().max(80).optional() }),
} as const;

export type EventType = keyof typeof eventBodies;
export type EventBody<T extends EventType> = z.infer<(typeof eventBodies)[T]>;

export type EventOf<T extends EventType> = {
  seq: number;
  type: T;
  actor: Actor;
  /** ISO 8601, UTC. */
  at: string;
  body: EventBody<T>;
};
export type ConversationEvent = { [T in EventType]: EventOf<T> }[EventType];
/** Not yet numbered. */
export type NewEvent = { [T in EventType]: Omit<EventOf<T>, "seq" | "at"> }[EventType];

/** What customers never see in their window. */
export const staffOnly: ReadonlySet<EventType> = new Set([
  "note.added",
  "answer.labelled",
  "conversation.classified",
  "goal.tracked",
]);
