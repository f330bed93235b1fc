import type { Turn } from "@yingda/answering/types";
import type { WireEvent } from "@yingda/contract/conversation";
import type { Ctx } from "../context.ts";
import { listEvents } from "../conversations/reading.ts";

/**
 * The last turns of conversations that are going on, so that a short follow-up is understood without reading the log
 * each time. A conversation that is not here (after a restart, on another node) is read once.
 */
export type Memory = {
  turnsBefore: (ctx: Ctx, conversationId: string, seq: number) => Promise<Turn[]>;
  note: (conversationId: string, events: WireEvent[]) => void;
};

export const turnsKept = 6;
const conversationsKept = 5_000;

export function makeMemory(): Memory {
  const turns = new Map<string, Turn[]>();

  function keep(conversationId: string, kept: Turn[]) {
    turns.delete(conversationId);
    turns.set(conversationId, kept.slice(-turnsKept));
    if (turns.size > conversationsKept) turns.delete(turns.keys().next().value!);
  }
  return {
    turnsBefore: async (ctx, conversationId, seq) => {
      const known = turns.get(conversationId);
      if (known) return known;
      // Event 1 begins the conversation and 2 is the customer's first act: nothing was said before.
      const read =
        seq <= 2 ? [] : (await listEvents(ctx, conversationId)).filter((event) => event.seq < seq).flatMap(toTurn);
      keep(conversationId, read);
      return read.slice(-turnsKept);
    },
    note: (conversationId, events) => {
      const known = turns.get(conversationId);
      if (known) keep(conversationId, [...known, ...events.flatMap(toTurn)]);
    },
  };
}

/** What was said, as far as understanding needs it; an answer that a person took from the knowledge counts as the bot's. */
export function toTurn(event: WireEvent): Turn[] {
  if (event.type === "message.sent" && event.actor.kind === "customer" && event.body.content.kind === "text")
    return [{ by: "customer", text: event.body.content.text }];
  if (event.type === "message.sent" && event.actor.kind === "agent" && event.body.content.kind === "text")
    return [{ by: "bot", text: event.body.content.text, entryId: event.body.fromEntryId }];
  if (event.type === "hot_question.clicked" || event.type === "option.clicked")
    return [{ by: "customer", text: event.body.question, entryId: event.body.entryId }];
  if (event.type === "bot.answered") {
    const { text, entryId, options } = event.body;
    return [{ by: "bot", text, entryId, ...(options ? { options: options.map((one) => one.entryId) } : {}) }];
  }
  return [];
}
