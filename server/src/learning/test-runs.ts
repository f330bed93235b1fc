import type { ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { TestRun } from "@yingda/contract/routes/knowledge-tests";
import { type Ctx, type Ground, inShop, type StaffCtx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import type { Answered } from "./answered.ts";
import type { TestAsking } from "./asking.ts";
import { passes } from "./comparing.ts";
import * as queries from "./test-queries.ts";
import { listCases } from "./tests.ts";

/**
 * Asks a shop's tests and keeps what came of it: when somebody wants to know, and by itself after the knowledge, what was
 * learned, or the tests have changed. One run at a time; one that a crash left is given up and made anew.
 */

const testsAtOnce = 100;
const silentMs = 30_000;
/** A change is seldom the only one: tests are asked again when it has been quiet. */
const quietMs = 15_000;
/** One that failed is tried again after this. */
const againMs = 5 * 60_000;
/** For how many runs the single answers are kept, and how many runs are. */
const kept = { results: 10, runs: 400 };

const toRun = (row: queries.RunRow): TestRun => ({
  testRunId: row.run_id,
  state: row.state,
  reason: row.reason,
  tests: row.tests,
  done: row.done,
  passed: row.passed,
  offered: row.offered,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  startedBy: row.started_by_name,
});

export const listTestRuns = async (
  ctx: Ctx,
  { pageSize }: { pageSize: number },
): Promise<ReplyOf<typeof routes.listTestRuns>> => ({
  items: (await queries.listRuns(ctx.db, ctx.shopId, pageSize)).map(toRun),
});

export async function getTestRun(ctx: Ctx, testRunId: string): Promise<TestRun> {
  const row = await queries.findRun(ctx.db, ctx.shopId, testRunId);
  if (!row) throw notFound("run of the tests");
  return toRun(row);
}

/** Begins; it goes on when nobody looks. */
export async function startTestRun(ctx: StaffCtx, asking: TestAsking): Promise<TestRun> {
  await failSilent(ctx);
  const tests = await queries.countTests(ctx.db, ctx.shopId);
  if (tests === 0) throw new AppError("conflict", "There is no test to ask yet.");
  const runId = await begin(ctx, { reason: "asked", tests, staffId: ctx.actor.id });
  if (!runId) throw new AppError("conflict", "The tests are being asked just now.");
  void carryOut(ctx, asking, runId);
  return getTestRun(ctx, runId);
}

export async function runChangedTests(ground: Ground, asking: TestAsking): Promise<void> {
  await failSilent(ground);
  const isWithin = (at: Date | null, ms: number) => at !== null && at.getTime() > ground.clock.now().getTime() - ms;
  const look = async (shopId: string) => {
    const ctx = inShop(ground, shopId);
    const [latest] = await queries.listRuns(ctx.db, shopId, 1);
    if (latest?.state === "running") return;
    const isTried = latest !== undefined && (latest.state === "done" || isWithin(latest.finished_at, againMs));
    if (isTried && latest.mark === (await readMark(ctx))) return;
    const { changed_at } = await queries.readKnowledgeMark(ctx.db, shopId);
    if (isWithin(changed_at, quietMs)) return;
    const tests = await queries.countTests(ctx.db, shopId);
    const runId = await begin(ctx, { reason: "change", tests, staffId: null });
    if (runId) await carryOut(ctx, asking, runId);
  };
  await eachOnItsOwn(await queries.listShopsWithTests(ground.db), look, ground.log);
}

async function begin(
  ctx: Ctx,
  run: { reason: TestRun["reason"]; tests: number; staffId: string | null },
): Promise<string | null> {
  const mark = await readMark(ctx);
  const added = await queries.addRun(ctx.db, ctx.shopId, { ...run, runId: newId(), mark, at: ctx.clock.now() });
  return added?.run_id ?? null;
}

async function readMark(ctx: Ctx): Promise<string> {
  const [knowledge, tests] = await Promise.all([
    queries.readKnowledgeMark(ctx.db, ctx.shopId),
    queries.readTestsMark(ctx.db, ctx.shopId),
  ]);
  return `${knowledge.mark} ${tests}`;
}

async function carryOut(ctx: Ctx, asking: TestAsking, runId: string): Promise<void> {
  const results: Answered[] = [];
  let state: "done" | "failed" = "done";
  try {
    const cases = await listCases(ctx);
    for (let from = 0; from < cases.length; from += testsAtOnce) {
      const { before } = await asking.ask(ctx, cases.slice(from, from + testsAtOnce));
      results.push(...before);
      await queries.noteProgress(ctx.db, ctx.shopId, runId, { done: results.length, at: ctx.clock.now() });
    }
  } catch (error) {
    ctx.log.error({ err: error, runId }, "the tests could not be asked");
    state = "failed";
  }
  const passed = results.filter(passes).length;
  const offered = results.filter(({ verdict }) => verdict === "offered").length;
  await queries
    .endRun(ctx.db, ctx.shopId, runId, { state, results, passed, offered, at: ctx.clock.now() })
    .catch((error) => ctx.log.error({ err: error, runId }, "what the tests gave could not be kept"));
  await queries.forgetOldRuns(ctx.db, ctx.shopId, kept).catch(() => {});
}

function failSilent(ground: Pick<Ground, "db" | "clock">) {
  const at = ground.clock.now();
  return queries.failSilentRuns(ground.db, { before: new Date(at.getTime() - silentMs), at });
}
