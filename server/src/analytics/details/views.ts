import { type DetailQuery, type ViewContent, viewContent } from "@yingda/contract/details";
import { limits } from "@yingda/contract/limits";
import type { InputOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { SavedView } from "@yingda/contract/routes/details";
import { may, type StaffCtx } from "../../context.ts";
import { firstRow, rows, sql } from "../../platform/db/database.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import { newId } from "../../platform/ids.ts";
import { ask } from "./details.ts";

/**
 * Ways of looking at a table that somebody wants to have again. They are everybody's own; whoever oversees
 * conversations may share theirs, and an administrator may change or delete what is shared.
 */

type ViewRow = {
  view_id: string;
  owner_id: string;
  owner_name: string;
  name: string;
  is_shared: boolean;
  view: unknown;
};

const columns = sql`v.view_id, v.owner_id, s.name as owner_name, v.name, v.is_shared, v.view
  from saved_view v join staff s on s.shop_id = v.shop_id and s.staff_id = v.owner_id`;

export async function listViews(ctx: StaffCtx): Promise<{ items: SavedView[] }> {
  const found = await rows(
    ctx.db,
    sql<ViewRow>`
    select ${columns} where v.shop_id = ${ctx.shopId} and (v.owner_id = ${ctx.actor.id} or v.is_shared)
     order by v.name, v.view_id`,
  );
  return { items: found.flatMap((row) => describe(ctx, row) ?? []) };
}

type Wish = InputOf<typeof routes.createView>;

export async function createView(ctx: StaffCtx, wish: Wish): Promise<SavedView> {
  await check(ctx, wish);
  const viewId = newId();
  const added = await rows(
    ctx.db,
    sql`
    insert into saved_view (shop_id, view_id, owner_id, name, is_shared, view, created_at)
    select ${ctx.shopId}, ${viewId}, ${ctx.actor.id}, ${wish.name}, ${wish.isShared}, ${JSON.stringify(wish.view)}::jsonb, ${ctx.clock.now()}
     where (select count(*) from saved_view where shop_id = ${ctx.shopId} and owner_id = ${ctx.actor.id}) < ${limits.savedViews}
    returning view_id`,
  );
  if (added.length === 0)
    throw new AppError("limit_reached", `You have ${limits.savedViews} views; delete one first.`, {
      limit: limits.savedViews,
    });
  return getView(ctx, viewId);
}

export async function changeView(ctx: StaffCtx, { viewId, ...wish }: Wish & { viewId: string }): Promise<SavedView> {
  const known = await getView(ctx, viewId);
  if (!mayChange(ctx, known)) throw onlyItsOwner();
  await check(ctx, wish);
  await rows(
    ctx.db,
    sql`
    update saved_view set name = ${wish.name}, is_shared = ${wish.isShared}, view = ${JSON.stringify(wish.view)}::jsonb
     where shop_id = ${ctx.shopId} and view_id = ${viewId}`,
  );
  return getView(ctx, viewId);
}

export async function deleteView(ctx: StaffCtx, { viewId }: { viewId: string }): Promise<{ deleted: true }> {
  if (!mayChange(ctx, await getView(ctx, viewId))) throw onlyItsOwner();
  await rows(ctx.db, sql`delete from saved_view where shop_id = ${ctx.shopId} and view_id = ${viewId}`);
  return { deleted: true };
}

async function check(ctx: StaffCtx, { view, isShared }: Wish): Promise<void> {
  if (isShared && !may(ctx, "conversations.oversee")) {
    throw new AppError("not_allowed", "Sharing a view needs the permission conversations.oversee.", {
      permission: "conversations.oversee",
    });
  }
  // The window moves; the rest must be what the table has.
  await ask(ctx, { ...view, window: { from: "2000-01-01", to: "2000-01-01" } } satisfies DetailQuery);
}

const mayChange = (ctx: StaffCtx, view: SavedView) => view.isMine || may(ctx, "settings.edit");

const onlyItsOwner = () =>
  new AppError("not_allowed", "Only its owner or an administrator can change this view. Save your own instead.", {
    permission: "settings.edit",
  });

async function getView(ctx: StaffCtx, viewId: string): Promise<SavedView> {
  const row = await firstRow(
    ctx.db,
    sql<ViewRow>`
    select ${columns} where v.shop_id = ${ctx.shopId} and v.view_id = ${viewId}
       and (v.owner_id = ${ctx.actor.id} or v.is_shared)`,
  );
  const view = row && describe(ctx, row);
  if (!view) throw notFound("view");
  return view;
}

/** null: written by a version whose views this one can't read. */
function describe(ctx: StaffCtx, row: ViewRow): SavedView | null {
  const read = viewContent.safeParse(row.view);
  if (!read.success) return null;
  const isMine = row.owner_id === ctx.actor.id;
  const view: ViewContent = read.data;
  return { id: row.view_id, name: row.name, isShared: row.is_shared, isMine, ownerName: row.owner_name, view };
}
