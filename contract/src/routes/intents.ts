import * as z from "zod";
import { conversationSummary } from "../conversation.ts";
import { id, sentiment } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

/** A key is for ever: facts carry it. Names and places in the tree are the shop's to change. */
const intentKey = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w.-]+$/);
const name = z.string().trim().min(1).max(limits.nameCharacters);
const names = z.object({ "zh-CN": name, en: name });
const phrasing = z.string().trim().min(1).max(limits.questionCharacters);
const phrasings = z.array(phrasing).max(limits.intentExamples);

const node = z.object({
  key: intentKey,
  name: names,
  /** Kept for the conversations that have it; given to no new one. */
  isRetired: z.boolean(),
  /** Made by the shop rather than brought by the product. */
  isOwn: z.boolean(),
});

export const intentLeaf = node.extend({
  /** Phrasings of the shop's own, and corrections that taught it. */
  examples: z.number().int(),
  corrections: z.number().int(),
  builtInExamples: z.number().int(),
  /** Whether the product's own phrasings are learned; a shop that means something else turns them off. */
  usesBuiltIn: z.boolean(),
  /** Conversations of the last 30 days; null where they were not asked for. */
  conversations: z.number().int().nullable(),
});
export type IntentLeaf = z.infer<typeof intentLeaf>;

export const intentGroup = node.extend({ intents: z.array(intentLeaf) });
export type IntentGroup = z.infer<typeof intentGroup>;

export const intentTree = z.object({
  groups: z.array(intentGroup),
  /** Conversations of the last 30 days that have no intent, and that have one from elsewhere that is not in the tree. */
  unclassified: z.number().int().nullable(),
  outsideTree: z.number().int().nullable(),
});
export type IntentTreeReply = z.infer<typeof intentTree>;

export const product = z.object({
  productId: z.string().min(1).max(80),
  name: z.string().trim().min(1).max(200),
  /** Other names that customers use. */
  aliases: z.array(z.string().trim().min(2).max(60)).max(limits.productAliases),
  category: z.string().trim().max(80).nullable(),
});
export type Product = z.infer<typeof product>;

const params = z.object({ intentKey });

/** A label of the shop's own that its others contradict. */
const suspiciousExample = z.object({
  exampleId: id,
  text: z.string(),
  intentKey,
  /** Null: about none of the intents. */
  likely: intentKey.nullable(),
  probability: z.number(),
  origin: z.enum(["own", "correction"]),
  conversationId: id.nullable(),
});
export type SuspiciousExample = z.infer<typeof suspiciousExample>;
const suspiciousFeeling = z.object({
  conversationId: id,
  text: z.string(),
  sentiment,
  likely: sentiment,
  probability: z.number(),
});
export type SuspiciousFeeling = z.infer<typeof suspiciousFeeling>;

