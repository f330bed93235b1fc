import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { Product } from "@yingda/contract/routes/intents";
import type { Ctx, StaffCtx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import * as queries from "./queries.ts";

/** What the shop sells, as far as conversations can be about it: an id, names, a category. No prices, no stock. */

const toProduct = ({ product_id, name, aliases, category }: queries.ProductRow): Product => ({
  productId: product_id,
  name,
  aliases,
  category,
});

export async function listProducts(
  ctx: Ctx,
  { search, productId, page, pageSize }: InputOf<typeof routes.listProducts>,
): Promise<ReplyOf<typeof routes.listProducts>> {
  const filter = { search, productId };
  const [found, total, categories] = await Promise.all([
    queries.listProducts(ctx.db, ctx.shopId, { ...filter, limit: pageSize, offset: (page - 1) * pageSize }),
    queries.countProducts(ctx.db, ctx.shopId, filter),
    queries.listCategories(ctx.db, ctx.shopId),
  ]);
  return { items: found.map(toProduct), total, categories };
}

export async function findProduct(ctx: Ctx, productId: string): Promise<Product | null> {
  const row = await queries.findProduct(ctx.db, ctx.shopId, productId);
  return row ? toProduct(row) : null;
}

export async function saveProduct(ctx: StaffCtx, product: Product): Promise<Product> {
  const known = await queries.findProduct(ctx.db, ctx.shopId, product.productId);
  if (!known && (await queries.countProducts(ctx.db, ctx.shopId, {})) >= limits.products) {
    throw new AppError("limit_reached", `A shop can have ${limits.products} products. Delete some first.`, {
      limit: limits.products,
    });
  }
  const named = { ...product, category: product.category || null };
  await queries.writeProducts(ctx.db, ctx.shopId, [named], { origin: "own", at: ctx.clock.now() });
  ctx.bus.tell("products.changed", { shopId: ctx.shopId });
  return named;
}

export async function deleteProduct(ctx: StaffCtx, productId: string): Promise<number> {
  const gone = await queries.deleteProduct(ctx.db, ctx.shopId, productId);
  if (gone.length === 0) throw notFound("product");
  ctx.bus.tell("products.changed", { shopId: ctx.shopId });
  return gone.length;
}

/** A pack's, marked so that removing the demo finds what the shop has not made its own. */
export async function writeDemoProducts(ctx: Ctx, products: Product[]): Promise<void> {
  await queries.writeProducts(ctx.db, ctx.shopId, products, { origin: "demo", at: ctx.clock.now() });
  ctx.bus.tell("products.changed", { shopId: ctx.shopId });
}

export async function deleteDemoProducts(ctx: Ctx): Promise<void> {
  await queries.deleteDemoProducts(ctx.db, ctx.shopId);
  ctx.bus.tell("products.changed", { shopId: ctx.shopId });
}

/** Of a card with a title, or of a page that names an id alone. */
export type SeenProduct = { productId: string; title?: string };

/** Products met in conversations. They come from customers' windows, so they are bounded and never replace a person's words. */
export async function learnProducts(ctx: Ctx, seen: SeenProduct[]): Promise<void> {
  const named = new Map<string, string>();
  for (const { productId, title } of seen) {
    if (!/^[\w.:-]{1,80}$/.test(productId)) continue;
    if (title?.trim() || !named.has(productId)) named.set(productId, title?.trim() || productId);
  }
  if (named.size === 0) return;
  const list = [...named].map(([productId, name]) => ({ productId, name: name.slice(0, 200).toWellFormed() }));
  const learned = await queries.learnProducts(ctx.db, ctx.shopId, list, {
    at: ctx.clock.now(),
    most: limits.products,
  });
  if (learned.length > 0) ctx.bus.tell("products.changed", { shopId: ctx.shopId });
}

/** A name that came from a customer's window must be long to be looked for in everybody's words. */
const seenNameLetters = 4;

/** Names by which the classifier knows them, and their categories. */
export async function listKnownProducts(ctx: Ctx): Promise<{ id: string; names: string[]; category: string | null }[]> {
  return (await queries.listAll(ctx.db, ctx.shopId)).map(({ product_id, name, aliases, category, origin }) => ({
    id: product_id,
    names: origin === "seen" && name.length < seenNameLetters ? [] : [name, ...aliases],
    category,
  }));
}

/** Names by id, for reports; of products nobody knows there is none. */
export async function listNamesOf(ctx: Ctx, productIds: string[]): Promise<Map<string, string>> {
  return new Map((await queries.listNames(ctx.db, ctx.shopId, productIds)).map((row) => [row.product_id, row.name]));
}
