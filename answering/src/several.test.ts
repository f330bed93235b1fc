import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pickQuestion } from "./choice.ts";
import { findNamed, tellApart } from "./clarify.ts";
import { decide } from "./decide.ts";
import { readText } from "./normalise.ts";
import { entriesOf, openEntries, sampleEntries } from "./sample-shop.ts";
import { listPieces, splitQuestions } from "./several.ts";
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

  test("are answered together where one answer holds both", () => {
    const index = openEntries([
      {
        id: "lamp",
        question: "露营灯能亮多久？怎么充电？",
        similar: ["灯充电要几个小时", "灯续航多长"],
        answer: "80 小时。",
      },
      ...entriesOf("帐篷怎么搭", "睡袋怎么洗", "多久发货"),
    ]);
    const decision = decide(index, { text: "灯能用多久，充电要几个小时" });
    assert.equal(decision.entryId, "lamp");
    assert.equal(decision.parts, undefined);
  });

  test("that nothing answers for sure are each offered what they may mean", () => {
    const index = openEntries(entriesOf("退货运费谁出", "换货运费谁出", "电子发票怎么开", "纸质发票怎么开"));
    const { outcome, options } = decide(index, { text: "运费谁出？发票怎么开？" });
    assert.equal(outcome, "guided");
    for (const about of ["运费", "发票"])
      assert.ok(
        options.some(({ question }) => question.includes(about)),
        about,
      );
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

test("is not asked about where the customer has said which", () => {
  assert.equal(tellApart(["冲锋衣尺码怎么选", "登山鞋尺码怎么选"]), "您问的是「冲锋衣」，还是「登山鞋」？");
  assert.equal(findNamed(readText("登山鞋偏大还是偏小"), ["冲锋衣尺码怎么选", "登山鞋尺码怎么选"]), 1);
  assert.equal(findNamed(readText("偏大还是偏小"), ["冲锋衣尺码怎么选", "登山鞋尺码怎么选"]), -1);
  assert.equal(findNamed(readText("登山鞋和冲锋衣都要"), ["冲锋衣尺码怎么选", "登山鞋尺码怎么选"]), -1);
  const tie = openEntries(entriesOf("退货运费谁出", "换货运费谁出", "多久发货"));
  const { outcome, options, clarify } = decide(tie, { text: "换货邮费怎么算" });
  assert.deepEqual([outcome, clarify, options[0]!.question], ["guided", undefined, "换货运费谁出"]);
});

test("half of two questions in one, or half a sentence, is read out to nobody", () => {
  assert.equal(tellApart(["How much wind can the tent take?", "How much do your products cost?"]), undefined);
  assert.equal(tellApart(["睡袋多少度能用？", "睡袋填充的是什么？会钻绒吗？"]), undefined);
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

describe("a story told in one breath", () => {
  const index = openEntries([
    ...sampleEntries,
    {
      id: "torn",
      question: "收到的东西脱线了怎么办？",
      similar: ["背带的线开了", "刚收到就有瑕疵"],
      answer: "免费换新。",
    },
  ]);
  const tale =
    "那个我想问一下啊就是我上周在你们这儿买了个背包然后呢昨天收到了打开一看背带的线开了就是脱线了嘛然后我想问这种情况怎么弄啊";
  const english =
    "hi so basically i ordered green tea last week and it came yesterday but my mother already has some so im wondering how do i return an item like that to you";

  test("is understood by its pieces", () => {
    for (const [text, entryId] of [
      [tale, "torn"],
      [english, "en-return"],
    ] as const) {
      const { entryId: given, options } = decide(index, { text });
      assert.ok([given, ...options.map((one) => one.entryId)].includes(entryId), text);
    }
  });

  test("is read in pieces only where it is long, and in a few", () => {
    assert.deepEqual(listPieces("怎么退货然后多久到账"), []);
    assert.ok(listPieces(tale).length > 3);
    assert.ok(listPieces("然后我买了茶叶".repeat(10_000)).length <= 11);
  });

  test("about nothing that the shop knows stays unknown", () => {
    const text =
      "我跟你说啊昨天我们单位开会然后领导讲了三个小时结果大家都睡着了后来老王还打呼噜你说好笑不好笑我到现在都记得呢真的太有意思了";
    assert.notEqual(decide(index, { text }).outcome, "direct");
    assert.equal(decide(index, { text }).entryId, undefined);
  });
});

test("a short question that only a wording about something else says all of is asked back, not answered", () => {
  const index = openEntries([
    { id: "jacket", question: "冲锋衣怎么洗？", similar: ["冲锋衣可以用洗衣机吗"], answer: "30 度机洗。" },
    { id: "tent", question: "帐篷怎么清洗？", similar: ["帐篷可以用洗衣液吗"], answer: "不要用洗衣液。" },
    ...entriesOf("多久发货", "怎么开发票"),
  ]);
  const after = decide(index, { text: "可以用洗衣液吗", history: given("冲锋衣怎么洗", "jacket") });
  assert.equal(after.outcome, "guided");
  assert.deepEqual(
    after.options.map(({ entryId }) => entryId),
    ["tent", "jacket"],
  );
  assert.equal(decide(index, { text: "可以用洗衣液吗" }).entryId, "tent");
  assert.equal(decide(index, { text: "冲锋衣怎么洗，可以用洗衣液吗" }).entryId, "jacket");
});

test("what was answered stays the subject of what refers to it, over a question that does so too", () => {
  const index = openEntries(
    entriesOf(
      "How waterproof is the tent?",
      "What colours does the tent come in?",
      "How heavy is the tent?",
      "Do you ship abroad?",
    ),
  );
  const history: Turn[] = [...given("how waterproof is the tent", "e00000"), ...given("how heavy is it", "e00002")];
  assert.equal(decide(index, { text: "what colours does it come in", history }).entryId, "e00001");
});
