import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";

/** Deletes the demo's conversations with their events and facts, and its customers who have none of their own. In pieces, so that nobody waits. */
export async function deleteDemoConversations(ctx: Ctx): Promise<number> {
  let deleted = 0;
  for (;;) {
    const gone = await rows(
      ctx.db,
      sql<{ conversation_id: string }>`
      delete from conversation where shop_id = ${ctx.shopId} and conversation_id in (
        select conversation_id from conversation where shop_id = ${ctx.shopId} and origin = 'demo' limit 500)
      returning conversation_id`,
    );
    deleted += gone.length;
    if (gone.length < 500) break;
  }
  await rows(
    ctx.db,
    sql`
    delete from customer u where u.shop_id = ${ctx.shopId} and u.origin = 'demo'
       and not exists (select 1 from conversation c where c.shop_id = u.shop_id and c.customer_id = u.customer_id)`,
  );
  if (deleted > 0) ctx.bus.tell("history.changed", { shopId: ctx.shopId });
  return deleted;
}
