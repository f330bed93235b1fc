import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { conversationId, events, said, view } from "./fixtures.ts";
import { applyEvents, emptyLog } from "./log.ts";
import {
  acknowledge,
  addItem,
  fail,
  follow,
  isWorthSending,
  listUnsent,
  type OutboxItem,
  retry,
  settle,
} from "./outbox.ts";

function words(clientId: string, createdAt = 1): OutboxItem {
  return { act: { t: "send", clientId, content: { kind: "text", text: clientId } }, createdAt, state: "waiting" };
}
function thumb(clientId: string): OutboxItem {
  return { act: { t: "thumb", clientId, answerSeq: 2, thumb: "up" }, createdAt: 1, state: "waiting" };
}

describe("the outbox", () => {
  test("sends in the order in which things were said, each once, whatever tab they come from", () => {
    const outbox = [words("second-2", 2), words("first--1", 1), words("second-2", 2)].reduce(addItem, []);
    assert.deepEqual(
      listUnsent(outbox).map((act) => act.clientId),
      ["first--1", "second-2"],
    );
  });

  test("does not resend what the server has stored, and shows it until its event is here", () => {
    const outbox = acknowledge([words("message1")], "message1", conversationId, 2);
    assert.deepEqual(listUnsent(outbox), []);
    assert.equal(settle(outbox, emptyLog).length, 1);
    const { log } = applyEvents(emptyLog, events([said(1, "customer"), said(2, "customer")]));
    assert.deepEqual(settle(outbox, log), [], "known by the number that the acknowledgement named");
  });

  test("is emptied by the event itself when the acknowledgement was lost", () => {
    const stored = { ...said(1, "customer"), clientId: "message1" };
    const { log } = applyEvents(emptyLog, events([stored]));
    assert.deepEqual(settle([words("message1"), words("message2")], log), [words("message2")]);
  });

  test("keeps failed words for the customer to decide, and undoes a failed click", () => {
    const outbox = fail(fail([words("message1"), thumb("thumb--1")], "message1", "too_large"), "thumb--1", "not_found");
    assert.deepEqual(
      outbox.map(({ state, error }) => [state, error]),
      [["failed", "too_large"]],
    );
    assert.deepEqual(listUnsent(outbox), [], "not sent again by itself");
    assert.equal(listUnsent(retry(outbox, "message1")).length, 1);
  });

  test("an error that comes after the acknowledgement changes nothing", () => {
    const outbox = acknowledge([words("message1")], "message1", conversationId, 1);
    assert.deepEqual(fail(outbox, "message1", "internal"), outbox);
  });

  test("words on their way in another tab stay in view from its acknowledgement until their event is here", () => {
    const seen = follow([], "message1", words("message1"), emptyLog);
    const stored = follow(seen, "message1", null, emptyLog);
    assert.deepEqual(
      stored.map(({ state }) => state),
      ["sent"],
    );
    assert.deepEqual(listUnsent(stored), []);
    const { log } = applyEvents(emptyLog, events([{ ...said(1, "customer"), clientId: "message1" }]));
    assert.deepEqual(settle(stored, log), []);
    assert.deepEqual(follow([], "message1", words("message1"), log), [], "heard of late");
  });

  test("what fails in another tab fails here, and goes when it is removed there", () => {
    const failed = follow([words("message1")], "message1", { ...words("message1"), state: "failed" }, emptyLog);
    assert.equal(failed[0]?.state, "failed");
    assert.deepEqual(follow(failed, "message1", null, emptyLog), []);
    assert.deepEqual(follow([thumb("thumb--1")], "thumb--1", null, emptyLog), [], "a click is simply undone");
  });

  test("what an earlier visit left is sent when it is words, and forgotten when it was a click long ago", () => {
    const hourMs = 3_600_000;
    assert.equal(isWorthSending(words("message1", 0), 100 * hourMs), true);
    assert.equal(isWorthSending({ ...thumb("thumb--1"), createdAt: 0 }, hourMs), false);
    assert.equal(isWorthSending({ ...thumb("thumb--1"), createdAt: 0 }, 60_000), true);
  });

  test("the view of an unknown conversation settles nothing", () => {
    const outbox = acknowledge([words("message1")], "message1", view(9).conversationId.replace("1", "2"), 2);
    const { log } = applyEvents(emptyLog, events([said(1, "customer")]));
    assert.equal(settle(outbox, log).length, 1);
  });
});
