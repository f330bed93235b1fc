import type { ConversationSummary, WireEvent } from "@yingda/contract/conversation";
import { staffOnly } from "@yingda/contract/events";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import { type Ctx, may, type StaffCtx } from "../context.ts";
import { getCustomer } from "../customers/customers.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { getShop } from "../shops/shops.ts";
import { namesOf } from "../staff/staff.ts";
import * as queries from "./queries.ts";
import { type ConversationRow, type ReadMarks, toEvent, toMarks, toState, toSummary } from "./rows.ts";
import type { ConversationState } from "./state.ts";

/** Who may see a conversation, and how it is shown. An agent sees their own and what waits; overseers see all. */

export type Loaded = { state: ConversationState; marks: ReadMarks; customerName: string };

export const toLoaded = (row: ConversationRow & { customer_name: string }): Loaded => ({
  state: toState(row),
  marks: toMarks(row),
  customerName: row.customer_name,
});
export const summaryOf = ({ state, marks, customerName }: Loaded): ConversationSummary =>
  toSummary(state, marks, customerName);

function maySee(ctx: StaffCtx, state: Pick<ConversationState, "agentId" | "handling">): boolean {
  return (
    may(ctx, "conversations.oversee") ||
    state.agentId === ctx.actor.id ||
    state.handling === "queue" ||
    state.handling === "message"
  );
}

/** Throws not_found for what is not there and for what this person may not see alike. */
export async function loadConversation(ctx: StaffCtx, conversationId: string): Promise<Loaded> {
  const row = await queries.findConversation(ctx.db, ctx.shopId, conversationId);
  if (!row) throw notFound("conversation");
  const loaded = toLoaded(row);
  if (maySee(ctx, loaded.state)) return loaded;
  // Who once served here may look back, also after handing over.
  if (await queries.hasServed(ctx.db, ctx.shopId, conversationId, ctx.actor.id)) return loaded;
  // Who serves the customer now may read what was said before.
  if (await queries.isServingCustomer(ctx.db, ctx.shopId, loaded.state.customerId, ctx.actor.id)) return loaded;
  throw notFound("conversation");
}

export async function findLoaded(ctx: Ctx, conversationId: string): Promise<Loaded | null> {
  const row = await queries.findConversation(ctx.db, ctx.shopId, conversationId);
  return row ? toLoaded(row) : null;
}

export async function listEvents(ctx: Ctx, conversationId: string, after = 0): Promise<WireEvent[]> {
  return (await queries.listEvents(ctx.db, ctx.shopId, conversationId, after)).map(toEvent);
}

export function visibleToCustomer(events: WireEvent[]): WireEvent[] {
  const recalled = new Set(events.flatMap((event) => (event.type === "message.recalled" ? event.body.seq : [])));
  return events
    .filter((event) => !staffOnly.has(event.type))
    .map(withoutNotes)
    .map((event) => (recalled.has(event.seq) ? withoutWords(event) : event));
}

/** Taken back is taken back: the window shows that something was said, and never gets what. */
function withoutWords(event: WireEvent): WireEvent {
  return event.type === "message.sent" ? { ...event, body: { content: { kind: "text", text: "…" } } } : event;
}

/** A note that went along with a transfer is for the colleague. */
function withoutNotes(event: WireEvent): WireEvent {
  return event.type === "conversation.transferred" ? { ...event, body: { ...event.body, note: undefined } } : event;
}

export async function describeConversation(
  ctx: StaffCtx,
  { conversationId, after }: { conversationId: string; after: number },
): Promise<ReplyOf<typeof routes.getConversation>> {
  const loaded = await loadConversation(ctx, conversationId);
  const [events, customer, names, conversations, ratings] = await Promise.all([
    listEvents(ctx, conversationId, after),
    getCustomer(ctx, loaded.state.customerId),
    namesOf(ctx),
    queries.countOfCustomer(ctx.db, ctx.shopId, loaded.state.customerId),
    queries.listRatingsOfCustomer(ctx.db, ctx.shopId, loaded.state.customerId),
  ]);
  return {
    conversation: summaryOf(loaded),
    events,
    staffNames: Object.fromEntries(names),
    customer: {
      ...customer,
      conversations,
      ratings: ratings.map(({ stars, at }) => ({ stars, at: at.toISOString() })),
    },
  };
}

export async function listConversations(
  ctx: StaffCtx,
  input: InputOf<typeof routes.listConversations>,
): Promise<ReplyOf<typeof routes.listConversations>> {
  const { cursor, pageSize, ...filter } = input;
  const { settings } = await getShop(ctx);
  const [found, counts] = await Promise.all([
    queries.listConversations(ctx.db, ctx.shopId, {
      ...filter,
      staffId: ctx.actor.id,
      mayOversee: may(ctx, "conversations.oversee"),
      isUrgentFirst: settings.urgentFirst,
      cursor: cursor ? readCursor(cursor) : undefined,
      limit: pageSize + 1,
    }),
    queries.countScopes(ctx.db, ctx.shopId, ctx.actor.id),
  ]);
  const shown = found.slice(0, pageSize);
  const items = shown.map((row) => summaryOf(toLoaded(row)));
  const last = items.at(-1);
  const lastAt = input.scope === "queue" ? shown.at(-1)?.turn_at?.toISOString() : last?.lastEventAt;
  const nextCursor = found.length > pageSize && last ? `${lastAt}_${last.id}` : null;
  return { items, nextCursor, counts };
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at, id] = cursor.split("_");
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? "")) {
    throw new AppError("invalid_input", "cursor: use the nextCursor of the page before.", {}, [
      { path: "cursor", message: "unreadable" },
    ]);
  }
  return { at, id: id! };
}

/** Marks what this agent has on screen; null when it was marked already or is not theirs to mark. */
export async function markReadByAgent(ctx: StaffCtx, conversationId: string, seq: number): Promise<Loaded | null> {
  const { state } = await loadConversation(ctx, conversationId);
  // An overseer looking on has not read it for the agent.
  if (state.agentId !== ctx.actor.id) return null;
  const row = await queries.markReadByAgent(ctx.db, ctx.shopId, conversationId, seq);
  return row ? toLoaded(row) : null;
}
