import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import { applyEvent, type ConversationState, emptyState } from "../../conversations/state.ts";
import { defaultSettings } from "../../shops/default-settings.ts";
import { answered, asked, closed, connected, queued, replied, requested, started } from "../testing-logs.ts";
import { listAlerts } from "./alerts.ts";
import { type Board, countEvents, emptyBoard, turnDay } from "./board.ts";
import { linesOf } from "./day.ts";
import { listHottest } from "./hot-hour.ts";

const shop = { ...defaultSettings, timeZone: "Asia/Shanghai", replyAlarmSeconds: 60 };
/** Local time of Shanghai. */
const at = (time: string) => Date.parse(`${time}+08:00`);

/** Conversations of one board, told event by event. */
function shopFrom(begin: string) {
  const board = emptyBoard(shop, new Date(at(begin)));
  const states = new Map<string, ConversationState>();
  const tell = (conversationId: string, time: string, ...events: NewEvent[]) => {
    const instant = new Date(at(time)).toISOString();
    const beginning = { shopId: "s", conversationId, customerId: "c", channel: "web", origin: "live" as const };
    let state = states.get(conversationId) ?? emptyState(beginning, instant);
    const numbered = events.map((event) => {
      const one = { ...event, seq: state.lastSeq + 1, at: instant } as ConversationEvent;
      state = applyEvent(state, one);
      return one;
    });
    states.set(conversationId, state);
    return countEvents(board, { state, events: numbered });
  };
  return { board, tell };
}

const kinds = (board: Board, time: string, staffing = { agentsOnline: 2, freeSeats: 3 }) =>
  listAlerts(board, at(time), staffing).map(({ kind, level, figure }) => `${kind} ${level} ${figure}`);

describe("midnight", () => {
  test("begins the counts anew, and keeps who is there; who comes back after midnight belongs to the day before", () => {
    const { board, tell } = shopFrom("2026-11-10T23:50:00");
    tell("a", "2026-11-10T23:58:00", started, asked, answered("direct"));
    tell("b", "2026-11-10T23:59:59", started, requested, queued);
    assert.deepEqual([board.day.conversations, board.day.botOnly, board.day.requests], [2, 1, 0]);
    turnDay(board, at("2026-11-11T00:00:00"));
    assert.deepEqual([board.day.day, board.day.conversations, board.day.botOnly], ["2026-11-11", 0, 0]);
    assert.deepEqual([board.byHandling.bot, board.waiting.size], [1, 1]);
    tell("b", "2026-11-11T00:00:05", connected);
    tell("a", "2026-11-11T00:00:06", requested, queued);
    tell("c", "2026-11-11T00:01:00", started, asked, answered("direct"));
    const { conversations, requests, connected: connects, messages } = linesOf(board.day, 0, 2);
    assert.deepEqual(
      [conversations, requests, connects, messages],
      [
        [0, 1],
        [1, 0],
        [1, 0],
        [0, 2],
      ],
    );
    assert.deepEqual([board.day.conversations, board.day.botOnly], [1, 1]);
  });

  test("in the shop's time zone, on days of 23 and 25 hours too", () => {
    for (const [day, hours] of [
      ["2026-03-29", 23],
      ["2026-10-25", 25],
      ["2026-10-26", 24],
    ] as const) {
      const berlin = { ...shop, timeZone: "Europe/Berlin" };
      const board = emptyBoard(berlin, new Date(`${day}T12:00:00Z`));
      assert.deepEqual([board.day.day, board.day.minutes.messages.length], [day, hours * 60]);
    }
  });
});

