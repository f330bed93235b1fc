import * as z from "zod";
import {
  actor,
  actorId,
  type ConversationEvent,
  clientId,
  type EventType,
  eventBodies,
  id,
  instant,
} from "./events.ts";

/** Who is in charge. `requested`: a person was asked for and routing has not answered yet (milliseconds). */
export const handling = z.enum(["bot", "requested", "queue", "agent", "message", "closed"]);
export type Handling = z.infer<typeof handling>;

/** An event as it crosses the wire: numbered, timed, with the sender's own id for its optimistic copy. */
export const wireEvent = z.discriminatedUnion(
  "type",
  (Object.keys(eventBodies) as EventType[]).map((type) =>
    z.object({
      seq: z.number().int().positive(),
      type: z.literal(type),
      actor,
      at: instant,
      body: eventBodies[type],
      clientId: clientId.optional(),
    }),
  ) as never,
) as unknown as z.ZodType<WireEvent>;
export type WireEvent = ConversationEvent & { clientId?: string };

/** A row of an agent's list. */
export const conversationSummary = z.object({
  id,
  customer: z.object({ id, name: z.string() }),
  channel: z.string(),
  handling,
  agentId: actorId.nullable(),
  startedAt: instant,
  lastEventAt: instant,
  closedAt: instant.nullable(),
  lastSeq: z.number().int(),
  /** When the customer entered the queue or left a message; null when served. */
  queuedAt: instant.nullable(),
  /** Since when the customer waits for a word of the agent; null when it is the customer's turn. */
  waitingSince: instant.nullable(),
  /** Last words said, as one line of plain text. */
  preview: z.object({ by: z.enum(["customer", "bot", "agent", "system"]), text: z.string() }).nullable(),
  /** Customer's messages that the agent has not read. */
  unread: z.number().int(),
  customerReadSeq: z.number().int(),
  humanRequested: z.boolean(),
  /** The customer's sentence that says that it can't wait; null: none, or the conversation is over. */
  urgentWords: z.string().nullable(),
  rating: z.number().int().nullable(),
  intent: z.string().nullable(),
  /** Imported or invented (demo) rather than received here. */
  origin: z.enum(["live", "import", "demo"]),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** What the customer's window needs to know beside the events. */
export const customerView = z.object({
  conversationId: id,
  handling,
  lastSeq: z.number().int(),
  agentName: z.string().nullable(),
  /** Position 1 = next. The estimate is null while there is too little to estimate from. */
  queue: z.object({ position: z.number().int(), estimatedSeconds: z.number().nullable() }).nullable(),
  agentReadSeq: z.number().int(),
  canRate: z.enum(["bot", "human"]).nullable(),
});
export type CustomerView = z.infer<typeof customerView>;
