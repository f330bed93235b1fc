import { limits } from "@yingda/contract/limits";
import type { Alert, AlertRule, AlertRuleDraft } from "@yingda/contract/routes/alerts";
import { catalogue, findMetric } from "@yingda/measures/catalogue";
import type { MeasureSettings } from "@yingda/measures/settings";
import { getMeasureSettings } from "../analytics/measure-settings.ts";
import { describeMetric } from "../analytics/metric-words.ts";
import type { Ctx, Ground, StaffCtx } from "../context.ts";
import { isMailSetUp } from "../mailing/mailing.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import * as queries from "./queries.ts";

/** Which figures are watched, and what was raised. Watching itself is next door. */

const keptMs = 90 * 24 * 3600_000;

export async function listAlertRules(ctx: Ctx) {
  const [found, isSetUp, settings] = await Promise.all([
    queries.listRules(ctx.db, ctx.shopId),
    isMailSetUp(ctx),
    getMeasureSettings(ctx),
  ]);
  return {
    items: found.map(toRule),
    choices: catalogue.map((metric) => describeMetric(metric, settings)),
    isMailSetUp: isSetUp,
  };
}

export async function createAlertRule(ctx: Ctx, draft: AlertRuleDraft): Promise<AlertRule> {
  mustMakeSense(draft);
  if ((await queries.countRules(ctx.db, ctx.shopId)) >= limits.alertRules)
    throw new AppError("limit_reached", `A shop can have ${limits.alertRules} rules. Delete one first.`, {
      limit: limits.alertRules,
    });
  const id = newId();
  await queries.addRule(ctx.db, ctx.shopId, id, draft, ctx.clock.now());
  return getRule(ctx, id);
}

export async function updateAlertRule(ctx: Ctx, id: string, draft: AlertRuleDraft): Promise<AlertRule> {
  mustMakeSense(draft);
  if (!(await queries.changeRule(ctx.db, ctx.shopId, id, draft))) throw notFound("rule");
  await queries.endAlerts(ctx.db, ctx.shopId, id, ctx.clock.now());
  return getRule(ctx, id);
}

export async function deleteAlertRule(ctx: Ctx, ruleId: string): Promise<void> {
  if (!(await queries.deleteRule(ctx.db, ctx.shopId, ruleId))) throw notFound("rule");
  await queries.endAlerts(ctx.db, ctx.shopId, ruleId, ctx.clock.now());
}

export async function listAlerts(ctx: StaffCtx, { scope, limit }: { scope: "bell" | "all"; limit: number }) {
  const since = new Date(ctx.clock.now().getTime() - keptMs);
  const [found, unseen, settings] = await Promise.all([
    queries.listAlerts(ctx.db, ctx.shopId, { since, onlyShown: scope === "bell", limit }),
    queries.countUnseen(ctx.db, ctx.shopId, ctx.actor.id, since),
    getMeasureSettings(ctx),
  ]);
  return { items: found.flatMap((alert) => toAlert(alert, settings)), unseen };
}

export async function markAlertsSeen(ctx: StaffCtx): Promise<void> {
  await queries.markSeen(ctx.db, ctx.shopId, ctx.actor.id, ctx.clock.now());
}

export async function forgetOldAlerts(ground: Ground): Promise<void> {
  await queries.deleteOldAlerts(ground.db, new Date(ground.clock.now().getTime() - keptMs));
}

/** A metric that a newer version no longer has is not shown. */
function toAlert({ metric, firedAt, recoveredAt, ...rest }: queries.AlertRow, settings: MeasureSettings): Alert[] {
  const known = findMetric(metric);
  if (!known) return [];
  const at = { firedAt: firedAt.toISOString(), recoveredAt: recoveredAt?.toISOString() ?? null };
  return [{ ...rest, ...at, metric: describeMetric(known, settings) }];
}

function mustMakeSense({ metric: key, condition, recipients, isShown }: AlertRuleDraft): void {
  const metric = findMetric(key);
  if (!metric) refuse("metric", `${key} is no metric; see docs/METRICS.md`);
  if (condition.kind === "tag" && metric.good === null)
    refuse("condition", "a figure without a good direction gets no tags");
  if (condition.kind !== "tag" && metric.unit === "ratio" && condition.threshold > 1)
    refuse("condition", "a ratio is between 0 and 1: 80 % is 0.8");
  if (recipients.length === 0 && !isShown) refuse("recipients", "name somebody, or show it in the console");
}

function refuse(path: string, message: string): never {
  throw new AppError("invalid_input", message, {}, [{ path, message }]);
}

async function getRule(ctx: Ctx, ruleId: string): Promise<AlertRule> {
  const row = await queries.findRule(ctx.db, ctx.shopId, ruleId);
  if (!row) throw notFound("rule");
  return toRule(row);
}

const toRule = ({ shop_id: _shop, calmSince: _calm, lastFiredAt, checkedAt, ...rest }: queries.RuleRow): AlertRule => ({
  ...rest,
  lastFiredAt: lastFiredAt?.toISOString() ?? null,
  checkedAt: checkedAt?.toISOString() ?? null,
});
