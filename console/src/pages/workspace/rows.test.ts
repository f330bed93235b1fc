import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { longestWaiting, neighbour, orderRows, placeRow, waitLevel } from "./rows.ts";

const row = (id: string, rest: Partial<ConversationSummary> = {}) =>
  ({
    id,
    handling: "agent",
    agentId: "me",
    startedAt: `2026-11-21T00:00:0${id}.000Z`,
    queuedAt: null,
    waitingSince: null,
    urgentWords: null,
    lastSeq: 1,
    ...rest,
  }) as ConversationSummary;
const page = (items: ConversationSummary[], nextCursor: string | null = null) => ({ items, nextCursor });
const ids = (rows: ConversationSummary[]) => rows.map(({ id }) => id).join("");

describe("a row that was pushed", () => {
  test("is replaced where it stands", () => {
    const [after] = placeRow([page([row("1"), row("2"), row("3")])], "mine", row("2", { lastSeq: 9 }), "me");
    assert.equal(ids(after!.items), "123");
    assert.equal(after!.items[1]!.lastSeq, 9);
  });

  test("leaves the list it no longer belongs to", () => {
    const [after] = placeRow([page([row("1"), row("2")])], "mine", row("1", { agentId: "other" }), "me");
    assert.equal(ids(after!.items), "2");
  });

  test("that is older than what is shown changes nothing", () => {
    const [after] = placeRow([page([row("1", { lastSeq: 5 })])], "mine", row("1", { lastSeq: 4 }), "me");
    assert.equal(after!.items[0]!.lastSeq, 5);
  });

  test("that is older than what is shown takes nothing away either", () => {
    const [after] = placeRow(
      [page([row("1", { lastSeq: 5 })])],
      "mine",
      row("1", { lastSeq: 4, handling: "queue" }),
      "me",
    );
    assert.equal(ids(after!.items), "1");
  });

  test("comes last when it is new, so that nothing above it moves", () => {
    const [after] = placeRow([page([row("1")])], "mine", row("2"), "me");
    assert.equal(ids(after!.items), "12");
  });

  test("waits for its page when the end of the list is not fetched yet", () => {
    const pages = [page([row("1", { handling: "queue" })], "next")];
    assert.equal(placeRow(pages, "queue", row("2", { handling: "queue" }), "me"), pages);
  });

  test("of somebody else never enters my list", () => {
    const pages = [page([row("1")])];
    assert.equal(placeRow(pages, "mine", row("2", { agentId: "other" }), "me"), pages);
  });
});

describe("order", () => {
  test("mine stay in the order in which they began, whoever speaks", () => {
    assert.equal(ids(orderRows([page([row("3"), row("1"), row("2")])], "mine")), "123");
  });

  test("the queue has the longest waiting first", () => {
    const waiting = [
      row("1", { handling: "queue", queuedAt: "2026-11-21T00:09:00Z" }),
      row("2", { handling: "queue", queuedAt: "2026-11-21T00:03:00Z" }),
    ];
    assert.equal(ids(orderRows([page(waiting)], "queue")), "21");
  });

  test("who can't wait goes before who came little earlier, where the shop wishes it", () => {
    const queued = (id: string, minute: string, urgentWords: string | null = null) =>
      row(id, { handling: "queue", queuedAt: `2026-11-21T00:${minute}:00Z`, urgentWords });
    const waiting = [page([queued("1", "00"), queued("2", "05"), queued("3", "12", "急")])];
    assert.equal(ids(orderRows(waiting, "queue", true)), "132");
    assert.equal(ids(orderRows(waiting, "queue", false)), "123");
  });

  test("a row on two pages is shown once", () => {
    assert.equal(ids(orderRows([page([row("1"), row("2")]), page([row("2"), row("3")])], "open")), "123");
  });
});

describe("going on by keyboard", () => {
  const rows = [row("1"), row("2"), row("3")];

  test("goes round the end, and begins at the ends when none is open", () => {
    assert.equal(neighbour(rows, "3", 1, 2)?.id, "1");
    assert.equal(neighbour(rows, "1", -1, 0)?.id, "3");
    assert.equal(neighbour(rows, undefined, 1, 0)?.id, "1");
    assert.equal(neighbour(rows, undefined, -1, 0)?.id, "3");
    assert.equal(neighbour([], "1", 1, 0), null);
  });

  test("after closing the second of four, next is the one that took its place, previous the one before", () => {
    assert.equal(neighbour(rows, "closed", 1, 1)?.id, "2");
    assert.equal(neighbour(rows, "closed", -1, 1)?.id, "1");
  });
});

test("who waits longest is found among those for whom it is our turn", () => {
  const rows = [
    row("1"),
    row("2", { waitingSince: "2026-11-21T00:05:00Z" }),
    row("3", { waitingSince: "2026-11-21T00:02:00Z" }),
  ];
  assert.equal(longestWaiting(rows)?.id, "3");
  assert.equal(longestWaiting([row("1")]), null);
});

test("the timer steps at half of the alarm and at the alarm", () => {
  assert.deepEqual(
    [29, 30, 59, 60].map((seconds) => waitLevel(seconds, 60)),
    ["calm", "soon", "soon", "late"],
  );
});
