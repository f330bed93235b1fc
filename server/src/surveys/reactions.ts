import { type Ground, inShop } from "../context.ts";
import { findLoaded } from "../conversations/reading.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import * as queries from "./queries.ts";
import { decideSurveys, invite, type Sending } from "./surveys.ts";

/** Asks when a conversation is closed; the sweep finds what a crash left and what has become due. */

const graceMs = 2_000;

export function reactWithSurveys(ground: Ground, sending: Sending): { sweep: () => Promise<void> } {
  ground.bus.on("events.appended", async ({ state, events }) => {
    if (state.origin !== "live" || !events.some((event) => event.type === "conversation.closed")) return;
    await decideSurveys(inShop(ground, state.shopId), sending, state);
  });

  return {
    sweep: async () => {
      const now = ground.clock.now();
      const undecided = await queries.listUndecided(ground.db, new Date(now.getTime() - graceMs));
      const decide = async ({ shop_id, conversation_id }: (typeof undecided)[number]) => {
        const ctx = inShop(ground, shop_id);
        const loaded = await findLoaded(ctx, conversation_id);
        if (loaded) await decideSurveys(ctx, sending, loaded.state);
      };
      await eachOnItsOwn(undecided, decide, ground.log);
      const due = await queries.listDue(ground.db, now);
      await eachOnItsOwn(due, (one) => invite(inShop(ground, one.shop_id), sending, one), ground.log);
    },
  };
}
