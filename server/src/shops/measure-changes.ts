import { isDeepStrictEqual } from "node:util";
import { type MeasureName, type MeasureRules, measureNames } from "@yingda/contract/measure-rules";
import type { MeasureChange } from "@yingda/contract/routes/measure-settings";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import type { Ctx, StaffActor } from "../context.ts";
import type { Tx } from "../platform/db/database.ts";
import * as queries from "./queries.ts";

/** The history of what a shop's figures are reckoned by: a figure that jumps must say whether it was the yardstick. */

type Measured = Pick<ShopSettings, "timeZone" | "serviceHours" | "measures">;

/** Behind the lock on the shop's row, so that changes are counted one after the other. */
export async function noteMeasureChange(
  ctx: Ctx,
  tx: Tx,
  { before, after, by }: { before: Measured; after: Measured; by: StaffActor },
): Promise<void> {
  const [was, is] = [namedOf(before), namedOf(after)];
  const names = measureNames.filter((name) => !isDeepStrictEqual(was[name], is[name]));
  if (names.length === 0) return;
  const only = (all: Record<MeasureName, unknown>) => Object.fromEntries(names.map((name) => [name, all[name]]));
  await queries.insertMeasureChange(tx, ctx.shopId, {
    at: ctx.clock.now(),
    staffId: by.id,
    staffName: by.name,
    before: only(was),
    after: only(is),
  });
}

/** The latest first. */
export async function listMeasureChanges(
  ctx: Ctx,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: MeasureChange[]; total: number }> {
  const [found, total] = await Promise.all([
    queries.listMeasureChanges(ctx.db, ctx.shopId, { limit: pageSize, offset: (page - 1) * pageSize }),
    queries.countMeasureChanges(ctx.db, ctx.shopId),
  ]);
  const items = found.map(({ number, at, byName, before, after }) => {
    const names = measureNames.filter((name) => Object.hasOwn(after, name));
    return { number, at: at.toISOString(), byName, names, before, after };
  });
  return { items, total };
}

const namedOf = ({ timeZone, serviceHours, measures }: Measured): Record<MeasureName, unknown> => ({
  timeZone,
  serviceHours,
  ...(measures satisfies MeasureRules),
});
