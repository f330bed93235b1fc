import { type Ground, inShop } from "../context.ts";
import { listShopIds } from "../shops/shops.ts";
import { foldNext, listShopsToFold } from "./folding.ts";

/**
 * Folds what was said once it has been quiet in the conversation for a second: while people and bots talk at full
 * speed, the machine is theirs. Nothing is remembered here but that there is something to do; what it is, the sweep
 * finds from the tables, also after a crash.
 */

const quietMs = 1_000;
/** While something is said somewhere, some conversation has just become quiet. */
const lookEveryMs = 250;

export type Folding = {
  sweep: () => Promise<void>;
  /** Ends after the few hundred conversations at hand: a large import must not keep the program from stopping. */
  stop: () => void;
};

export function reactWithFolding(ground: Ground): Folding {
  let isStopped = false;
  let isScheduled = false;
  let running: Promise<void> | null = null;
  /** Shops whose settings may have changed since their facts were folded; at first, all. */
  let suspects: Set<string> | null = null;

  const sweep = () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };

  async function run(): Promise<void> {
    const waiting = await listShopsToFold(ground, quietMs);
    const changed = suspects ?? (await listShopIds(ground));
    const failed = new Set<string>();
    suspects = failed;
    let shops = [...new Set([...changed, ...waiting])];
    // A little of every shop in turn, so that a large import of one does not hold up the others.
    while (shops.length > 0 && !isStopped) {
      const unfinished: string[] = [];
      for (const shopId of shops) {
        try {
          if ((await foldNext(inShop(ground, shopId), quietMs)).isMore) unfinished.push(shopId);
        } catch (error) {
          failed.add(shopId);
          ground.log.error({ err: error, shopId }, "folding failed; the sweep will find it again");
        }
      }
      shops = unfinished;
    }
  }

  /** Until then there is something to come, in ms of this process. */
  let lookUntilMs = 0;
  const soon = () => {
    lookUntilMs = performance.now() + quietMs + lookEveryMs;
    if (!isScheduled) schedule(quietMs + 10);
  };
  const schedule = (inMs: number) => {
    isScheduled = true;
    // A program that ends need not wait: the next one finds what was left.
    setTimeout(look, inMs).unref();
  };
  const look = async () => {
    await sweep().catch((error) => ground.log.error({ err: error }, "the fold could not look for work; it will again"));
    isScheduled = false;
    if (performance.now() < lookUntilMs && !isStopped) schedule(lookEveryMs);
  };

  ground.bus.on("events.appended", soon);
  ground.bus.on("shop.changed", ({ shopId }) => {
    suspects?.add(shopId);
    soon();
  });

  return {
    sweep,
    stop: () => {
      isStopped = true;
    },
  };
}
