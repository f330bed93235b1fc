import { defaultTree } from "@yingda/answering/intents/default-tree";
import type { Ctx } from "../context.ts";
import * as queries from "./queries.ts";

/**
 * The shop's tree of intents: the product's, with the shop's changes laid over it. Facts carry a leaf's key; whoever shows
 * or sums them finds names and parents here. A key that is not in the tree came from elsewhere and is its own name.
 */
type Names = { "zh-CN": string; en: string };

export type IntentNode = {
  key: string;
  /** Null: a group. */
  parent: string | null;
  name: Names;
  isRetired: boolean;
  /** Made by the shop. */
  isOwn: boolean;
  usesBuiltIn: boolean;
  position: number;
};

export type IntentTree = {
  groups: readonly (IntentNode & { intents: readonly IntentNode[] })[];
  nodes: ReadonlyMap<string, IntentNode>;
  /** Leaf → group; undefined for what is no leaf of the tree. */
  parentOf: (intent: string) => string | undefined;
  nameOf: (key: string) => Names;
};

/** Kept until the shop changes it; the very reading is kept, so that one begun before a change is not kept after it. */
const known = new WeakMap<object, Map<string, Promise<IntentTree>>>();

export function getIntentTree(ctx: Pick<Ctx, "db" | "bus" | "shopId">): Promise<IntentTree> {
  let kept = known.get(ctx.bus);
  if (!kept) {
    const fresh = new Map<string, Promise<IntentTree>>();
    ctx.bus.on("intents.changed", ({ shopId }) => fresh.delete(shopId));
    known.set(ctx.bus, fresh);
    kept = fresh;
  }
  const cached = kept.get(ctx.shopId);
  if (cached) return cached;
  const reading = queries.listNodes(ctx.db, ctx.shopId).then(layOver);
  const cache = kept;
  cache.set(ctx.shopId, reading);
  reading.catch(() => {
    if (cache.get(ctx.shopId) === reading) cache.delete(ctx.shopId);
  });
  return reading;
}

const defaults: readonly IntentNode[] = defaultTree.flatMap((group, at) => [
  nodeOf(group, null, at),
  ...group.intents.map((intent, i) => nodeOf(intent, group.key, i)),
]);
const defaultKeys = new Set(defaults.map((node) => node.key));

function nodeOf({ key, name }: { key: string; name: Names }, parent: string | null, position: number): IntentNode {
  return { key, parent, name, isRetired: false, isOwn: false, usesBuiltIn: true, position };
}

function layOver(changes: queries.NodeRow[]): IntentTree {
  const nodes = new Map(defaults.map((node) => [node.key, node]));
  for (const row of changes) {
    nodes.set(row.intent_key, {
      key: row.intent_key,
      parent: row.parent_key,
      name: { "zh-CN": row.name_zh, en: row.name_en },
      isRetired: row.is_retired,
      isOwn: !defaultKeys.has(row.intent_key),
      usesBuiltIn: row.uses_built_in,
      position: row.position,
    });
  }
  const inOrder = [...nodes.values()].sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
  const groups = inOrder
    .filter((node) => node.parent === null)
    .map((group) => ({ ...group, intents: inOrder.filter((node) => node.parent === group.key) }));
  return {
    groups,
    nodes,
    parentOf: (intent) => nodes.get(intent)?.parent ?? undefined,
    nameOf: (key) => nodes.get(key)?.name ?? { "zh-CN": key, en: key },
  };
}

/** Leaves that a conversation may be given: neither they nor their group retired. */
export function listActiveIntents(tree: IntentTree): IntentNode[] {
  return tree.groups
    .filter((group) => !group.isRetired)
    .flatMap((group) => group.intents.filter((one) => !one.isRetired));
}

export const toRow = (node: IntentNode): queries.NodeRow => ({
  intent_key: node.key,
  parent_key: node.parent,
  name_zh: node.name["zh-CN"],
  name_en: node.name.en,
  position: node.position,
  is_retired: node.isRetired,
  uses_built_in: node.usesBuiltIn,
});
