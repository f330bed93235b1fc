import { type Ground, inShop } from "../context.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import * as queries from "./queries.ts";
import { admitRequest, fillSeats } from "./routing.ts";

/** What routing does when something happened: a request is admitted, a seat that became free is filled. */

const freesOrNeedsSeat = new Set([
  "queue.entered",
  "queue.left",
  "conversation.closed",
  "conversation.transferred",
  "agent.connected",
]);

export function reactInRouting(ground: Ground): { sweep: () => Promise<void> } {
  const filling = new Map<string, Promise<void>>();
  const again = new Set<string>();

  /** One run at a time per shop; what happens meanwhile leads to one more. */
  function fill(shopId: string): Promise<void> {
    const running = filling.get(shopId);
    if (running) {
      again.add(shopId);
      return running;
    }
    const run = (async () => {
      try {
        do {
          again.delete(shopId);
          await fillSeats(inShop(ground, shopId));
        } while (again.has(shopId));
      } finally {
        // In the same breath as the last look: a call in between would be promised a run that never comes.
        filling.delete(shopId);
      }
    })();
    filling.set(shopId, run);
    return run;
  }

  ground.bus.on("events.appended", async ({ state, events }) => {
    if (events.some((event) => event.type === "human.requested"))
      await admitRequest(inShop(ground, state.shopId), state.conversationId);
    if (events.some((event) => freesOrNeedsSeat.has(event.type))) await fill(state.shopId);
  });
  ground.bus.on("staff.changed", ({ shopId }) => fill(shopId));

  return {
    sweep: async () => {
      await eachOnItsOwn(
        await queries.listShopsWithWaiting(ground.db),
        ({ shop_id, conversation_id, handling }) =>
          handling === "requested" ? admitRequest(inShop(ground, shop_id), conversation_id) : fill(shop_id),
        ground.log,
      );
    },
  };
}
