import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { NewEvent } from "@yingda/contract/events";
import { fold } from "../fold.ts";
import { defaultSettings as settings } from "../settings.ts";

const customer = { kind: "customer", id: "c" } as const;
const system = { kind: "system" } as const;

/** Seconds after noon in the shop, and what happened then. */
type Step = [seconds: number, event: NewEvent];
const startMs = Date.parse("2025-06-03T12:00:00+08:00");

function foldSteps(steps: Step[], asOfSeconds = 100_000) {
  const started: Step = [0, { type: "conversation.started", actor: customer, body: { channel: "web" } }];
  const events = [started, ...steps].map(([seconds, event], index) => ({
    ...event,
    seq: index + 1,
    at: new Date(startMs + seconds * 1000).toISOString(),
  }));
  const asOf = new Date(startMs + asOfSeconds * 1000).toISOString();
  return fold({ conversationId: "x", customerId: "c", events: events as never }, settings, asOf);
}

const asks = (text: string, courtesy?: boolean): NewEvent => ({
  type: "message.sent",
  actor: customer,
  body: { content: { kind: "text", text }, courtesy },
});
const replies = (id: string): NewEvent => ({
  type: "message.sent",
  actor: { kind: "agent", id },
  body: { content: { kind: "text", text: "您好" } },
});
const requests: NewEvent = { type: "human.requested", actor: customer, body: { by: "button" } };
const queues: NewEvent = { type: "queue.entered", actor: system, body: { priority: 0 } };
const leaves: NewEvent = { type: "queue.left", actor: customer, body: {} };
const closes: NewEvent = { type: "conversation.closed", actor: system, body: { by: "system" } };
const reopens: NewEvent = { type: "conversation.reopened", actor: system, body: {} };
const turnsAway: NewEvent = { type: "queue.rejected", actor: system, body: { reason: "full" } };
const leavesWord: NewEvent = { type: "offline_message.left", actor: customer, body: { text: "请回电" } };
const connects = (agentId: string): NewEvent => ({ type: "agent.connected", actor: system, body: { agentId } });
const botAnswers = (inReplyTo: number): NewEvent => ({
  type: "bot.answered",
  actor: { kind: "bot" },
  body: { outcome: "direct", trigger: "words", inReplyTo, text: "三天内发货" },
});

const brief = (steps: Step[], asOfSeconds?: number) =>
  foldSteps(steps, asOfSeconds).turn.map((turn) => [turn.agentId, turn.replySeconds, turn.isAnswered]);

describe("turns", () => {
  test("a question asked while the turn is open belongs to it", () => {
    const steps: Step[] = [
      [0, requests],
      [5, connects("a")],
      [20, asks("有人吗")],
      [65, replies("a")],
      [70, replies("a")],
    ];
    assert.deepEqual(brief(steps), [["a", 60, true]]);
  });

  test("a colleague's reply closes the turn and owns it", () => {
    const steps: Step[] = [
      [0, requests],
      [5, connects("a")],
      [15, replies("b")],
    ];
    assert.deepEqual(brief(steps), [["b", 10, true]]);
  });

  test("closing does not stop the clock: the reply after reopening is late, not early", () => {
    const steps: Step[] = [
      [0, requests],
      [5, connects("a")],
      [30, closes],
      [4000, reopens],
      [4005, replies("a")],
    ];
    assert.deepEqual(brief(steps), [["a", 4000, true]]);
  });

  test("a turn still open is left unanswered only after ten minutes, or when the conversation is closed", () => {
    const steps: Step[] = [
      [0, requests],
      [5, connects("a")],
    ];
    assert.deepEqual(brief(steps, 604), []);
    assert.deepEqual(brief(steps, 605), [["a", 600, false]]);
    assert.deepEqual(brief([...steps, [10, closes]], 60), [["a", 600, false]]);
  });

  test("taking over a conversation with nothing left to answer asks nothing", () => {
    const steps: Step[] = [
      [0, requests],
      [5, connects("a")],
      [15, replies("a")],
      [20, connects("b")],
      [30, closes],
    ];
    assert.deepEqual(brief(steps), [["a", 10, true]]);
  });

  test("a second request is a question of its own", () => {
    const again: Step[] = [
      [100, requests],
      [100, queues],
      [110, asks("在吗")],
      [130, connects("b")],
      [150, replies("b")],
    ];
    const steps: Step[] = [[0, requests], [0, queues], [5, connects("a")], [15, replies("a")], [20, closes], ...again];
    assert.deepEqual(brief(steps), [
      ["a", 10, true],
      ["b", 20, true],
    ]);
  });

  test("what the bot answers after a person has left is not put to a person", () => {
    const back: Step[] = [
      [100, reopens],
      [100, asks("多久发货")],
      [101, botAnswers(7)],
      [200, closes],
    ];
    const steps: Step[] = [[0, requests], [5, connects("a")], [15, replies("a")], [20, closes], ...back];
    assert.deepEqual(brief(steps), [["a", 10, true]]);
  });

  test("offline messages are one turn of nobody's, unless a person came after all", () => {
    const steps: Step[] = [
      [0, requests],
      [0, turnsAway],
      [20, leavesWord],
      [30, leavesWord],
    ];
    assert.deepEqual(brief(steps), [[null, 600, false]]);
    assert.deepEqual(brief([...steps, [60, requests], [70, connects("a")], [80, replies("a")]]), [["a", 10, true]]);
  });

  test("a closing thanks is a courtesy by its mark or by its words, until a question follows", () => {
    const isCourtesy = (...more: Step[]) => {
      const steps: Step[] = [[0, requests], [5, connects("a")], [15, replies("a")], ...more];
      return foldSteps(steps).turn.at(-1)!.isCourtesy;
    };
    assert.equal(isCourtesy([20, asks("谢谢")]), true);
    assert.equal(isCourtesy([20, asks("好的，谢谢亲！")]), true);
    assert.equal(isCourtesy([20, asks("OK, thank you so much")]), true);
    assert.equal(isCourtesy([20, asks("好的谢谢")]), true);
    assert.equal(isCourtesy([20, asks("好的")]), false);
    assert.equal(isCourtesy([20, asks("谢谢，那什么时候发货")]), false);
    assert.equal(isCourtesy([20, asks("谢谢", false)]), false);
    assert.equal(isCourtesy([20, asks("就这样", true)]), true);
    assert.equal(isCourtesy([20, asks("谢谢")], [25, asks("还有个问题")]), false);
    assert.equal(isCourtesy([20, asks("谢谢")], [25, replies("a")]), false);
  });
});

describe("requests", () => {
  test("asking again while waiting is the same request, after leaving it is a new one", () => {
    const steps: Step[] = [
      [0, requests],
      [0, queues],
      [10, requests],
      [30, leaves],
      [60, requests],
      [60, queues],
      [90, closes],
    ];
    const { request } = foldSteps(steps);
    assert.deepEqual(
      request.map((one) => [one.outcome, one.waitSeconds, one.enteredQueue]),
      [
        ["left", 30, true],
        ["left", 30, true],
      ],
    );
  });

  test("twenty seconds are in time, more are not, and a request still waiting has no wait yet", () => {
    const timing = (seconds: number) =>
      foldSteps([
        [0, requests],
        [0, queues],
        [seconds, connects("a")],
      ]).request[0]!;
    assert.equal(timing(20).isInTime, true);
    assert.equal(timing(20.001).isInTime, false);
    const waiting = foldSteps([
      [0, requests],
      [0, queues],
    ]).request[0]!;
    assert.deepEqual([waiting.outcome, waiting.waitSeconds, waiting.isInTime], ["waiting", null, false]);
  });
});
