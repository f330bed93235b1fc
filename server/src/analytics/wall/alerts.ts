import type { WallAlert } from "@yingda/contract/live";
import { type Board, waitsSince } from "./board.ts";
import { growthOf, minuteOf } from "./day.ts";

/** When the wall raises its voice. Pure. Thresholds are the shop's own: in-time seconds, and the agents' reply alarm. */

const growthMinutes = 5;
/** A few who come at once are no growing queue. */
const growthFrom = 3;
const askedMinutes = 15;

export type Staffing = { agentsOnline: number; freeSeats: number };

export function listAlerts(board: Board, nowMs: number, { agentsOnline, freeSeats }: Staffing): WallAlert[] {
  const alerts: WallAlert[] = [];
  const { connectSeconds } = board.day.settings;
  const { replyAlarmSeconds } = board.shop;
  const waiting = board.waiting.size;
  const minute = minuteOf(board.day, nowMs);

  if (agentsOnline === 0) {
    const asked = sumOf(board.day.minutes.requests, minute - askedMinutes + 1, minute);
    const figure = Math.max(waiting, asked);
    if (figure > 0) alerts.push({ kind: "nobody_online", level: "act", figure, seconds: askedMinutes * 60 });
  }

  const waits = [...board.waiting].map((one) => (nowMs - (waitsSince(one) ?? nowMs)) / 1000);
  const long = waits.filter((seconds) => seconds > connectSeconds);
  if (long.length > 0) {
    const level = Math.max(...long) > 3 * connectSeconds ? "act" : "watch";
    alerts.push({ kind: "wait_too_long", level, figure: long.length, seconds: connectSeconds });
  }

  const growth = growthOf(board.day, minute, growthMinutes);
  if (growth >= growthFrom && waiting >= growthFrom) {
    // More than half of the queue is new: it will not empty by itself.
    const level = growth * 2 > waiting && waiting > 2 * growthFrom ? "act" : "watch";
    alerts.push({ kind: "queue_growing", level, figure: growth, seconds: growthMinutes * 60 });
  }

  const slow = [...board.byAgent.values()]
    .flatMap((conversations) => [...conversations])
    .map((one) => (one.waitingMs === null ? 0 : (nowMs - one.waitingMs) / 1000))
    .filter((seconds) => seconds > replyAlarmSeconds);
  if (slow.length > 0) {
    const level = Math.max(...slow) > 2 * replyAlarmSeconds ? "act" : "watch";
    alerts.push({ kind: "slow_replies", level, figure: slow.length, seconds: replyAlarmSeconds });
  }

  if (agentsOnline > 0 && freeSeats === 0)
    alerts.push({ kind: "no_free_seat", level: "watch", figure: agentsOnline, seconds: 0 });
  return alerts.sort((a, b) => Number(b.level === "act") - Number(a.level === "act"));
}

const sumOf = (minutes: Uint32Array, from: number, to: number): number =>
  minutes.subarray(Math.max(0, from), Math.max(0, to + 1)).reduce((sum, each) => sum + each, 0);
