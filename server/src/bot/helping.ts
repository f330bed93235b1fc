import { type Near, opinionOf } from "@yingda/answering/nearness";
import type { Decision } from "@yingda/answering/types";
import type { WireEvent } from "@yingda/contract/conversation";
import type { Ctx } from "../context.ts";
import { listEntriesForIndex } from "../knowledge/knowledge.ts";
import type { Nearness } from "../models/nearness.ts";
import type { Material } from "../models/writing/prompt.ts";
import type { Attempt, Writing } from "../models/writing/writing.ts";
import { type Before, decideText, type Written } from "./bot.ts";
import type { ShopIndex } from "./index-store.ts";

/**
 * What models may add to the engine's answer, asked only where the engine is unsure and within a time that a customer
 * waits: how near entries are, then an answer written from the likeliest. Nothing here is needed for an answer.
 */
/** How near entries are, and an answer written from some of them. */
export type Help = { near?: Near; written?: Written | null };

export type Helpers = { nearness: Nearness; writing: Writing };

export type HelpWish = {
  ctx: Ctx;
  shopIndex: ShopIndex;
  event: WireEvent;
  before: Before;
  /** Whether the bot is in charge: beside a person it writes nothing. */
  mayWrite: boolean;
  /** By performance.now(): the customer waits since then, also while earlier messages were being answered. */
  sinceMs: number;
  signal: AbortSignal;
  onDraft: (text: string) => void;
};

const patienceMs = 8_000;
/** Less is not worth beginning. */
const leastMs = 1_000;
const entriesGiven = 6;
/** Candidates below this have hardly more in common with the question than a letter. */
const leastScore = 0.01;
const leastNear = 0.05;

export async function findHelp(helpers: Helpers, wish: HelpWish): Promise<Help> {
  const { ctx, shopIndex, event, before, mayWrite, signal } = wish;
  if (event.type !== "message.sent" || event.body.content.kind !== "text") return {};
  const { text } = event.body.content;
  const near = await findNear(helpers, { ctx, shopIndex, before, text });
  const decision = decideText(shopIndex, text, { ...before, near });
  if (!isUnsure(decision) || !mayWrite || signal.aborted) return { near };
  const written = await write(helpers.writing, wish, { text, decision, near });
  return written ? { near, written } : { near };
}

type NearWish = Pick<HelpWish, "ctx" | "shopIndex" | "before"> & { text: string };

/** Where the engine is sure, in small talk, or when a person is wanted, a model could only make the customer wait. */
export async function findNear(
  { nearness }: Helpers,
  { ctx, shopIndex, text, before }: NearWish,
): Promise<Near | undefined> {
  const { outcome, wantsHuman } = decideText(shopIndex, text, before);
  if (outcome === "direct" || outcome === "chitchat" || wantsHuman) return undefined;
  return nearness.near(ctx.shopId, text);
}

/** Whether a customer would first get what a model writes, if it writes something that passes. */
export async function wouldWrite(
  { writing }: Helpers,
  { ctx, decision, near }: { ctx: Ctx; decision: Decision; near?: Near },
): Promise<boolean> {
  if (!isUnsure(decision) || (await chooseMaterial(ctx, decision, near)).length === 0) return false;
  return writing.isReady(ctx.shopId);
}

type TryWish = Pick<HelpWish, "ctx" | "before" | "signal"> & { text: string; decision: Decision; near?: Near };
export type Tried = { given: readonly Material[]; attempt: Attempt | null };

/** What a customer would be written, for somebody who wants to see it: null where the model would not be asked. */
export async function tryWriting(
  { writing }: Helpers,
  { ctx, text, before, decision, near, signal }: TryWish,
): Promise<Tried> {
  const given = isUnsure(decision) ? await chooseMaterial(ctx, decision, near) : [];
  if (given.length === 0 || !(await writing.isReady(ctx.shopId))) return { given, attempt: null };
  const attempt = await writing.attempt(ctx.shopId, {
    ...{ question: text, turns: before.history, material: given, language: decision.language },
    ...{ totalMs: patienceMs, signal, onText: () => {} },
  });
  return { given, attempt };
}

const isUnsure = ({ outcome, wantsHuman }: Decision): boolean =>
  (outcome === "unknown" || outcome === "guided") && !wantsHuman;

async function write(
  writing: Writing,
  { ctx, before, sinceMs, signal, onDraft }: HelpWish,
  { text, decision, near }: { text: string; decision: Decision; near: Near | undefined },
) {
  const totalMs = patienceMs - (performance.now() - sinceMs);
  const material = await chooseMaterial(ctx, decision, near);
  if (totalMs < leastMs || material.length === 0 || !(await writing.isReady(ctx.shopId))) return null;
  onDraft("");
  const { language } = decision;
  return writing.write(ctx.shopId, {
    question: text,
    turns: before.history,
    material,
    language,
    totalMs,
    signal,
    onText: onDraft,
  });
}

/** The engine's candidates, then what an embedding model thinks near. */
async function chooseMaterial(ctx: Ctx, { candidates }: Decision, near: Near | undefined): Promise<Material[]> {
  const nearOf = (entryId: string) => {
    const cosine = near?.cosines.get(entryId);
    return near && cosine !== undefined ? opinionOf(near.scale, cosine) : 0;
  };
  const likely = candidates.filter(({ entryId, score }) => score >= leastScore || nearOf(entryId) >= leastNear);
  const ids = new Set([
    ...likely.map(({ entryId }) => entryId),
    ...[...(near?.cosines.keys() ?? [])].filter((entryId) => nearOf(entryId) >= leastNear),
  ]);
  const chosen = [...ids].slice(0, entriesGiven);
  const entries = new Map((await listEntriesForIndex(ctx, chosen)).map((entry) => [entry.id, entry]));
  return chosen.flatMap((entryId) => {
    const entry = entries.get(entryId);
    return entry?.answer ? [{ entryId, question: entry.question, similar: entry.similar, answer: entry.answer }] : [];
  });
}
