import type { WallNow } from "@yingda/contract/live";
import { type Ground, inShop } from "../../context.ts";
import { boardsOf } from "./boards.ts";
import { describeNow } from "./wall.ts";

/**
 * Sends the figures of a shop to those who look at them: soon after something happened, at most once a second, and every
 * few seconds although nothing did. One description serves all who look; where nobody does, none is made.
 */

const leastGapMs = 1_000;
/** What belongs together (asked for, queued, connected) comes together. */
const gatherMs = 60;
const heartbeatMs = 5_000;

export type WallDoors = { isWatched: (shopId: string) => boolean; send: (shopId: string, now: WallNow) => void };

export function pushWalls(ground: Ground, { isWatched, send }: WallDoors): { stop: () => void } {
  const boards = boardsOf(ground);
  const timers = new Map<string, NodeJS.Timeout>();
  const sentAtMs = new Map<string, number>();
  let isStopped = false;

  function schedule(shopId: string): void {
    if (isStopped || timers.has(shopId) || !isWatched(shopId)) return;
    const dueMs = (sentAtMs.get(shopId) ?? Number.NEGATIVE_INFINITY) + leastGapMs - performance.now();
    const timer = setTimeout(() => push(shopId), Math.max(gatherMs, dueMs));
    timers.set(shopId, timer);
  }

  async function push(shopId: string): Promise<void> {
    try {
      if (isWatched(shopId)) {
        const now = await describeNow(inShop(ground, shopId));
        if (!isStopped) send(shopId, now);
      }
    } catch (error) {
      ground.log.error({ err: error, shopId }, "the wall was not pushed; the next push tells all of it");
    } finally {
      // What happens while it is described is in it, or in the next one.
      sentAtMs.set(shopId, performance.now());
      timers.delete(shopId);
    }
  }

  boards.onChange(schedule);
  const heartbeat = setInterval(() => {
    for (const shopId of boards.listShops()) {
      if (!isWatched(shopId)) sentAtMs.delete(shopId);
      else if (performance.now() - (sentAtMs.get(shopId) ?? 0) >= heartbeatMs - leastGapMs) schedule(shopId);
    }
  }, heartbeatMs);
  heartbeat.unref();

  return {
    stop: () => {
      isStopped = true;
      clearInterval(heartbeat);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
