import type { Ctx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import * as queries from "./queries.ts";

/** The shop's customers as far as service needs them: a name to show, a language, where they are. No CRM. */

export type Customer = {
  id: string;
  name: string;
  locale: string;
  pageUrl: string | null;
  /** As the shop's page or the customer said it: never proof of who they are. */
  email: string | null;
  phone: string | null;
  firstSeenAt: string;
};

const toCustomer = (row: queries.CustomerRow): Customer => ({
  id: row.customer_id,
  name: row.name,
  locale: row.locale,
  pageUrl: row.page_url,
  email: row.email,
  phone: row.phone,
  firstSeenAt: row.first_seen_at.toISOString(),
});

export async function startCustomer(ctx: Ctx, { locale }: { locale: string }): Promise<Customer> {
  const customerId = newId();
  const name = `${locale === "en" ? "Visitor" : "访客"} ${customerId.slice(-4).toUpperCase()}`;
  await queries.insertCustomer(ctx.db, { shopId: ctx.shopId, customerId, name, locale, at: ctx.clock.now() });
  return getCustomer(ctx, customerId);
}

export async function getCustomer(ctx: Ctx, customerId: string): Promise<Customer> {
  const row = await queries.findCustomer(ctx.db, ctx.shopId, customerId);
  if (!row) throw notFound("customer");
  return toCustomer(row);
}

/** A window opened: where and in which language. A token whose customer is gone (a demo removed) must start anew. */
export async function noteVisit(
  ctx: Ctx,
  customerId: string,
  {
    locale,
    pageUrl,
    who,
  }: { locale: string; pageUrl?: string; who?: { name?: string; email?: string; phone?: string } },
): Promise<Customer> {
  const row = await queries.updateVisit(ctx.db, ctx.shopId, customerId, { locale, pageUrl, ...who });
  if (!row) throw new AppError("not_signed_in", "This customer is not known any more. Ask for a new token.");
  return toCustomer(row);
}
