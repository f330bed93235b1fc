import type { LiveStrip } from "@yingda/contract/frames";
import type { Ctx } from "../context.ts";
import { firstRow, sql } from "../platform/db/database.ts";
import { localDay, startOfDay } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";

/** Right now, from the conversations themselves: the fold is a second behind. */
export async function describeLive(ctx: Ctx): Promise<LiveStrip> {
  const now = ctx.clock.now();
  const { timeZone } = (await getShop(ctx)).settings;
  const [open, today] = await Promise.all([
    countOpen(ctx),
    countToday(ctx, startOfDay(localDay(now, timeZone), timeZone)),
  ]);
  const { waitingSince, ...counts } = open;
  const longestWaitSeconds = waitingSince ? Math.max(0, (now.getTime() - waitingSince.getTime()) / 1000) : 0;
  return { ...counts, ...today, longestWaitSeconds };
}

const countOpen = async (ctx: Ctx) =>
  (await firstRow(
    ctx.db,
    sql<Omit<LiveStrip, "longestWaitSeconds" | "todayConversations" | "todayBotOnly"> & { waitingSince: Date | null }>`
    select count(*) filter (where handling in ('requested', 'queue')) as waiting,
           count(*) filter (where handling = 'agent') as "inService",
           count(*) filter (where handling = 'bot') as "withBot",
           count(*) filter (where handling = 'message') as messages,
           min(queued_at) filter (where handling = 'queue') as "waitingSince",
           (select count(*) from staff where shop_id = ${ctx.shopId} and status = 'online' and not is_disabled) as "agentsOnline"
      from conversation where shop_id = ${ctx.shopId} and handling <> 'closed'`,
  ))!;

const countToday = async (ctx: Ctx, since: Date) =>
  (await firstRow(
    ctx.db,
    sql<Pick<LiveStrip, "todayConversations" | "todayBotOnly">>`
    select count(*) as "todayConversations",
           count(*) filter (where not human_requested and not had_agent and last_customer_seq > 0) as "todayBotOnly"
      from conversation where shop_id = ${ctx.shopId} and started_at >= ${since}`,
  ))!;
