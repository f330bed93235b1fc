import type { Ctx } from "../context.ts";
import { firstRow, sql } from "../platform/db/database.ts";

/** What the shop's bot uses of what it learned; null: the engine as it comes. */
export async function readLearnedInUse(ctx: Pick<Ctx, "db" | "shopId">): Promise<ArrayBuffer | null> {
  const row = await firstRow(
    ctx.db,
    sql<{ learned: Buffer | null }>`
    select r.learned from learning_choice c join learning_run r on r.shop_id = c.shop_id and r.run_id = c.run_id
     where c.shop_id = ${ctx.shopId}`,
  );
  return row?.learned ? toArrayBuffer(row.learned) : null;
}

/** A buffer of its own: small ones share theirs with others. */
const toArrayBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
