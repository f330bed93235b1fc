import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConversationSummary, WireEvent } from "@yingda/contract/conversation";
import { mergeEvents, newerSummary } from "./merge-events.ts";

const event = (seq: number): WireEvent => ({
  seq,
  type: "queue.left",
  actor: { kind: "system" },
  at: "2026-11-21T00:00:00.000Z",
  body: {},
});
const numbers = (events: WireEvent[]) => events.map(({ seq }) => seq);

describe("merging what is pushed with what is known", () => {
  test("new events are added in order, whatever order they came in", () => {
    const { events, hasGap } = mergeEvents([event(1)], [event(3), event(2)]);
    assert.deepEqual([numbers(events), hasGap], [[1, 2, 3], false]);
  });

  test("an event that comes twice is there once", () => {
    assert.deepEqual(numbers(mergeEvents([event(1), event(2)], [event(1), event(2), event(3)]).events), [1, 2, 3]);
  });

  test("a skipped number is a gap: nothing after it is shown before it is filled", () => {
    const { events, hasGap } = mergeEvents([event(1)], [event(2), event(4)]);
    assert.deepEqual([numbers(events), hasGap], [[1, 2], true]);
  });

  test("what is known is not changed in place", () => {
    const known = [event(1)];
    mergeEvents(known, [event(2)]);
    assert.equal(known.length, 1);
  });
});

describe("two versions of a row", () => {
  const row = (lastSeq: number, customerReadSeq: number) => ({ lastSeq, customerReadSeq }) as ConversationSummary;

  test("the one that knows more events wins, in either order", () => {
    assert.equal(newerSummary(row(5, 0), row(4, 0)).lastSeq, 5);
    assert.equal(newerSummary(row(4, 0), row(5, 0)).lastSeq, 5);
  });

  test("what the customer has read stays read", () => {
    assert.deepEqual(newerSummary(row(4, 4), row(5, 2)), row(5, 4));
  });
});
