import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { actor, eventBodies, instant } from "@yingda/contract/events";
import { generateHistory, type HistoryOptions, type InventedConversation } from "./generate.ts";
import { knowledge } from "./knowledge.ts";
import { agents } from "./shop.ts";

const now = new Date("2026-03-20T09:30:00Z");
const uuid = (kind: string, number: number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const entryIds = new Map(knowledge.map((entry, index) => [entry.key, uuid("e", index)]));

const options: HistoryOptions = {
  seed: "test",
  now,
  entryIdOf: (key) => entryIds.get(key) ?? assert.fail(`no entry ${key}`),
  customerIdOf: (key) => uuid("c", Number(key.split("-").at(-1))),
  agentIds: { linxiao: uuid("a", 1), zhouhang: uuid("a", 2), xuwan: uuid("a", 3) },
};
const history = generateHistory(options);

const dayMs = 86_400_000;
const eventsOf = (conversations: readonly InventedConversation[]) => conversations.flatMap(({ events }) => events);
const share = (part: number, whole: number) => part / whole;
const since = (days: number) => (conversation: InventedConversation) =>
  Date.parse(conversation.events[0]?.at ?? "") >= now.getTime() - days * dayMs;

describe("the invented past", () => {
  test("is the same for the same seed and another for another", () => {
    assert.deepEqual(generateHistory(options), history);
    assert.notDeepEqual(generateHistory({ ...options, seed: "other" }), history);
  });

  test("speaks the contract's language in every event", () => {
    for (const { events } of history) {
      for (const event of events) {
        const parsed = eventBodies[event.type].safeParse(event.body);
        assert.ok(parsed.success, `${event.type} ${JSON.stringify(event.body)} ${parsed.error}`);
        assert.deepEqual(parsed.data, event.body);
        actor.parse(event.actor);
        instant.parse(event.at);
      }
    }
  });

  test("begins every conversation with its start and the customer's first act at the same instant", () => {
    for (const { events } of history) {
      const [start, first] = events;
      assert.equal(start?.type, "conversation.started");
      assert.equal(first?.at, start?.at);
      assert.equal(first?.actor.kind, "customer");
      assert.ok(events.slice(1).every((event) => event.type !== "conversation.started"));
    }
  });

  test("never runs backwards and never reaches now", () => {
    for (const { events } of history) {
      for (const [index, event] of events.entries()) {
        assert.ok(event.at >= (events[index - 1]?.at ?? ""), event.type);
        assert.ok(Date.parse(event.at) < now.getTime());
      }
    }
    const starts = history.map(({ events }) => events[0]?.at ?? "");
    assert.deepEqual(starts, [...starts].sort());
  });

  test("lets the bot answer only what the customer said in the same conversation, and once", () => {
    const asks = new Set(["message.sent", "hot_question.clicked", "option.clicked"]);
    for (const { events } of history) {
      const answered = new Set<number>();
      for (const [index, event] of events.entries()) {
        if (event.type !== "bot.answered") continue;
        const { inReplyTo } = event.body;
        const asked = events[inReplyTo - 1];
        assert.ok(inReplyTo <= index && asked?.actor.kind === "customer" && asks.has(asked.type));
        assert.ok(!answered.has(inReplyTo));
        answered.add(inReplyTo);
      }
    }
  });

  test("refers back to bot answers where it rates, clicks or labels one", () => {
    for (const { events } of history) {
      for (const [index, event] of events.entries()) {
        if (event.type !== "answer.rated" && event.type !== "answer.labelled" && event.type !== "option.clicked")
          continue;
        const answerSeq = event.body.answerSeq ?? 0;
        assert.ok(answerSeq <= index);
        const answer = events[answerSeq - 1];
        assert.equal(answer?.type, "bot.answered");
        if (event.type === "option.clicked" && answer?.type === "bot.answered")
          assert.ok(answer.body.options?.some((option) => option.entryId === event.body.entryId));
      }
    }
  });

  test("lets nobody of the staff speak before being connected, and only who is in charge", () => {
    for (const { events } of history) {
      let inCharge: string | undefined;
      let isQueued = false;
      for (const event of events) {
        if (event.actor.kind === "agent" && event.type !== "answer.labelled") assert.equal(event.actor.id, inCharge);
        if (event.type === "queue.entered") isQueued = true;
        if (event.type === "agent.connected") {
          assert.ok(isQueued);
          inCharge = event.body.agentId;
        }
        if (event.type === "conversation.transferred") {
          assert.equal(event.body.fromAgentId, inCharge);
          inCharge = event.body.toAgentId;
        }
        if (event.type === "bot.answered") assert.equal(inCharge, undefined);
      }
    }
  });

  test("closes every conversation, after which only ratings, surveys, labels and a return follow", () => {
    const afterwards = new Set([
      ...["rating.invited", "rating.given", "survey.invited", "survey.answered"],
      ...["answer.labelled", "conversation.reopened"],
    ]);
    for (const { events } of history) {
      let isClosed = false;
      for (const event of events) {
        if (isClosed) assert.ok(afterwards.has(event.type), event.type);
        if (event.type === "conversation.closed") isClosed = true;
        if (event.type === "conversation.reopened") isClosed = false;
      }
      assert.ok(isClosed);
    }
  });

  test("keeps every agent within capacity", () => {
    for (const agent of agents) {
      const changes: [at: string, by: number][] = [];
      for (const { events } of history) {
        let isBusy = false;
        for (const event of events) {
          const isMine = seatOf(event) === options.agentIds[agent.key];
          const leaves = event.type === "conversation.closed" || (seatOf(event) !== undefined && !isMine);
          if (isMine && !isBusy) changes.push([event.at, 1]);
          if (leaves && isBusy) changes.push([event.at, -1]);
          if (isMine) isBusy = true;
          else if (leaves) isBusy = false;
        }
      }
      let load = 0;
      for (const [, by] of changes.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x - y))) {
        load += by;
        assert.ok(load <= agent.capacity, `${agent.name} has ${load}`);
      }
    }
  });

  test("says no template's braces and alternatives aloud", () => {
    for (const event of eventsOf(history)) {
      const text = event.type === "message.sent" && event.body.content.kind === "text" ? event.body.content.text : "";
      assert.doesNotMatch(text, /[{}|]|undefined/);
    }
  });

  test("fits another time zone and another moment", () => {
    const elsewhere = generateHistory({
      ...options,
      days: 7,
      timeZone: "America/New_York",
      now: new Date("2026-03-11T03:00:00Z"),
    });
    assert.ok(elsewhere.length > 100);
    assert.ok(Date.parse(elsewhere[0]?.events[0]?.at ?? "") >= Date.parse("2026-03-03T05:00:00Z"));
  });
});

