import { defaultThresholds } from "@yingda/answering/decide";
import { explainDecision } from "@yingda/answering/grounds";
import { mainQuestionOf } from "@yingda/answering/index-open";
import type { Near } from "@yingda/answering/nearness";
import type { ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { StaffCtx } from "../context.ts";
import { type Before, decideText, replyToText } from "./bot.ts";
import { findNear, type Helpers, tryWriting, wouldWrite } from "./helping.ts";
import type { IndexStore, ShopIndex } from "./index-store.ts";

/**
 * The test bench: the same decision as a customer would get, with its reasons. It stands in no log and counts in no figure
 * but the models' own, which may be paid for.
 */

type Asked = { text: string; previous?: string };
type Read = { shopIndex: ShopIndex; before: Before; near?: Near };

async function read(ctx: StaffCtx, indexes: IndexStore, helpers: Helpers, { text, previous }: Asked): Promise<Read> {
  const shopIndex = await indexes.get(ctx.shopId);
  const before: Before = { history: previous ? [{ by: "customer", text: previous }] : [], locale: null, products: [] };
  return { shopIndex, before, near: await findNear(helpers, { ctx, shopIndex, text, before }) };
}

export async function askBench(
  ctx: StaffCtx,
  indexes: IndexStore,
  helpers: Helpers,
  asked: Asked,
): Promise<ReplyOf<typeof routes.ask>> {
  const { shopIndex, before, near } = await read(ctx, indexes, helpers, asked);
  const startedMs = performance.now();
  const { reply, decision } = await replyToText(ctx, shopIndex, asked.text, { ...before, near });
  const tookMs = performance.now() - startedMs;
  const grounds = explainDecision(shopIndex.index, { text: asked.text, near }, decision);
  return {
    outcome: reply.outcome,
    confidence: decision.confidence,
    wantsHuman: decision.wantsHuman,
    resolvedText: decision.resolvedText ?? null,
    asksSeveral: decision.parts !== undefined,
    language: decision.language,
    reply: { text: reply.text, html: reply.html ?? null, options: reply.options ?? [] },
    candidates: decision.candidates.map((candidate) => {
      const ground = grounds.find(({ entryId }) => entryId === candidate.entryId);
      return {
        entryId: candidate.entryId,
        question: mainQuestionOf(shopIndex.index, candidate.entryId) ?? candidate.question,
        matched: candidate.question,
        score: candidate.score,
        signals: [...candidate.signals],
        grounds: [...(ground?.parts ?? [])],
        unaided: ground?.unaided ?? candidate.score,
        remembered: ground?.remembered ?? null,
      };
    }),
    thresholds: { answer: defaultThresholds.answer, recommend: defaultThresholds.recommend },
    mayBeWritten: await wouldWrite(helpers, { ctx, decision, near }),
    tookMs,
  };
}

/** What the chat model writes now, and what the check says of it. */
export async function askBenchToWrite(
  ctx: StaffCtx,
  indexes: IndexStore,
  helpers: Helpers,
  asked: Asked,
): Promise<ReplyOf<typeof routes.askWritten>> {
  const { shopIndex, before, near } = await read(ctx, indexes, helpers, asked);
  const decision = decideText(shopIndex, asked.text, { ...before, near });
  const startedMs = performance.now();
  const never = new AbortController().signal;
  const { given, attempt } = await tryWriting(helpers, {
    ...{ ctx, before, near, text: asked.text, decision, signal: never },
  });
  const tookMs = Math.round(performance.now() - startedMs);
  const questions = new Map(given.map(({ entryId, question }) => [entryId, question]));
  const toNamed = (entryIds: readonly string[]) =>
    entryIds.map((entryId) => ({ entryId, question: questions.get(entryId) ?? "" }));
  const refused = attempt?.outcome === "rejected" ? attempt.refused : null;
  const entryIds = attempt?.written.entryIds ?? [];
  return {
    outcome: attempt?.outcome ?? "not_asked",
    text: attempt?.written.text ?? "",
    sources: toNamed(entryIds),
    given: toNamed([...questions.keys()]),
    refused: refused && { fault: refused.fault, text: refused.text, sources: toNamed(refused.entryIds) },
    problem: attempt?.outcome === "failed" ? attempt.problem : null,
    tookMs,
  };
}
