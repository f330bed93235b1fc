import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WireEvent } from "@yingda/contract/conversation";
import type { EventType } from "@yingda/contract/events";
import { type Hint, hintsOf, standsAlone } from "./hints.ts";
import { resolveHints, type StoredHint } from "./resolve.ts";

const [refund, shipping] = ["e-refund", "e-shipping"];

/** A log in short: who did what, numbered from 1. */
function log(...events: [EventType, "customer" | "bot" | "agent", object][]): WireEvent[] {
  return events.map(
    ([type, kind, body], i) =>
      ({
        seq: i + 1,
        type,
        actor: { kind, id: kind },
        at: new Date(i * 1000).toISOString(),
        body,
      }) as unknown as WireEvent,
  );
}
const says = (text: string): [EventType, "customer", object] => [
  "message.sent",
  "customer",
  { content: { kind: "text", text } },
];
const answers = (inReplyTo: number, outcome: string, entryId?: string): [EventType, "bot", object] => [
  "bot.answered",
  "bot",
  { inReplyTo, outcome, trigger: "words", text: "…", entryId },
];
const short = (hints: Hint[]) => hints.map(({ text, source, verdict, entryId }) => [text, source, verdict, entryId]);

describe("a hint", () => {
  test("is a click on what was offered: the words meant that entry", () => {
    const hints = hintsOf(
      log(says("钱什么时候退"), answers(1, "guided"), [
        "option.clicked",
        "customer",
        { entryId: refund, question: "退款", answerSeq: 2 },
      ]),
    );
    assert.deepEqual(short(hints), [["钱什么时候退", "click", "means", refund]]);
    assert.deepEqual([hints[0]!.askedSeq, hints[0]!.eventSeq], [1, 3]);
  });

  test("is a choice written instead of clicked, if the bot took it so; the choice itself asks nothing", () => {
    const options = [
      { entryId: refund, question: "退款多久到账" },
      { entryId: shipping, question: "多久能发货" },
    ];
    const guided: [EventType, "bot", object] = [
      "bot.answered",
      "bot",
      { inReplyTo: 1, outcome: "guided", trigger: "words", text: "…", options },
    ];
    const thumb: [EventType, "customer", object] = ["answer.rated", "customer", { answerSeq: 4, thumb: "up" }];
    const taken = log(says("钱几天能有"), guided, says("第一个"), answers(3, "direct", refund), thumb);
    assert.deepEqual(short(hintsOf(taken)), [["钱几天能有", "click", "means", refund]]);
    const other = log(says("钱几天能有"), guided, says("第一个"), answers(3, "direct", shipping));
    assert.deepEqual(short(hintsOf(other)), []);
  });

  test("is a thumb under an answer, for it or against it", () => {
    const rated = (thumb: string) =>
      hintsOf(
        log(says("退款到账时间"), answers(1, "direct", refund), ["answer.rated", "customer", { answerSeq: 2, thumb }]),
      );
    assert.deepEqual(short(rated("up")), [["退款到账时间", "thumb", "means", refund]]);
    assert.deepEqual(short(rated("down")), [["退款到账时间", "thumb", "not", refund]]);
  });

  test("is none where it is not clear which words, or which entry, are meant", () => {
    const judged = (answer: object, ...judging: object[]) =>
      judging.flatMap((body) => {
        const [type, kind, given] = answers(1, "understood", refund);
        const by = "thumb" in body ? (["answer.rated", "customer"] as const) : (["answer.labelled", "agent"] as const);
        return short(
          hintsOf(log(says("退款到账时间"), [type, kind, { ...given, ...answer }], [...by, { answerSeq: 2, ...body }])),
        );
      });
    const ways = [{ thumb: "up" }, { thumb: "down" }, { label: "correct" }, { label: "wrong" }];
    const parts = [{ text: "退款到账时间", entryId: refund }, { text: "周杰伦是谁" }];
    assert.deepEqual(judged({ parts }, ...ways, { label: "wrong", entryId: shipping }), []);
    const sources = [refund, shipping].map((entryId) => ({ entryId, question: "…" }));
    assert.deepEqual(judged({ generated: true, sources }, ...ways), []);
    assert.deepEqual(
      judged({ generated: true, sources: sources.slice(0, 1) }, ...ways).map(([, source, verdict]) => [
        source,
        verdict,
      ]),
      [
        ["thumb", "means"],
        ["label", "means"],
      ],
    );
    assert.equal(judged({ generated: true, sources }, { label: "wrong", entryId: shipping }).length, 1);
  });

  test("is a label: right, wrong, wrong and another would have been right, wrong and nothing answers it", () => {
    const labelled = (body: object, outcome = "direct", entryId: string | undefined = refund) =>
      short(
        hintsOf(
          log(says("运费谁出"), answers(1, outcome, entryId), ["answer.labelled", "agent", { answerSeq: 2, ...body }]),
        ),
      );
    assert.deepEqual(labelled({ label: "correct" }), [["运费谁出", "label", "means", refund]]);
    assert.deepEqual(labelled({ label: "wrong" }), [["运费谁出", "label", "not", refund]]);
    assert.deepEqual(labelled({ label: "wrong", entryId: shipping }), [["运费谁出", "label", "means", shipping]]);
    assert.deepEqual(labelled({ label: "wrong", entryId: null }), [["运费谁出", "label", "means", null]]);
    const unknown = log(says("运费谁出"), answers(1, "unknown"), ["answer.labelled", "agent", { label: "correct" }]);
    assert.deepEqual(short(hintsOf(unknown)), [["运费谁出", "label", "means", null]]);
  });

  test("is an answer that an agent sent, for the words before the wish for a person; changed, it weighs less", () => {
    const sent = (edited: boolean) =>
      hintsOf(
        log(says("收到的杯子碎了"), says("转人工"), [
          "message.sent",
          "agent",
          { content: { kind: "text", text: "…" }, fromEntryId: refund, edited },
        ]),
      );
    assert.deepEqual(short(sent(false)), [["收到的杯子碎了", "agent", "means", refund]]);
    assert.ok(sent(true)[0]!.weight < sent(false)[0]!.weight);
  });

  test("is no verdict on several questions at once, nor on words that a model wrote from several entries", () => {
    type Verdict = [EventType, "customer" | "agent", object];
    const up: Verdict = ["answer.rated", "customer", { answerSeq: 2, thumb: "up" }];
    const right: Verdict = ["answer.labelled", "agent", { answerSeq: 2, label: "correct" }];
    const wrong: Verdict = ["answer.labelled", "agent", { answerSeq: 2, label: "wrong" }];
    const judged = (answer: object, verdict: Verdict) => {
      const body = { inReplyTo: 1, outcome: "understood", trigger: "words", text: "…", entryId: refund, ...answer };
      return short(hintsOf(log(says("钱什么时候退，运费谁出"), ["bot.answered", "bot", body], verdict)));
    };
    const parts = [{ text: "钱什么时候退", entryId: refund }, { text: "运费谁出" }];
    for (const verdict of [up, right, wrong]) assert.deepEqual(judged({ parts }, verdict), []);
    const from = (...entryIds: string[]) => ({
      generated: true,
      sources: entryIds.map((entryId) => ({ entryId, question: "…" })),
    });
    for (const verdict of [up, right, wrong]) assert.deepEqual(judged(from(refund, shipping), verdict), []);
    assert.equal(judged(from(refund), right).length, 1);
    assert.deepEqual(judged(from(refund), wrong), []);
  });

  test("is nothing that was taken back, that answered a click, or that leans on what was said before", () => {
    const back = log(
      says("收到的杯子碎了"),
      ["message.sent", "agent", { content: { kind: "text", text: "…" }, fromEntryId: refund }],
      ["message.recalled", "agent", { seq: 2 }],
    );
    assert.deepEqual(hintsOf(back), []);
    const click = log(
      ["hot_question.clicked", "customer", { entryId: refund, question: "退款" }],
      ["bot.answered", "bot", { inReplyTo: 1, outcome: "direct", trigger: "click", text: "…", entryId: refund }],
      ["answer.rated", "customer", { thumb: "up" }],
    );
    assert.deepEqual(hintsOf(click), []);
    for (const words of ["那换货呢", "多久", "它防水吗", "好的谢谢", "🙏", "what about it"])
      assert.equal(standsAlone(words), false, words);
    for (const words of ["退款多久到账", "帐篷防水吗", "how do I return shoes"])
      assert.equal(standsAlone(words), true, words);
  });
});

