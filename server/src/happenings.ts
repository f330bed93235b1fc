import type { Appended } from "./conversations/append.ts";

/** What areas tell each other; a lower area never calls a higher one. */
export type Happenings = {
  /** Committed events of one conversation, with its state after them. */
  "events.appended": Appended;
  /** The bot is writing; all that may be shown of it so far. Nothing is lost by missing it. */
  "answer.drafted": { shopId: string; customerId: string; conversationId: string; inReplyTo: number; text: string };
  /** Logs were written whole or deleted, of which no event was told. */
  "history.changed": { shopId: string };
  /** Somebody may have a free seat now, or fewer: came online, went away, capacity changed. */
  "staff.changed": { shopId: string; staffId: string };
  "shop.changed": { shopId: string };
  "knowledge.changed": { shopId: string };
  /** Somebody waits for a file. */
  "download.wanted": { shopId: string };
  "knowledge.indexed": { shopId: string; entries: number };
  /** The bot should use another version of what was learned. */
  "learned.changed": { shopId: string };
  "intents.changed": { shopId: string };
  "products.changed": { shopId: string };
  "models.changed": { shopId: string };
};
