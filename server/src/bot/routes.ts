import { defaultThresholds } from "@yingda/answering/decide";
import { suggestEntries } from "@yingda/answering/suggest";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { StaffCtx } from "../context.ts";
import { textOf } from "../conversations/preview.ts";
import { listEvents, loadConversation } from "../conversations/reading.ts";
import { notFound } from "../platform/errors.ts";
import type { Handle } from "../platform/http/handle.ts";
import { replyToText } from "./bot.ts";
import type { IndexStore } from "./index-store.ts";

export function botRoutes(handle: Handle, indexes: IndexStore): void {
  handle.staff(routes.ask, (ctx, input) => ask(ctx, indexes, input));
  handle.staff(routes.suggestAnswers, (ctx, input) => suggest(ctx, indexes, input));
}

/** The test bench: the same decision as a customer would get, with its reasons. */
async function ask(
  ctx: StaffCtx,
  indexes: IndexStore,
  { text, previous }: { text: string; previous?: string },
): Promise<ReplyOf<typeof routes.ask>> {
  const shopIndex = await indexes.get(ctx.shopId);
  const startedMs = performance.now();
  const { reply, decision } = replyToText(shopIndex, text, previous ? [{ by: "customer", text: previous }] : [], null);
  const tookMs = performance.now() - startedMs;
  return {
    outcome: reply.outcome,
    confidence: decision.confidence,
    wantsHuman: decision.wantsHuman,
    resolvedText: decision.resolvedText ?? null,
    language: decision.language,
    reply: { text: reply.text, html: reply.html ?? null, options: reply.options ?? [] },
    candidates: decision.candidates.map((candidate) => ({
      entryId: candidate.entryId,
      question: shopIndex.entries.get(candidate.entryId)?.question ?? candidate.question,
      matched: candidate.question,
      score: candidate.score,
      signals: [...candidate.signals],
    })),
    thresholds: { answer: defaultThresholds.answer, recommend: defaultThresholds.recommend },
    tookMs,
  };
}

const suggestionsShown = 3;

/** For the agent beside a customer's message: wider than what the bot would dare to say. */
async function suggest(
  ctx: StaffCtx,
  indexes: IndexStore,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<ReplyOf<typeof routes.suggestAnswers>> {
  await loadConversation(ctx, conversationId);
  const event = (await listEvents(ctx, conversationId, seq - 1))[0];
  if (event?.seq !== seq) throw notFound("message");
  const words =
    event.type === "message.sent"
      ? textOf(event.body.content)
      : event.type === "offline_message.left"
        ? event.body.text
        : null;
  if (words === null) throw notFound("message");
  const { index, entries } = await indexes.get(ctx.shopId);
  const items = suggestEntries(index, words, suggestionsShown).flatMap((candidate) => {
    const entry = entries.get(candidate.entryId);
    return entry
      ? [{ entryId: entry.id, question: entry.question, text: entry.answer, html: entry.html, score: candidate.score }]
      : [];
  });
  return { items };
}
