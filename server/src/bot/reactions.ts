import type { WireEvent } from "@yingda/contract/conversation";
import { type Ground, inShop } from "../context.ts";
import { actAsSystem } from "../conversations/conversations.ts";
import { listEvents } from "../conversations/reading.ts";
import { isBotInCharge } from "../conversations/state.ts";
import { rows, sql } from "../platform/db/database.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { answerEvents } from "./bot.ts";
import type { IndexStore } from "./index-store.ts";
import { makeMemory } from "./memory.ts";

/** Answers where the bot is in charge, in the order asked; what a crash left unanswered is found by two numbers. */

const isForBot = (event: WireEvent): boolean =>
  (event.type === "message.sent" && event.actor.kind === "customer") ||
  event.type === "hot_question.clicked" ||
  event.type === "option.clicked";

export function reactWithBot(ground: Ground, indexes: IndexStore): { sweep: () => Promise<void> } {
  const memory = makeMemory();
  /** The end of each conversation's line: a second message waits for the answer to the first. */
  const lines = new Map<string, Promise<void>>();

  async function answer(
    shopId: string,
    conversationId: string,
    event: WireEvent,
    locale: string | null,
  ): Promise<void> {
    const ctx = inShop(ground, shopId);
    const [shopIndex, history] = await Promise.all([
      indexes.get(shopId),
      memory.turnsBefore(ctx, conversationId, event.seq),
    ]);
    const decide = answerEvents(shopIndex, event, history, locale);
    const { events } = await actAsSystem(ctx, conversationId, decide);
    memory.note(conversationId, [event, ...events]);
  }

  function inLine(conversationId: string, work: () => Promise<void>): Promise<void> {
    const before = lines.get(conversationId) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(work);
    lines.set(conversationId, mine);
    const leave = () => lines.get(conversationId) === mine && lines.delete(conversationId);
    mine.then(leave, leave);
    return mine;
  }

  ground.bus.on("events.appended", async ({ state, events }) => {
    if (!isBotInCharge(state.handling) && state.handling !== "queue") return;
    for (const event of events.filter(isForBot)) {
      await inLine(state.conversationId, () => answer(state.shopId, state.conversationId, event, state.locale));
    }
  });

  return {
    sweep: async () => {
      const left = await rows(
        ground.db,
        sql<{ shop_id: string; conversation_id: string; answered_seq: number; locale: string | null }>`
          select shop_id, conversation_id, answered_seq, locale from conversation
           where handling in ('bot', 'message') and answered_seq < last_customer_seq and last_event_at < ${new Date(ground.clock.now().getTime() - 2_000)}
           limit 500`,
      );
      const answerLeft = async ({ shop_id, conversation_id, answered_seq, locale }: (typeof left)[number]) => {
        const events = await listEvents(inShop(ground, shop_id), conversation_id, answered_seq);
        for (const event of events.filter(isForBot))
          await inLine(conversation_id, () => answer(shop_id, conversation_id, event, locale));
      };
      await eachOnItsOwn(left, answerLeft, ground.log);
    },
  };
}
