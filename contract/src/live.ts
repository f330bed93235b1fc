import * as z from "zod";
import { id, instant } from "./events.ts";
import { staffStatus } from "./routes/session.ts";

/** What is going on in a shop right now, as the home page's strip and the live wall show it. */

export const liveStrip = z.object({
  waiting: z.number().int(),
  inService: z.number().int(),
  withBot: z.number().int(),
  messages: z.number().int(),
  longestWaitSeconds: z.number(),
  agentsOnline: z.number().int(),
  /** Today's conversations so far, and those the bot handled alone. */
  todayConversations: z.number().int(),
  todayBotOnly: z.number().int(),
});
export type LiveStrip = z.infer<typeof liveStrip>;

/** What is counted by the minute, each in the minute it happened in. Messages: what customers, bot and people said. */
export const dayLines = ["conversations", "requests", "connected", "abandoned", "messages"] as const;
export type DayLine = (typeof dayLines)[number];

const perMinute = z.array(z.number().int().nonnegative()).max(25 * 60);
/** One number per minute, the first for the minute after local midnight. */
const lines = z.object({
  conversations: perMinute,
  requests: perMinute,
  connected: perMinute,
  abandoned: perMinute,
  messages: perMinute,
} satisfies Record<DayLine, z.ZodType>);
export type Lines = z.infer<typeof lines>;

/** `act`: customers are being lost now. `watch`: they soon may be. */
export const wallAlert = z.object({
  kind: z.enum(["nobody_online", "wait_too_long", "queue_growing", "slow_replies", "no_free_seat"]),
  level: z.enum(["act", "watch"]),
  /** Customers concerned; how many more wait than before; agents with every seat taken. */
  figure: z.number().int(),
  /** Over how many seconds. */
  seconds: z.number().int(),
});
export type WallAlert = z.infer<typeof wallAlert>;

const wallAgent = z.object({
  id,
  name: z.string(),
  status: staffStatus,
  inHand: z.number().int(),
  capacity: z.number().int(),
  /** Customers who have waited for their words longer than the reply alarm. */
  slow: z.number().int(),
});
export type WallAgent = z.infer<typeof wallAgent>;

export const wallNow = liveStrip.extend({
  at: instant,
  day: z.iso.date(),
  /** Another number: the day was counted anew from the tables, and lines got before are worth nothing. */
  edition: z.number(),
  /** Since when the longest waiting customer has waited. */
  waitingSince: instant.nullable(),
  agentsBusy: z.number().int(),
  freeSeats: z.number().int(),
  /** 20秒接通率 of today's conversations so far, as the metric counts it: requests within service hours. */
  connect: z.object({ inTime: z.number().int(), requests: z.number().int(), seconds: z.number() }),
  /** Who is there or still has somebody; the slowest and fullest first. */
  agents: z.array(wallAgent),
  /** Most urgent first. */
  alerts: z.array(wallAlert),
  /** What the bot was asked most in the last hour. */
  hot: z.array(z.object({ entryId: id, question: z.string(), asked: z.number().int() })),
  /** The last minutes of the day, the first of them the day's minute `from`; those before don't change any more. */
  recent: z.object({ from: z.number().int(), lines }),
});
export type WallNow = z.infer<typeof wallNow>;

export const wall = z.object({
  now: wallNow,
  /** From midnight to now. */
  lines,
  /** The whole of the day it is held against. */
  before: z.object({ day: z.iso.date(), lines }),
});
export type Wall = z.infer<typeof wall>;
