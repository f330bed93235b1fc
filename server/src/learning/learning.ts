import type { LearningReport } from "@yingda/answering/learning/types";
import { type Ctx, type Ground, inShop, type StaffCtx } from "../context.ts";
import { listEntriesForIndex } from "../knowledge/knowledge.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { type Asking, openWorker } from "../platform/worker.ts";
import { isOther } from "./answered.ts";
import type { TestAsking } from "./asking.ts";
import { passes } from "./comparing.ts";
import { readLearnedInUse } from "./learned.ts";
import type { LearningAnswer, LearningQuestion } from "./learning-worker.ts";
import * as queries from "./queries.ts";
import type { StoredHint } from "./resolve.ts";
import * as runs from "./run-queries.ts";
import { listCases } from "./tests.ts";
import { judgeLearning, type TestsOfLearning } from "./verdict.ts";

/**
 * Learns from what came in, when it is enough or somebody asks, and lets the bot use it only if it is better (verdict.ts).
 * A person may choose any version that was published, or the engine as it comes; by itself it then learns no more until
 * somebody asks it to.
 */
export type Learner = {
  /** Begins; it goes on when nobody looks. Throws conflict while it learns. */
  learnNow: (ctx: StaffCtx) => Promise<{ runId: string }>;
  sweep: () => Promise<void>;
  close: () => Promise<void>;
};

/** When it learns by itself. Of fewer than these there is too little to hold out. */
export const due = { least: 50, fresh: 20, freshShare: 0.1, restMs: 10 * 60_000 };
const learnedFrom = { hints: 10_000, conversations: 5_000, texts: 20_000 };
const beatMs = 3_000;
const silentMs = 30_000;
const kept = { learned: 10, runs: 200 };

export function openLearner(ground: Ground, asking: TestAsking): Learner {
  const worker = openWorker<LearningQuestion, LearningAnswer>(new URL("./learning-worker.ts", import.meta.url), {
    failure: "learning ended early",
  });
  return {
    learnNow: async (ctx) => {
      await failSilent(ground);
      const runId = await begin(ctx, ctx.actor.id);
      if (!runId) throw new AppError("conflict", "It is learning just now.");
      void carryOut(ctx, { worker, asking, runId });
      return { runId };
    },
    sweep: async () => {
      await failSilent(ground);
      const restedBefore = new Date(ground.clock.now().getTime() - due.restMs);
      const learn = async (shopId: string) => {
        const ctx = inShop(ground, shopId);
        const runId = await begin(ctx, null);
        if (runId) await carryOut(ctx, { worker, asking, runId });
      };
      await eachOnItsOwn(await runs.listShopsToLearn(ground.db, { ...due, restedBefore }), learn, ground.log);
    },
    close: () => worker.close(),
  };
}

async function begin(ctx: Ctx, staffId: string | null): Promise<string | null> {
  const at = ctx.clock.now();
  const { hints } = await queries.countHints(ctx.db, ctx.shopId, {});
  const added = await runs.addRun(ctx.db, ctx.shopId, { runId: newId(), hints, hintsUntil: at, at, staffId });
  return added?.run_id ?? null;
}

type Work = { worker: Asking<LearningQuestion, LearningAnswer>; asking: TestAsking; runId: string };

async function carryOut(ctx: Ctx, { worker, asking, runId }: Work): Promise<void> {
  const beat = setInterval(() => {
    runs.markAlive(ctx.db, ctx.shopId, runId, ctx.clock.now()).catch(() => {});
  }, beatMs);
  try {
    const { learned, report, asked } = await worker.ask(await readLesson(ctx));
    const tests = learned && (await askTests(ctx, asking, learned));
    const refusal = judgeLearning(report, learned !== null, tests);
    await end(ctx, runId, { refusal, asked, report: { ...reportOf(report), tests }, learned });
  } catch (error) {
    ctx.log.error({ err: error, runId }, "learning failed");
    await ctx.db
      .transaction()
      .execute((tx) =>
        runs.endRun(tx, ctx.shopId, runId, {
          ...{ state: "failed", refusal: null, asked: 0, report: null, learned: null },
          at: ctx.clock.now(),
        }),
      )
      .catch(() => {});
  } finally {
    clearInterval(beat);
  }
}

async function readLesson(ctx: Ctx): Promise<LearningQuestion> {
  const [entries, hints, texts, before] = await Promise.all([
    listEntriesForIndex(ctx),
    queries.listHintsToLearn(ctx.db, ctx.shopId, learnedFrom.hints),
    queries.listAskedTexts(ctx.db, ctx.shopId, learnedFrom),
    readLearnedInUse(ctx),
  ]);
  return { entries, hints: hints.map(toStored), texts, before };
}

const toStored = (row: queries.HintRow): StoredHint => ({
  id: row.hint_id,
  text: row.text,
  source: row.source,
  verdict: row.verdict,
  entryId: row.entry_id,
  weight: row.weight,
  at: row.at.toISOString(),
});

async function askTests(ctx: Ctx, asking: TestAsking, learned: ArrayBuffer): Promise<TestsOfLearning | null> {
  const cases = await listCases(ctx);
  if (cases.length === 0) return null;
  const { before, after } = await asking.ask(ctx, cases, { learned });
  const broken = before.filter((one, i) => passes(one) && isOther(one, after![i]!) && !passes(after![i]!));
  return {
    total: cases.length,
    before: before.filter(passes).length,
    after: after!.filter(passes).length,
    broken: broken.length,
  };
}

const suspiciousKept = 200;

const reportOf = ({ learnedFrom, leftOut, before, after, since, kept, suspicious }: LearningReport) => ({
  learnedFrom,
  leftOut,
  before,
  after,
  since,
  kept: [...kept],
  suspicious: suspicious.slice(0, suspiciousKept),
});

type Ended = Pick<Parameters<typeof runs.endRun>[3], "refusal" | "asked" | "report" | "learned">;

/** Kept and used in one step, or not at all. */
async function end(ctx: Ctx, runId: string, { refusal, learned, ...rest }: Ended): Promise<void> {
  const at = ctx.clock.now();
  const isUsed = refusal === null;
  await ctx.db.transaction().execute(async (tx) => {
    const state = isUsed ? ("published" as const) : ("refused" as const);
    const isOurs = await runs.endRun(tx, ctx.shopId, runId, {
      ...{ state, refusal, at },
      ...rest,
      learned: isUsed ? learned : null,
    });
    if (isOurs && isUsed) await runs.useLearned(tx, ctx.shopId, { runId, at });
  });
  if (isUsed) ctx.bus.tell("learned.changed", { shopId: ctx.shopId });
  await runs.forgetOldRuns(ctx.db, ctx.shopId, kept);
}

/** What a published run learned, or the engine as it comes; it stays until somebody chooses or asks to learn. */
export async function chooseLearned(
  ctx: StaffCtx,
  { runId }: { runId: string | null },
): Promise<{ runId: string | null }> {
  if (runId !== null && !(await runs.hasLearned(ctx.db, ctx.shopId, runId))) throw notFound("version that can be used");
  await runs.writeChoice(ctx.db, ctx.shopId, { runId, at: ctx.clock.now(), staffId: ctx.actor.id });
  ctx.bus.tell("learned.changed", { shopId: ctx.shopId });
  return { runId };
}

function failSilent(ground: Pick<Ground, "db" | "clock">) {
  const at = ground.clock.now();
  return runs.failSilentRuns(ground.db, { before: new Date(at.getTime() - silentMs), at });
}
