import { totalmem } from "node:os";
import { type KnowledgeIndex, listEntryIds, openIndex } from "@yingda/answering/index-open";
import type { Ground } from "../context.ts";
import { type EntryVersions, listEntriesForIndex, listEntryVersions } from "../knowledge/knowledge.ts";
import { openWorker } from "../platform/worker.ts";
import { openIndexFiles, type SavedIndex } from "./index-files.ts";
import type { Made, Wanted } from "./index-worker.ts";

/**
 * One index per shop in memory, made by a worker and swapped whole: a question sees the knowledge before or after a
 * change, never half of it. A change costs what changed, a start reads a file; the least recently asked shops leave memory.
 */
export type ShopIndex = { index: KnowledgeIndex };
export type IndexStore = { get: (shopId: string) => Promise<ShopIndex>; close: () => Promise<void> };

/** Changes that come together (an import, quick edits) make one index. */
const gatherMs = 50;
/** After a rebuild that failed: the database may be away for a moment. */
const againMs = 5_000;
/** A file is written when a shop's knowledge has been quiet for so long, or when the index leaves memory. */
const saveAfterMs = 20_000;
/** With more changed than this share of the entries all are read anew: copying the rest wins little then. */
const mostChanged = 0.5;

export type IndexStoreOptions = {
  dataFolder: string;
  /** What the shop's own work taught, if it is used. */
  learnedOf?: (shopId: string) => Promise<ArrayBuffer | null>;
  /** Of all indexes together. */
  mostBytes?: number;
};

/** A shop's index with what it was made of; `isSaved`: the file is as new. */
type Held = ShopIndex & SavedIndex & { isSaved: boolean };

