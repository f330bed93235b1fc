import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { Ctx } from "../context.ts";
import type { Handle } from "../platform/http/handle.ts";
import { findProduct } from "../products/products.ts";
import type { Classifier } from "./classifier-store.ts";
import { correctConversation } from "./correcting.ts";
import { createIntent, getIntent, listIntents, orderIntents, updateIntent } from "./intents.ts";
import { listSuspiciousLabels, reviewExample, reviewFeeling } from "./suspicious.ts";

export function intentRoutes(handle: Handle, classifier: Classifier): void {
  handle.staff(routes.listIntents, listIntents);
  handle.staff(routes.getIntent, getIntent);
  handle.staff(routes.createIntent, createIntent);
  handle.staff(routes.updateIntent, updateIntent);
  handle.staff(routes.orderIntents, orderIntents);
  handle.staff(routes.tryIntents, (ctx, { text }) => tryIntents(ctx, classifier, text));
  handle.staff(routes.correctConversation, correctConversation);
  handle.staff(routes.listSuspiciousLabels, (ctx) => listSuspiciousLabels(ctx, classifier));
  handle.staff(routes.reviewExample, reviewExample);
  handle.staff(routes.reviewFeeling, reviewFeeling);
}

/** The same judgement as a conversation with these words alone would get, with its reasons. */
async function tryIntents(ctx: Ctx, classifier: Classifier, text: string): Promise<ReplyOf<typeof routes.tryIntents>> {
  const { judgement, because } = await classifier.explain(ctx.shopId, text);
  return {
    intent: judgement.intent,
    confidence: judgement.confidence,
    guesses: judgement.guesses.map(({ intent, probability }, i) => ({
      key: intent,
      probability,
      because: because[i] ?? [],
    })),
    sentiment: judgement.sentiment,
    sentimentConfidence: judgement.sentimentConfidence,
    isAngry: judgement.isAngry,
    isUrgent: judgement.isUrgent,
    product: judgement.productId ? await findProduct(ctx, judgement.productId) : null,
  };
}
