import type { WireEvent } from "@yingda/contract/conversation";
import { type Ground, inShop } from "../context.ts";
import { actAsSystem } from "../conversations/conversations.ts";
import { listEvents } from "../conversations/reading.ts";
import { isBotInCharge } from "../conversations/state.ts";
import { rows, sql } from "../platform/db/database.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { findProduct } from "../products/products.ts";
import { answerEvents } from "./bot.ts";
import type { IndexStore } from "./index-store.ts";
import { makeMemory } from "./memory.ts";

/** Answers where the bot is in charge, in the order asked; what a crash left unanswered is found by two numbers. */

const isForBot = (event: WireEvent): boolean =>
  (event.type === "message.sent" && event.actor.kind === "customer") ||
  event.type === "hot_question.clicked" ||
  event.type === "option.clicked";

type Unanswered = {
  shop_id: string;
  conversation_id: string;
  answered_seq: number;
  locale: string | null;
  product_id: string | null;
};

export function reactWithBot(ground: Ground, indexes: IndexStore): { sweep: () => Promise<void> } {
  const memory = makeMemory();
  /** The end of each conversation's line: a second message waits for the answer to the first. */
  const lines = new Map<string, Promise<void>>();

  async function answer(
    shopId: string,
    conversationId: string,
    event: WireEvent,
    { locale, productId }: { locale: string | null; productId: string | null },
  ): Promise<void> {
    const ctx = inShop(ground, shopId);
    const [shopIndex, history, product] = await Promise.all([
      indexes.get(shopId),
      memory.turnsBefore(ctx, conversationId, event.seq),
      productId ? findProduct(ctx, productId) : null,
    ]);
    const products = product ? [product.name, ...product.aliases] : [];
    const decide = await answerEvents(ctx, shopIndex, event, { history, locale, products });
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
      await inLine(state.conversationId, () => answer(state.shopId, state.conversationId, event, state));
    }
  });

  return {
    sweep: async () => {
      const left = await rows(
        ground.db,
        sql<Unanswered>`
          select shop_id, conversation_id, answered_seq, locale, product_id from conversation
           where handling in ('bot', 'message') and answered_seq < last_customer_seq and last_event_at < ${new Date(ground.clock.now().getTime() - 2_000)}
           limit 500`,
      );
      const answerLeft = async ({ shop_id, conversation_id, answered_seq, locale, product_id }: Unanswered) => {
        const events = await listEvents(inShop(ground, shop_id), conversation_id, answered_seq);
        for (const event of events.filter(isForBot))
          await inLine(conversation_id, () =>
            answer(shop_id, conversation_id, event, { locale, productId: product_id }),
          );
      };
      await eachOnItsOwn(left, answerLeft, ground.log);
    },
  };
}