describe("the invented figures", () => {
  test("come from about 1,600 conversations, most of them ended by the bot", () => {
    assert.ok(history.length > 1_450 && history.length < 1_800, `${history.length}`);
    const botOnly = history.filter(({ events }) => events.every((event) => event.type !== "human.requested"));
    const botShare = share(botOnly.length, history.length);
    assert.ok(botShare > 0.58 && botShare < 0.68, `${botShare}`);
  });

  test("show every kind of event that the pages display", () => {
    const seen = new Set(eventsOf(history).map((event) => event.type));
    const outside = new Set(["message.recalled", "goal.tracked"]);
    for (const type of Object.keys(eventBodies)) assert.ok(seen.has(type as never) || outside.has(type), type);
  });

  test("hold answers to surveys, fewer than invitations, with words and with complaints among them", () => {
    const invited = eventsOf(history).filter((event) => event.type === "survey.invited");
    const answered = eventsOf(history).filter((event) => event.type === "survey.answered");
    const rate = share(answered.length, invited.length);
    assert.ok(rate > 0.2 && rate < 0.45, `${rate}`);
    for (const survey of ["nps", "ces"])
      assert.ok(answered.filter(({ body }) => body.survey === survey).length > 30, survey);
    assert.ok(answered.some(({ body }) => body.survey === "nps" && body.value <= 6 && body.comment));
  });

  test("cover some four fifths of the questions, better than the month before", () => {
    const now30 = coverageOf(history.filter(since(30)));
    const then30 = coverageOf(history.filter((conversation) => !since(30)(conversation)));
    assert.ok(now30 > 0.77 && now30 < 0.89, `${now30}`);
    assert.ok(then30 > 0.7 && then30 < now30, `${then30}`);
  });

  test("hide one agent who has become slow, for the diagnosis to find", () => {
    const before = medianReply(
      history.filter((conversation) => !since(30)(conversation)),
      options.agentIds.xuwan,
    );
    const after = medianReply(history.filter(since(30)), options.agentIds.xuwan);
    const colleague = medianReply(history.filter(since(30)), options.agentIds.zhouhang);
    assert.ok(after > 1.5 * before, `${before} → ${after}`);
    assert.ok(after > 2 * colleague, `${after}, ${colleague}`);
  });

  test("rest on talks that differ: no customer's sentence makes up more than a fiftieth of them", () => {
    const counts = new Map<string, number>();
    for (const event of eventsOf(history)) {
      if (event.type !== "message.sent" || event.actor.kind !== "customer" || event.body.courtesy) continue;
      const text = event.body.content.kind === "text" ? event.body.content.text : "";
      if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(counts.size > total / 3, `${counts.size} of ${total}`);
    for (const [text, count] of counts) assert.ok(count < total / 50, `${text}: ${count}`);
  });
});

type Event = InventedConversation["events"][number];

function seatOf(event: Event): string | undefined {
  if (event.type === "agent.connected") return event.body.agentId;
  if (event.type === "conversation.transferred") return event.body.toAgentId;
  return event.type === "conversation.reopened" ? event.body.agentId : undefined;
}

/** Answered typed questions; a list counts when it was clicked. */
function coverageOf(conversations: readonly InventedConversation[]): number {
  let asked = 0;
  let covered = 0;
  for (const { events } of conversations) {
    for (const [index, event] of events.entries()) {
      if (event.type !== "bot.answered" || event.body.trigger === "click" || event.body.outcome === "chitchat")
        continue;
      asked += 1;
      const isClicked = events.some((later) => later.type === "option.clicked" && later.body.answerSeq === index + 1);
      if (event.body.entryId || isClicked) covered += 1;
    }
  }
  return share(covered, asked);
}

/** From a customer's message to the reply that directly follows it. */
function medianReply(conversations: readonly InventedConversation[], agentId: string): number {
  const seconds: number[] = [];
  for (const { events } of conversations) {
    for (const [index, event] of events.entries()) {
      const before = events[index - 1];
      if (event.type !== "message.sent" || event.actor.kind !== "agent" || event.actor.id !== agentId) continue;
      if (before?.actor.kind === "customer") seconds.push((Date.parse(event.at) - Date.parse(before.at)) / 1000);
    }
  }
  return seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0;
}
