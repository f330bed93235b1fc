import type { Dimension as DimensionKey, GroupKey } from "@yingda/contract/figures";
import type { Ctx } from "../context.ts";
import { listQuestionsOf } from "../knowledge/knowledge.ts";
import { namesOf } from "../staff/staff.ts";

/** What people call the values of a dimension; null where the value itself, or the page's own words, say it. */

type Key = string | null;

const isId = (key: Key): key is string => key !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key);

const questions = async (ctx: Ctx, keys: readonly Key[]) =>
  new Map((await listQuestionsOf(ctx, keys.filter(isId))).map((one) => [one.entryId, one.question]));

const naming: Partial<Record<DimensionKey, (ctx: Ctx, keys: readonly Key[]) => Promise<Map<string, string>>>> = {
  agent: namesOf,
  question: questions,
  entry: questions,
};

export async function nameKeys(ctx: Ctx, dimension: DimensionKey, keys: readonly Key[]): Promise<Map<Key, GroupKey>> {
  const distinct = [...new Set(keys)];
  const names = await naming[dimension]?.(ctx, distinct);
  return new Map(distinct.map((key) => [key, { key, name: key === null ? null : (names?.get(key) ?? null) }]));
}
