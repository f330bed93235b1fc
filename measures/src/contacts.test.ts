import assert from "node:assert/strict";
import { test } from "node:test";
import { linkContacts } from "./contacts.ts";

const contact = (
  conversationId: string,
  customerId: string,
  intent: string | null,
  start: string,
  end: string | null,
) => ({
  conversationId,
  customerId,
  intent,
  startedAt: start,
  endedAt: end,
  isReturned: null,
});
const settings = { returnHours: 72 };

test("a customer back about the same thing within 72 hours was not helped; about another thing, or later, was", () => {
  const linked = linkContacts(
    [
      contact("first", "c", "refund", "2025-06-01T00:00:00Z", "2025-06-01T01:00:00Z"),
      contact("other thing", "c", "size", "2025-06-01T02:00:00Z", "2025-06-01T03:00:00Z"),
      contact("back in time", "c", "refund", "2025-06-04T01:00:00Z", "2025-06-04T02:00:00Z"),
      contact("back too late", "c", "refund", "2025-06-07T02:00:01Z", "2025-06-07T03:00:00Z"),
      contact("someone else", "d", "refund", "2025-06-01T00:30:00Z", "2025-06-01T00:40:00Z"),
    ],
    settings,
    "2025-06-08T00:00:00Z",
  );
  assert.deepEqual(
    linked.map((one) => [one.conversationId, one.isReturned]),
    [
      ["first", true],
      ["other thing", false],
      ["back in time", false],
      ["back too late", null], // its own 72 hours are not over
      ["someone else", false],
    ],
  );
});

test("an intent nobody named matches any, and without times nothing is known", () => {
  const linked = linkContacts(
    [
      contact("a", "c", "refund", "2025-06-01T00:00:00Z", "2025-06-01T01:00:00Z"),
      contact("b", "c", null, "2025-06-02T00:00:00Z", "2025-06-02T01:00:00Z"),
      contact("untimed", "c", "refund", "2025-06-01T00:00:00Z", null),
    ],
    settings,
    "2025-07-01T00:00:00Z",
  );
  assert.deepEqual(
    linked.map((one) => one.isReturned),
    [true, false, null],
  );
});
