import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { explainIntent, trainIntents } from "./classifier.ts";
import { type ClassifierModel, classifyConversation } from "./conversation.ts";
import { defaultExamples, defaultTree } from "./default-tree.ts";
import { buildProductFinder, findProducts } from "./products.ts";
import { trainSentiment } from "./sentiment.ts";

const products = buildProductFinder([
  { id: "tent", names: ["云脊 双人三季帐篷", "云脊", "Yunji two-person tent"] },
  { id: "pack", names: ["长坡 45 升登山包", "长坡", "Ink"] },
]);
const model: ClassifierModel = {
  intents: trainIntents(defaultExamples),
  sentiment: trainSentiment(),
  products,
};
const judge = (...texts: string[]) => classifyConversation({ texts }, model);

describe("the default tree", () => {
  const leaves = defaultTree.flatMap((group) => group.intents);

  test("has two levels, keys of its own everywhere, and a dozen phrasings in each language for every leaf", () => {
    assert.ok(defaultTree.length >= 8 && leaves.length >= 40);
    const keys = [...defaultTree, ...leaves].map((one) => one.key);
    assert.equal(new Set(keys).size, keys.length);
    for (const { key, examples } of leaves) {
      const zh = examples.filter((text) => /\p{Script=Han}/u.test(text)).length;
      assert.ok(zh >= 12 && examples.length - zh >= 10, `${key}: ${zh} zh, ${examples.length - zh} en`);
    }
  });

  test("never means two intents by one phrasing", () => {
    const owners = Map.groupBy(defaultExamples, (example) => example.text);
    assert.deepEqual(
      [...owners].filter(([, list]) => list.length > 1).map(([text]) => text),
      [],
    );
  });
});

describe("an intent", () => {
  const cases: [string[], string][] = [
    [["你好", "我的快递到哪里了", "好几天没动"], "shipping.tracking"],
    [["在吗", "身高 170 体重 65 公斤要穿什么码"], "presale.size"],
    [["转人工", "昨天退的货，钱什么时候退给我"], "aftersales.refund"],
    [["发票可以开公司抬头吗", "谢谢"], "order.invoice"],
    [["hi", "which size should I order? I'm 175 cm"], "presale.size"],
    [["my parcel has not arrived, tracking says it is stuck"], "shipping.tracking"],
    [["我要投诉你们客服，态度太差了"], "complaint.service"],
  ];
  for (const [texts, intent] of cases) {
    test(`of “${texts.join(" / ")}” is ${intent}`, () => assert.equal(judge(...texts).intent, intent));
  }

  test("is none where nothing was asked, or something of the world", () => {
    for (const texts of [[], ["你好"], ["谢谢", "再见"], ["转人工"], ["今天股市怎么样"], ["给我讲个笑话"]])
      assert.equal(judge(...texts).intent, null, texts.join());
  });

  test("comes with the words that spoke for it", () => {
    const because = explainIntent(model.intents, "电子发票怎么开", "order.invoice");
    assert.ok(
      because.some((word) => word.text.includes("发票")),
      JSON.stringify(because),
    );
  });

  test("learns what a shop corrects", () => {
    const text = "帐篷能租吗";
    const taught = trainIntents([...defaultExamples, { intent: "own.rental", text: "帐篷可以租吗", weight: 3 }]);
    assert.equal(classifyConversation({ texts: [text] }, { ...model, intents: taught }).intent, "own.rental");
  });
});

describe("a feeling", () => {
  test("is negative where the customer is let down, and anger is marked", () => {
    assert.equal(judge("用了两天就坏了，太失望了").sentiment, "negative");
    assert.equal(judge("质量不好").sentiment, "negative");
    assert.equal(judge("I am not happy with it").sentiment, "negative");
    assert.deepEqual(judge("你们就是骗子，我要投诉到12315").isAngry, true);
    assert.equal(judge("你们就是骗子，我要投诉到12315", "好的谢谢").sentiment, "negative");
  });

  test("is positive for praise, neutral for a question and for plain thanks", () => {
    assert.equal(judge("衣服收到了，质量很好，很喜欢").sentiment, "positive");
    assert.equal(judge("great service, thank you so much").sentiment, "positive");
    for (const text of ["什么时候发货", "好的谢谢", "可以退货吗", "do you ship to Canada"])
      assert.equal(judge(text).sentiment, "neutral", text);
  });

  test("is not negative when it ended well", () => {
    assert.notEqual(judge("怎么还没到啊，等了好几天了", "到了到了，太好了谢谢你，服务真好").sentiment, "negative");
  });
});