describe("what cannot be counted by hearing", () => {
  test("a conversation opened again after its end asks for the tables; a rating after the end does not", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    assert.ok(tell("a", "2026-11-11T10:00:00", started, requested, connected, closed));
    assert.equal(board.open.size, 0);
    const rating: NewEvent = {
      type: "rating.given",
      actor: { kind: "customer", id: "c" },
      body: { target: "human", stars: 5 },
    };
    assert.ok(tell("a", "2026-11-11T10:00:05", rating));
    const again: NewEvent = {
      type: "conversation.reopened",
      actor: { kind: "agent", id: "阿明" },
      body: { agentId: "阿明" },
    };
    assert.equal(tell("a", "2026-11-11T10:00:09", again), false);
  });

  test("events that the tables told already change nothing", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    tell("a", "2026-11-11T10:00:00", started, asked);
    const before = structuredClone(board);
    const [first] = [...board.open.values()];
    const state = applyEvent(
      applyEvent(
        emptyState(
          { shopId: "s", conversationId: "a", customerId: "c", channel: "web", origin: "live" },
          "2026-11-11T02:00:00.000Z",
        ),
        { ...started, seq: 1, at: "2026-11-11T02:00:00.000Z" } as ConversationEvent,
      ),
      { ...asked, seq: 2, at: "2026-11-11T02:00:00.000Z" } as ConversationEvent,
    );
    countEvents(board, {
      state,
      events: [{ ...asked, seq: first!.lastSeq, at: "2026-11-11T02:00:00.000Z" } as ConversationEvent],
    });
    assert.deepEqual(board, before);
  });
});

describe("alerts", () => {
  test("a calm shop has none", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    tell("a", "2026-11-11T10:00:00", started, requested, queued);
    assert.deepEqual(kinds(board, "2026-11-11T10:00:20"), []);
  });

  test("somebody has waited longer than in-time, and then much longer", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    tell("a", "2026-11-11T10:00:00", started, requested, queued);
    tell("b", "2026-11-11T10:00:15", started, requested, queued);
    assert.deepEqual(kinds(board, "2026-11-11T10:00:21"), ["wait_too_long watch 1"]);
    assert.deepEqual(kinds(board, "2026-11-11T10:01:01"), ["wait_too_long act 2"]);
  });

  test("more come than go", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    for (let i = 0; i < 8; i++) tell(`a${i}`, `2026-11-11T10:00:0${i}`, started, requested, queued);
    tell("a0", "2026-11-11T10:00:09", connected);
    assert.deepEqual(kinds(board, "2026-11-11T10:00:10"), ["queue_growing act 7"]);
    assert.deepEqual(
      kinds(board, "2026-11-11T10:05:10").filter((alert) => alert.startsWith("queue")),
      [],
    );
  });

  test("nobody is online while customers ask; nobody asks, no alert", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    const nobody = { agentsOnline: 0, freeSeats: 0 };
    assert.deepEqual(kinds(board, "2026-11-11T10:00:00", nobody), []);
    tell("a", "2026-11-11T10:00:00", started, requested, closed);
    assert.deepEqual(kinds(board, "2026-11-11T10:14:00", nobody), ["nobody_online act 1"]);
    assert.deepEqual(kinds(board, "2026-11-11T10:16:00", nobody), []);
  });

  test("customers wait for an agent's words; every seat is taken", () => {
    const { board, tell } = shopFrom("2026-11-11T10:00:00");
    tell("a", "2026-11-11T10:00:00", started, requested, connected);
    const full = { agentsOnline: 1, freeSeats: 0 };
    assert.deepEqual(kinds(board, "2026-11-11T10:01:01", full), ["slow_replies watch 1", "no_free_seat watch 1"]);
    assert.deepEqual(kinds(board, "2026-11-11T10:02:01", full), ["slow_replies act 1", "no_free_seat watch 1"]);
    tell("a", "2026-11-11T10:02:02", replied);
    assert.deepEqual(kinds(board, "2026-11-11T10:02:03"), []);
  });
});

test("what was asked most is that of the last hour", () => {
  const { board, tell } = shopFrom("2026-11-11T10:00:00");
  const about = (entryId: string): NewEvent => ({
    type: "bot.answered",
    actor: { kind: "bot" },
    body: { outcome: "direct", trigger: "words", inReplyTo: 2, text: "答", entryId },
  });
  tell("a", "2026-11-11T10:00:00", started, asked, about("delivery"), about("delivery"));
  tell("a", "2026-11-11T10:30:00", about("refund"));
  const hottest = (time: string) => listHottest(board.hot, at(time), 5).map(({ entryId, asked }) => [entryId, asked]);
  assert.deepEqual(hottest("2026-11-11T10:59:00"), [
    ["delivery", 2],
    ["refund", 1],
  ]);
  assert.deepEqual(hottest("2026-11-11T11:01:00"), [["refund", 1]]);
  assert.deepEqual(hottest("2026-11-11T11:31:00"), []);
});
