import { defaultTree } from "@yingda/answering/intents/default-tree";
import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { Ctx, StaffCtx } from "../context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import * as queries from "./queries.ts";
import { getIntentTree, type IntentNode, type IntentTree, toRow } from "./tree.ts";

/** The shop's tree of intents and what it learns from. It judges no conversation; classifying.ts does. */

const countedDays = 30;

const builtIn = new Map(
  defaultTree.flatMap((group) => group.intents.map((intent) => [intent.key, intent.examples] as const)),
);

export async function listIntents(
  ctx: Ctx,
  { counts }: InputOf<typeof routes.listIntents>,
): Promise<ReplyOf<typeof routes.listIntents>> {
  const since = new Date(ctx.clock.now().getTime() - countedDays * 86_400_000);
  const [tree, taught, counted] = await Promise.all([
    getIntentTree(ctx),
    queries.countExamples(ctx.db, ctx.shopId),
    counts ? queries.countConversations(ctx.db, ctx.shopId, since) : null,
  ]);
  const examplesOf = new Map(taught.map((row) => [row.intent_key, row]));
  const conversationsOf = new Map(counted?.map((row) => [row.intent, row.n]));
  const outside = [...conversationsOf].filter(([intent]) => intent !== null && !tree.parentOf(intent));
  return {
    groups: tree.groups.map(({ intents, ...group }) => ({
      ...describe(group),
      intents: intents.map((intent) => ({
        ...describe(intent),
        examples: examplesOf.get(intent.key)?.own ?? 0,
        corrections: examplesOf.get(intent.key)?.corrections ?? 0,
        builtInExamples: builtIn.get(intent.key)?.length ?? 0,
        usesBuiltIn: intent.usesBuiltIn,
        conversations: counted ? (conversationsOf.get(intent.key) ?? 0) : null,
      })),
    })),
    unclassified: counted ? (conversationsOf.get(null) ?? 0) : null,
    outsideTree: counted ? outside.reduce((sum, [, n]) => sum + n, 0) : null,
  };
}

const describe = ({ key, name, isRetired, isOwn }: IntentNode) => ({ key, name, isRetired, isOwn });

export async function getIntent(
  ctx: Ctx,
  { intentKey }: { intentKey: string },
): Promise<ReplyOf<typeof routes.getIntent>> {
  const node = await loadNode(ctx, intentKey);
  const examples = await queries.listExamples(ctx.db, ctx.shopId, { intentKey, limit: 2 * limits.intentExamples });
  return {
    key: node.key,
    parent: node.parent,
    examples: examples.filter((one) => one.origin === "own").map((one) => one.text),
    corrections: examples
      .filter((one) => one.origin === "correction")
      .map((one) => ({ exampleId: one.example_id, text: one.text, conversationId: one.conversation_id })),
    builtIn: [...(builtIn.get(intentKey) ?? [])],
  };
}

export async function createIntent(
  ctx: StaffCtx,
  { name, parent, examples }: InputOf<typeof routes.createIntent>,
): Promise<{ key: string }> {
  const tree = await getIntentTree(ctx);
  if (tree.nodes.size >= limits.intents) {
    throw new AppError("limit_reached", `A shop can have ${limits.intents} intents and groups.`, {
      limit: limits.intents,
    });
  }
  if (parent !== null) mustBeGroup(tree, parent);
  const siblings = [...tree.nodes.values()].filter((node) => node.parent === parent);
  const position = Math.max(-1, ...siblings.map((node) => node.position)) + 1;
  const key = `own.${newId()}`;
  const node: IntentNode = { key, parent, name, isRetired: false, isOwn: true, usesBuiltIn: true, position };
  mustHaveOwnName(tree, node);
  await queries.writeNodes(ctx.db, ctx.shopId, [toRow(node)]);
  if (parent !== null) await writeExamples(ctx, key, examples);
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
  return { key };
}

export async function updateIntent(
  ctx: StaffCtx,
  { intentKey, name, parent, isRetired, usesBuiltIn, examples, forget }: InputOf<typeof routes.updateIntent>,
): Promise<{ key: string }> {
  const tree = await getIntentTree(ctx);
  const node = await loadNode(ctx, intentKey);
  if (node.parent === null && (parent !== undefined || examples !== undefined || usesBuiltIn !== undefined)) {
    throw new AppError("invalid_input", "A group stands in no group and has no phrasings; change its intents.");
  }
  if (parent !== undefined) mustBeGroup(tree, parent);
  const isMoved = parent !== undefined && parent !== node.parent;
  const changed: IntentNode = {
    ...node,
    name: name ?? node.name,
    parent: parent ?? node.parent,
    isRetired: isRetired ?? node.isRetired,
    usesBuiltIn: usesBuiltIn ?? node.usesBuiltIn,
    // Last in its new group.
    position: isMoved ? limits.intents + node.position : node.position,
  };
  mustHaveOwnName(tree, changed);
  await queries.writeNodes(ctx.db, ctx.shopId, [toRow(changed)]);
  if (examples) await writeExamples(ctx, intentKey, examples);
  if (forget) await queries.deleteCorrections(ctx.db, ctx.shopId, intentKey, forget);
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
  return { key: intentKey };
}

export async function orderIntents(
  ctx: StaffCtx,
  { parent, keys }: InputOf<typeof routes.orderIntents>,
): Promise<{ ordered: number }> {
  const tree = await getIntentTree(ctx);
  if (parent !== null) mustBeGroup(tree, parent);
  const nodes = keys.map((key, position) => {
    const node = tree.nodes.get(key);
    if (node?.parent !== parent) throw notFound("intent of this group");
    return { ...node, position };
  });
  await queries.writeNodes(ctx.db, ctx.shopId, [...new Map(nodes.map((node) => [node.key, toRow(node)])).values()]);
  ctx.bus.tell("intents.changed", { shopId: ctx.shopId });
  return { ordered: nodes.length };
}

async function loadNode(ctx: Ctx, key: string): Promise<IntentNode> {
  const node = (await getIntentTree(ctx)).nodes.get(key);
  if (!node) throw notFound("intent");
  return node;
}

function mustBeGroup(tree: IntentTree, key: string): void {
  if (tree.nodes.get(key)?.parent !== null) throw notFound("group of intents");
}

/** Two of one name in one place could not be told apart; what is retired is out of the way. */
function mustHaveOwnName(tree: IntentTree, node: IntentNode): void {
  const same = [...tree.nodes.values()].find(
    (other) =>
      other.key !== node.key &&
      other.parent === node.parent &&
      !other.isRetired &&
      !node.isRetired &&
      (other.name["zh-CN"] === node.name["zh-CN"] || other.name.en.toLowerCase() === node.name.en.toLowerCase()),
  );
  if (same) {
    throw new AppError("already_exists", `There is “${same.name["zh-CN"]}” (${same.name.en}) in this place already.`, {
      name: same.name["zh-CN"],
    });
  }
}

function writeExamples(ctx: StaffCtx, intentKey: string, examples: string[]) {
  const list = [...new Set(examples)].map((text) => ({ exampleId: newId(), text }));
  return queries.replaceOwnExamples(ctx.db, ctx.shopId, intentKey, list, {
    at: ctx.clock.now(),
    staffId: ctx.actor.id,
  });
}
