import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decide } from "./decide.ts";
import { entriesOf, openEntries, sampleEntries } from "./sample-shop.ts";
import { suggestEntries } from "./suggest.ts";
import type { Entry, Turn } from "./types.ts";

const shop = openEntries(sampleEntries);
const answers = (outcome: string) => outcome === "direct" || outcome === "understood";
const fragments = sampleEntries
  .flatMap((entry) => [entry.question, ...entry.similar])
  .concat([
    "亲",
    "不能",
    "7天",
    "今天",
    "股市",
    "的",
    "  ",
    "怎么",
    "hello",
    "refund",
    "周杰伦",
    "转人工",
    "多久",
    "😊",
  ]);
/** What a customer might type: pieces of known questions, other words, and anything at all. */
const typed = fc.oneof(
  fc
    .tuple(
      fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "？", "，", " 还有 "),
    )
    .map(([parts, joint]) => parts.join(joint)),
  fc
    .tuple(fc.constantFrom(...fragments), fc.nat(), fc.nat(6))
    .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length + 2)),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

/** Several questions in one message, what was said before, and what a model finds near. */
const ids = sampleEntries.map(({ id }) => id);
const ends = ["？", "，", "。", "，还有", "\n", "; ", " and ", ""];
const said = fc
  .array(fc.tuple(fc.constantFrom(...fragments, "第二个", "那换货呢", "多久"), fc.constantFrom(...ends)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.flat().join(""));
const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc.constantFrom(...fragments).map((text): Turn => ({ by: "customer", text })),
  fc.constantFrom(...ids).map((entryId): Turn => ({ by: "bot", text: "…", entryId })),
  fc
    .uniqueArray(fc.constantFrom(...ids, "gone"), { minLength: 1, maxLength: 5 })
    .map((options): Turn => ({ by: "bot", text: "？", options })),
);
const cosine = fc.tuple(fc.constantFrom(...ids), fc.double({ min: -1, max: 1, noNaN: true }));
const near = fc
  .array(cosine, { minLength: 1, maxLength: 10 })
  .map((cosines) => ({ cosines: new Map(cosines), scale: { typical: 0.6, slope: 12, bias: -2 } }));
const products = fc.array(fc.constantFrom("绿茶", "玻璃杯", "tea cup", ""), { maxLength: 2 });
const asked = fc.record(
  { text: said, history: fc.array(turn, { maxLength: 6 }), near, products },
  { requiredKeys: ["text", "history"] },
);

describe("laws, also of several questions at once, after others, and with a model's opinion", () => {
  test("the same input gets the same decision, whatever was asked in between", () => {
    fc.assert(
      fc.property(asked, asked, (question, other) => {
        const first = decide(shop, question);
        decide(shop, other);
        assert.deepEqual(decide(shop, question), first);
      }),
      { numRuns: 60 },
    );
  });

  test("taking an entry away never makes the bot answer what it didn't know", () => {
    fc.assert(
      fc.property(asked, fc.nat(sampleEntries.length - 1), (question, at) => {
        if (decide(shop, question).outcome !== "unknown") return;
        const fewer = openEntries(sampleEntries.filter((_, i) => i !== at));
        assert.ok(!answers(decide(fewer, question).outcome), question.text);
      }),
      { numRuns: 150 },
    );
  });

  test("what is offered is offered once, and not what is answered", () => {
    const check = (question: Parameters<typeof decide>[1]) => {
      const { outcome, entryId, options, parts, isRepeated } = decide(shop, question);
      assert.equal(entryId !== undefined, answers(outcome));
      assert.ok(options.length <= 5 && (outcome !== "guided" || options.length > 0));
      assert.equal(new Set(options.map((option) => option.question)).size, options.length);
      const given = new Set((parts ?? []).map((part) => part.entryId).concat(isRepeated ? entryId : []));
      assert.ok(options.every((option) => !given.has(option.entryId)));
      if (parts) assert.equal(parts.find((part) => part.entryId !== undefined)?.entryId, entryId);
    };
    check({ text: "多久发货？？多久发货？？I want to send this back，" });
    fc.assert(fc.property(asked, check), { numRuns: 150 });
  });
});

