import { tellingText } from "@yingda/answering/intents/classifier";
import type { ConversationSummary } from "@yingda/contract/conversation";
import type { EventBody, Sentiment } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { InputOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { StaffCtx } from "../context.ts";
import { correctClassification } from "../conversations/judging.ts";
import { notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { findProduct } from "../products/products.ts";
import { readLog } from "./conversation-words.ts";
import * as queries from "./queries.ts";
import { getIntentTree, listActiveIntents } from "./tree.ts";

/** A person says what a conversation is about. It stays so, and its words teach the shop's classifier. */
export async function correctConversation(
  ctx: StaffCtx,
  { conversationId, intent, productId, sentiment }: InputOf<typeof routes.correctConversation>,
): Promise<ConversationSummary> {
  const body: EventBody<"conversation.classified"> = {};
  if (intent !== undefined) {
    if (intent !== null) await mustBeActive(ctx, intent);
    body.intent = intent;
  }
  if (productId !== undefined) {
    const product = productId === null ? null : await findProduct(ctx, productId);
    if (productId !== null && !product) throw notFound("product");
    body.productId = productId;
    body.category = product?.category ?? null;
  }
  if (sentiment !== undefined) {
    body.sentiment = sentiment;
    // Somebody looked: anger is what they say it is no more than what the engine thought.
    if (sentiment !== "negative") body.isAngry = false;
  }
  const summary = await correctClassification(ctx, { conversationId, body });
  if (intent !== undefined) await learn(ctx, conversationId, intent);
  if (sentiment !== undefined) await learnFeeling(ctx, conversationId, sentiment);
  return summary;
}

export async function mustBeActive(ctx: StaffCtx, intent: string): Promise<void> {
  const active = listActiveIntents(await getIntentTree(ctx));
  if (!active.some((one) => one.key === intent)) throw notFound("intent");
}

/** What was said last is what somebody judges by: a complaint comes after the question. */
const messagesFelt = 3;

async function learnFeeling(ctx: StaffCtx, conversationId: string, sentiment: Sentiment): Promise<void> {
  const rows = await queries.listWords(ctx.db, ctx.shopId, [conversationId]);
  const said = rows.filter((row) => row.type === "message.sent" || row.type === "offline_message.left");
  const { words } = readLog(said, { origin: "live", classifiedSeq: 0 });
  const text = words.texts.slice(-messagesFelt).join("，").slice(-limits.questionCharacters).toWellFormed().trim();
  if (text === "") return;
  const feeling = { conversationId, sentiment, text, at: ctx.clock.now(), staffId: ctx.actor.id };
  await queries.writeFeeling(ctx.db, ctx.shopId, feeling);
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
}

async function learn(ctx: StaffCtx, conversationId: string, intent: string | null): Promise<void> {
  const rows = await queries.listWords(ctx.db, ctx.shopId, [conversationId]);
  const { words } = readLog(rows, { origin: "live", classifiedSeq: 0 });
  const text = intent === null ? null : tellingText(words.texts, limits.questionCharacters);
  if (intent === null || text === null) {
    const gone = await queries.deleteCorrectionOf(ctx.db, ctx.shopId, conversationId);
    if (gone.length === 0) return;
  } else {
    const example = { exampleId: newId(), conversationId, intentKey: intent, text };
    await queries.writeCorrection(ctx.db, ctx.shopId, { ...example, at: ctx.clock.now(), staffId: ctx.actor.id });
  }
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
}
