import { limits } from "@yingda/contract/limits";
import type { InputOf } from "@yingda/contract/route";
import type { Report, ReportDraft, reportRoutes } from "@yingda/contract/routes/reports";
import { catalogue, findMetric } from "@yingda/measures/catalogue";
import { v5 } from "uuid";
import { homeMetrics } from "../analytics/home.ts";
import { getMeasureSettings } from "../analytics/measure-settings.ts";
import { describeMetric } from "../analytics/metric-words.ts";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { isMailSetUp } from "../mailing/mailing.ts";
import { countDeliveries, queueMail } from "../mailing/outbox.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { localDay } from "../platform/local-time.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { getShop } from "../shops/shops.ts";
import { listMembers } from "../staff/staff.ts";
import { gatherContent } from "./content.ts";
import { writeMail } from "./mail.ts";
import * as queries from "./queries.ts";
import { findLastDue, findNextDue } from "./schedule.ts";

/**
 * Reports by mail: who gets which figures when. It writes the mail and lays it into the outbox, in the transaction that
 * moves the report on to its next time; sending is the outbox's.
 */

export async function listReports(ctx: Ctx) {
  const [found, isSetUp, settings] = await Promise.all([
    queries.listReports(ctx.db, ctx.shopId),
    isMailSetUp(ctx),
    getMeasureSettings(ctx),
  ]);
  return {
    items: await describe(ctx, found),
    choices: catalogue.map((metric) => describeMetric(metric, settings)),
    usual: homeMetrics.map((metric) => metric.key),
    isMailSetUp: isSetUp,
  };
}

export async function createReport(ctx: Ctx, draft: ReportDraft): Promise<Report> {
  mustBeKnown(draft.metrics);
  if ((await queries.countReports(ctx.db, ctx.shopId)) >= limits.reports)
    throw new AppError("limit_reached", `A shop can have ${limits.reports} reports. Delete one first.`, {
      limit: limits.reports,
    });
  const id = newId();
  await queries.addReport(ctx.db, ctx.shopId, {
    id,
    draft,
    nextRunAt: await nextRunOf(ctx, draft),
    at: ctx.clock.now(),
  });
  return getReport(ctx, id);
}

export async function updateReport(ctx: Ctx, id: string, draft: ReportDraft): Promise<Report> {
  mustBeKnown(draft.metrics);
  const isThere = await queries.changeReport(ctx.db, ctx.shopId, { id, draft, nextRunAt: await nextRunOf(ctx, draft) });
  if (!isThere) throw notFound("report");
  return getReport(ctx, id);
}

export async function deleteReport(ctx: Ctx, reportId: string): Promise<void> {
  if (!(await queries.deleteReport(ctx.db, ctx.shopId, reportId))) throw notFound("report");
}

/** The caller's mail id makes a second click harmless. */
export async function sendReportNow(
  ctx: Ctx,
  { reportId, mailId }: { reportId: string; mailId: string },
): Promise<Report> {
  const row = await getRow(ctx, reportId);
  const at = ctx.clock.now();
  const mail = await writeReport(ctx, row, at);
  await ctx.db.transaction().execute(async (tx) => {
    await queueMail(ctx, { mailId, kind: "report", recipients: row.recipients, ...mail }, tx);
    await queries.markSent(tx, ctx.shopId, reportId, { at, mailId });
  });
  return getReport(ctx, reportId);
}

export async function previewReport(ctx: Ctx, draft: InputOf<typeof reportRoutes.previewReport>) {
  mustBeKnown(draft.metrics);
  return writeReport(ctx, { ...draft, weekday: 1, atTime: "09:00" }, ctx.clock.now());
}

/** Writes and queues every report whose time has come. */
export async function runDueReports(ground: Ground): Promise<void> {
  const due = await queries.listDue(ground.db, ground.clock.now());
  await eachOnItsOwn(due, (row) => runReport(inShop(ground, row.shop_id), row), ground.log);
}

/** However long the program was down, only the last time counts: nobody wants last week's seven dailies at once. */
async function runReport(ctx: Ctx, row: queries.ReportRow): Promise<void> {
  const { timeZone } = (await getShop(ctx)).settings;
  const now = ctx.clock.now();
  const dueAt = findLastDue(row, timeZone, now);
  const mail = await writeReport(ctx, row, dueAt);
  // Of the report and the day it was due: the same run is the same mail, whoever makes it, however often.
  const mailId = v5(`${row.id} ${localDay(dueAt, timeZone)}`, ctx.shopId);
  await ctx.db.transaction().execute(async (tx) => {
    const nextRunAt = findNextDue(row, timeZone, now);
    if (!(await queries.moveOn(tx, row, { nextRunAt, lastRunAt: now, lastMailId: mailId }))) return;
    await queueMail(ctx, { mailId, kind: "report", recipients: row.recipients, ...mail }, tx);
  });
}

/** The shop's clock may have been moved to another zone: nine o'clock is another instant then. */
export function reactWithReports(ground: Ground): void {
  ground.bus.on("shop.changed", async ({ shopId }) => {
    const ctx = inShop(ground, shopId);
    // The shop's settings are kept until all have heard this; what we would read now may still be the old ones.
    await Promise.resolve();
    const { timeZone } = (await getShop(ctx)).settings;
    for (const row of await queries.listReports(ctx.db, shopId)) {
      if (!row.nextRunAt || row.nextRunAt <= ctx.clock.now()) continue;
      const nextRunAt = findNextDue(row, timeZone, ctx.clock.now());
      if (nextRunAt.getTime() !== row.nextRunAt.getTime()) await queries.setNextRun(ctx.db, row, nextRunAt);
    }
  });
}

type Written = Pick<Report, "name" | "frequency" | "weekday" | "atTime" | "language" | "metrics">;

async function writeReport(ctx: Ctx, report: Written, at: Date) {
  const [content, members] = await Promise.all([gatherContent(ctx, report, at), listMembers(ctx)]);
  const admins = members.filter(({ role, isDisabled }) => role === "admin" && !isDisabled).map(({ name }) => name);
  return writeMail(content, { ...report, publicUrl: ctx.publicUrl, admins: admins.slice(0, 3) });
}

async function nextRunOf(ctx: Ctx, draft: ReportDraft): Promise<Date | null> {
  return draft.isOn ? findNextDue(draft, (await getShop(ctx)).settings.timeZone, ctx.clock.now()) : null;
}

function mustBeKnown(metrics: readonly string[]): void {
  const unknown = metrics.find((key) => !findMetric(key));
  if (unknown === undefined) return;
  const message = `${unknown} is no metric; see docs/METRICS.md`;
  throw new AppError("invalid_input", message, {}, [{ path: "metrics", message }]);
}

async function getRow(ctx: Ctx, reportId: string): Promise<queries.ReportRow> {
  const row = await queries.findReport(ctx.db, ctx.shopId, reportId);
  if (!row) throw notFound("report");
  return row;
}

const getReport = async (ctx: Ctx, reportId: string): Promise<Report> =>
  (await describe(ctx, [await getRow(ctx, reportId)]))[0]!;

async function describe(ctx: Ctx, found: queries.ReportRow[]): Promise<Report[]> {
  const counts = await countDeliveries(
    ctx,
    found.flatMap(({ lastMailId }) => lastMailId ?? []),
  );
  return found.map(({ shop_id: _shop, lastMailId, nextRunAt, lastRunAt, ...rest }) => ({
    ...rest,
    nextRunAt: nextRunAt?.toISOString() ?? null,
    lastRunAt: lastRunAt?.toISOString() ?? null,
    lastRun: (lastMailId && counts.get(lastMailId)) || null,
  }));
}
