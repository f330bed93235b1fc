import { findUrgent } from "@yingda/answering/intents/urgency";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { isWaitingForPerson, recordUrgency } from "../conversations/judging.ts";
import { readLog } from "./conversation-words.ts";
import * as queries from "./queries.ts";

/**
 * Notes at once that somebody who waits for a person can't wait: by the time it is quiet they may have been served. Should
 * it be missed, the classifying that comes with the quiet finds it.
 */
export function noteUrgency(ground: Ground): void {
  ground.bus.on("events.appended", async ({ state, events }) => {
    if (!isWaitingForPerson(state) || state.urgentWords !== null || state.origin !== "live") return;
    const mayTell = events.some(
      ({ type, actor }) => type === "human.requested" || (type === "message.sent" && actor.kind === "customer"),
    );
    if (mayTell) await look(inShop(ground, state.shopId), state.conversationId);
  });
}

async function look(ctx: Ctx, conversationId: string): Promise<void> {
  const rows = await queries.listWords(ctx.db, ctx.shopId, [conversationId]);
  const { words, fixed } = readLog(rows, { origin: "live", classifiedSeq: 0 });
  const urgentWords = findUrgent(words.texts);
  if (urgentWords !== null && !fixed.has("isUrgent")) await recordUrgency(ctx, { conversationId, urgentWords });
}
