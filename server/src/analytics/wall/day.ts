import type { DayLine, Lines } from "@yingda/contract/live";
import { isInServiceHours } from "@yingda/measures/hours";
import { readLocalTime } from "@yingda/measures/local-time";
import type { MeasureSettings } from "@yingda/measures/settings";
import { addDays, localDay, startOfDay } from "../../platform/local-time.ts";
import { measureSettingsOf } from "../measure-settings.ts";

/**
 * A local day of a shop, counted as it goes: lines by the minute in which something happened, and totals of the
 * conversations that began on it, as the metrics count them. Minutes are counted from midnight, so on the day that
 * clocks change the lines of two days are an hour apart.
 */
export type WallDay = {
  day: string;
  startMs: number;
  endMs: number;
  settings: MeasureSettings;
  /** `turnedAway` is on no screen, but what came and did not go is what the queue grew by. */
  minutes: Record<DayLine | "turnedAway", Uint32Array>;
  conversations: number;
  botOnly: number;
  /** Within service hours. */
  requests: number;
  inTime: number;
};

/** What must be known of a conversation to count what its requests for a person come to. */
export type Asking = {
  startedMs: number;
  /** Imported without times, nothing has a minute. */
  isTimed: boolean;
  /** Asked for a person, and not yet connected, turned away or gone. */
  requestedMs: number | null;
  isInHours: boolean;
};

/** What of a shop's settings its figures depend on. */
type MeasuredShop = Parameters<typeof measureSettingsOf>[0];

const minuteMs = 60_000;

export function openDay(day: string, shop: MeasuredShop): WallDay {
  const startMs = startOfDay(day, shop.timeZone).getTime();
  const endMs = startOfDay(addDays(day, 1), shop.timeZone).getTime();
  const minutes = () => new Uint32Array((endMs - startMs) / minuteMs);
  return {
    day,
    startMs,
    endMs,
    settings: measureSettingsOf(shop),
    minutes: {
      conversations: minutes(),
      requests: minutes(),
      connected: minutes(),
      abandoned: minutes(),
      messages: minutes(),
      turnedAway: minutes(),
    },
    conversations: 0,
    botOnly: 0,
    requests: 0,
    inTime: 0,
  };
}

export const dayOf = (at: Date, shop: MeasuredShop): WallDay => openDay(localDay(at, shop.timeZone), shop);

export const hasBegunOn = (day: WallDay, { startedMs }: Pick<Asking, "startedMs">): boolean =>
  startedMs >= day.startMs && startedMs < day.endMs;

export const minuteOf = (day: WallDay, atMs: number): number => Math.floor((atMs - day.startMs) / minuteMs);

export function countMinute(day: WallDay, line: keyof WallDay["minutes"], atMs: number): void {
  // Outside the array there is nothing to write to: what happened on another day is not counted.
  const minutes = day.minutes[line];
  const minute = minuteOf(day, atMs);
  if (minute >= 0 && minute < minutes.length) minutes[minute]! += 1;
}

/** The same reading as the fold's of requests (measures/src/fold/requests.ts), one event at a time. */
export function countRequest(day: WallDay, asking: Asking, { type, atMs }: { type: string; atMs: number }): void {
  const { requestedMs } = asking;
  const count = (line: keyof WallDay["minutes"]) => asking.isTimed && countMinute(day, line, atMs);
  if (type === "human.requested") {
    if (requestedMs !== null) return;
    const { timeZone, serviceHours } = day.settings;
    asking.requestedMs = atMs;
    asking.isInHours = asking.isTimed && isInServiceHours(readLocalTime(atMs, timeZone), serviceHours);
    count("requests");
    if (asking.isInHours && hasBegunOn(day, asking)) day.requests += 1;
    return;
  }
  const line = endOfRequest[type];
  if (!line || requestedMs === null) return;
  asking.requestedMs = null;
  count(line);
  const isInTime = line === "connected" && atMs - requestedMs <= day.settings.connectSeconds * 1000;
  if (isInTime && asking.isInHours && hasBegunOn(day, asking)) day.inTime += 1;
}

const endOfRequest: Record<string, "connected" | "abandoned" | "turnedAway" | undefined> = {
  "agent.connected": "connected",
  "queue.left": "abandoned",
  "conversation.closed": "abandoned",
  "queue.rejected": "turnedAway",
};

/** From one minute of the day up to another, that one not included. */
export function linesOf({ minutes }: WallDay, from: number, to: number): Lines {
  const part = (line: DayLine) => [...minutes[line].subarray(Math.max(0, from), Math.max(0, to))];
  return {
    conversations: part("conversations"),
    requests: part("requests"),
    connected: part("connected"),
    abandoned: part("abandoned"),
    messages: part("messages"),
  };
}

/** How many more came to wait than went, in so many minutes up to this one. */
export function growthOf({ minutes }: WallDay, minute: number, over: number): number {
  let growth = 0;
  for (let each = Math.max(0, minute - over + 1); each <= minute; each += 1) {
    const gone = minutes.connected[each]! + minutes.abandoned[each]! + minutes.turnedAway[each]!;
    growth += minutes.requests[each]! - gone;
  }
  return growth;
}
