import { type Group, nobody } from "@yingda/measures/impact";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { columnOf, tableOf } from "./fact-tables.ts";
import { compileAggregate, inWindow, type Window } from "./sql.ts";

/** A ratio's two sides in a window, cut by one column: what impact and change are made of. Nobody's come under "(none)". */
export async function measureGroups(
  ctx: Ctx,
  metric: Metric,
  column: string,
  window: Window,
): Promise<ReadonlyMap<string, Group>> {
  const { fact, numerator, denominator } = metric;
  if (!denominator) throw new RangeError(`${metric.key} is a count: it has no mean to be parts of`);
  const found = await rows(
    ctx.db,
    sql<{ name: string; n: number; sum: number }>`
    select coalesce(${columnOf(fact, column)}::text, ${nobody}) as name,
           ${compileAggregate(metric, denominator)} as n, ${compileAggregate(metric, numerator)} as sum
      from ${tableOf(fact)} where ${inWindow(ctx.shopId, window)} group by 1`,
  );
  const whole = (part: Metric["numerator"], total: number) => ("sum" in part ? total / 1000 : total);
  const groups = found.map(({ name, n, sum }): [string, Group] => [
    name,
    { n: whole(denominator, n), sum: whole(numerator, sum) },
  ]);
  return new Map(groups.filter(([, { n }]) => n > 0));
}
