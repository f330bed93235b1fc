import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { KnowledgeTest, TestAnswer } from "@yingda/contract/routes/knowledge-tests";
import type { Ctx, StaffCtx } from "../context.ts";
import { loadConversation } from "../conversations/reading.ts";
import { oneLine } from "../knowledge/drafts.ts";
import { getEntry } from "../knowledge/knowledge.ts";
import { AppError } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import type { Answered, TestCase } from "./answered.ts";
import * as queries from "./test-queries.ts";

/**
 * Questions whose answer the shop knows, kept to be asked anew before a change goes live. It asks nothing itself:
 * test-runs.ts does, and comparing.ts for a change that is not made yet.
 */

const order = { wrong: 0, silent: 1, offered: 2, none: 3, right: 4 };

export async function listTests(
  ctx: Ctx,
  { search, verdict, page, pageSize }: InputOf<typeof routes.listTests>,
): Promise<ReplyOf<typeof routes.listTests>> {
  const [found, [now, before]] = await Promise.all([
    queries.listTests(ctx.db, ctx.shopId),
    queries.listLatestResults(ctx.db, ctx.shopId),
  ]);
  const name = await nameEntries(ctx, [...(now?.results ?? []), ...(before?.results ?? [])]);
  const [nowOf, beforeOf] = [now, before].map((run) => new Map(run?.results.map((one) => [one.testId, one])));
  const tests = found.map((row): KnowledgeTest => {
    const answers = [nowOf!.get(row.test_id), beforeOf!.get(row.test_id)].map((one) => (one ? name(one) : null));
    return {
      testId: row.test_id,
      question: row.question,
      expected: expectedOf(row),
      origin: row.origin,
      changedAt: row.changed_at.toISOString(),
      changedBy: row.changed_by_name,
      now: answers[0]!,
      before: answers[1]!,
    };
  });
  const counts = { all: tests.length, right: 0, offered: 0, wrong: 0, silent: 0, none: 0 };
  for (const test of tests) counts[test.now?.verdict ?? "none"] += 1;
  const words = search?.toLowerCase();
  const shown = tests
    .filter((test) => !verdict || test.now?.verdict === verdict)
    .filter((test) => !words || `${test.question}\n${test.expected?.question ?? ""}`.toLowerCase().includes(words))
    .sort((a, b) => order[a.now?.verdict ?? "none"] - order[b.now?.verdict ?? "none"]);
  const items = shown.slice((page - 1) * pageSize, page * pageSize);
  return { items, total: shown.length, counts, limit: limits.knowledgeTests };
}

export const expectedOf = ({ entry_id, expected }: queries.TestRow): KnowledgeTest["expected"] =>
  entry_id === null ? null : { entryId: entry_id, question: expected ?? "" };

/** Answers with the entries' names; an entry that is gone is none. */
export async function nameEntries(
  ctx: Ctx,
  answers: Answered[],
  names: ReadonlyMap<string, string> = new Map(),
): Promise<(answered: Answered) => TestAnswer> {
  const ids = [...new Set(answers.flatMap(({ entryId }) => entryId ?? []))];
  const known = await queries.listQuestions(ctx.db, ctx.shopId, ids);
  const questions = new Map([...known.map((row) => [row.entry_id, row.question] as const), ...names]);
  return ({ verdict, outcome, entryId }) => {
    const question = entryId === null ? undefined : questions.get(entryId);
    return { verdict, outcome, entry: question === undefined ? null : { entryId: entryId!, question } };
  };
}

export const listCases = async (ctx: Ctx): Promise<TestCase[]> =>
  (await queries.listTests(ctx.db, ctx.shopId)).map((row) => ({
    testId: row.test_id,
    question: row.question,
    entryId: row.entry_id,
  }));

export async function saveTest(
  ctx: StaffCtx,
  { question: words, entryId, origin, conversationId = undefined }: InputOf<typeof routes.saveTest>,
): Promise<{ testId: string }> {
  const question = oneLine(words);
  if (question === "")
    throw new AppError("invalid_input", "question: empty", {}, [{ path: "question", message: "empty" }]);
  if (entryId !== null) await getEntry(ctx, entryId);
  if (conversationId !== undefined) await loadConversation(ctx, conversationId);
  const known = await queries.findTestByQuestion(ctx.db, ctx.shopId, question);
  if (!known) await mustFit(ctx, 1);
  const test = { testId: known?.test_id ?? newId(), question, entryId, conversationId: conversationId ?? null };
  await queries.writeTests(ctx.db, ctx.shopId, [test], { origin, at: ctx.clock.now(), staffId: ctx.actor.id });
  return { testId: test.testId };
}

async function mustFit(ctx: Ctx, more: number): Promise<void> {
  if ((await queries.countTests(ctx.db, ctx.shopId)) + more <= limits.knowledgeTests) return;
  throw new AppError("limit_reached", `A shop can keep ${limits.knowledgeTests} tests.`, {
    limit: limits.knowledgeTests,
  });
}

export async function deleteTests(ctx: Ctx, { testIds }: { testIds: string[] }): Promise<{ deleted: number }> {
  return { deleted: (await queries.deleteTests(ctx.db, ctx.shopId, testIds)).length };
}
