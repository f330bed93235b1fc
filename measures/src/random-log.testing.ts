import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import fc from "fast-check";
import type { ConversationLog } from "./fold.ts";

/**
 * Random conversation logs for property tests, here and wherever facts are computed another way: every type of event
 * in any order, sensible or not, with gaps of nothing to days.
 */
const agentId = fc.constantFrom("a1", "a2", "a3");
const text = fc.constantFrom("在吗", "谢谢", "怎么退款", "thanks", "ok", "…");
const entryId = fc.constantFrom("e1", "e2", "e3");
const customer = { kind: "customer", id: "c1" } as const;
const system = { kind: "system" } as const;
const bot = { kind: "bot" } as const;
const stars = fc.integer({ min: 1, max: 5 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const answerSeq = maybe(fc.integer({ min: 1, max: 30 }));
const via = maybe(fc.constantFrom("popup", "link"));
const reason = fc.constantFrom("attitude", "unsolved", "slow", "repeat", "other");
const about = fc.record({
  intent: maybe(fc.constantFrom("refund", "size")),
  productId: maybe(fc.constantFrom("p1", "p2")),
  category: maybe(fc.constantFrom("k1", "k2")),
});

const happening: fc.Arbitrary<NewEvent> = fc.oneof(
  { arbitrary: said(fc.constant(customer)), weight: 5 },
  { arbitrary: said(agentId.map((id) => ({ kind: "agent" as const, id }))), weight: 4 },
  { arbitrary: said(fc.constant(bot)), weight: 1 },
  {
    arbitrary: fc
      .record({
        outcome: fc.constantFrom("chitchat", "direct", "understood", "guided", "unknown"),
        trigger: fc.constantFrom("words", "click"),
        inReplyTo: fc.integer({ min: 1, max: 30 }),
        entryId: maybe(entryId),
        text,
        options: maybe(
          fc.array(
            entryId.map((one) => ({ entryId: one, question: "?" })),
            { maxLength: 3 },
          ),
        ),
      })
      .map((body) => happened("bot.answered", bot, body)),
    weight: 5,
  },
  {
    arbitrary: fc.oneof(
      entryId.map((one) => happened("hot_question.clicked", customer, { entryId: one, question: "?" })),
      fc.record({ entryId, answerSeq }).map((body) => happened("option.clicked", customer, { ...body, question: "?" })),
      fc
        .record({ answerSeq, thumb: fc.constantFrom("up", "down") })
        .map((body) => happened("answer.rated", customer, body)),
      fc
        .record({ answerSeq, label: fc.constantFrom("correct", "wrong") })
        .map((body) => happened("answer.labelled", system, body)),
      text.map((one) => happened("offline_message.left", customer, { text: one })),
      fc
        .record({
          target: fc.constantFrom("bot", "human"),
          stars,
          reasons: maybe(fc.uniqueArray(reason, { maxLength: 2 })),
          via,
        })
        .map((body) => happened("rating.given", customer, body)),
      fc
        .record({ value: fc.integer({ min: 0, max: 10 }), via, comment: maybe(text) })
        .map((body) => happened("survey.answered", customer, { survey: "nps", ...body })),
      fc
        .record({ value: fc.integer({ min: 1, max: 7 }), via, comment: maybe(text) })
        .map((body) => happened("survey.answered", customer, { survey: "ces", ...body })),
      fc.record({ survey: fc.constantFrom("nps", "ces"), via }).map((body) => happened("survey.invited", system, body)),
      fc.constantFrom("done", "failed").map((result) => happened("goal.tracked", system, { result })),
      fc
        .tuple(about, maybe(fc.constantFrom("positive", "neutral", "negative")))
        .map(([one, sentiment]) => happened("conversation.classified", system, { ...one, sentiment })),
      fc.constant(happened("note.added", { kind: "agent", id: "a1" }, { text: "备注" })),
      fc.constant(happened("message.recalled", customer, { seq: 1 })),
      via.map((one) => happened("rating.invited", system, { target: "human", via: one })),
    ),
    weight: 5,
  },
  {
    arbitrary: fc.oneof(
      fc.constantFrom("button", "words", "bot", "sentiment").map((by) => happened("human.requested", customer, { by })),
      fc.constant(happened("queue.entered", system, { priority: 0 })),
      fc.constantFrom("full", "offline").map((one) => happened("queue.rejected", system, { reason: one })),
      fc.constant(happened("queue.left", customer, {})),
      agentId.map((id) => happened("agent.connected", system, { agentId: id })),
      agentId.map((id) => happened("greeting.sent", system, { agentId: id, text: "您好" })),
      agentId.map((id) => happened("conversation.transferred", system, { toAgentId: id })),
      fc.constant(happened("conversation.closed", system, { by: "system" })),
      maybe(agentId).map((id) => happened("conversation.reopened", system, { agentId: id })),
    ),
    weight: 8,
  },
);

/** A whole log, numbered from 1, starting in the autumn of 2024. */
export const randomLog: fc.Arbitrary<ConversationLog> = fc
  .record({
    conversationId: fc.uuid(),
    customerId: fc.constantFrom("c1", "c2", "c3"),
    channel: fc.constantFrom("web", "app"),
    about,
    untimed: fc.oneof({ arbitrary: fc.constant(undefined), weight: 9 }, { arbitrary: fc.constant(true), weight: 1 }),
    startMs: fc.integer({ min: Date.UTC(2024, 9, 1), max: Date.UTC(2024, 10, 30) }),
    steps: fc.array(
      fc.tuple(
        happening,
        fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 100_000 })),
      ),
      { maxLength: 30 },
    ),
  })
  .map(({ conversationId, customerId, channel, about: known, untimed, startMs, steps }) => {
    const started = happened("conversation.started", customer, { channel, untimed, ...known });
    let atMs = startMs;
    const events = [[started, 0] as const, ...steps].map(([event, gapSeconds], index) => {
      atMs += gapSeconds * 1000;
      return { ...event, seq: index + 1, at: new Date(atMs).toISOString() } as ConversationEvent;
    });
    return { conversationId, customerId, events };
  });

function said(actor: fc.Arbitrary<NewEvent["actor"]>): fc.Arbitrary<NewEvent> {
  return fc
    .tuple(actor, text, maybe(fc.boolean()))
    .map(([one, words, courtesy]) =>
      happened("message.sent", one, { content: { kind: "text", text: words }, courtesy }),
    );
}

function happened(type: NewEvent["type"], actor: NewEvent["actor"], body: object): NewEvent {
  return { type, actor, body } as NewEvent;
}
