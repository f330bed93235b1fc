import { withoutHumanRequest } from "@yingda/answering/human-request";
import { suggestReplies } from "@yingda/answering/suggest";
import type { WireEvent } from "@yingda/contract/conversation";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { StaffCtx } from "../context.ts";
import { textOf } from "../conversations/preview.ts";
import { listEvents, loadConversation } from "../conversations/reading.ts";
import { findAnswers } from "../knowledge/knowledge.ts";
import { notFound } from "../platform/errors.ts";
import type { Handle } from "../platform/http/handle.ts";
import { askBench, askBenchToWrite } from "./bench.ts";
import type { Helpers } from "./helping.ts";
import type { IndexStore } from "./index-store.ts";
import { toTurn, turnsKept } from "./memory.ts";

export function botRoutes(handle: Handle, indexes: IndexStore, helpers: Helpers): void {
  handle.staff(routes.ask, (ctx, input) => askBench(ctx, indexes, helpers, input));
  handle.staff(routes.askWritten, (ctx, input) => askBenchToWrite(ctx, indexes, helpers, input));
  handle.staff(routes.suggestAnswers, (ctx, input) => suggest(ctx, indexes, helpers, input));
}

const suggestionsShown = 3;

function wordsOf(event: WireEvent): string | null {
  if (event.type === "message.sent") return textOf(event.body.content);
  return event.type === "offline_message.left" ? event.body.text : null;
}

/** For the agent beside a customer's message: wider than what the bot would dare to say. */
async function suggest(
  ctx: StaffCtx,
  indexes: IndexStore,
  { nearness }: Helpers,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<ReplyOf<typeof routes.suggestAnswers>> {
  await loadConversation(ctx, conversationId);
  const upTo = (await listEvents(ctx, conversationId)).filter((event) => event.seq <= seq);
  const asked = upTo.at(-1);
  if (asked?.seq !== seq || wordsOf(asked) === null) throw notFound("message");
  // Beside "转人工" stands the question that led to it: nobody needs an answer to the wish for a person.
  const said = upTo.flatMap((event, at) => {
    const words = event.actor.kind === "customer" ? wordsOf(event) : null;
    return words === null ? [] : [{ words, at }];
  });
  const { words, at } = said.findLast((one) => withoutHumanRequest(one.words).trim() !== "") ?? said.at(-1)!;
  const history = upTo.slice(0, at).flatMap(toTurn).slice(-turnsKept);
  const [{ index }, near] = await Promise.all([indexes.get(ctx.shopId), nearness.near(ctx.shopId, words)]);
  const candidates = suggestReplies(index, { text: words, history, near }, suggestionsShown);
  const answers = await findAnswers(
    ctx,
    candidates.map(({ entryId }) => entryId),
  );
  const items = candidates.flatMap((candidate) => {
    const entry = answers.get(candidate.entryId);
    return entry
      ? [{ entryId: entry.id, question: entry.question, text: entry.answer, html: entry.html, score: candidate.score }]
      : [];
  });
  return { items };
}
