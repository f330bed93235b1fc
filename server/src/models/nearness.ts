import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Near } from "@yingda/answering/nearness";
import { detectLanguage } from "@yingda/answering/normalise";
import type { Language } from "@yingda/answering/types";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { listWordings } from "../knowledge/knowledge.ts";
import { ModelFailure } from "./failure.ts";
import { hideNumbers } from "./hiding.ts";
import type { Models } from "./models.ts";
import * as queries from "./queries.ts";
import { findNearest, makeTable, type PackedVector, packVector, type VectorTable } from "./vectors.ts";

/**
 * How near a customer's words are to the shop's entries, by its embedding model. Wordings are embedded in the
 * background, once each, and kept by what they say; a question has a short time, and without an answer by then the
 * engine decides alone. It never makes anybody wait for anything else, and never throws.
 */
export type Nearness = {
  /** undefined: no model, not ready, not in time. */
  near: (shopId: string, text: string) => Promise<Near | undefined>;
  progress: (ctx: Ctx) => Promise<{ done: number; wordings: number; unheard: Language[] } | null>;
  /**
   * Embeds what is not embedded yet, of every shop that has such a model: some at once, few of them at one endpoint. What
   * takes longer than a moment goes on, and the next sweep begins others beside it.
   */
  sweep: () => Promise<void>;
  /** Ends when nothing is under way any more. */
  close: () => Promise<void>;
};

const questionMs = 800;
const batchMs = 30_000;
const batchTexts = 64;
const restMs = 60_000;
const atOnce = { all: 8, endpoint: 2 } as const;
const sweepMs = 2_000;
const nearestKept = 24;
/** Of one shop; main questions before similar ones. */
const wordingsEmbedded = 20_000;
const textCharacters = 500;
/** Numbers of all shops' tables in memory, a byte each; the least recently asked leave it. */
const bytesKept = 256 * 1024 * 1024;
const questionsKept = 1_000;

