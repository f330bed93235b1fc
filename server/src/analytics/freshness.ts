import type { Freshness } from "@yingda/contract/routes/measure-settings";
import type { Ctx } from "../context.ts";
import { firstRow, sql } from "../platform/db/database.ts";
import { listMeasureChanges } from "../shops/measure-changes.ts";
import { fingerprintOf, getMeasureSettings } from "./measure-settings.ts";

/** Whether the figures are what they say: since when they follow the settings of now, and up to when they are complete. */
export async function describeFreshness(ctx: Ctx): Promise<Freshness> {
  const now = ctx.clock.now();
  const [settings, changes, folded] = await Promise.all([
    getMeasureSettings(ctx),
    listMeasureChanges(ctx, { page: 1, pageSize: 1 }),
    findFolded(ctx),
  ]);
  // Until the fold has taken the new settings up, every fact is of the old ones.
  const isTakenUp = folded.fingerprint === fingerprintOf(settings);
  const [last] = changes.items;
  return {
    asOf: now.toISOString(),
    settingsChangedAt: last?.at ?? null,
    settingsChangedBy: last?.byName ?? null,
    settingsChanged: last?.names ?? [],
    refolding: isTakenUp && !folded.isStale ? null : await countRefolded(ctx, isTakenUp ? folded.number : null),
    foldedUpTo: new Date(Math.min(now.getTime(), (folded.waitingSince ?? now).getTime())).toISOString(),
  };
}

type Folded = { number: number; fingerprint: string; isStale: boolean; waitingSince: Date | null };

const findFolded = async (ctx: Ctx): Promise<Folded> =>
  (await firstRow(
    ctx.db,
    sql<Folded>`
    select coalesce(s.number, 0) as number, coalesce(s.settings, '') as fingerprint,
           exists (select 1 from fact_conversation f where f.shop_id = ${ctx.shopId} and f.settings_number < s.number) as "isStale",
           (select min(last_event_at) from conversation where shop_id = ${ctx.shopId} and folded_seq < last_seq) as "waitingSince"
      from (select 1) as one left join fact_settings s on s.shop_id = ${ctx.shopId}`,
  ))!;

/** A shop without facts has nothing to fold again. */
async function countRefolded(ctx: Ctx, number: number | null): Promise<Freshness["refolding"]> {
  const counted = (await firstRow(
    ctx.db,
    sql<{ done: number; total: number }>`
    select count(*) filter (where settings_number >= ${number}::int) as done, count(*) as total
      from fact_conversation where shop_id = ${ctx.shopId}`,
  ))!;
  return counted.done < counted.total ? counted : null;
}
