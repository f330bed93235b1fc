import type { ConversationEvent } from "@yingda/contract/events";
import { linkContacts } from "@yingda/measures/contacts";
import { emptyFacts, type Facts } from "@yingda/measures/facts";
import { fold } from "@yingda/measures/fold";
import type { Ctx } from "../context.ts";
import type { PastConversation } from "../conversations/backfill.ts";
import { rows, sql } from "../platform/db/database.ts";
import { getShop } from "../shops/shops.ts";
import { columnNames, factNames, keyWithin, tableOf } from "./fact-tables.ts";
import { measureSettingsOf } from "./measure-settings.ts";

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

export async function foldInMemory(ctx: Ctx, conversations: readonly PastConversation[]): Promise<Facts> {
  const settings = measureSettingsOf((await getShop(ctx)).settings);
  const asOf = ctx.clock.now().toISOString();
  const facts = emptyFacts();
  for (const { conversationId, customerId, events } of conversations) {
    const numbered = events.map((event, i) => ({ ...event, seq: i + 1 }) as ConversationEvent);
    const own = fold({ conversationId, customerId, events: numbered }, settings, asOf);
    for (const fact of factNames) (facts[fact] as unknown[]).push(...own[fact]);
  }
  facts.conversation = linkContacts(facts.conversation, settings, asOf);
  return inOrder(facts);
}

function inOrder(facts: Facts): Facts {
  for (const fact of factNames) {
    const key = keyWithin(fact);
    const nameOf = (row: Record<string, unknown>) => `${row.conversationId}/${key ? String(row[key]).padStart(9) : ""}`;
    (facts[fact] as Record<string, unknown>[]).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
  return facts;
}