export function openNearness(ground: Ground, models: Models, { mostBytes = bytesKept } = {}): Nearness {
  const tables = new Map<string, { modelId: string; table: VectorTable | null }>();
  /** Shops whose every wording is embedded and in `tables` or in the database; a change takes them out. */
  const settled = new Map<string, string>();
  const underWay = new Map<string, Promise<void>>();
  /** Waits for its turn in a sweep. */
  const queued = new Set<string>();
  let isClosed = false;
  /** After a failure a shop rests: budgets and outages end by themselves, and every try reads all its wordings. */
  const restingUntil = new Map<string, number>();
  const questions = new Map<string, PackedVector>();

  const unsettle = ({ shopId }: { shopId: string }) => {
    settled.delete(shopId);
    return settle(shopId);
  };
  ground.bus.on("knowledge.changed", unsettle);
  ground.bus.on("models.changed", ({ shopId }) => {
    restingUntil.delete(shopId);
    return unsettle({ shopId });
  });

  /** One at a time for each shop; what changes meanwhile is found by the next sweep, for it is not settled. */
  function settle(shopId: string): Promise<void> {
    const known = underWay.get(shopId);
    if (known) return known;
    const work = embedMissing(inShop(ground, shopId))
      .catch((error) => {
        // The model's failures are counted where it is asked; the sweep comes again.
        restingUntil.set(shopId, ground.clock.now().getTime() + restMs);
        if (!(error instanceof ModelFailure)) throw error;
      })
      .finally(() => underWay.delete(shopId));
    underWay.set(shopId, work);
    return work;
  }

  async function embedMissing(ctx: Ctx): Promise<void> {
    const { shopId } = ctx;
    const modelId = await modelIdOf(shopId);
    if (!modelId) {
      tables.delete(shopId);
      return;
    }
    settled.set(shopId, modelId);
    try {
      const wordings = await listTexts(ctx);
      const vectors = await readVectors(ctx, modelId);
      const missing = [...new Map(wordings.filter(({ hash }) => !vectors.has(hash)).map((each) => [each.hash, each]))];
      for (let from = 0; from < missing.length; from += batchTexts) {
        const batch = missing.slice(from, from + batchTexts).map(([, wording]) => wording);
        const texts = batch.map(({ text }) => text);
        const packed = (await models.embed(shopId, texts, { timeoutMs: batchMs })).map(packVector);
        await queries.addVectors(
          ctx.db,
          shopId,
          modelId,
          batch.map(({ hash }, at) => toRow(hash, packed[at]!)),
        );
        for (const [at, { hash }] of batch.entries()) vectors.set(hash, packed[at]!);
      }
      await keepTable(shopId, modelId, wordings, vectors);
      await queries.deleteOtherVectors(ctx.db, shopId, modelId, [...new Set(wordings.map(({ hash }) => hash))]);
    } catch (error) {
      settled.delete(shopId);
      throw error;
    }
  }

  async function keepTable(
    shopId: string,
    modelId: string,
    wordings: readonly Wording[],
    vectors: ReadonlyMap<string, PackedVector>,
  ): Promise<void> {
    // Of a model that changed its mind about how long a vector is, what it said first counts.
    const width = vectors.get(wordings[0]?.hash ?? "")?.bytes.length;
    const known = wordings.flatMap(({ entryId, text, hash }) => {
      const vector = vectors.get(hash);
      return vector?.bytes.length === width && vector ? [{ entryId, language: detectLanguage(text), vector }] : [];
    });
    touch(shopId, { modelId, table: await makeTable(known) });
  }

  function touch(shopId: string, kept: { modelId: string; table: VectorTable | null }): void {
    tables.delete(shopId);
    tables.set(shopId, kept);
    let bytes = 0;
    for (const [id, { table }] of [...tables].reverse()) {
      bytes += table?.rows.length ?? 0;
      // It stays settled: who is not asked needs not come back, or shops would push each other out again and again.
      if (bytes > mostBytes && id !== shopId) tables.delete(id);
    }
  }

  async function modelIdOf(shopId: string): Promise<string | null> {
    const id = await models.embeddingId(shopId);
    return id && hashOf(id);
  }

  async function embedQuestion(shopId: string, modelId: string, text: string): Promise<PackedVector> {
    const key = `${shopId} ${modelId} ${text}`;
    const known = questions.get(key);
    const vector = known ?? packVector((await models.embed(shopId, [text], { timeoutMs: questionMs }))[0]!);
    questions.delete(key);
    questions.set(key, vector);
    if (questions.size > questionsKept) questions.delete(questions.keys().next().value!);
    return vector;
  }

  /** As many as there is room for; another whenever one of them is done. Ends when all are. */
  async function takeTurns(open: readonly string[]): Promise<void> {
    const left = new Map<string, string | undefined>();
    for (const shopId of open) queued.add(shopId);
    for (const shopId of open) left.set(shopId, await endpointOf(shopId));
    const working = new Set<Promise<void>>();
    while (left.size > 0 && !isClosed) {
      const busy = await Promise.all([...underWay.keys()].map(endpointOf));
      for (const [shopId, endpoint] of left) {
        if (busy.length >= atOnce.all || busy.filter((each) => each === endpoint).length >= atOnce.endpoint) continue;
        left.delete(shopId);
        queued.delete(shopId);
        busy.push(endpoint);
        const fail = (error: unknown) => ground.log.error({ err: error, shopId }, "its wordings were not embedded");
        const work: Promise<void> = settle(shopId)
          .catch(fail)
          .finally(() => working.delete(work));
        working.add(work);
      }
      // Where others fill all the room, the next sweep comes.
      if (working.size === 0) break;
      await Promise.race(working);
    }
    for (const shopId of left.keys()) queued.delete(shopId);
    await Promise.all(working);
  }

  /** Its address; the model behind it does not matter. */
  const endpointOf = async (shopId: string) => (await models.embeddingId(shopId))?.split(" ")[0];

  return {
    near: async (shopId, text) => {
      try {
        const modelId = await modelIdOf(shopId);
        if (!modelId) return undefined;
        const kept = tables.get(shopId);
        if (kept?.modelId !== modelId) {
          // The sweep brings back what has left memory.
          if (!underWay.has(shopId)) settled.delete(shopId);
          return undefined;
        }
        touch(shopId, kept);
        const asked = hideNumbers(text).slice(0, textCharacters).trim();
        const scale = kept.table?.scales[detectLanguage(asked)];
        if (!kept.table || !scale || asked === "" || !(await models.isReady(shopId, "embedding"))) return undefined;
        const vector = await embedQuestion(shopId, modelId, asked);
        return { cosines: await findNearest(kept.table, vector, nearestKept), scale };
      } catch (error) {
        if (!(error instanceof ModelFailure)) ground.log.error({ err: error, shopId }, "a question was not embedded");
        return undefined;
      }
    },
    progress: async (ctx) => {
      const modelId = await modelIdOf(ctx.shopId);
      if (!modelId) return null;
      const wordings = new Set((await listTexts(ctx)).map(({ hash }) => hash)).size;
      const done = Math.min(wordings, await queries.countVectors(ctx.db, ctx.shopId, modelId));
      const kept = tables.get(ctx.shopId);
      return { done, wordings, unheard: kept?.modelId === modelId ? [...(kept.table?.unheard ?? [])] : [] };
    },
    sweep: async () => {
      const shops = await queries.listShopsEmbedding(ground.db);
      const open: string[] = [];
      for (const shopId of shops) {
        if (settled.get(shopId) === (await modelIdOf(shopId))) continue;
        if ((restingUntil.get(shopId) ?? 0) > ground.clock.now().getTime()) continue;
        if (await models.isReady(shopId, "embedding")) open.push(shopId);
      }
      const turns = takeTurns(open.filter((shopId) => !underWay.has(shopId) && !queued.has(shopId)));
      await Promise.race([turns, wait(sweepMs, undefined, { ref: false })]);
    },
    close: async () => {
      isClosed = true;
      await Promise.allSettled(underWay.values());
    },
  };
}

type Wording = { entryId: string; text: string; hash: string };

async function listTexts(ctx: Ctx): Promise<Wording[]> {
  const entries = await listWordings(ctx);
  const main = entries.map(({ id, question }) => ({ entryId: id, text: question }));
  const similar = entries.flatMap(({ id, similar: texts }) => texts.map((text) => ({ entryId: id, text })));
  return [...main, ...similar].slice(0, wordingsEmbedded).map(({ entryId, text }) => {
    const cut = text.slice(0, textCharacters);
    return { entryId, text: cut, hash: hashOf(cut) };
  });
}

async function readVectors(ctx: Ctx, modelId: string): Promise<Map<string, PackedVector>> {
  const found = await queries.listVectors(ctx.db, ctx.shopId, modelId);
  return new Map(found.map(({ text_hash, vector, step }) => [text_hash, { bytes: new Int8Array(vector), step }]));
}

const toRow = (text_hash: string, { bytes, step }: PackedVector): queries.VectorRow => ({
  text_hash,
  vector: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  step,
});

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
