import type { WireEvent } from "@yingda/contract/conversation";
import type { Product } from "@yingda/contract/routes/intents";
import { type Ground, inShop } from "../context.ts";
import { actAsSystem } from "../conversations/conversations.ts";
import { listEvents } from "../conversations/reading.ts";
import { isBotInCharge } from "../conversations/state.ts";
import { rows, sql } from "../platform/db/database.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { findProduct } from "../products/products.ts";
import { answerEvents, type Before } from "./bot.ts";
import { findHelp, type Help, type Helpers } from "./helping.ts";
import type { IndexStore, ShopIndex } from "./index-store.ts";
import { makeMemory } from "./memory.ts";

/** Answers where the bot is in charge, in the order asked; what a crash left unanswered is found by two numbers. */

const isForBot = (event: WireEvent): boolean =>
  (event.type === "message.sent" && event.actor.kind === "customer") ||
  event.type === "hot_question.clicked" ||
  event.type === "option.clicked";

type LeftRow = {
  shop_id: string;
  conversation_id: string;
  customer_id: string;
  answered_seq: number;
  locale: string | null;
  product_id: string | null;
};

type Asked = {
  shopId: string;
  conversationId: string;
  customerId: string;
  event: WireEvent;
  locale: string | null;
  productId: string | null;
  isBotInCharge: boolean;
  /** By performance.now(). */
  sinceMs: number;
};

/** What it may be called in a question; a name that tells nothing ("雾岭 3") has its category beside it. */
const listNames = ({ name, aliases, category }: Product): string[] =>
  [name, ...aliases.slice(0, aliasesTried), category].filter((each) => each !== null);
const aliasesTried = 2;

export function reactWithBot(ground: Ground, indexes: IndexStore, helpers?: Helpers): { sweep: () => Promise<void> } {
  const memory = makeMemory();
  /** The end of each conversation's line: a second message waits for the answer to the first. */
  const lines = new Map<string, Promise<void>>();
  /** Answers that models are writing: taken back when the bot is no longer in charge. */
  const writing = new Map<string, AbortController>();
  /** Lines whose conversation a person has, or is to have: what still stands in them is not written about. */
  const givenAway = new Set<string>();

  async function answer(asked: Asked): Promise<void> {
    const { shopId, conversationId, event, locale, productId } = asked;
    const ctx = inShop(ground, shopId);
    const [shopIndex, history, product] = await Promise.all([
      indexes.get(shopId),
      memory.turnsBefore(ctx, conversationId, event.seq),
      productId ? findProduct(ctx, productId) : null,
    ]);
    const products = product ? listNames(product) : [];
    const before: Before = { history, locale, products };
    const { near, written }: Help = helpers ? await getHelp(helpers, asked, shopIndex, before) : {};
    // What was asked of a model may have taken seconds: the knowledge is that of now.
    const current = written ? await indexes.get(shopId) : shopIndex;
    const decide = await answerEvents(ctx, current, event, { ...before, near }, written);
    const { events } = await actAsSystem(ctx, conversationId, decide);
    memory.note(conversationId, [event, ...events]);
  }

  async function getHelp(helpers: Helpers, asked: Asked, shopIndex: ShopIndex, before: Before): Promise<Help> {
    const { shopId, conversationId, customerId, event, sinceMs } = asked;
    const mayWrite = asked.isBotInCharge && !givenAway.has(conversationId);
    const taken = new AbortController();
    writing.set(conversationId, taken);
    const onDraft = (text: string) => {
      const draft = { shopId, customerId, conversationId, inReplyTo: event.seq, text };
      if (!taken.signal.aborted) ground.bus.tell("answer.drafted", draft);
    };
    const ctx = inShop(ground, shopId);
    const wish = { ctx, shopIndex, event, before, mayWrite, sinceMs, signal: taken.signal, onDraft };
    try {
      return await findHelp(helpers, wish);
    } finally {
      writing.delete(conversationId);
    }
  }

  function inLine(conversationId: string, work: () => Promise<void>): Promise<void> {
    const before = lines.get(conversationId) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(work);
    lines.set(conversationId, mine);
    const leave = () => {
      if (lines.get(conversationId) !== mine) return;
      lines.delete(conversationId);
      givenAway.delete(conversationId);
    };
    mine.then(leave, leave);
    return mine;
  }

  ground.bus.on("events.appended", async ({ state, events }) => {
    const { shopId, conversationId, customerId, locale, productId } = state;
    const inCharge = isBotInCharge(state.handling);
    if (inCharge) givenAway.delete(conversationId);
    else {
      writing.get(conversationId)?.abort();
      if (lines.has(conversationId)) givenAway.add(conversationId);
    }
    if (!inCharge && state.handling !== "queue") return;
    const sinceMs = performance.now();
    for (const event of events.filter(isForBot)) {
      const asked = { shopId, conversationId, customerId, event, locale, productId, isBotInCharge: inCharge, sinceMs };
      await inLine(conversationId, () => answer(asked));
    }
  });

  return {
    sweep: async () => {
      const left = await rows(
        ground.db,
        sql<LeftRow>`
          select shop_id, conversation_id, customer_id, answered_seq, locale, product_id from conversation
           where handling in ('bot', 'message') and answered_seq < last_customer_seq and last_event_at < ${new Date(ground.clock.now().getTime() - 2_000)}
           limit 500`,
      );
      const answerLeft = async ({
        shop_id,
        conversation_id,
        customer_id,
        answered_seq,
        locale,
        product_id,
      }: LeftRow) => {
        const events = await listEvents(inShop(ground, shop_id), conversation_id, answered_seq);
        const asked = {
          shopId: shop_id,
          conversationId: conversation_id,
          customerId: customer_id,
          locale,
          productId: product_id,
        };
        const sinceMs = performance.now();
        for (const event of events.filter(isForBot))
          await inLine(conversation_id, () => answer({ ...asked, event, isBotInCharge: true, sinceMs }));
      };
      // Somebody is at work where there is a line: a model may take longer than the sweep waits.
      const forgotten = left.filter(({ conversation_id }) => !lines.has(conversation_id));
      await eachOnItsOwn(forgotten, answerLeft, ground.log);
    },
  };
}
