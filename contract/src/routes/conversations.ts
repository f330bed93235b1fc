import * as z from "zod";
import { conversationSummary, handling, wireEvent } from "../conversation.ts";
import { actorId, content, id, instant, sentClientId } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

const conversationId = z.object({ conversationId: id });
const summary = conversationSummary;
const act = { params: conversationId, reply: summary } as const;

export const conversationRoutes = {
  /** Agents see their own, the queue and messages left; who may oversee sees all. */
  listConversations: route({
    method: "GET",
    path: "/api/conversations",
    permission: "conversations.serve",
    summary: "Conversations by scope and filter, newest first (the queue: longest waiting first)",
    query: z.object({
      scope: z.enum(["mine", "queue", "open", "all"]).default("mine"),
      search: z.string().trim().max(100).optional(),
      handling: handling.optional(),
      agentId: actorId.optional(),
      channel: z.string().max(40).optional(),
      customerId: id.optional(),
      from: instant.optional(),
      to: instant.optional(),
      cursor: z.string().max(200).optional(),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({
      items: z.array(summary),
      nextCursor: z.string().nullable(),
      counts: z.object({ mine: z.number(), queue: z.number(), open: z.number() }),
    }),
  }),
  getConversation: route({
    method: "GET",
    path: "/api/conversations/:conversationId",
    permission: "conversations.serve",
    summary: "A conversation with its events after a number",
    params: conversationId,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    reply: z.object({
      conversation: summary,
      events: z.array(wireEvent),
      /** Names of everybody who appears in the events. */
      staffNames: z.record(z.string(), z.string()),
      customer: z.object({
        id,
        name: z.string(),
        locale: z.string(),
        firstSeenAt: instant,
        pageUrl: z.string().nullable(),
        /** As the shop's page said it; unverified. */
        email: z.string().nullable(),
        phone: z.string().nullable(),
        conversations: z.number().int(),
        ratings: z.array(z.object({ stars: z.number(), at: instant })),
      }),
    }),
  }),
  /** The reply comes after the commit; the events themselves arrive by push to everybody watching. */
  sendAgentMessage: route({
    method: "POST",
    path: "/api/conversations/:conversationId/messages",
    permission: "conversations.serve",
    summary: "Say something to the customer",
    params: conversationId,
    body: z.object({
      clientId: sentClientId,
      content,
      quoteSeq: z.number().int().positive().optional(),
      /** Taken from a suggestion: of which entry, and whether its words were changed. */
      fromEntryId: id.optional(),
      edited: z.boolean().optional(),
    }),
    reply: z.object({ seq: z.number().int(), at: instant }),
  }),
  addNote: route({
    method: "POST",
    path: "/api/conversations/:conversationId/notes",
    permission: "conversations.serve",
    summary: "A note colleagues see and the customer does not",
    params: conversationId,
    body: z.object({ clientId: sentClientId, text: z.string().trim().min(1).max(limits.noteCharacters) }),
    reply: summary,
  }),
  recallMessage: route({
    method: "POST",
    path: "/api/conversations/:conversationId/recall",
    permission: "conversations.serve",
    summary: "Take back one's own message within two minutes",
    params: conversationId,
    body: z.object({ seq: z.number().int().positive() }),
    reply: summary,
  }),
  transferConversation: route({
    method: "POST",
    path: "/api/conversations/:conversationId/transfer",
    permission: "conversations.serve",
    summary: "Hand over to a colleague who is online and has a free seat",
    params: conversationId,
    body: z.object({ toAgentId: id, note: z.string().trim().max(limits.noteCharacters).optional() }),
    reply: summary,
  }),
  takeConversation: route({
    method: "POST",
    path: "/api/conversations/:conversationId/take",
    permission: "conversations.serve",
    summary: "Take a message left; overseers also take any open conversation over",
    ...act,
  }),
  closeConversation: route({
    method: "POST",
    path: "/api/conversations/:conversationId/close",
    permission: "conversations.serve",
    summary: "End it; the seat is free at once",
    ...act,
  }),
  reopenConversation: route({
    method: "POST",
    path: "/api/conversations/:conversationId/reopen",
    permission: "conversations.serve",
    summary: "Take up a conversation that ended in the last 24 hours",
    ...act,
  }),
  inviteRating: route({
    method: "POST",
    path: "/api/conversations/:conversationId/invite-rating",
    permission: "conversations.serve",
    summary: "Ask the customer to rate",
    ...act,
  }),
  labelAnswer: route({
    method: "POST",
    path: "/api/conversations/:conversationId/labels",
    permission: "conversations.serve",
    summary: "Say whether a bot answer was right, and if not, which entry would have been (null: none)",
    params: conversationId,
    body: z.object({
      answerSeq: z.number().int().positive(),
      label: z.enum(["correct", "wrong"]),
      entryId: id.nullable().optional(),
    }),
    reply: summary,
  }),
  suggestAnswers: route({
    method: "GET",
    path: "/api/conversations/:conversationId/suggestions",
    permission: "conversations.serve",
    summary: "What the bot would say to a customer's message",
    params: conversationId,
    query: z.object({ seq: z.coerce.number().int().positive() }),
    reply: z.object({
      items: z.array(
        z.object({ entryId: id, question: z.string(), text: z.string(), html: z.string(), score: z.number() }),
      ),
    }),
  }),
};
