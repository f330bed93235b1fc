import * as z from "zod";
import { conversationSummary, customerView, wireEvent } from "./conversation.ts";
import { type ErrorCode, errorStatus } from "./errors.ts";
import { clientId, content, dissatisfactionReason, id, instant, sentClientId, stars, surveyAnswer } from "./events.ts";
import { limits } from "./limits.ts";
import { wallNow } from "./live.ts";

/**
 * Frames of the two sockets, JSON text. The customer's socket carries the whole conversation; the staff's
 * carries pushes, typing and read marks (what staff do goes through routes).
 */

const errorFrame = z.object({
  t: z.literal("error"),
  /** The frame it answers, when that could be read. */
  clientId: clientId.optional(),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  /** Seconds after which a resend makes sense. */
  retryAfter: z.number().optional(),
});

const page = z.object({
  url: z.string().max(1000).optional(),
  productId: z.string().max(80).optional(),
  region: z.string().max(80).optional(),
});

/**
 * What the shop's page knows of its visitor. Shown and written to, never believed: nothing proves it. A part that
 * can't be read is left out: a page's mistake must not keep its customer from talking.
 */
export const visitorIdentity = z.object({
  name: z.string().trim().min(1).max(limits.nameCharacters).optional().catch(undefined),
  email: z.email().max(120).optional().catch(undefined),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{5,20}$/)
    .optional()
    .catch(undefined),
});
export type VisitorIdentity = z.infer<typeof visitorIdentity>;

/** Customer → server, on /ws/customer. `hello` first; every act carries a clientId and is answered by `ack` or `error`. */
export const customerFrame = z.discriminatedUnion("t", [
  z.object({
    t: z.literal("hello"),
    token: z.string().max(2000),
    locale: z.enum(["zh-CN", "en"]),
    page: page.optional(),
    who: visitorIdentity.optional(),
    /** What this tab has already: the server sends only what is newer. */
    have: z.object({ conversationId: id, seq: z.number().int().nonnegative() }).optional(),
  }),
  z.object({ t: z.literal("send"), clientId: sentClientId, content }),
  z.object({ t: z.literal("hot"), clientId: sentClientId, entryId: id }),
  z.object({ t: z.literal("option"), clientId: sentClientId, entryId: id, answerSeq: z.number().int().positive() }),
  z.object({
    t: z.literal("thumb"),
    clientId: sentClientId,
    answerSeq: z.number().int().positive(),
    thumb: z.enum(["up", "down"]),
  }),
  z.object({ t: z.literal("human"), clientId: sentClientId }),
  z.object({ t: z.literal("leaveQueue"), clientId: sentClientId }),
  z.object({
    t: z.literal("leaveMessage"),
    clientId: sentClientId,
    text: z.string().trim().min(1).max(limits.messageCharacters),
    contact: z.string().trim().max(120).optional(),
  }),
  z.object({
    t: z.literal("rate"),
    clientId: sentClientId,
    stars,
    reasons: z.array(dissatisfactionReason).max(5).optional(),
    comment: z.string().trim().max(limits.commentCharacters).optional(),
    /** Rating after the end concerns this conversation; otherwise the current one. */
    conversationId: id.optional(),
  }),
  /** An answer to a survey that this conversation was invited to; a later one replaces it. */
  z.object({ t: z.literal("survey"), clientId: sentClientId, conversationId: id, answer: surveyAnswer }),
  z.object({ t: z.literal("typing") }),
  z.object({ t: z.literal("read"), seq: z.number().int().positive() }),
  /** Older conversations of the same customer, newest first. */
  z.object({ t: z.literal("history"), before: id.optional() }),
  z.object({ t: z.literal("ping") }),
]);
export type CustomerFrame = z.infer<typeof customerFrame>;

/** Server → customer. */
export const customerPush = z.discriminatedUnion("t", [
  /** Answer to hello: the open (or just closed) conversation and what the tab lacks; null when there is none. */
  z.object({ t: z.literal("ready"), view: customerView.nullable(), events: z.array(wireEvent) }),
  z.object({ t: z.literal("ack"), clientId, conversationId: id, seq: z.number().int(), at: instant }),
  /** Always contiguous: first seq = the last one pushed + 1, unless it skips staff-only events; `upTo` says how far. */
  z.object({
    t: z.literal("events"),
    conversationId: id,
    events: z.array(wireEvent),
    upTo: z.number().int(),
    view: customerView,
  }),
  z.object({ t: z.literal("view"), view: customerView }),
  z.object({ t: z.literal("typing"), by: z.enum(["bot", "agent"]) }),
  /**
   * What the bot has written so far of an answer that is not finished: shown while it comes, and gone when events come.
   * It is no part of the conversation; the answer that is stored may be another.
   */
  z.object({
    t: z.literal("draft"),
    conversationId: id,
    inReplyTo: z.number().int().positive(),
    text: z.string().max(limits.answerCharacters),
  }),
  z.object({
    t: z.literal("history"),
    conversations: z.array(z.object({ view: customerView, events: z.array(wireEvent) })),
    more: z.boolean(),
  }),
  z.object({ t: z.literal("pong") }),
  errorFrame,
]);
export type CustomerPush = z.infer<typeof customerPush>;

/** Staff → server, on /ws/staff (the session cookie signs in). */
export const staffFrame = z.discriminatedUnion("t", [
  z.object({ t: z.literal("typing"), conversationId: id }),
  z.object({ t: z.literal("read"), conversationId: id, seq: z.number().int().positive() }),
  /** The conversation on screen: its events are pushed even while the bot has it. null: none. */
  z.object({ t: z.literal("watch"), conversationId: id.nullable() }),
  /** Whether figures of the whole shop are on screen: only then are they pushed. Needs analytics.read. */
  z.object({ t: z.literal("wall"), isShown: z.boolean() }),
  z.object({ t: z.literal("ping") }),
]);
export type StaffFrame = z.infer<typeof staffFrame>;

/** Server → staff. */
export const staffPush = z.discriminatedUnion("t", [
  z.object({ t: z.literal("ready"), staffId: id }),
  /** New events of a conversation this person may see, with its row as it is now. */
  z.object({ t: z.literal("events"), conversation: conversationSummary, events: z.array(wireEvent) }),
  z.object({ t: z.literal("typing"), conversationId: id }),
  /** The customer has read up to here. */
  z.object({ t: z.literal("read"), conversationId: id, seq: z.number().int() }),
  /** Somebody's status, load or capacity changed: colleagues' list is stale. */
  z.object({ t: z.literal("colleagues") }),
  z.object({ t: z.literal("knowledge"), entries: z.number().int() }),
  /** At most one a second, and one every five although nothing happened: time passes for those who wait. */
  z.object({ t: z.literal("wall"), now: wallNow }),
  z.object({ t: z.literal("pong") }),
  errorFrame,
]);
export type StaffPush = z.infer<typeof staffPush>;
