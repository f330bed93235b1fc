import type { ModelKind } from "@yingda/contract/routes/models";
import { type Ctx, type Ground, inShop } from "../context.ts";
import type { Seal } from "../platform/seal.ts";
import { type Breaker, makeBreaker } from "./breaker.ts";
import { type ChatMessage, streamChat } from "./chat-call.ts";
import { embedTexts } from "./embedding-call.ts";
import { BrokenOff, ModelFailure, toFailure } from "./failure.ts";
import { listSetups, noteUsage, openSetup, type Setup, tokensToday, type Used } from "./settings.ts";
import type { TokenCount } from "./tokens.ts";

/**
 * Asks a shop's models: within its budget, not while they fail, never longer than the caller waits, and counted. Every
 * way in which nothing comes of it is a ModelFailure; whoever asks has an answer without.
 */
export type Models = {
  /** Set up, switched on and not paused: asking makes sense. */
  isReady: (shopId: string, kind: ModelKind) => Promise<boolean>;
  /** Which embeddings these are: those of another model can't be compared with them. null: none. */
  embeddingId: (shopId: string) => Promise<string | null>;
  embed: (shopId: string, texts: readonly string[], wish: { timeoutMs: number }) => Promise<Float32Array[]>;
  chat: (shopId: string, wish: ChatWish) => Promise<string>;
  /** What became of an answer that was asked for. */
  judged: (shopId: string, verdict: NonNullable<Used["verdict"]>) => Promise<void>;
  breaker: Breaker;
  /** Ends all calls under way: the engine's own answers go out. */
  stop: () => void;
};

export type ChatWish = {
  messages: readonly ChatMessage[];
  maxTokens: number;
  /** To the first words, and to the last. */
  firstMs: number;
  totalMs: number;
  signal?: AbortSignal;
  onText?: (piece: string) => void;
};

/** Calls of one shop under way: a rush (or somebody's script) costs no more than this, and a small model is not buried. */
const atOnce: Record<ModelKind, number> = { chat: 8, embedding: 32 };
/** As long as another process may not have heard of a change. */
const setupKeptMs = 10_000;

export const breakerKey = (shopId: string, kind: ModelKind): string => `${shopId}/${kind}`;

