import type { ReplyOf } from "@yingda/contract/route";
import type { ModelKind, modelRoutes } from "@yingda/contract/routes/models";
import type { Ctx } from "../context.ts";
import type { Seal } from "../platform/seal.ts";
import { streamChat } from "./chat-call.ts";
import { embedTexts } from "./embedding-call.ts";
import { toFailure } from "./failure.ts";
import { breakerKey, type Models, within } from "./models.ts";
import { listSetups, noteUsage, openSetup, type Setup } from "./settings.ts";
import type { TokenCount } from "./tokens.ts";

/** Asks a model something small now, as it is saved, also while it is off or paused: to see whether it works. */

const patienceMs = 20_000;
const sampleCharacters = 100;

export async function testModel(
  ctx: Ctx,
  models: Models,
  seal: Seal,
  kind: ModelKind,
): Promise<ReplyOf<typeof modelRoutes.testModel>> {
  const row = (await listSetups(ctx)).get(kind);
  if (!row) return { isOk: false, problem: "not_set_up", detail: "", tookMs: 0, sample: null };
  const startedMs = performance.now();
  const took = () => Math.round(performance.now() - startedMs);
  try {
    const setup = await openSetup(seal, row);
    const { sample, tokens } = await within([{ afterMs: patienceMs }], [], ({ signal }) => tries[kind](setup, signal));
    models.breaker.succeeded(breakerKey(ctx.shopId, kind));
    const tookMs = took();
    await noteUsage(ctx, kind, setup, { tokens });
    return { isOk: true, problem: null, detail: "", tookMs, sample };
  } catch (error) {
    const { problem, message: detail } = toFailure(error);
    return { isOk: false, problem, detail, tookMs: took(), sample: null };
  }
}

type Try = (setup: Setup, signal: AbortSignal) => Promise<{ sample: string; tokens: TokenCount }>;

const tries: Record<ModelKind, Try> = {
  chat: async ({ endpoint }, signal) => {
    const messages = [{ role: "user", content: "你好，请只回复“你好”。" }] as const;
    // Models that think first need room for it.
    const { text, tokens } = await streamChat(endpoint, { messages, maxTokens: 500, signal });
    return { sample: withoutThoughts(text).replace(/\s+/g, " ").trim().slice(0, sampleCharacters), tokens };
  },
  embedding: async ({ endpoint }, signal) => {
    const { vectors, tokens } = await embedTexts(endpoint, ["你好", "hello"], signal);
    return { sample: String(vectors[0]!.length), tokens };
  },
};

const withoutThoughts = (text: string): string => text.replace(/^\s*<think>[\s\S]*?(?:<\/think>|$)/, "");
