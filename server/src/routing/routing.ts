import type { ShopSettings } from "@yingda/contract/routes/shop";
import type { Ctx } from "../context.ts";
import { type ReadMarks, toMarks, toState } from "../conversations/rows.ts";
import type { ConversationState } from "../conversations/state.ts";
import { getShop } from "../shops/shops.ts";
import { namesOf } from "../staff/staff.ts";
import { pickAgent } from "./policy.ts";
import * as queries from "./queries.ts";

/**
 * Who serves whom. First come, first served, with a head start for who says that it can't wait, where the shop wishes; a
 * free seat goes to whose turn it is at once; nobody gets more than their capacity, because every seat is given behind the shop's lock. It refuses to guess: a request ends in
 * the queue, or is told at once that nobody is there or that the queue is full.
 */

export async function admitRequest(ctx: Ctx, conversationId: string): Promise<void> {
  const { settings } = await getShop(ctx);
  await ctx.eventLog.appendTogether(async (client, append) => {
    await queries.lockShop(client, ctx.shopId);
    const online = await queries.countOnline(client, ctx.shopId);
    const waiting = await queries.countQueue(client, ctx.shopId);
    // Who finds a free seat does not wait, however short the queue may be.
    const agents = await queries.listFreeAgents(client, ctx.shopId);
    const hasSeat = waiting < countSeats(agents);
    await append([
      {
        shopId: ctx.shopId,
        target: { conversationId },
        decide: (state) => {
          if (state?.handling !== "requested") return [];
          const system = { kind: "system" } as const;
          if (online === 0) return [{ type: "queue.rejected", actor: system, body: { reason: "offline" } }];
          if (!hasSeat && waiting >= settings.queueLimit)
            return [{ type: "queue.rejected", actor: system, body: { reason: "full" } }];
          return [{ type: "queue.entered", actor: system, body: { priority: 0 } }];
        },
      },
    ]);
  });
}

const countSeats = (agents: queries.FreeAgent[]): number =>
  agents.reduce((sum, agent) => sum + agent.capacity - agent.load, 0);

/** Gives free seats to waiting customers until one of the two runs out. Returns how many were connected. */
export async function fillSeats(ctx: Ctx): Promise<number> {
  const [{ settings }, names] = await Promise.all([getShop(ctx), namesOf(ctx)]);
  let connected = 0;
  // Who left the queue while we looked leaves a seat: look again until nothing moves.
  for (let isMoving = true; isMoving; ) {
    isMoving = await ctx.eventLog.appendTogether(async (client, append) => {
      await queries.lockShop(client, ctx.shopId);
      const agents = await queries.listFreeAgents(client, ctx.shopId);
      const seats = countSeats(agents);
      if (seats === 0) return false;
      const waiting = await queries.listQueue(client, ctx.shopId, {
        isUrgentFirst: settings.urgentFirst,
        limit: seats,
      });
      if (waiting.length === 0) return false;
      const now = ctx.clock.now();
      const given = waiting.map((conversation) => ({ ...conversation, agent: pickAgent(agents, now) }));
      const done = await append(
        given.map(({ conversationId, queuedAt, agent }) => ({
          shopId: ctx.shopId,
          target: { conversationId },
          decide: (state) =>
            state?.handling === "queue"
              ? connectEvents({
                  agentId: agent.staffId,
                  agentName: names.get(agent.staffId) ?? "",
                  greeting: greetingFor(state, settings),
                  because: agents.length === 1 ? "first_free" : "least_busy",
                  waitedSeconds: Math.max(0, (now.getTime() - queuedAt.getTime()) / 1000),
                })
              : [],
        })),
      );
      await queries.noteAssigned(client, ctx.shopId, [...new Set(given.map(({ agent }) => agent.staffId))], now);
      const moved = done.filter((appended) => appended.events.length > 0).length;
      connected += moved;
      return moved < waiting.length;
    });
  }
  return connected;
}

/** In the language of the customer's window. */
export const greetingFor = (state: { locale: string | null }, settings: ShopSettings): string =>
  settings.greeting[state.locale === "en" ? "en" : "zh-CN"];

type Connect = {
  agentId: string;
  agentName: string;
  greeting: string;
  because: "first_free" | "least_busy" | "taken" | "taken_over";
  waitedSeconds?: number;
};

/** The connection, and the greeting in the agent's name that the measures don't take for a reply. */
export function connectEvents({ agentId, agentName, greeting, because, waitedSeconds }: Connect) {
  const system = { kind: "system" } as const;
  const connected = { type: "agent.connected", actor: system, body: { agentId, because, waitedSeconds } } as const;
  const text = greeting.replaceAll("{agent}", agentName).trim();
  return text ? [connected, { type: "greeting.sent", actor: system, body: { agentId, text } } as const] : [connected];
}

/** Position 1 is next. */
export type Place = { position: number; estimatedSeconds: number | null };

export async function describeQueue(ctx: Ctx, conversationId: string): Promise<Place | null> {
  const { settings } = await getShop(ctx);
  const position = await queries.findPosition(ctx.db, ctx.shopId, conversationId, settings.urgentFirst);
  return position ? placeAt(position, await measureSecondsPerPlace(ctx)) : null;
}

/** Everybody who waits, with their places: two questions to the database however many they are. */
export async function listWaiting(ctx: Ctx): Promise<{ state: ConversationState; marks: ReadMarks; place: Place }[]> {
  const { settings } = await getShop(ctx);
  const [waiting, secondsPerPlace] = await Promise.all([
    queries.listWaiting(ctx.db, ctx.shopId, settings.urgentFirst),
    measureSecondsPerPlace(ctx),
  ]);
  return waiting.map((row, i) => ({
    state: toState(row),
    marks: toMarks(row),
    place: placeAt(i + 1, secondsPerPlace),
  }));
}

const placeAt = (position: number, secondsPerPlace: number | null): Place => ({
  position,
  estimatedSeconds: secondsPerPlace === null ? null : Math.round(position * secondsPerPlace),
});

/** How fast the queue moved in the last half hour; null when that says little. */
async function measureSecondsPerPlace(ctx: Ctx): Promise<number | null> {
  const now = ctx.clock.now().getTime();
  const connects = await queries.listRecentConnects(ctx.db, ctx.shopId, new Date(now - 30 * 60_000));
  if (connects.length < 3) return null;
  const oldest = connects.at(-1)!.at.getTime();
  return (now - oldest) / connects.length / 1000;
}
