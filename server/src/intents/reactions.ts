import { type Ground, inShop } from "../context.ts";
import type { Classifier } from "./classifier-store.ts";
import { classifyNext, listShopsToClassify } from "./classifying.ts";
import { noteUrgency } from "./noting-urgency.ts";

/**
 * Classifies a conversation soon after it ended, or when nothing has been said in it for half a minute: an agent who takes
 * it up then sees what it is about. What there is to do, the sweep finds from the tables, also after a crash.
 */

const quietMs = 30_000;
const gatherMs = 300;

export type Classifying = {
  sweep: () => Promise<void>;
  /** Ends after the hundred conversations at hand. */
  stop: () => void;
};

export function reactWithClassifying(ground: Ground, classifier: Classifier): Classifying {
  let isStopped = false;
  let isScheduled = false;
  let running: Promise<void> | null = null;

  const sweep = () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };

  async function run(): Promise<void> {
    let shops = await listShopsToClassify(ground, quietMs);
    // A little of every shop in turn, so that a large import of one does not hold up the others.
    while (shops.length > 0 && !isStopped) {
      const unfinished: string[] = [];
      for (const shopId of shops) {
        if (isStopped) return;
        try {
          if ((await classifyNext(inShop(ground, shopId), classifier, quietMs)).isMore) unfinished.push(shopId);
        } catch (error) {
          ground.log.error({ err: error, shopId }, "classifying failed; the sweep will find it again");
        }
      }
      shops = unfinished;
    }
  }

  ground.bus.on("events.appended", ({ events }) => {
    if (isScheduled || !events.some((event) => event.type === "conversation.closed")) return;
    isScheduled = true;
    const look = () => {
      isScheduled = false;
      if (isStopped) return;
      sweep().catch((error) => ground.log.error({ err: error }, "nothing could be classified; it will be tried again"));
    };
    // A program that ends need not wait: the next one finds what was left.
    setTimeout(look, gatherMs).unref();
  });

  noteUrgency(ground);

  return {
    sweep,
    stop: () => {
      isStopped = true;
    },
  };
}
