import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  canAskForHuman,
  findMessageAsked,
  findRatingAsked,
  findSurveyAsked,
  skipKeyOf,
  skipKeyOfSurvey,
} from "./asking.ts";
import { agentId, conversationId, event, said, thread } from "./fixtures.ts";

const connected = event(1, "system", "agent.connected", { agentId });
const closed = event(5, "agent", "conversation.closed", { by: "agent" });
const invited = (seq: number) => event(seq, "agent", "rating.invited", { target: "human" });
const given = (seq: number) => event(seq, "customer", "rating.given", { target: "human", stars: 5 });
const rejected = (seq: number) => event(seq, "system", "queue.rejected", { reason: "offline" });

describe("a rating is asked", () => {
  test("at the end in the shop's words, where the shop has set it up so", () => {
    const over = { handling: "closed", canRate: "human" } as const;
    assert.equal(findRatingAsked(thread([connected], { handling: "agent", canRate: "human" }), []), null);
    assert.equal(findRatingAsked(thread([connected, closed], over), []), null);
    const asks = event(6, "system", "rating.invited", { target: "human", question: "怎么样？", asksComment: false });
    const expected = { conversationId, target: "human", question: "怎么样？", asksComment: false };
    assert.deepEqual(findRatingAsked(thread([connected, closed, asks], over), []), expected);
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
    const over = thread([connected, closed, invited(6)], { handling: "closed", canRate: "human" });
    const rating = { t: "rate" as const, clientId: "rating-1", stars: 4 };
    assert.equal(findRatingAsked(over, [{ act: rating, createdAt: 1, state: "waiting" }]), null);
  });

  test("again after it was skipped only when a new invitation comes", () => {
    const before = skipKeyOf(thread([connected, invited(2)]));
    assert.equal(before, skipKeyOf(thread([connected, invited(2), said(3, "agent")])));
    assert.notEqual(before, skipKeyOf(thread([connected, invited(2), invited(3)])));
  });
});

describe("a survey is asked", () => {
  const ended = { handling: "closed" } as const;
  const asks = (seq: number, survey: "nps" | "ces", via: "popup" | "link" = "popup") =>
    event(seq, "system", "survey.invited", { survey, via, question: `${survey}?` });
  const answers = (seq: number, value: number) => event(seq, "customer", "survey.answered", { survey: "nps", value });
  const soonMs = Date.UTC(2026, 0, 1, 1);
  const ask = (events: Parameters<typeof thread>[0], skipped = "", nowMs = soonMs) =>
    findSurveyAsked(thread(events, ended), [], skipped, nowMs);

  test("one after the other, each until it is answered", () => {
    const both = [connected, closed, asks(6, "nps"), asks(7, "ces")];
    assert.equal(ask(both)?.survey, "nps");
    assert.equal(ask(both)?.question, "nps?");
    assert.equal(ask([...both, answers(8, 9)])?.survey, "ces");
    const act = {
      t: "survey" as const,
      clientId: "survey-1",
      conversationId,
      answer: { survey: "nps" as const, value: 9 },
    };
    const outbox = [{ act, createdAt: 1, state: "waiting" as const }];
    assert.equal(findSurveyAsked(thread(both, ended), outbox, "", soonMs)?.survey, "ces", "it is on its way");
  });

  test("never again once skipped, though another one is skipped after it", () => {
    const both = [connected, closed, asks(6, "nps"), asks(7, "ces")];
    const first = skipKeyOfSurvey(ask(both)!);
    const second = ask(both, first)!;
    assert.equal(second.survey, "ces");
    assert.equal(ask(both, skipKeyOfSurvey(second)), null);
  });

  test("not in the middle of a talk, not where a link asks, not a week later", () => {
    assert.equal(findSurveyAsked(thread([connected, asks(6, "nps")], { handling: "agent" }), [], "", soonMs), null);
    assert.equal(ask([connected, closed, asks(6, "nps", "link")]), null);
    assert.equal(ask([connected, closed, asks(6, "nps")], "", soonMs + 8 * 86_400_000), null);
    assert.equal(findSurveyAsked(undefined, [], "", soonMs), null);
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