let made = 0;
const hint = (part: Partial<StoredHint>): StoredHint => ({
  ...{ id: `h${++made}`, text: "退款到账时间", source: "click", verdict: "means", entryId: refund, weight: 0.5 },
  ...{ at: new Date(made * 1000).toISOString(), ...part },
});
const meaning = (...hints: StoredHint[]) => resolveHints(hints).map(({ entryId }) => entryId);

describe("hints that contradict each other", () => {
  test("a label goes before an agent's choice, that before a click, that before a thumb, whenever they came", () => {
    const label = hint({ source: "label", entryId: "e1" });
    const agent = hint({ source: "agent", entryId: "e2" });
    const click = hint({ source: "click", entryId: "e3" });
    const thumb = hint({ source: "thumb", entryId: "e4" });
    assert.deepEqual(meaning(thumb, click, agent, label), ["e1"]);
    assert.deepEqual(meaning(thumb, click, agent), ["e2"]);
    assert.deepEqual(meaning(thumb, click), ["e3"]);
  });

  test("of one kind the latest counts, in whatever order they are read", () => {
    const [early, late] = [hint({ entryId: "e1" }), hint({ entryId: "e2" })];
    assert.deepEqual(meaning(early, late), ["e2"]);
    assert.deepEqual(meaning(late, early), ["e2"]);
  });

  test("“not this one” takes away what weaker hints say, and says nothing of which it is", () => {
    const click = hint({ entryId: refund });
    const wrong = hint({ source: "label", verdict: "not", entryId: refund });
    assert.deepEqual(meaning(click, wrong), []);
    assert.deepEqual(meaning(click, wrong, hint({ source: "thumb", entryId: shipping })), [shipping]);
    assert.deepEqual(meaning(click, wrong, hint({ source: "bench", entryId: refund })), [refund]);
  });

  test("the same words in other spelling are one text; said alike by many it weighs more, up to a bound", () => {
    const asked = resolveHints([hint({ text: "退款到账时间？" }), hint({}), hint({})]);
    assert.equal(asked.length, 1);
    assert.equal(asked[0]!.weight, 1.5);
    assert.equal(resolveHints(Array.from({ length: 50 }, () => hint({})))[0]!.weight, 3);
  });
});
