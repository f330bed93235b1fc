import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WireEvent } from "@yingda/contract/conversation";
import type { EventBody, EventType } from "@yingda/contract/events";
import { type ArrangeOptions, arrange, type Item } from "./arrange.ts";

const actors = {
  c: { kind: "customer", id: "c1" },
  b: { kind: "bot" },
  a: { kind: "agent", id: "a1" },
  s: { kind: "system" },
} as const;

type Line = { [T in EventType]: [keyof typeof actors, T, EventBody<T>, minute?: number] }[EventType];

/** One line per event, a minute apart unless said otherwise. */
function log(...lines: Line[]): WireEvent[] {
  return lines.map(
    ([who, type, body, minute], index) =>
      ({
        seq: index + 1,
        type,
        actor: actors[who],
        at: new Date(Date.UTC(2026, 10, 20, 15, minute ?? index)).toISOString(),
        body,
      }) as WireEvent,
  );
}

const started: Line = ["s", "conversation.started", { channel: "web" }];
const says = (who: "c" | "a", text: string): Line => [who, "message.sent", { content: { kind: "text", text } }];
const answers = (outcome: EventBody<"bot.answered">["outcome"], inReplyTo: number): Line => [
  "b",
  "bot.answered",
  { outcome, trigger: "words", inReplyTo, text: "答" },
];
const connected: Line = ["s", "agent.connected", { agentId: "a1" }];
const asks: Line = ["c", "human.requested", { by: "button" }];

const plain: ArrangeOptions = { dayOf: (at) => at.slice(0, 10), foldsBotPart: true };
const kinds = (items: Item[]) => items.map(({ kind }) => kind);

describe("the bot's part", () => {
  const served = log(
    started,
    says("c", "几天能到"),
    answers("direct", 2),
    says("c", "能开专票吗"),
    answers("unknown", 4),
    asks,
    connected,
    says("a", "可以的"),
  );

  test("folds into one piece where people took over, and says how it went", () => {
    const items = arrange(served, plain);
    assert.deepEqual(kinds(items), ["day", "botPart", "system", "system", "message"]);
    const part = items[1]!;
    assert.ok(part.kind === "botPart");
    assert.deepEqual(part.summary, { questions: 2, unknown: 1, lastQuestion: "能开专票吗" });
    assert.equal(part.items.length, 5);
  });

  test("names the last question, not the thanks or the wish for a person after it", () => {
    const thanked = log(
      ...[started, says("c", "几天能到"), answers("direct", 2), says("c", "转人工"), answers("chitchat", 4)],
      ...[asks, connected, says("a", "您好")],
    );
    const part = arrange(thanked, plain).find((item) => item.kind === "botPart")!;
    assert.deepEqual(part.summary, { questions: 1, unknown: 0, lastQuestion: "几天能到" });
  });

  test("stays open while the bot is still in charge", () => {
    assert.ok(!kinds(arrange(served.slice(0, 5), plain)).includes("botPart"));
  });

  test("stays open for reading a whole transcript", () => {
    assert.ok(!kinds(arrange(served, { ...plain, foldsBotPart: false })).includes("botPart"));
  });

  test("a single exchange is no longer than its summary and stays", () => {
    const short = log(started, says("c", "转人工"), answers("chitchat", 2), asks, connected);
    assert.ok(!kinds(arrange(short, plain)).includes("botPart"));
  });

  test("a customer who left the queue is with the bot again, and that stretch folds as well", () => {
    const back = log(
      asks,
      ["s", "queue.entered", { priority: 0 }],
      ["c", "queue.left", {}],
      says("c", "一"),
      answers("direct", 4),
      says("c", "二"),
      answers("direct", 6),
      asks,
      connected,
    );
    assert.deepEqual(kinds(arrange(back, plain)), ["day", "system", "system", "system", "botPart", "system", "system"]);
  });
});

describe("what later events say about earlier ones", () => {
  test("a recalled message keeps its place", () => {
    const [, message] = arrange(log(says("a", "发错了"), ["a", "message.recalled", { seq: 1 }]), plain);
    assert.ok(message?.kind === "message" && message.isRecalled);
  });

  test("thumb, label and click are on the answer, not beside it", () => {
    const items = arrange(
      log(
        says("c", "退款"),
        answers("guided", 1),
        ["c", "answer.rated", { answerSeq: 2, thumb: "down" }],
        ["a", "answer.labelled", { answerSeq: 2, label: "wrong" }],
        ["c", "option.clicked", { entryId: "e1", question: "退款多久到账", answerSeq: 2 }],
      ),
      plain,
    );
    const answer = items.find((item) => item.kind === "answer");
    assert.ok(answer?.kind === "answer");
    assert.deepEqual([answer.thumb, answer.label, answer.clickedEntryId], ["down", "wrong", "e1"]);
    assert.deepEqual(kinds(items), ["day", "message", "answer", "message"]);
  });

  test("an imported thumb that names no answer belongs to the last one", () => {
    const items = arrange(log(says("c", "一"), answers("direct", 1), ["c", "answer.rated", { thumb: "up" }]), plain);
    assert.ok(items.some((item) => item.kind === "answer" && item.thumb === "up"));
  });
});

describe("turns and days", () => {
  test("messages of one speaker in a row have one head", () => {
    const heads = arrange(log(says("c", "在吗"), says("c", "你好"), says("a", "在的")), plain).map(
      (item) => item.kind === "message" && item.isFirst,
    );
    assert.deepEqual(heads, [false, true, false, true]);
  });

  test("after a pause the head is shown again", () => {
    const events = log(says("c", "在吗"), ["c", "message.sent", { content: { kind: "text", text: "?" } }, 10]);
    assert.ok(arrange(events, plain).every((item) => item.kind !== "message" || item.isFirst));
  });

  test("a mark stands where the day changes", () => {
    const events = log(says("c", "晚安"), ["a", "message.sent", { content: { kind: "text", text: "早" } }, 600]);
    assert.deepEqual(kinds(arrange(events, plain)), ["day", "message", "day", "message"]);
  });

  test("a log without times gets no days", () => {
    const events = log(["s", "conversation.started", { channel: "import", untimed: true }], says("c", "你好"));
    assert.deepEqual(kinds(arrange(events, plain)), ["system", "message"]);
  });
});

test("a note that went with a transfer is shown as a note", () => {
  const items = arrange(
    log(["a", "conversation.transferred", { fromAgentId: "a1", toAgentId: "a2", note: "客户要发票" }]),
    plain,
  );
  assert.deepEqual(kinds(items), ["day", "system", "note"]);
});
