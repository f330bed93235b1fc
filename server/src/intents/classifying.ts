import { setImmediate as nextTurn } from "node:timers/promises";
import type { ConversationJudgement } from "@yingda/answering/intents/conversation";
import type { EventBody } from "@yingda/contract/events";
import type { Ctx, Ground } from "../context.ts";
import { writeDoneSeqs } from "../conversations/done-seqs.ts";
import { recordClassification } from "../conversations/judging.ts";
import { learnProducts } from "../products/products.ts";
import type { Classifier } from "./classifier-store.ts";
import { type ReadLog, readLog } from "./conversation-words.ts";
import * as queries from "./queries.ts";

/**
 * Gives conversations their intent, product and feeling once the customer has said something and it is quiet. What is to
 * be done is always found from the tables; what changes nothing is not written; what a person said is left.
 */

const conversationsAtOnce = 100;
type Classification = EventBody<"conversation.classified">;

export const listShopsToClassify = (ground: Ground, quietMs: number): Promise<string[]> =>
  queries.listShopsToClassify(ground.db, { asOf: ground.clock.now(), quietMs });

/** The next hundred of a shop; says whether there are more. */
export async function classifyNext(ctx: Ctx, classifier: Classifier, quietMs: number): Promise<{ isMore: boolean }> {
  const stale = { asOf: ctx.clock.now(), quietMs, limit: conversationsAtOnce };
  const found = await queries.listUnclassified(ctx.db, ctx.shopId, stale);
  if (found.length === 0) return { isMore: false };
  const ids = found.map((one) => one.conversation_id);
  const words = Map.groupBy(await queries.listWords(ctx.db, ctx.shopId, ids), (row) => row.conversation_id);
  await nextTurn();
  const read = found.map((one) => ({
    one,
    log: readLog(words.get(one.conversation_id) ?? [], { origin: one.origin, classifiedSeq: one.classified_seq }),
  }));
  const asked = read.filter(({ log }) => log.hasNewWords);
  await learnProducts(
    ctx,
    asked.flatMap(({ log }) => log.seen),
  );
  const judgements = await classifier.classify(
    ctx.shopId,
    asked.map(({ log }) => log.words),
  );
  const done = read.filter(({ log }) => !log.hasNewWords).map(({ one }) => markOf(one));
  const written = await Promise.all(asked.map(({ one, log }, i) => write(ctx, classifier, one, log, judgements[i]!)));
  await writeDoneSeqs(ctx.db, ctx.shopId, "classified", [...done, ...written.filter((mark) => mark !== null)]);
  return { isMore: found.length === conversationsAtOnce && written.some((mark) => mark !== null) };
}

type Mark = { conversationId: string; seq: number };
const markOf = (one: queries.Unclassified): Mark => ({ conversationId: one.conversation_id, seq: one.last_seq });

/** Null: something happened meanwhile, or it failed; the sweep finds it again. */
async function write(
  ctx: Ctx,
  classifier: Classifier,
  one: queries.Unclassified,
  log: ReadLog,
  judgement: ConversationJudgement,
): Promise<Mark | null> {
  try {
    const category = judgement.productId ? await classifier.categoryOf(ctx.shopId, judgement.productId) : null;
    const body = findChange(log, judgement, category);
    if (!body) return markOf(one);
    const request = { conversationId: one.conversation_id, upTo: one.last_seq, body };
    const { events } = await recordClassification(ctx, request);
    const seq = events.at(-1)?.seq;
    return seq === undefined ? null : { conversationId: one.conversation_id, seq };
  } catch (error) {
    ctx.log.error({ err: error, conversationId: one.conversation_id }, "this conversation could not be classified");
    return null;
  }
}

/** What the engine says that the log doesn't have, or null. It takes nothing back: without a clear guess the last one stays. */
function findChange(
  { known, fixed }: Pick<ReadLog, "known" | "fixed">,
  judgement: Omit<ConversationJudgement, "guesses" | "sentimentConfidence">,
  category: string | null,
): Classification | null {
  const body: Classification = {};
  if (!fixed.has("intent") && judgement.intent !== null && judgement.intent !== known.intent) {
    body.intent = judgement.intent;
    body.confidence = Math.round(judgement.confidence * 1000) / 1000;
  }
  if (!fixed.has("sentiment")) {
    if (judgement.sentiment !== known.sentiment) body.sentiment = judgement.sentiment;
    if (judgement.isAngry !== (known.isAngry ?? false)) body.isAngry = judgement.isAngry;
  }
  if (judgement.isUrgent !== (known.isUrgent ?? false)) {
    body.isUrgent = judgement.isUrgent;
    if (judgement.urgentWords !== null) body.urgentWords = judgement.urgentWords;
  }
  if (!fixed.has("productId") && judgement.productId !== null) {
    if (judgement.productId !== known.productId) body.productId = judgement.productId;
    // The category follows from the product.
    if (category !== (known.category ?? null)) body.category = category;
  }
  return Object.keys(body).length > 0 ? body : null;
}