export function openModels(ground: Ground, seal: Seal): Models {
  const breaker = makeBreaker(ground.clock);
  const stopping = new AbortController();
  const known = new Map<string, { readMs: number; setups: Promise<Map<ModelKind, Setup>> }>();
  ground.bus.on("models.changed", ({ shopId }) => {
    known.delete(shopId);
    for (const kind of ["chat", "embedding"] as const) breaker.forget(breakerKey(shopId, kind));
  });

  function setupsOf(ctx: Ctx): Promise<Map<ModelKind, Setup>> {
    const kept = known.get(ctx.shopId);
    if (kept && performance.now() - kept.readMs < setupKeptMs) return kept.setups;
    const setups = readSetups(ctx, seal);
    known.set(ctx.shopId, { readMs: performance.now(), setups });
    setups.catch(() => known.delete(ctx.shopId));
    return setups;
  }

  const underWay = new Map<string, number>();
  function leave(key: string): void {
    const left = underWay.get(key)! - 1;
    if (left === 0) underWay.delete(key);
    else underWay.set(key, left);
  }

  async function ask<Value>(
    shopId: string,
    kind: ModelKind,
    call: (setup: Setup) => Promise<{ value: Value; tokens: TokenCount }>,
  ): Promise<Value> {
    const ctx = inShop(ground, shopId);
    const setup = (await setupsOf(ctx)).get(kind);
    if (!setup?.isOn) throw new ModelFailure("not_set_up");
    if (setup.dailyTokens !== null && (await tokensToday(ctx, kind)) >= setup.dailyTokens)
      throw new ModelFailure("budget");
    const key = breakerKey(shopId, kind);
    const here = underWay.get(key) ?? 0;
    if (here >= atOnce[kind]) throw new ModelFailure("busy");
    if (!breaker.mayAsk(key)) throw new ModelFailure("paused");
    let came: { value: Value; tokens: TokenCount };
    underWay.set(key, here + 1);
    try {
      came = await call(setup).finally(() => leave(key));
    } catch (error) {
      const failure = toFailure(error);
      const tokens = failure instanceof BrokenOff ? failure.tokens : undefined;
      // What wrote, and was refused for what it wrote, works.
      if (failure.problem === "stopped" && tokens && tokens.tokensOut > 0) breaker.succeeded(key);
      else breaker.failed(key, failure);
      // Somebody took the question back: no failure of the model's.
      const isFailure = failure.problem !== "stopped";
      if (isFailure || tokens) {
        const counted = isFailure ? { problem: failure.problem, detail: failure.message } : undefined;
        await noteUsage(ctx, kind, setup, { tokens, failure: counted });
      }
      throw failure;
    }
    breaker.succeeded(key);
    await noteUsage(ctx, kind, setup, { tokens: came.tokens });
    return came.value;
  }

  return {
    breaker,
    isReady: async (shopId, kind) => {
      const setup = (await setupsOf(inShop(ground, shopId))).get(kind);
      return setup?.isOn === true && breaker.pausedUntil(breakerKey(shopId, kind)) === null;
    },
    embeddingId: async (shopId) => {
      const setup = (await setupsOf(inShop(ground, shopId))).get("embedding");
      return setup?.isOn ? `${setup.endpoint.baseUrl} ${setup.endpoint.model}` : null;
    },
    embed: (shopId, texts, { timeoutMs }) =>
      ask(shopId, "embedding", ({ endpoint }) =>
        within([{ afterMs: timeoutMs }], [stopping.signal], async ({ signal }) => {
          const { vectors, tokens } = await embedTexts(endpoint, texts, signal);
          return { value: vectors, tokens };
        }),
      ),
    chat: (shopId, { messages, maxTokens, firstMs, totalMs, signal: taken, onText }) =>
      ask(shopId, "chat", ({ endpoint }) =>
        within(
          [{ afterMs: totalMs }, { afterMs: firstMs }],
          taken ? [stopping.signal, taken] : [stopping.signal],
          async ({ signal, timers }) => {
            const { text, tokens } = await streamChat(endpoint, {
              messages,
              maxTokens,
              signal,
              onText: (piece) => {
                clearTimeout(timers[1]);
                onText?.(piece);
              },
            });
            return { value: text, tokens };
          },
        ),
      ),
    judged: async (shopId, verdict) => {
      const ctx = inShop(ground, shopId);
      await noteUsage(ctx, "chat", { priceIn: 0, priceOut: 0 }, { verdict });
    },
    stop: () => stopping.abort(new ModelFailure("stopped")),
  };
}

async function readSetups(ctx: Ctx, seal: Seal): Promise<Map<ModelKind, Setup>> {
  const setups = new Map<ModelKind, Setup>();
  for (const [kind, row] of await listSetups(ctx)) {
    try {
      setups.set(kind, await openSetup(seal, row));
    } catch (error) {
      // Said in the settings; the bot goes on without.
      if (!(error instanceof ModelFailure)) throw error;
    }
  }
  return setups;
}

type Work = { signal: AbortSignal; timers: readonly NodeJS.Timeout[] };

/** Ends the work by its signal when a time is over or one of the others is aborted. */
export async function within<Value>(
  limits: readonly { afterMs: number }[],
  others: readonly AbortSignal[],
  work: (work: Work) => Promise<Value>,
): Promise<Value> {
  const own = new AbortController();
  const timers = limits.map(({ afterMs }) =>
    setTimeout(() => own.abort(new ModelFailure("timeout", `not within ${afterMs} ms`)), Math.max(0, afterMs)),
  );
  try {
    return await work({ signal: AbortSignal.any([own.signal, ...others]), timers });
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
