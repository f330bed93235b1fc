import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { conversationId, events, said, view } from "./fixtures.ts";
import { findCurrent } from "./log.ts";
import type { OutboxItem } from "./outbox.ts";
import { applyPush, type Chat, emptyChat } from "./state.ts";

const message: OutboxItem = {
  act: { t: "send", clientId: "message1", content: { kind: "text", text: "在吗" } },
  createdAt: 1,
  state: "waiting",
};
const other = conversationId.replace(/1$/, "2");

function after(chat: Chat, ...pushes: Parameters<typeof applyPush>[1][]): Chat {
  return pushes.reduce((before, push) => applyPush(before, push).chat, chat);
}

describe("a push", () => {
  test("acknowledgement and event may come in either order, once or twice: the message is there once", () => {
    const ack = { t: "ack" as const, clientId: "message1", conversationId, seq: 1, at: "2026-01-01T00:00:00Z" };
    const event = events([{ ...said(1, "customer"), clientId: "message1" }]);
    for (const order of [[ack, event], [event, ack], [event, event, ack, ack], [event]]) {
      const chat = after({ ...emptyChat, outbox: [message] }, ...order);
      assert.deepEqual(chat.outbox, []);
      assert.equal(findCurrent(chat.log)?.events.length, 1);
    }
  });

  test("only words of others that are new have arrived", () => {
    const chat = after(emptyChat, events([said(1, "customer"), said(2, "agent")]));
    const { arrived } = applyPush(chat, events([said(2, "agent"), said(3, "customer"), said(4, "agent")]));
    assert.deepEqual(
      arrived.map((event) => event.seq),
      [4],
    );
  });

  test("what was there before this page was opened has not just arrived", () => {
    const ready = { t: "ready" as const, view: view(2), events: [said(1, "customer"), said(2, "agent")] };
    assert.deepEqual(applyPush(emptyChat, ready).arrived, []);
  });

  test("a conversation that went on elsewhere is noticed, so that its end can be fetched", () => {
    const chat = after(emptyChat, events([said(1, "customer")]));
    const ready = { t: "ready" as const, view: { ...view(0), conversationId: other }, events: [] };
    assert.equal(applyPush(chat, ready).leftBehind, true);
    assert.equal(applyPush(emptyChat, ready).leftBehind, false);
  });

  test("a refusal is said once: at the words it concerns, else as a notice, and not for a click too late", () => {
    const error = { t: "error" as const, message: "" };
    const atWords = after({ ...emptyChat, outbox: [message] }, { ...error, code: "too_large", clientId: "message1" });
    assert.deepEqual([atWords.notice, atWords.outbox[0]?.error], [null, "too_large"]);
    assert.equal(after(emptyChat, { ...error, code: "too_many_requests" }).notice, "too_many_requests");
    const click: OutboxItem = { ...message, act: { t: "human", clientId: "click--1" } };
    const tooLate = after({ ...emptyChat, outbox: [click] }, { ...error, code: "conflict", clientId: "click--1" });
    assert.deepEqual([tooLate.notice, tooLate.outbox], [null, []]);
  });

  test("a draft grows, stays while the customer types on, and ends with whatever else comes", () => {
    const draft = (text: string) => ({ t: "draft", conversationId, inReplyTo: 1, text }) as const;
    const begun = after(emptyChat, events([said(1, "customer")]), draft(""));
    assert.deepEqual([begun.typing, begun.draft], ["bot", null]);
    const grown = after(begun, draft("最多"), draft("最多10个字。"));
    assert.deepEqual([grown.typing, grown.draft], [null, "最多10个字。"]);
    assert.equal(after(grown, events([said(2, "customer")])).draft, "最多10个字。");
    assert.equal(after(grown, events([said(2, "agent")])).draft, null);
    assert.equal(after(grown, { t: "ready", view: view(1), events: [] }).draft, null);
  });

  test("typing ends with the words", () => {
    const chat = after(emptyChat, events([said(1, "customer")]), { t: "typing", by: "agent" });
    assert.equal(chat.typing, "agent");
    assert.equal(after(chat, events([said(2, "customer")])).typing, "agent");
    assert.equal(after(chat, events([said(2, "agent")])).typing, null);
  });
});
