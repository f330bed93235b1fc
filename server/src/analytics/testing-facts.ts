import type { ConversationEvent } from "@yingda/contract/events";
import { emptyFacts, type Facts } from "@yingda/measures/facts";
import type { ConversationLog } from "@yingda/measures/fold";
import { foldAll } from "@yingda/measures/fold-all";
import type { Ctx } from "../context.ts";
import type { PastConversation } from "../conversations/backfill.ts";
import { listEvents } from "../conversations/reading.ts";
import { rows, sql } from "../platform/db/database.ts";
import { columnNames, factNames, keyWithin, tableOf } from "./fact-tables.ts";
import { getMeasureSettings } from "./measure-settings.ts";

/** For tests: a shop's facts as its tables hold them, and as the pure fold makes them. Equal when in the same order. */

export async function readFacts(ctx: Ctx): Promise<Facts> {
  const facts = emptyFacts();
  for (const fact of factNames) {
    const columns = sql.join(columnNames(fact).map(([column, name]) => sql`${sql.ref(name)} as ${sql.ref(column)}`));
    const found = await rows(
      ctx.db,
      sql<Record<string, unknown>>`select ${columns} from ${tableOf(fact)} where shop_id = ${ctx.shopId}`,
    );
    (facts[fact] as unknown[]) = found.map((row) =>
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v instanceof Date ? v.toISOString() : v])),
    );
  }
  return inOrder(facts);
}

/** As if all had been there from the beginning. */
export async function foldInMemory(ctx: Ctx, logs: readonly ConversationLog[]): Promise<Facts> {
  return inOrder(foldAll(logs, await getMeasureSettings(ctx), ctx.clock.now().toISOString()));
}

export const toLog = ({ conversationId, customerId, events }: PastConversation): ConversationLog => ({
  conversationId,
  customerId,
  events: events.map((event, i) => ({ ...event, seq: i + 1 }) as ConversationEvent),
});

/** What the log of the shop holds now. */
export async function readLogs(ctx: Ctx): Promise<ConversationLog[]> {
  const found = await rows(
    ctx.db,
    sql<{ conversation_id: string; customer_id: string }>`
    select conversation_id, customer_id from conversation where shop_id = ${ctx.shopId}`,
  );
  return Promise.all(
    found.map(async ({ conversation_id, customer_id }) => ({
      conversationId: conversation_id,
      customerId: customer_id,
      events: await listEvents(ctx, conversation_id),
    })),
  );
}

function inOrder(facts: Facts): Facts {
  for (const fact of factNames) {
    const key = keyWithin(fact);
    const nameOf = (row: Record<string, unknown>) => `${row.conversationId}/${key ? String(row[key]).padStart(9) : ""}`;
    (facts[fact] as Record<string, unknown>[]).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
  return facts;
}
