import type { Handling } from "@yingda/contract/conversation";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import type { Appended } from "../../conversations/append.ts";
import type { ConversationState } from "../../conversations/state.ts";
import { type Asking, countMinute, countRequest, dayOf, hasBegunOn, type WallDay } from "./day.ts";
import { countAsked, type HotHour } from "./hot-hour.ts";

/**
 * Everything that the strip and the wall show of one shop, kept by counting what happens. An event costs the same
 * however long the day is and however many look; what is held in memory is the open conversations and the day's
 * minutes. It reads no table: `reading.ts` makes a board from the tables, and it is then the same as one that heard it all.
 */
export type Board = {
  shop: ShopSettings;
  day: WallDay;
  open: Map<string, OpenConversation>;
  byHandling: Record<Handling, number>;
  waiting: Set<OpenConversation>;
  byAgent: Map<string, Set<OpenConversation>>;
  hot: HotHour;
};

export type OpenConversation = Asking & {
  lastSeq: number;
  handling: Handling;
  agentId: string | null;
  hasBot: boolean;
  isBotOnly: boolean;
  /** When the customer entered the queue. */
  queuedMs: number | null;
  /** Since when the customer waits for the agent's words. */
  waitingMs: number | null;
};

/** What a board takes of a conversation's state. */
export type Standing = Pick<
  ConversationState,
  "handling" | "agentId" | "hadAgent" | "humanRequested" | "queuedAt" | "waitingSince"
>;

const said = new Set(["message.sent", "bot.answered", "offline_message.left"]);

/** Says false when only the tables know what the event does to the counts: the board is to be made anew. */
export function countEvents(board: Board, { state, events }: Pick<Appended, "state" | "events">): boolean {
  turnDay(board, Date.parse(events.at(-1)!.at));
  const known = board.open.get(state.conversationId);
  const isNew = !known && events[0]!.seq === 1;
  const conversation = known ?? newcomer(Date.parse(state.startedAt));
  // What the tables told already.
  const fresh = events.filter((event) => event.seq > conversation.lastSeq);
  for (const event of fresh) {
    const atMs = Date.parse(event.at);
    if (said.has(event.type)) countMinute(board.day, "messages", atMs);
    if (event.type === "bot.answered" && event.body.entryId) countAsked(board.hot, event.body.entryId, atMs);
    if (event.type === "bot.answered" || event.type === "hot_question.clicked") conversation.hasBot = true;
    if (known || isNew) countRequest(board.day, conversation, { type: event.type, atMs });
  }
  // A rating, a label, a note for one that has ended changes nothing here; one that is opened again does.
  if (!known && !isNew) return !events.some((event) => event.type === "conversation.reopened");
  if (isNew) countBeginning(board.day, conversation);
  if (fresh.length > 0) conversation.lastSeq = fresh.at(-1)!.seq;
  place(board, state.conversationId, conversation, state);
  return true;
}

/** At midnight the counts begin anew; the conversations under way go on. */
export function turnDay(board: Board, atMs: number): void {
  if (atMs >= board.day.endMs) board.day = dayOf(new Date(atMs), board.shop);
}

function countBeginning(day: WallDay, conversation: OpenConversation): void {
  if (!hasBegunOn(day, conversation)) return;
  day.conversations += 1;
  countMinute(day, "conversations", conversation.startedMs);
}

/** Where the conversation stands now, instead of where it stood. */
export function place(board: Board, conversationId: string, conversation: OpenConversation, standing: Standing): void {
  takeAway(board, conversation);
  const isBotOnly = conversation.hasBot && !standing.humanRequested && !standing.hadAgent;
  if (hasBegunOn(board.day, conversation)) board.day.botOnly += Number(isBotOnly) - Number(conversation.isBotOnly);
  Object.assign(conversation, {
    isBotOnly,
    handling: standing.handling,
    agentId: standing.handling === "agent" ? standing.agentId : null,
    queuedMs: standing.queuedAt === null ? null : Date.parse(standing.queuedAt),
    waitingMs: standing.waitingSince === null ? null : Date.parse(standing.waitingSince),
  });
  if (conversation.handling === "closed") board.open.delete(conversationId);
  else add(board, conversationId, conversation);
}

function takeAway(board: Board, conversation: OpenConversation): void {
  if (conversation.handling === "closed") return;
  board.byHandling[conversation.handling] -= 1;
  board.waiting.delete(conversation);
  const ofAgent = conversation.agentId === null ? undefined : board.byAgent.get(conversation.agentId);
  ofAgent?.delete(conversation);
  if (ofAgent?.size === 0) board.byAgent.delete(conversation.agentId!);
}

function add(board: Board, conversationId: string, conversation: OpenConversation): void {
  board.open.set(conversationId, conversation);
  board.byHandling[conversation.handling] += 1;
  if (conversation.handling === "requested" || conversation.handling === "queue") board.waiting.add(conversation);
  if (conversation.agentId === null) return;
  const ofAgent = board.byAgent.get(conversation.agentId) ?? new Set();
  board.byAgent.set(conversation.agentId, ofAgent.add(conversation));
}

/** `closed` until it is placed: it stands nowhere. */
export const newcomer = (startedMs: number): OpenConversation => ({
  startedMs,
  isTimed: true,
  requestedMs: null,
  isInHours: false,
  lastSeq: 0,
  handling: "closed",
  agentId: null,
  hasBot: false,
  isBotOnly: false,
  queuedMs: null,
  waitingMs: null,
});

export const emptyBoard = (shop: ShopSettings, at: Date): Board => ({
  shop,
  day: dayOf(at, shop),
  open: new Map(),
  byHandling: { bot: 0, requested: 0, queue: 0, agent: 0, message: 0, closed: 0 },
  waiting: new Set(),
  byAgent: new Map(),
  hot: { minutes: new Map(), totals: new Map() },
});

/** Since when the longest waiting has waited; null when nobody waits. */
export function findLongestWait(board: Board): number | null {
  let sinceMs: number | null = null;
  for (const one of board.waiting) {
    const since = waitsSince(one);
    if (since !== null && (sinceMs === null || since < sinceMs)) sinceMs = since;
  }
  return sinceMs;
}

/** A wait begins with the request, as in every figure of waiting. */
export const waitsSince = (conversation: OpenConversation): number | null =>
  conversation.requestedMs ?? conversation.queuedMs;
