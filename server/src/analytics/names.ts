import type { Dimension as DimensionKey, GroupKey } from "@yingda/contract/figures";
import type { Ctx } from "../context.ts";
import { getIntentTree } from "../intents/tree.ts";
import { listQuestionsOf } from "../knowledge/knowledge.ts";
import { listNamesOf } from "../products/products.ts";
import { namesOf } from "../staff/staff.ts";

/** What people call the values of a dimension; null where the value itself, or the page's own words, say it. */

type Key = string | null;
type Name = NonNullable<GroupKey["name"]>;

const isId = (key: Key): key is string => key !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key);
const alike = (name: string): Name => ({ "zh-CN": name, en: name });
const allAlike = (names: ReadonlyMap<string, string>) => new Map([...names].map(([key, name]) => [key, alike(name)]));

const agents = async (ctx: Ctx) => allAlike(await namesOf(ctx));
const products = async (ctx: Ctx, keys: readonly Key[]) =>
  allAlike(
    await listNamesOf(
      ctx,
      keys.filter((key) => key !== null),
    ),
  );
const questions = async (ctx: Ctx, keys: readonly Key[]) =>
  new Map((await listQuestionsOf(ctx, keys.filter(isId))).map((one) => [one.entryId, alike(one.question)]));
const intents = async (ctx: Ctx) =>
  new Map([...(await getIntentTree(ctx)).nodes].map(([key, { name }]) => [key, name]));

const naming: Partial<Record<DimensionKey, (ctx: Ctx, keys: readonly Key[]) => Promise<ReadonlyMap<string, Name>>>> = {
  agent: agents,
  question: questions,
  entry: questions,
  product: products,
  intent: intents,
  intentGroup: intents,
};

export async function nameKeys(ctx: Ctx, dimension: DimensionKey, keys: readonly Key[]): Promise<Map<Key, GroupKey>> {
  const distinct = [...new Set(keys)];
  const names = await naming[dimension]?.(ctx, distinct);
  return new Map(distinct.map((key) => [key, { key, name: key === null ? null : (names?.get(key) ?? null) }]));
}
