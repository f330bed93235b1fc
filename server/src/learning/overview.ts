import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { LearningHint, LearningRun, SuspiciousHint } from "@yingda/contract/routes/learning";
import type { Ctx, StaffCtx } from "../context.ts";
import { getEntry } from "../knowledge/knowledge.ts";
import { notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { getShop } from "../shops/shops.ts";
import { weightOf } from "./hints.ts";
import { due } from "./learning.ts";
import * as queries from "./queries.ts";
import * as runs from "./run-queries.ts";
import { listQuestions } from "./test-queries.ts";

/** What came in and what became of it, as people see it, and their word on what looks wrong. */

const daysShown = 30;
const runsShown = 30;

export async function getLearning(ctx: Ctx): Promise<ReplyOf<typeof routes.getLearning>> {
  const { settings } = await getShop(ctx);
  const from = new Date(ctx.clock.now().getTime() - daysShown * 86_400_000);
  const [found, choice, days, suspicious] = await Promise.all([
    runs.listRuns(ctx.db, ctx.shopId, runsShown),
    runs.findChoice(ctx.db, ctx.shopId),
    queries.countHintsByDay(ctx.db, ctx.shopId, { since: from, zone: settings.timeZone }),
    listSuspiciousHints(ctx),
  ]);
  const since = found.find(({ state }) => state !== "failed")?.hints_until ?? null;
  const { hints, fresh } = await queries.countHints(ctx.db, ctx.shopId, { since });
  const isRunning = found[0]?.state === "running";
  return {
    hints,
    newHints: fresh,
    neededHints: Math.max(due.least - hints + fresh, due.fresh, Math.ceil(due.freshShare * hints)),
    days,
    runs: found.map((row) => toRun(row, choice?.run_id ?? null)),
    isRunning,
    chosenAt: choice?.chosen_by ? choice.chosen_at.toISOString() : null,
    chosenBy: choice?.chosen_by_name ?? null,
    suspicious: suspicious.items.length,
  };
}

const toRun = (row: runs.RunRow, inUse: string | null): LearningRun => ({
  runId: row.run_id,
  state: row.state,
  version: row.version,
  refusal: row.refusal,
  hints: row.hints,
  asked: row.asked,
  report: row.report,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  startedBy: row.started_by_name,
  isInUse: row.run_id === inUse,
});

export async function listHints(
  ctx: Ctx,
  { source, page, pageSize }: InputOf<typeof routes.listHints>,
): Promise<ReplyOf<typeof routes.listHints>> {
  const [found, { hints: total }] = await Promise.all([
    queries.listHints(ctx.db, ctx.shopId, { source, limit: pageSize, offset: (page - 1) * pageSize }),
    queries.countHints(ctx.db, ctx.shopId, { source }),
  ]);
  return { items: found.map(toHint), total };
}

const entryOf = ({ entry_id, question }: queries.HintRow) =>
  entry_id === null ? null : { entryId: entry_id, question: question ?? "" };

const toHint = (row: queries.HintRow): LearningHint => ({
  hintId: row.hint_id,
  text: row.text,
  source: row.source,
  verdict: row.verdict,
  entry: entryOf(row),
  conversationId: row.conversation_id,
  askedSeq: row.asked_seq,
  at: row.at.toISOString(),
  isDropped: row.review === "dropped",
});

export async function addHint(
  ctx: StaffCtx,
  { text, entryId }: { text: string; entryId: string | null },
): Promise<{ hintId: string }> {
  if (entryId !== null) await getEntry(ctx, entryId);
  return say(ctx, { text, entryId, review: null });
}

async function say(
  ctx: StaffCtx,
  said: { text: string; entryId: string | null; review: "kept" | null },
): Promise<{ hintId: string }> {
  const hintId = newId();
  const by = { weight: weightOf.bench, at: ctx.clock.now(), staffId: ctx.actor.id };
  await queries.addHint(ctx.db, ctx.shopId, { ...said, ...by, hintId });
  return { hintId };
}

export async function reviewHint(
  ctx: StaffCtx,
  { hintId, ...review }: InputOf<typeof routes.reviewHint>,
): Promise<{ decision: "keep" | "drop" | "move" }> {
  const [hint] = await queries.findHints(ctx.db, ctx.shopId, [hintId]);
  if (!hint) throw notFound("hint");
  if (review.decision === "drop") await queries.dropHint(ctx.db, ctx.shopId, hintId);
  else if (review.decision === "keep") await say(ctx, { text: hint.text, entryId: hint.entry_id, review: "kept" });
  else {
    if (review.entryId !== null) await getEntry(ctx, review.entryId);
    await say(ctx, { text: hint.text, entryId: review.entryId, review: "kept" });
  }
  return { decision: review.decision };
}

const isOfPerson = ({ source }: SuspiciousHint) => source !== "click" && source !== "thumb";

/** As the last run found them; what somebody has judged since, or is gone, is left out. */
export async function listSuspiciousHints(ctx: Ctx): Promise<{ items: SuspiciousHint[] }> {
  const report = await runs.findLatestReport(ctx.db, ctx.shopId);
  const found = (report?.suspicious ?? []).filter(({ id }) => id !== undefined);
  if (found.length === 0) return { items: [] };
  const [hints, reviewed] = await Promise.all([
    queries.findHints(
      ctx.db,
      ctx.shopId,
      found.map(({ id }) => id!),
    ),
    queries.listReviewedTexts(
      ctx.db,
      ctx.shopId,
      found.map(({ text }) => text),
    ),
  ]);
  const likely = await listQuestions(
    ctx.db,
    ctx.shopId,
    found.flatMap((one) => one.likely ?? []),
  );
  const nameOf = new Map(likely.map((row) => [row.entry_id, row.question]));
  const hintOf = new Map(hints.map((row) => [row.hint_id, row]));
  const isReviewed = new Set(reviewed);
  const items = found.flatMap((one): SuspiciousHint[] => {
    const hint = hintOf.get(one.id!);
    const isGone = one.likely !== null && !nameOf.has(one.likely);
    if (!hint || hint.review !== null || isGone || isReviewed.has(hint.text)) return [];
    return [
      {
        hintId: hint.hint_id,
        text: hint.text,
        entry: entryOf(hint),
        likely: one.likely === null ? null : { entryId: one.likely, question: nameOf.get(one.likely)! },
        probability: one.probability,
        conversationId: hint.conversation_id,
        source: hint.source,
      },
    ];
  });
  // A slip of the shop's own people weighs most; that customers click on what is near is to be expected.
  items.sort((a, b) => Number(isOfPerson(b)) - Number(isOfPerson(a)));
  return { items: items.slice(0, limits.pageSize) };
}
