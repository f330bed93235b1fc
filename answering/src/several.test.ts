import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pickQuestion } from "./choice.ts";
import { tellApart } from "./clarify.ts";
import { decide } from "./decide.ts";
import { entriesOf, openEntries, sampleEntries } from "./sample-shop.ts";
import { splitQuestions } from "./several.ts";
import type { Turn } from "./types.ts";

const shop = openEntries(sampleEntries);
const given = (text: string, entryId: string): Turn[] => [
  { by: "customer", text },
  { by: "bot", text: "…", entryId },
];

describe("several questions in one message", () => {
  const split: [string, string[]][] = [
    ["怎么退货？运费谁出？", ["怎么退货", "运费谁出"]],
    ["怎么退货，运费谁出，还有发票怎么开", ["怎么退货", "运费谁出", "发票怎么开"]],
    ["我买了双鞋，能退吗", ["我买了双鞋，能退吗"]],
    ["怎么退货", ["怎么退货"]],
    ["多久发货？我很急", ["多久发货，我很急"]],
    ["How do I return it, and who pays for shipping?", ["How do I return it", "who pays for shipping"]],
    ["", []],
    ["这款还有黑色吗？多久发货？", ["这款还有黑色吗", "多久发货"]],
    ["怎么退货？还有货吗", ["怎么退货", "还有货吗"]],
    ["怎么退货，以及这款、那款另外多少钱？", ["怎么退货", "这款、那款另外多少钱"]],
    ["怎么退货还有发票怎么开", ["怎么退货", "发票怎么开"]],
    ["", []],
    ["？？？", []],
  ];
  for (const [text, questions] of split)
    test(`"${text}" is ${questions.length}`, () => assert.deepEqual(splitQuestions(text), questions));

  test("are at most four, whatever is pasted", () => {
    assert.equal(splitQuestions("怎么退货？".repeat(10_000)).length, 4);
  });

  test("are whole characters, wherever a long message is cut", () => {
    for (let at = 380; at < 400; at++)
      for (const question of splitQuestions(`怎么退货？${"x".repeat(at)}😀吗？`))
        assert.ok(question.isWellFormed(), `${at}`);
  });

  test("are answered one by one, in their order", () => {
    const decision = decide(shop, { text: "怎么开发票？多久发货？" });
    assert.equal(decision.outcome, "direct");
    assert.equal(decision.entryId, "invoice");
    assert.deepEqual(decision.parts, [
      { text: "怎么开发票", entryId: "invoice" },
      { text: "多久发货", entryId: "ship-when" },
    ]);
  });

  test("lean on the one before", () => {
    const decision = decide(shop, { text: "怎么申请退款？多久到账？" });
    assert.deepEqual(
      decision.parts?.map(({ entryId }) => entryId),
      ["refund-how", "refund-when"],
    );
  });

  test("are answered as far as the shop knows", () => {
    const decision = decide(shop, { text: "怎么开发票？周杰伦是谁？" });
    assert.equal(decision.entryId, "invoice");
    assert.deepEqual(decision.parts, [{ text: "怎么开发票", entryId: "invoice" }, { text: "周杰伦是谁" }]);
  });

  test("a wording with two question marks is one question", () => {
    const index = openEntries([
      { id: "a", question: "积分怎么用？能抵多少钱？", similar: [], answer: "100 积分抵 1 元。" },
      { id: "b", question: "积分怎么用", similar: [], answer: "结算时勾选。" },
    ]);
    const decision = decide(index, { text: "积分怎么用？能抵多少钱？" });
    assert.equal(decision.entryId, "a");
    assert.equal(decision.parts, undefined);
  });
});

describe("a near tie", () => {
  test("is asked about by what tells them apart", () => {
    const index = openEntries(entriesOf("退货运费谁出", "换货运费谁出", "多久发货"));
    assert.equal(decide(index, { text: "运费谁出" }).clarify, "您问的是「退货」，还是「换货」？");
    assert.equal(
      tellApart(["How do I return an item?", "How do I exchange an item?"]),
      "Do you mean “return” or “exchange”?",
    );
  });

  test("is listed only where the difference says nothing, or is all there is", () => {
    assert.equal(tellApart(["退款多久到账", "怎么开发票"]), undefined);
    assert.equal(tellApart(["可以退吗", "可以退"]), undefined);
    assert.equal(tellApart(["怎么退货"]), undefined);
  });

  const options = ["退货运费谁出", "换货运费谁出", "多久发货"];
  const picks: [string, number][] = [
    ["第二个", 1],
    ["2", 1],
    ["选第一个吧", 0],
    ["最后一个", 2],
    ["换货", 1],
    ["换货的", 1],
    ["the second one", 1],
    ["第五个", -1],
    ["运费", -1],
    ["你好", -1],
    ["我不换货", -1],
    ["没有换货", -1],
    ["", -1],
  ];
  for (const [reply, place] of picks)
    test(`"${reply}" picks ${place}`, () => assert.equal(pickQuestion(reply, options), place));

  test("is settled by the words that follow", () => {
    const history: Turn[] = [
      { by: "customer", text: "运费谁出" },
      { by: "bot", text: "您问的是…", options: ["return-fee", "exchange-fee"] },
    ];
    for (const text of ["换货", "第二个", "后者"]) {
      const decision = decide(shop, { text, history });
      assert.equal(decision.entryId, "exchange-fee", text);
      assert.equal(decision.resolvedText, "换货运费谁出？");
    }
    assert.equal(decide(shop, { text: "怎么开发票", history }).entryId, "invoice");
  });
});

describe("a question asked again", () => {
  test("is answered again, and says so", () => {
    const decision = decide(shop, { text: "退款啥时候到", history: given("退款多久到账", "refund-when") });
    assert.equal(decision.entryId, "refund-when");
    assert.equal(decision.isRepeated, true);
    assert.ok(decision.options.every(({ entryId }) => entryId !== "refund-when"));
  });

  test("is not one when something else was answered in between", () => {
    const history = [...given("退款多久到账", "refund-when"), ...given("怎么开发票", "invoice")];
    assert.equal(decide(shop, { text: "退款多久到账", history }).isRepeated, undefined);
  });
});

test("what the customer looks at completes a question that doesn't name it", () => {
  const index = openEntries(entriesOf("冲锋衣防水吗", "登山鞋防水吗", "多久发货"));
  assert.equal(decide(index, { text: "这款防水吗" }).outcome, "guided");
  const decision = decide(index, { text: "这款防水吗", products: ["登山鞋"] });
  assert.equal(decision.entryId, "e00001");
  assert.equal(decision.resolvedText, "登山鞋防水");
  assert.equal(decide(index, { text: "多久发货", products: ["登山鞋"] }).entryId, "e00002");
});
