import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canAskForHuman, findMessageAsked, findRatingAsked, skipKeyOf } from "./asking.ts";
import { agentId, conversationId, event, said, thread } from "./fixtures.ts";

const connected = event(1, "system", "agent.connected", { agentId });
const closed = event(5, "agent", "conversation.closed", { by: "agent" });
const invited = (seq: number) => event(seq, "agent", "rating.invited", { target: "human" });
const given = (seq: number) => event(seq, "customer", "rating.given", { target: "human", stars: 5 });
const rejected = (seq: number) => event(seq, "system", "queue.rejected", { reason: "offline" });

describe("a rating is asked", () => {
  test("when a talk with a person is over, not in the middle of it", () => {
    assert.equal(findRatingAsked(thread([connected], { handling: "agent", canRate: "human" }), []), null);
    assert.deepEqual(findRatingAsked(thread([connected, closed], { handling: "closed", canRate: "human" }), []), {
      conversationId,
      target: "human",
    });
  });

  test("when somebody invited to it, once for each invitation", () => {
    const ask = (events: Parameters<typeof thread>[0]) =>
      Boolean(findRatingAsked(thread(events, { handling: "agent", canRate: "human" }), []));
    assert.equal(ask([connected, invited(2)]), true);
    assert.equal(ask([connected, invited(2), given(3)]), false);
    assert.equal(ask([connected, invited(2), given(3), invited(4)]), true);
  });

  test("not after the bot alone closed, nor where the server allows none, nor while one is on its way", () => {
    assert.equal(
      findRatingAsked(thread([said(1, "customer"), closed], { handling: "closed", canRate: "bot" }), []),
      null,
    );
    assert.equal(findRatingAsked(thread([connected, closed], { handling: "closed" }), []), null);
    const over = thread([connected, closed], { handling: "closed", canRate: "human" });
    const rating = { t: "rate" as const, clientId: "rating-1", stars: 4 };
    assert.equal(findRatingAsked(over, [{ act: rating, createdAt: 1, state: "waiting" }]), null);
  });

  test("again after it was skipped only when a new invitation comes", () => {
    const before = skipKeyOf(thread([connected, invited(2)]));
    assert.equal(before, skipKeyOf(thread([connected, invited(2), said(3, "agent")])));
    assert.notEqual(before, skipKeyOf(thread([connected, invited(2), invited(3)])));
  });
});

describe("a message for later is asked", () => {
  test("when nobody could take the customer, until something happens about it", () => {
    assert.deepEqual(findMessageAsked(thread([said(1, "customer"), rejected(2)]), []), { reason: "offline", seq: 2 });
    const left = event(3, "customer", "offline_message.left", { text: "请回电" });
    assert.equal(findMessageAsked(thread([said(1, "customer"), rejected(2), left]), []), null);
    const queued = event(3, "system", "queue.entered", { priority: 0 });
    assert.equal(findMessageAsked(thread([said(1, "customer"), rejected(2), queued]), []), null);
    assert.equal(
      findMessageAsked(thread([said(1, "customer"), rejected(2), closed], { handling: "closed" }), []),
      null,
    );
  });

  test("not while one is on its way", () => {
    const act = { t: "leaveMessage" as const, clientId: "message1", text: "请回电" };
    const outbox = [{ act, createdAt: 1, state: "waiting" as const }];
    assert.equal(findMessageAsked(thread([said(1, "customer"), rejected(2)]), outbox), null);
  });
});

test("a person can be asked for before the first word and after the end, not while one is coming", () => {
  assert.equal(canAskForHuman(undefined), true);
  const can = (["bot", "requested", "queue", "agent", "message", "closed"] as const).map((handling) =>
    canAskForHuman(thread([said(1, "customer")], { handling })),
  );
  assert.deepEqual(can, [true, false, false, false, true, true]);
});
