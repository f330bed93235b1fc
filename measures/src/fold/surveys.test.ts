import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewEvent } from "@yingda/contract/events";
import { getMetric } from "../catalogue.ts";
import { evaluate } from "../evaluate.ts";
import { emptyFacts } from "../facts.ts";
import { fold } from "../fold.ts";
import { defaultSettings as settings } from "../settings.ts";

const customer = { kind: "customer", id: "c" } as const;
const system = { kind: "system" } as const;
const dayMs = 86_400_000;

/** Each event a day after the one before. */
function foldEvents(...happened: NewEvent[]) {
  const started: NewEvent = { type: "conversation.started", actor: customer, body: { channel: "web" } };
  const events = [started, ...happened].map((event, at) => ({
    ...event,
    seq: at + 1,
    at: new Date(Date.parse("2026-06-03T04:00:00Z") + at * dayMs).toISOString(),
  }));
  return fold({ conversationId: "x", customerId: "c", events: events as never }, settings, "2026-07-01T00:00:00Z");
}

const invited = (survey: "nps" | "ces", via?: "popup" | "link"): NewEvent => ({
  type: "survey.invited",
  actor: system,
  body: { survey, via },
});
const scored = (value: number, more: { comment?: string; via?: "popup" | "link" } = {}): NewEvent => ({
  type: "survey.answered",
  actor: customer,
  body: { survey: "nps", value, ...more },
});
const askedForStars: NewEvent = { type: "rating.invited", actor: system, body: { target: "human", via: "popup" } };
const connected: NewEvent = { type: "agent.connected", actor: system, body: { agentId: "a" } };

test("an invitation without an answer is a row without a value, and in the response rate alone", () => {
  const facts = foldEvents(connected, invited("nps", "link"));
  const [row] = facts.survey;
  assert.deepEqual(
    [row?.survey, row?.isInvited, row?.isAnswered, row?.value, row?.npsPoint, row?.via, row?.agentId],
    ["nps", true, false, null, null, "link", "a"],
  );
  const { numerator, denominator, value } = evaluate(getMetric("survey.nps.response_rate"), facts);
  assert.deepEqual([numerator, denominator, value], [0, 1, 0]);
  assert.equal(evaluate(getMetric("survey.nps"), facts).value, null);
});

test("the last answer counts, with its comment and where it was given", () => {
  const [row] = foldEvents(invited("nps", "popup"), scored(2, { comment: "差" }), scored(10, { via: "link" })).survey;
  assert.deepEqual([row?.value, row?.npsPoint, row?.comment, row?.via], [10, 1, null, "link"]);
});

test("stars that nobody asked for are no response", () => {
  const given: NewEvent = { type: "rating.given", actor: customer, body: { target: "human", stars: 4, comment: "好" } };
  const facts = emptyFacts();
  for (const { survey } of [foldEvents(given), foldEvents(askedForStars, given), foldEvents(askedForStars)])
    facts.survey.push(...survey);
  assert.deepEqual(
    facts.survey.map((row) => [row.survey, row.isInvited, row.value, row.comment]),
    [
      ["csat", false, 4, "好"],
      ["csat", true, 4, "好"],
      ["csat", true, null, null],
    ],
  );
  const { numerator, denominator } = evaluate(getMetric("survey.csat.response_rate"), facts);
  assert.deepEqual([numerator, denominator], [1, 2]);
});

test("asking days later, and an answer by link, do not move the end of the contact; one in the window does", () => {
  const closed: NewEvent = { type: "conversation.closed", actor: system, body: { by: "idle" } };
  const endOf = (...events: NewEvent[]) => foldEvents(closed, ...events).conversation[0]?.endedAt?.slice(0, 10);
  assert.equal(endOf(askedForStars, invited("nps", "link"), scored(9, { via: "link" })), "2026-06-04");
  assert.equal(endOf(invited("nps", "popup"), scored(9, { via: "popup" })), "2026-06-06");
});
