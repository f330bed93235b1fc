import type { Sentiment } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { SuspiciousExample, SuspiciousFeeling } from "@yingda/contract/routes/intents";
import type { Ctx, StaffCtx } from "../context.ts";
import { notFound } from "../platform/errors.ts";
import type { Classifier } from "./classifier-store.ts";
import { correctConversation, mustBeActive } from "./correcting.ts";
import * as queries from "./queries.ts";

/** The shop's labels that its others contradict, and a person's word on them. What somebody confirmed is not shown again. */

const examplesRead = 3_000;
type Decided = { decision: "keep" | "drop" | "move" };

export async function listSuspiciousLabels(
  ctx: Ctx,
  classifier: Classifier,
): Promise<ReplyOf<typeof routes.listSuspiciousLabels>> {
  const found = await classifier.listSuspicious(ctx.shopId);
  const [examples, felt] = await Promise.all([
    queries.listExamples(ctx.db, ctx.shopId, { limit: examplesRead }),
    queries.listFeelings(ctx.db, ctx.shopId, { limit: examplesRead }),
  ]);
  const exampleOf = new Map(examples.map((row) => [row.example_id, row]));
  const feelingOf = new Map(felt.map((row) => [row.conversation_id, row]));
  const intents = found.intents.flatMap(({ id, label, likely, probability }): SuspiciousExample[] => {
    const row = exampleOf.get(id!);
    if (!row || row.is_confirmed || row.intent_key !== label) return [];
    const { text, origin } = row;
    const about = { exampleId: row.example_id, intentKey: label, likely: likely || null };
    return [{ ...about, text, probability, origin, conversationId: row.conversation_id }];
  });
  const feelings = found.feelings.flatMap(({ id, label, likely, probability }): SuspiciousFeeling[] => {
    const row = feelingOf.get(id!);
    if (!row || row.is_confirmed || row.sentiment !== label) return [];
    const { conversation_id: conversationId, text, sentiment } = row;
    return [{ conversationId, text, sentiment, likely: likely as Sentiment, probability }];
  });
  return { intents: intents.slice(0, limits.pageSize), feelings: feelings.slice(0, limits.pageSize) };
}

export async function reviewExample(
  ctx: StaffCtx,
  { exampleId, ...review }: InputOf<typeof routes.reviewExample>,
): Promise<Decided> {
  const example = await queries.findExample(ctx.db, ctx.shopId, exampleId);
  if (!example) throw notFound("example");
  if (review.decision === "keep") await queries.confirmExample(ctx.db, ctx.shopId, exampleId);
  else if (review.decision === "drop") await queries.deleteExample(ctx.db, ctx.shopId, exampleId);
  else if (example.conversation_id) {
    // The conversation was said to be about it: that is put right, and teaches anew.
    await correctConversation(ctx, { conversationId: example.conversation_id, intent: review.intent });
    await queries.confirmExample(ctx.db, ctx.shopId, exampleId);
  } else {
    await mustBeActive(ctx, review.intent);
    await queries.moveExample(ctx.db, ctx.shopId, exampleId, review.intent);
  }
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
  return { decision: review.decision };
}

export async function reviewFeeling(
  ctx: StaffCtx,
  { conversationId, ...review }: InputOf<typeof routes.reviewFeeling>,
): Promise<Decided> {
  if (review.decision === "move") await correctConversation(ctx, { conversationId, sentiment: review.sentiment });
  const isKnown =
    review.decision === "drop"
      ? await queries.deleteFeeling(ctx.db, ctx.shopId, conversationId)
      : await queries.confirmFeeling(ctx.db, ctx.shopId, conversationId);
  if (isKnown.length === 0) throw notFound("feeling");
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
  return { decision: review.decision };
}
