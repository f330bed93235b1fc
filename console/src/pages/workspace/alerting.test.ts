import assert from "node:assert/strict";
import { test } from "node:test";
import type { WireEvent } from "@yingda/contract/conversation";
import type { StaffPush } from "@yingda/contract/frames";
import { alertOf } from "./alerting.ts";

const push = (agentId: string | null, ...events: Pick<WireEvent, "type" | "actor" | "body">[]) =>
  ({ t: "events", conversation: { id: "c1", agentId }, events }) as StaffPush;
const system = { kind: "system" } as const;
const customer = { kind: "customer", id: "u" } as const;
const words = {
  type: "message.sent",
  actor: customer,
  body: { content: { kind: "text", text: "在吗" } },
} as const;
const connected = (because: "first_free" | "taken") =>
  ({ type: "agent.connected", actor: system, body: { agentId: "me", because } }) as const;
const away = { staffId: "me", readingId: null };

test("a new conversation of mine is announced", () => {
  assert.equal(alertOf(push("me", connected("first_free")), away), "assigned");
});

test("one I took myself is not, and neither is a colleague's", () => {
  assert.equal(alertOf(push("me", connected("taken")), away), null);
  assert.equal(alertOf(push("other", words), away), null);
});

test("a hand-over to me is announced, unless I did it", () => {
  const moved = (by: string) =>
    ({ type: "conversation.transferred", actor: { kind: "agent", id: by }, body: { toAgentId: "me" } }) as const;
  assert.equal(alertOf(push("me", moved("other")), away), "assigned");
  assert.equal(alertOf(push("me", moved("me")), away), null);
});

test("a customer's words are announced unless they are on screen", () => {
  assert.equal(alertOf(push("me", words), away), "message");
  assert.equal(alertOf(push("me", words), { staffId: "me", readingId: "c2" }), "message");
  assert.equal(alertOf(push("me", words), { staffId: "me", readingId: "c1" }), null);
});

test("my own words make no sound", () => {
  assert.equal(alertOf(push("me", { ...words, actor: { kind: "agent", id: "me" } }), away), null);
});
