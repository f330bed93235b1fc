import assert from "node:assert/strict";
import { test } from "node:test";
import type { WireEvent } from "@yingda/contract/conversation";
import { turnSeconds } from "./turn-seconds.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 2, 0, second)).toISOString();
const text = { content: { kind: "text", text: "…" } } as const;
const customer = { kind: "customer", id: "c" } as const;
const agent = { kind: "agent", id: "a" } as const;
const system = { kind: "system" } as const;

test("a turn runs from connect or the first unanswered message to the next real reply", () => {
  const events: WireEvent[] = [
    { seq: 1, type: "message.sent", actor: customer, at: at(0), body: text },
    { seq: 2, type: "human.requested", actor: customer, at: at(1), body: { by: "button" } },
    { seq: 3, type: "agent.connected", actor: system, at: at(9), body: { agentId: "a" } },
    { seq: 4, type: "greeting.sent", actor: system, at: at(9), body: { agentId: "a", text: "您好" } },
    { seq: 5, type: "message.sent", actor: customer, at: at(12), body: text },
    { seq: 6, type: "message.sent", actor: agent, at: at(29), body: text },
    { seq: 7, type: "message.sent", actor: agent, at: at(31), body: text },
    { seq: 8, type: "message.sent", actor: customer, at: at(40), body: text },
    { seq: 9, type: "message.sent", actor: customer, at: at(44), body: text },
    { seq: 10, type: "message.sent", actor: agent, at: at(50), body: text },
  ];
  assert.deepEqual(
    [...turnSeconds(events, new Set())],
    [
      [3, 8],
      [6, 20],
      [10, 10],
    ],
  );
  assert.deepEqual(
    [...turnSeconds(events, new Set([3, 10]))],
    [
      [6, 20],
      [10, 10],
    ],
    "beside a marked reply the wait is left out",
  );
});

test("what the bot was asked opens no turn", () => {
  const events: WireEvent[] = [
    { seq: 1, type: "message.sent", actor: customer, at: at(0), body: text },
    { seq: 2, type: "agent.connected", actor: system, at: at(30), body: { agentId: "a", waitedSeconds: 4 } },
    { seq: 3, type: "message.sent", actor: agent, at: at(35), body: text },
  ];
  assert.deepEqual(
    [...turnSeconds(events, new Set())],
    [
      [2, 4],
      [3, 5],
    ],
  );
});

test("a turn that nobody answered says so at the question, and at the connect unless the wait is meant", () => {
  const events: WireEvent[] = [
    { seq: 1, type: "human.requested", actor: customer, at: at(0), body: { by: "button" } },
    { seq: 2, type: "agent.connected", actor: system, at: at(7), body: { agentId: "a" } },
    { seq: 3, type: "message.sent", actor: customer, at: at(9), body: text },
  ];
  assert.deepEqual([...turnSeconds(events, new Set([2]))], [[2, null]]);
  assert.deepEqual([...turnSeconds(events, new Set([1, 2]))], [[2, 7]]);
  const answered: WireEvent[] = [
    ...events,
    { seq: 4, type: "message.sent", actor: agent, at: at(20), body: text },
    { seq: 5, type: "message.sent", actor: customer, at: at(30), body: text },
  ];
  assert.deepEqual(
    [...turnSeconds(answered, new Set([5]))],
    [
      [4, 13],
      [5, null],
    ],
  );
});