export const intentRoutes = {
  listIntents: route({
    method: "GET",
    path: "/api/intents",
    permission: "conversations.serve",
    summary: "The shop's tree of intents; counts=true says how many conversations of the last 30 days have each",
    query: z.object({ counts: z.enum(["true"]).optional() }),
    reply: intentTree,
  }),
  getIntent: route({
    method: "GET",
    path: "/api/intents/:intentKey",
    permission: "knowledge.read",
    summary: "One intent with its example phrasings: the shop's own, learned from corrections, built in",
    params,
    reply: z.object({
      key: intentKey,
      parent: intentKey.nullable(),
      examples: z.array(z.string()),
      corrections: z.array(z.object({ exampleId: id, text: z.string(), conversationId: id.nullable() })),
      builtIn: z.array(z.string()),
    }),
  }),
  createIntent: route({
    method: "POST",
    path: "/api/intents",
    permission: "knowledge.edit",
    summary: "Add an intent to a group, or (parent null) a group",
    body: z.object({ name: names, parent: intentKey.nullable(), examples: phrasings.default([]) }),
    reply: z.object({ key: intentKey }),
  }),
  updateIntent: route({
    method: "PATCH",
    path: "/api/intents/:intentKey",
    permission: "knowledge.edit",
    summary:
      "Rename, retire or bring back an intent or group, move an intent to another group, or change its phrasings",
    params,
    body: z.object({
      name: names.optional(),
      parent: intentKey.optional(),
      isRetired: z.boolean().optional(),
      usesBuiltIn: z.boolean().optional(),
      examples: phrasings.optional(),
      /** Corrections that should no longer teach. */
      forget: z.array(id).max(200).optional(),
    }),
    reply: z.object({ key: intentKey }),
  }),
  orderIntents: route({
    method: "POST",
    path: "/api/intents/order",
    permission: "knowledge.edit",
    summary: "Put the groups (parent null) or a group's intents into this order",
    body: z.object({ parent: intentKey.nullable(), keys: z.array(intentKey).min(1).max(limits.intents) }),
    reply: z.object({ ordered: z.number().int() }),
  }),
  tryIntents: route({
    method: "POST",
    path: "/api/intents/try",
    permission: "knowledge.read",
    summary: "Which intent, feeling and product a text would be given, and why",
    body: z.object({ text: z.string().max(limits.messageCharacters) }),
    reply: z.object({
      /** Null: none, or none clearly enough. */
      intent: intentKey.nullable(),
      confidence: z.number(),
      guesses: z.array(
        z.object({
          key: intentKey,
          probability: z.number(),
          /** Words that spoke for it; the strongest has weight 1. */
          because: z.array(z.object({ text: z.string(), weight: z.number() })),
        }),
      ),
      sentiment,
      sentimentConfidence: z.number(),
      isAngry: z.boolean(),
      isUrgent: z.boolean(),
      product: product.nullable(),
    }),
  }),
  listSuspiciousLabels: route({
    method: "GET",
    path: "/api/intents/suspicious",
    permission: "knowledge.edit",
    summary: "Phrasings and corrections of the shop's that the others contradict, likeliest mistakes first",
    reply: z.object({ intents: z.array(suspiciousExample), feelings: z.array(suspiciousFeeling) }),
  }),
  reviewExample: route({
    method: "POST",
    path: "/api/intents/examples/:exampleId/review",
    permission: "knowledge.edit",
    summary:
      "Of an example that looks wrong: it is right (keep), it should not teach (drop), or it is another intent (move)",
    params: z.object({ exampleId: id }),
    body: z.discriminatedUnion("decision", [
      z.object({ decision: z.literal("keep") }),
      z.object({ decision: z.literal("drop") }),
      z.object({ decision: z.literal("move"), intent: intentKey }),
    ]),
    reply: z.object({ decision: z.enum(["keep", "drop", "move"]) }),
  }),
  reviewFeeling: route({
    method: "POST",
    path: "/api/intents/feelings/:conversationId/review",
    permission: "knowledge.edit",
    summary: "Of a feeling that looks wrong: it is right (keep), it should not teach (drop), or it is another (move)",
    params: z.object({ conversationId: id }),
    body: z.discriminatedUnion("decision", [
      z.object({ decision: z.literal("keep") }),
      z.object({ decision: z.literal("drop") }),
      z.object({ decision: z.literal("move"), sentiment }),
    ]),
    reply: z.object({ decision: z.enum(["keep", "drop", "move"]) }),
  }),
  /** Names to be left as they are are left out; null says that it is about none. */
  correctConversation: route({
    method: "POST",
    path: "/api/conversations/:conversationId/classification",
    permission: "conversations.serve",
    summary: "Say what a conversation is about; the engine leaves it so, and learns from it",
    params: z.object({ conversationId: id }),
    body: z
      .object({
        intent: intentKey.nullable().optional(),
        productId: z.string().min(1).max(80).nullable().optional(),
        sentiment: sentiment.optional(),
      })
      .refine((body) => Object.values(body).some((value) => value !== undefined), "Say what to change."),
    reply: conversationSummary,
  }),
  listProducts: route({
    method: "GET",
    path: "/api/products",
    permission: "conversations.serve",
    summary: "Products that conversations can be about, by name",
    query: z.object({
      search: z.string().trim().max(100).optional(),
      /** One product, whatever it is called. */
      productId: z.string().max(80).optional(),
      page: z.coerce.number().int().min(1).max(1_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({
      items: z.array(product),
      total: z.number().int(),
      categories: z.array(z.string()),
    }),
  }),
  saveProduct: route({
    method: "POST",
    path: "/api/products",
    permission: "knowledge.edit",
    summary: "Add a product or change the one with this id",
    body: product,
    reply: product,
  }),
  deleteProduct: route({
    method: "DELETE",
    path: "/api/products/:productId",
    permission: "knowledge.edit",
    summary: "Take a product out; conversations keep it",
    params: z.object({ productId: z.string().min(1).max(80) }),
    reply: z.object({ deleted: z.number().int() }),
  }),
};
