import { Worker } from "node:worker_threads";
import { type KnowledgeIndex, openIndex } from "@yingda/answering/index-open";
import type { Entry } from "@yingda/answering/types";
import type { Ground } from "../context.ts";
import { type IndexedEntry, listEntriesForIndex } from "../knowledge/knowledge.ts";

/**
 * One index per shop in memory, built by a worker and swapped whole: a question sees the knowledge before or after a
 * change, never half of it. The least recently asked shops leave memory.
 */
export type ShopIndex = { index: KnowledgeIndex; entries: Map<string, IndexedEntry> };
export type IndexStore = { get: (shopId: string) => Promise<ShopIndex>; close: () => Promise<void> };

const shopsKept = 200;
/** Changes that come together (an import, quick edits) make one build. */
const gatherMs = 50;

/** `learnedOf`: what the shop's own work taught, if it is used. */
export function openIndexStore(
  ground: Pick<Ground, "db" | "bus" | "log">,
  learnedOf: (shopId: string) => Promise<ArrayBuffer | null> = async () => null,
): IndexStore {
  const tasks = new Map<number, { done: (snapshot: ArrayBuffer) => void; failed: (error: Error) => void }>();
  let lastTask = 0;
  let worker: Worker | null = null;

  /** One that died (of memory, say) is replaced: questions would wait for its answer for ever. */
  function getWorker(): Worker {
    if (worker) return worker;
    const mine = new Worker(new URL("./index-worker.ts", import.meta.url));
    worker = mine;
    mine.unref();
    mine.on("message", ({ task, snapshot, failure }: { task: number; snapshot?: ArrayBuffer; failure?: string }) => {
      const waiting = tasks.get(task);
      tasks.delete(task);
      if (snapshot) waiting?.done(snapshot);
      else waiting?.failed(new Error(failure));
    });
    let cause = new Error("building the index ended early");
    mine.on("error", (error: Error) => {
      cause = error;
    });
    mine.on("exit", () => {
      if (worker === mine) worker = null;
      for (const { failed } of tasks.values()) failed(cause);
      tasks.clear();
    });
    return mine;
  }

  const ready = new Map<string, ShopIndex>();
  const firstBuild = new Map<string, Promise<ShopIndex>>();
  const rebuild = new Map<string, { timer: NodeJS.Timeout | null; isStale: boolean }>();

  async function build(shopId: string): Promise<ShopIndex> {
    const known = await listEntriesForIndex({ ...ground, shopId });
    const snapshot = await new Promise<ArrayBuffer>((done, failed) => {
      const task = ++lastTask;
      tasks.set(task, { done, failed });
      getWorker().postMessage({ task, entries: known.map(({ html: _html, ...entry }) => entry satisfies Entry) });
    });
    const learned = await learnedOf(shopId);
    const made = { index: openIndex(snapshot, learned), entries: new Map(known.map((entry) => [entry.id, entry])) };
    keep(shopId, made);
    ground.bus.tell("knowledge.indexed", { shopId, entries: known.length });
    return made;
  }

  function keep(shopId: string, made: ShopIndex) {
    ready.delete(shopId);
    ready.set(shopId, made);
    if (ready.size > shopsKept) ready.delete(ready.keys().next().value!);
  }

  /** At most one build per shop at a time; what changes meanwhile leads to one more. */
  function scheduleRebuild(shopId: string) {
    if (!ready.has(shopId) && !firstBuild.has(shopId)) return;
    const pending = rebuild.get(shopId);
    if (pending) {
      pending.isStale = true;
      return;
    }
    const mine: { timer: NodeJS.Timeout | null; isStale: boolean } = { timer: null, isStale: false };
    rebuild.set(shopId, mine);
    mine.timer = setTimeout(async () => {
      mine.isStale = false;
      try {
        await firstBuild.get(shopId);
        await build(shopId);
      } catch (error) {
        ground.log.error({ err: error, shopId }, "the knowledge index could not be rebuilt; the one before stays");
      }
      rebuild.delete(shopId);
      if (mine.isStale) scheduleRebuild(shopId);
    }, gatherMs);
  }
  ground.bus.on("knowledge.changed", ({ shopId }) => scheduleRebuild(shopId));
  ground.bus.on("learned.changed", ({ shopId }) => scheduleRebuild(shopId));

  return {
    get: async (shopId) => {
      const made = ready.get(shopId);
      if (made) {
        keep(shopId, made);
        return made;
      }
      let first = firstBuild.get(shopId);
      if (!first) {
        first = build(shopId).finally(() => firstBuild.delete(shopId));
        firstBuild.set(shopId, first);
      }
      return first;
    },
    close: async () => {
      for (const { timer } of rebuild.values()) if (timer) clearTimeout(timer);
      await worker?.terminate();
    },
  };
}
