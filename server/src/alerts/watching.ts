import { findMetric } from "@yingda/measures/catalogue";
import type { Metric } from "@yingda/measures/metric";
import { v5 } from "uuid";
import { type Compared, compareFigures } from "../analytics/compare.ts";
import { addDays, measureDays } from "../analytics/evaluate.ts";
import { getMeasureSettings } from "../analytics/measure-settings.ts";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { queueMail } from "../mailing/outbox.ts";
import { addDays as daysAfter, localDay } from "../platform/local-time.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { getShop } from "../shops/shops.ts";
import { judgeRule } from "./judging.ts";
import { writeAlertMail } from "./mail.ts";
import * as queries from "./queries.ts";

/**
 * Looks at every rule now and then, by one small query over its own days. What an alarm says and whom it is mailed to is
 * written in the transaction that turns the rule, so it is told once.
 */

const everyMs = 5 * 60_000;
const rulesAtOnce = 200;

export async function watchFigures(ground: Ground): Promise<void> {
  const at = ground.clock.now();
  const lookedBefore = new Date(at.getTime() - everyMs);
  const due = await queries.takeDue(ground.db, { lookedBefore, at, limit: rulesAtOnce });
  // Claimed by the time that was written: the judgement below holds only as long as nobody has claimed it since.
  await eachOnItsOwn(due, (rule) => look(inShop(ground, rule.shop_id), rule), ground.log);
}

async function look(ctx: Ctx, rule: queries.RuleRow): Promise<void> {
  const metric = findMetric(rule.metric);
  if (!metric) return;
  const { timeZone, name } = (await getShop(ctx)).settings;
  const now = ctx.clock.now();
  const days = daysOf(localDay(now, timeZone), rule.windowDays);
  const seen = await measure(ctx, metric, rule, days);
  const cases = seen.now.denominator ?? Number.POSITIVE_INFINITY;
  const verdict = judgeRule(rule, rule, { value: seen.now.value, cases, tags: seen.tags }, now);
  const lastValue = seen.now.value;
  if (verdict.happened !== "fired") {
    await ctx.db.transaction().execute(async (tx) => {
      if (!(await queries.moveRule(tx, rule, { ...verdict, lastValue }))) return;
      if (verdict.happened === "recovered") await queries.endAlerts(tx, ctx.shopId, rule.id, now);
    });
    return;
  }
  const alert: queries.RaisedAlert = {
    id: v5(`${rule.id} ${now.toISOString()}`, ctx.shopId),
    metric: metric.key,
    condition: rule.condition,
    value: seen.now.value!,
    numerator: seen.now.numerator,
    denominator: seen.now.denominator,
    previous: seen.previous.value,
    peerMedian: seen.peers?.median ?? null,
    from: days.now.from,
    to: daysAfter(days.now.to, -1),
    firedAt: now,
  };
  const mail = writeAlertMail({
    metric,
    settings: await getMeasureSettings(ctx),
    alert,
    rule,
    shopName: name,
    publicUrl: ctx.publicUrl,
  });
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await queries.moveRule(tx, rule, { ...verdict, lastValue }))) return;
    await queries.addAlert(tx, rule, alert);
    if (rule.recipients.length > 0)
      await queueMail(ctx, { mailId: alert.id, kind: "alert", recipients: rule.recipients, ...mail }, tx);
  });
}

/** Today is the last day, so far as it has come. */
function daysOf(today: string, windowDays: number) {
  const from = daysAfter(today, 1 - windowDays);
  return { now: { from, to: daysAfter(today, 1) }, previous: { from: daysAfter(from, -windowDays), to: from } };
}

/** A threshold needs the figure alone; tags are dearer. */
async function measure(
  ctx: Ctx,
  metric: Metric,
  { condition }: queries.RuleRow,
  { now, previous }: ReturnType<typeof daysOf>,
): Promise<Compared> {
  const byDay = await measureDays(ctx, [metric], { from: previous.from, to: now.to });
  if (condition.kind === "tag")
    return (await compareFigures(ctx, [metric], { byDay, now, previous })).compared.get(metric.key)!;
  return { now: addDays(metric, byDay, now), previous: addDays(metric, byDay, previous), tags: [], peers: null };
}