describe("laws", () => {
  test("the same input gets the same decision, whatever was asked in between", () => {
    fc.assert(
      fc.property(typed, typed, (text, other) => {
        const first = decide(shop, { text });
        decide(shop, { text: other });
        assert.deepEqual(decide(shop, { text }), first);
      }),
      { numRuns: 150 },
    );
  });

  test("the order of the entries and of their similar questions doesn't matter", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...sampleEntries], { minLength: sampleEntries.length }),
        typed,
        (entries, text) => {
          const turned = entries.map((entry) => ({ ...entry, similar: [...entry.similar].reverse() }));
          assert.deepEqual(decide(openEntries(turned), { text }), decide(shop, { text }));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("an unrelated entry doesn't change a sure answer", () => {
    const unrelated = fc.constantFrom(
      "月球上有没有水",
      "大象的鼻子为什么长",
      "who painted the ceiling",
      "火车票改签",
      "量子纠缠",
      "钢琴考级",
    );
    const known = sampleEntries.flatMap((entry) =>
      [entry.question, ...entry.similar].map((text) => ({ text, id: entry.id })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...known), unrelated, ({ text, id }, question) => {
        assert.equal(decide(shop, { text }).entryId, id);
        const grown = openEntries([...sampleEntries, { id: "unrelated", question, similar: [], answer: "" }]);
        const decision = decide(grown, { text });
        assert.equal(decision.outcome, "direct");
        assert.equal(decision.entryId, id);
      }),
      { numRuns: 60 },
    );
  });

  test("taking an entry away never makes the bot answer what it didn't know", () => {
    fc.assert(
      fc.property(typed, fc.nat(sampleEntries.length - 1), (text, at) => {
        if (decide(shop, { text }).outcome !== "unknown") return;
        const fewer = openEntries(sampleEntries.filter((_, i) => i !== at));
        assert.ok(!answers(decide(fewer, { text }).outcome), text);
      }),
      { numRuns: 150 },
    );
  });

  test("taking away the entry that answered leaves its own words without a direct answer", () => {
    for (const entry of sampleEntries) {
      const decision = decide(openEntries(sampleEntries.filter((other) => other !== entry)), { text: entry.question });
      assert.notEqual(decision.entryId, entry.id);
      assert.notEqual(decision.candidates[0]?.signals.find(({ name }) => name === "exact")?.value, 1, entry.question);
    }
  });

  test("probabilities stay between 0 and 1 and lists within their limits", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const decision = decide(shop, { text });
        assert.ok(decision.confidence >= 0 && decision.confidence <= 1);
        assert.ok(decision.options.length <= 5);
        assert.equal(new Set(decision.options.map((option) => option.question)).size, decision.options.length);
        for (const { score } of decision.candidates) assert.ok(score >= 0 && score <= 1);
        assert.equal(decision.entryId !== undefined, answers(decision.outcome));
        assert.equal(decision.reply !== undefined, decision.outcome === "chitchat");
        if (decision.outcome === "guided") assert.ok(decision.options.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  test("an entry with many similar questions doesn't win by their number", () => {
    const crowd: Entry = {
      id: "crowd",
      question: "怎么退货",
      similar: Array.from({ length: 200 }, (_, i) => `退货的第${i + 1000}种情况怎么办`),
      answer: "",
    };
    const index = openEntries([crowd, ...entriesOf("退款多久到账", "运费怎么算", "发票怎么开")]);
    assert.equal(decide(index, { text: "退款多久能到账" }).candidates[0]?.question, "退款多久到账");
    assert.equal(suggestEntries(index, "退款多久到", 5)[0]?.question, "退款多久到账");
  });
});

describe("bad input", () => {
  const hostile = [
    "",
    " ",
    "\u0000\u0007\u202e\u2066",
    "😊",
    "？",
    "。。。！！！",
    "\ud83d",
    "a".repeat(100_000),
    "退款".repeat(50_000),
    "退款 ".repeat(10_000),
    "怎么退款\u202e\u200b？",
    "ﷺ".repeat(5_000),
    "不".repeat(9_999),
    "((((((((((((((((((((",
    "'; drop table entry; --",
    "<script>alert(1)</script>",
    "1".repeat(5_000),
    "転人工智能人工人工人工".repeat(1_000),
    "i want to talk to ".repeat(5_000),
    "__proto__",
    "constructor",
  ];
  const bases: [string, Entry[]][] = [
    ["an empty knowledge base", []],
    ["one entry", entriesOf("怎么退款")],
    ["entries without words", entriesOf("", "？", "😊")],
    [
      "odd entries",
      [{ id: "", question: "\ud83d退", similar: ["", "退".repeat(70_000)], answer: "答".repeat(30_000) }],
    ],
  ];
  for (const [name, entries] of bases) {
    test(`${name}: an answer or a refusal, whatever the text`, () => {
      const index = openEntries(entries);
      for (const text of [...hostile, "怎么退款"]) {
        const { outcome } = decide(index, {
          text,
          history: [
            { by: "customer", text },
            { by: "bot", text, entryId: "gone" },
          ],
        });
        assert.ok(["chitchat", "direct", "understood", "guided", "unknown"].includes(outcome));
        if (entries.length === 0) assert.ok(!answers(outcome) && outcome !== "guided");
        suggestEntries(index, text, 5);
      }
    });
  }

  test("hidden direction marks don't hide the question", () => {
    assert.equal(decide(shop, { text: "怎么\u200b退\u202e款？" }).entryId, "refund-how");
  });

  test("ten thousand duplicates are one answer, always the same", () => {
    const index = openEntries(
      Array.from({ length: 10_000 }, (_, i) => ({ id: `d${i}`, question: "怎么退款？", similar: [], answer: `${i}` })),
    );
    const decision = decide(index, { text: "怎么退款" });
    assert.equal(decision.outcome, "direct");
    assert.equal(decision.entryId, "d0");
    assert.ok(decide(index, { text: "退款怎么弄呀" }).options.length <= 1);
  });

  test("contradictory entries for one question: the same one answers every time", () => {
    const entries = [
      { id: "b", question: "拆封能退吗", similar: [], answer: "能" },
      { id: "a", question: "拆封能退吗", similar: [], answer: "不能" },
    ];
    assert.equal(decide(openEntries(entries), { text: "拆封能退吗" }).entryId, "a");
    assert.equal(decide(openEntries(entries.toReversed()), { text: "拆封能退吗" }).entryId, "a");
  });

  test("one similar question in two different entries is asked back", () => {
    const index = openEntries([
      { id: "a", question: "怎么申请退货", similar: ["东西不要了"], answer: "1" },
      { id: "b", question: "怎么取消订单", similar: ["东西不要了"], answer: "2" },
    ]);
    const decision = decide(index, { text: "东西不要了" });
    assert.equal(decision.outcome, "guided");
    assert.deepEqual(decision.options.map(({ entryId }) => entryId).sort(), ["a", "b"]);
  });
});
