import assert from "node:assert/strict";
import { test } from "node:test";
import type { WireEvent } from "@yingda/contract/conversation";
import { aboutOf } from "./about-of.ts";

const event = (type: string, actor: object, body: object) =>
  ({ seq: 1, at: "2026-11-21T02:00:00.000Z", type, actor, body }) as unknown as WireEvent;
const started = event("conversation.started", { kind: "system" }, { channel: "web", productId: "page" });
const engine = (body: object) => event("conversation.classified", { kind: "system" }, { by: "engine", ...body });
const person = (body: object) =>
  event("conversation.classified", { kind: "agent", id: "lin" }, { by: "person", ...body });

test("the last word counts, and who said it", () => {
  const about = aboutOf([
    started,
    engine({ intent: "order.invoice", confidence: 0.8, sentiment: "negative", isAngry: true }),
    person({ intent: "order.change" }),
    engine({ sentiment: "neutral", isAngry: false }),
  ]);
  assert.deepEqual(about.intent, { value: "order.change", confidence: null, personId: "lin" });
  assert.equal(about.productId.value, "page");
  assert.equal(about.sentiment.value, "neutral");
  assert.equal(about.isAngry, false);
});

test("a person can say that it is about none", () => {
  const about = aboutOf([started, engine({ intent: "order.invoice" }), person({ intent: null, productId: null })]);
  assert.equal(about.intent.value, null);
  assert.equal(about.productId.value, null);
  assert.equal(about.productId.personId, "lin");
});