export function openIndexStore(
  ground: Pick<Ground, "db" | "bus" | "log">,
  { dataFolder, learnedOf = async () => null, mostBytes = totalmem() / 8 }: IndexStoreOptions,
): IndexStore {
  const worker = openWorker<Wanted, Made>(new URL("./index-worker.ts", import.meta.url), {
    failure: "building the index ended early",
  });
  const files = openIndexFiles(dataFolder);
  let isClosed = false;
  const held = new Map<string, Held>();
  const firstBuild = new Map<string, Promise<Held>>();
  const rebuild = new Map<string, { timer: NodeJS.Timeout; isStale: boolean }>();
  const saving = new Map<string, NodeJS.Timeout>();

  async function bring(shopId: string): Promise<Held> {
    const inMemory = held.get(shopId);
    const known: SavedIndex | null = inMemory ?? (await files.read(shopId));
    const learned = await learnedOf(shopId);
    const mine = await make(shopId, known, learned).catch((error: unknown) => {
      if (!known || inMemory) throw error;
      // Another version of the product wrote the file, or it is broken.
      return make(shopId, null, learned);
    });
    keep(shopId, inMemory && !inMemory.isSaved ? { ...mine, isSaved: false } : mine);
    if (!mine.isSaved) saveSoon(shopId);
    ground.bus.tell("knowledge.indexed", { shopId, entries: mine.index.entryCount });
    return mine;
  }

  async function make(shopId: string, known: SavedIndex | null, learned: ArrayBuffer | null): Promise<Held> {
    const made = await bringUpToDate(shopId, known);
    return { ...made, index: openIndex(made.snapshot, learned), isSaved: made === known };
  }

  /** `known` itself when nothing has changed since. */
  async function bringUpToDate(shopId: string, known: SavedIndex | null): Promise<SavedIndex> {
    const ctx = { ...ground, shopId };
    const current = await listEntryVersions(ctx);
    const { changed, removed } = compare(known, current);
    if (known && changed.length + removed.length === 0) return known;
    const { snapshot } =
      known && changed.length <= mostChanged * current.entryIds.length
        ? await worker.ask({
            snapshot: known.snapshot,
            changed: await listEntriesForIndex(ctx, changed),
            removed,
          })
        : await worker.ask({ entries: await listEntriesForIndex(ctx) });
    return { snapshot, versions: versionsOf(snapshot, current) };
  }

  function keep(shopId: string, made: Held) {
    held.delete(shopId);
    held.set(shopId, made);
    let bytes = 0;
    for (const { snapshot } of held.values()) bytes += snapshot.byteLength;
    for (const [oldest, { snapshot }] of held) {
      if (bytes <= mostBytes || oldest === shopId) break;
      bytes -= snapshot.byteLength;
      void save(oldest);
      held.delete(oldest);
    }
  }

  function saveSoon(shopId: string) {
    clearTimeout(saving.get(shopId));
    saving.set(shopId, setTimeout(() => void save(shopId), saveAfterMs).unref());
  }

  async function save(shopId: string): Promise<void> {
    clearTimeout(saving.get(shopId));
    saving.delete(shopId);
    const made = held.get(shopId);
    if (!made || made.isSaved) return;
    made.isSaved = true;
    await files.write(shopId, made).catch((error: unknown) => {
      made.isSaved = false;
      ground.log.warn({ err: error, shopId }, "the knowledge index could not be saved; the next start builds it anew");
    });
  }

  /** At most one build per shop at a time; what changes meanwhile leads to one more. */
  function scheduleRebuild(shopId: string) {
    if (!held.has(shopId) && !firstBuild.has(shopId)) return;
    const pending = rebuild.get(shopId);
    if (pending) {
      pending.isStale = true;
      return;
    }
    const run = async () => {
      mine.isStale = false;
      try {
        await firstBuild.get(shopId);
        await bring(shopId);
      } catch (error) {
        ground.log.error(
          { err: error, shopId },
          "the knowledge index could not be rebuilt; the one before stays a while",
        );
        if (!isClosed) mine.timer = setTimeout(run, againMs).unref();
        return;
      }
      rebuild.delete(shopId);
      if (mine.isStale) scheduleRebuild(shopId);
    };
    const mine = { timer: setTimeout(run, gatherMs), isStale: false };
    rebuild.set(shopId, mine);
  }
  ground.bus.on("knowledge.changed", ({ shopId }) => scheduleRebuild(shopId));
  ground.bus.on("learned.changed", ({ shopId }) => scheduleRebuild(shopId));

  return {
    get: async (shopId) => {
      const made = held.get(shopId);
      if (made) {
        keep(shopId, made);
        return made;
      }
      let first = firstBuild.get(shopId);
      if (!first) {
        first = bring(shopId).finally(() => firstBuild.delete(shopId));
        firstBuild.set(shopId, first);
      }
      return first;
    },
    close: async () => {
      isClosed = true;
      for (const { timer } of rebuild.values()) clearTimeout(timer);
      await worker.close();
      await Promise.all([...held.keys()].map(save));
    },
  };
}

/** Both lie in the order of their ids. */
function compare(known: SavedIndex | null, { entryIds, versions }: EntryVersions) {
  const before = known ? listEntryIds(known.snapshot) : [];
  const [changed, removed]: [string[], string[]] = [[], []];
  let next = 0;
  for (const [at, entryId] of entryIds.entries()) {
    while (next < before.length && before[next]! < entryId) removed.push(before[next++]!);
    if (before[next] !== entryId) changed.push(entryId);
    else if (known!.versions[next++] !== versions[at]) changed.push(entryId);
  }
  return { changed, removed: [...removed, ...before.slice(next)] };
}

/** What came into the index after the versions were read has none, and is hence read again the next time. */
function versionsOf(snapshot: ArrayBuffer, { entryIds, versions }: EntryVersions): Uint32Array {
  const made = listEntryIds(snapshot);
  if (made.length === entryIds.length && made.every((entryId, at) => entryId === entryIds[at])) return versions;
  const known = new Map(entryIds.map((entryId, at) => [entryId, versions[at]!]));
  return Uint32Array.from(made, (entryId) => known.get(entryId) ?? 0);
}