describe("a product", () => {
  test("is found by name or alias, whole words only, and not when two share the name", () => {
    assert.deepEqual(findProducts(products, "云脊双人三季帐篷和长坡哪个轻"), [
      { id: "tent", times: 1 },
      { id: "pack", times: 1 },
    ]);
    assert.deepEqual(findProducts(products, "drinking water"), []);
    assert.deepEqual(findProducts(products, "the INK one"), [{ id: "pack", times: 1 }]);
    const shared = buildProductFinder([
      { id: "a", names: ["帐篷"] },
      { id: "b", names: ["帐篷"] },
    ]);
    assert.deepEqual(findProducts(shared, "帐篷"), []);
  });

  test("that was sent as a card counts more than one that was named, and that more than the page", () => {
    const words = { texts: ["云脊有货吗"], pageProductId: "pack" };
    assert.equal(classifyConversation(words, model).productId, "tent");
    assert.equal(classifyConversation({ ...words, cardProductIds: ["pack"] }, model).productId, "pack");
    assert.equal(classifyConversation({ texts: ["有货吗"], pageProductId: "pack" }, model).productId, "pack");
  });
});

describe("laws", () => {
  const typed = fc.oneof(
    fc.constantFrom(...defaultExamples.map((example) => example.text)),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom("", "你好", "\ud83d", "__proto__", "constructor", "😊😊", "!!!"),
  );

  test("the same words get the same judgement, with figures between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 5 }), typed, (texts, other) => {
        const first = judge(...texts);
        judge(other);
        assert.deepEqual(judge(...texts), first);
        for (const figure of [first.confidence, first.sentimentConfidence, ...first.guesses.map((g) => g.probability)])
          assert.ok(figure >= 0 && figure <= 1);
        assert.ok(!first.isAngry || first.sentiment === "negative");
      }),
      { numRuns: 120 },
    );
  });

  test("greetings around a question don't change what it is about", () => {
    fc.assert(
      fc.property(fc.constantFrom(...defaultExamples), ({ text }) => {
        const { intent } = judge(text);
        if (intent !== null && !text.includes("人")) assert.equal(judge("你好", text).intent, intent);
      }),
      { numRuns: 60 },
    );
  });

  test("training twice gives the same model", () => {
    const few = defaultExamples.slice(0, 120);
    assert.deepEqual(trainIntents(few), trainIntents(few));
  });
});

describe("bad input", () => {
  const hostile = [
    "a".repeat(100_000),
    "退".repeat(100_000),
    "退款 ".repeat(30_000),
    "，".repeat(100_000),
    ", ".repeat(50_000),
    "不".repeat(100_000),
    "ﷺ".repeat(20_000),
    "talk to a ".repeat(10_000),
    "😊".repeat(50_000),
    "\u0000\u202e\ud83d",
  ];

  test("is judged in bounded time and without throwing", () => {
    for (const text of hostile) {
      const startedMs = performance.now();
      judge(text);
      assert.ok(performance.now() - startedMs < 500, text.slice(0, 10));
    }
    const startedMs = performance.now();
    judge(...Array.from({ length: 10_000 }, () => "退款".repeat(500)));
    assert.ok(performance.now() - startedMs < 3_000);
  });

  test("makes no harm as a product's name or as an example", () => {
    const finder = buildProductFinder([{ id: "x", names: ["", " ", "😊", "a".repeat(10_000), "\ud83d"] }]);
    assert.deepEqual(findProducts(finder, "aaaa 😊"), []);
    const odd = trainIntents([
      { intent: "x", text: "" },
      { intent: "y", text: "😊" },
      { intent: "z", text: "退".repeat(50_000) },
    ]);
    assert.doesNotThrow(() => classifyConversation({ texts: ["怎么退货"] }, { ...model, intents: odd }));
    assert.doesNotThrow(() => trainIntents([]));
  });
});
