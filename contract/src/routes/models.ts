import * as z from "zod";
import { instant } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

/** `chat` writes answers from the shop's knowledge, `embedding` tells how near two texts are. */
export const modelKind = z.enum(["chat", "embedding"]);
export type ModelKind = z.infer<typeof modelKind>;

/** Only http and https; names and passwords do not belong into an address, nor does anything behind a “?”. */
function isModelAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}

const price = z.number().min(0).max(1_000_000).nullable();
const model = z.object({
  /** Of an endpoint that speaks OpenAI's protocol, up to and with its /v1. */
  baseUrl: z
    .string()
    .trim()
    .max(500)
    .transform((url) => url.replace(/\/+$/, ""))
    .refine(isModelAddress, "must be an http:// or https:// address without a password"),
  model: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u),
  isOn: z.boolean(),
  /** Per million tokens, in whatever money the shop counts; null: not said. Embeddings have no tokens out. */
  priceIn: price,
  priceOut: price,
  /** Tokens of one local day after which the engine decides alone; null: no limit. */
  dailyTokens: z.number().int().min(1_000).max(1_000_000_000_000).nullable(),
});

/** Why a call of a model came to nothing. */
export const modelProblem = z.enum([
  "not_set_up",
  "key_unreadable",
  "not_allowed",
  "host_not_found",
  "refused",
  "timeout",
  "tls",
  "key",
  "not_found",
  "rate",
  "rejected",
  "server",
  "lost",
  "too_long",
  "format",
  "paused",
  "busy",
  "budget",
  "stopped",
  "other",
]);
export type ModelProblem = z.infer<typeof modelProblem>;

/** The key is never told. */
const shownModel = model.extend({
  hasKey: z.boolean(),
  /** After repeated failures nothing is asked until then. */
  pausedUntil: instant.nullable(),
  tokensToday: z.number().int(),
});
export type ShownModel = z.infer<typeof shownModel>;

const shownModels = z.object({
  chat: shownModel.nullable(),
  embedding: shownModel.nullable(),
  /**
   * How far the shop's wordings have been embedded; null: no embedding model is on. `unheard`: languages of the shop whose
   * wordings the model does not tell apart, so that the bot does not go by it there.
   */
  embedded: z
    .object({ done: z.number().int(), wordings: z.number().int(), unheard: z.array(z.enum(["zh", "en"])) })
    .nullable(),
});
export type ShownModels = z.infer<typeof shownModels>;

const usageDay = z.object({
  day: z.iso.date(),
  kind: modelKind,
  calls: z.number().int(),
  failures: z.number().int(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  /** Calls whose tokens the endpoint did not count and we guessed from the length of the texts. */
  estimatedCalls: z.number().int(),
  cost: z.number(),
  /** Of answers asked for: given to customers; “not in the knowledge”, as the model itself said; not grounded. */
  used: z.number().int(),
  declined: z.number().int(),
  rejected: z.number().int(),
});
export type ModelUsageDay = z.infer<typeof usageDay>;

const lastFailure = z.object({ kind: modelKind, at: instant, problem: modelProblem, detail: z.string() });

export const modelRoutes = {
  getModels: route({
    method: "GET",
    path: "/api/models",
    permission: "settings.edit",
    summary: "The models that help the bot, without their keys",
    reply: shownModels,
  }),
  saveModel: route({
    method: "PUT",
    path: "/api/models",
    permission: "settings.edit",
    summary: "Set up a model; without a key the known one stays, as long as the address is the one it was given for",
    body: model.extend({ kind: modelKind, key: z.string().trim().max(1_000).optional() }),
    reply: shownModels,
  }),
  removeModel: route({
    method: "DELETE",
    path: "/api/models",
    permission: "settings.edit",
    summary: "Forget a model, its key included",
    query: z.object({ kind: modelKind }),
    reply: shownModels,
  }),
  testModel: route({
    method: "POST",
    path: "/api/models/test",
    permission: "settings.edit",
    summary: "Ask a model something small now, as it is saved, and say what came",
    body: z.object({ kind: modelKind }),
    reply: z.object({
      isOk: z.boolean(),
      problem: modelProblem.nullable(),
      detail: z.string(),
      tookMs: z.number().int(),
      /** What the model said, or how many numbers an embedding has. */
      sample: z.string().nullable(),
    }),
  }),
  getModelUsage: route({
    method: "GET",
    path: "/api/models/usage",
    permission: "settings.edit",
    summary: "Calls, tokens, cost and failures of the models by local day, and the latest failure of each",
    query: z.object({ days: z.coerce.number().int().min(1).max(limits.windowDays).default(30) }),
    reply: z.object({ from: z.iso.date(), to: z.iso.date(), days: z.array(usageDay), failures: z.array(lastFailure) }),
  }),
};
