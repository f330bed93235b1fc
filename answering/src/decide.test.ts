import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decide, defaultThresholds } from "./decide.ts";
import { entriesOf, openEntries, sampleEntries } from "./sample-shop.ts";
import type { Turn } from "./types.ts";

const shop = openEntries(sampleEntries);
const ask = (text: string, history: Turn[] = []) => decide(shop, { text, history });
const said = (text: string, entryId?: string): Turn[] => [
  { by: "customer", text },
  { by: "bot", text: "…", entryId },
];

describe("a short question that a longer wording only mentions", () => {
  const entry = {
    id: "exceptions",
    question: "哪些商品不支持无理由退货？",
    similar: ["定制刻字的能退吗"],
    answer: "…",
  };
  const withExceptions = openEntries([...sampleEntries, entry]);

  test("is asked back", () => {
    const { outcome, options } = decide(withExceptions, { text: "能刻字吗", history: [] });
    assert.equal(outcome, "guided");
    assert.equal(options[0]?.entryId, "exceptions");
  });

  test("is answered as soon as it asks the same", () => {
    assert.equal(decide(withExceptions, { text: "刻字的能退吗", history: [] }).entryId, "exceptions");
  });
});

describe("the five outcomes", () => {
  const direct: [string, string][] = [
    ["多久发货？", "ship-when"],
    ["请问一下多久发货呀亲", "ship-when"],
    ["你好，怎么退款", "refund-how"],
    ["在吗？什么时候发货", "ship-when"],
    ["退款多长时间到账", "refund-when"],
    ["怎样申请退货", "return-how"],
    ["郵費怎麼算", "ship-fee"],
    ["ＷＨＥＮ will my order ship??", "en-ship"],
    ["Hi, can you tell me who pays for return shipping please", "en-fee"],
  ];
  for (const [text, entryId] of direct) {
    test(`"${text}" is answered directly`, () => {
      const decision = ask(text);
      assert.equal(decision.outcome, "direct");
      assert.equal(decision.entryId, entryId);
      assert.equal(decision.candidates[0]?.entryId, entryId);
    });
  }

  const understood: [string, string][] = [
    ["茶叶可以放冰箱保存吗", "store"],
    ["钱什么时候退给我", "refund-when"],
    ["我的快递现在到哪里了呢急", "track"],
    ["where do I get a refund, how long does it take", "en-refund"],
  ];
  for (const [text, entryId] of understood) {
    test(`"${text}" is understood`, () => {
      const decision = ask(text);
      assert.ok(["direct", "understood"].includes(decision.outcome), decision.outcome);
      assert.equal(decision.entryId, entryId);
    });
  }

  test("a typing error still finds the entry", () => {
    assert.equal(ask("发漂怎么开").candidates[0]?.entryId, "invoice");
    assert.equal(ask("退款多久到帐").entryId, "refund-when");
    assert.equal(ask("how do I retrun an item").candidates[0]?.entryId, "en-return");
  });

  for (const [text, entryId] of [
    ["zenmekaifapiao", "invoice"],
    ["zen me tuikuan", "refund-how"],
    ["duo jiu fa huo", "ship-when"],
    ["tui kuan duojiu daozhang ne", "refund-when"],
  ] as const)
    test(`"${text}" is read as pinyin`, () => {
      const decision = ask(text);
      assert.equal(decision.entryId, entryId, JSON.stringify(decision));
      assert.match(decision.resolvedText!, /^\p{Script=Han}+$/u);
    });

  test("of words that sound alike typed pinyin means the shop's", () => {
    const index = openEntries(entriesOf("补差价怎么弄", "怎么补开发票", "多久发货"));
    assert.equal(decide(index, { text: "bu cha jia" }).resolvedText, "补差价");
  });

  test("English that spells as pinyin stays English", () => {
    for (const text of ["change", "women can see", "hang on", "ping"])
      assert.ok(!["direct", "understood"].includes(ask(text).outcome), text);
  });

  test("a near tie is offered to choose from, best first, without the same question twice", () => {
    const index = openEntries(entriesOf("退货运费谁出", "换货运费谁出", "多久发货"));
    const decision = decide(index, { text: "运费谁出" });
    assert.equal(decision.outcome, "guided");
    assert.deepEqual(
      decision.options
        .map((option) => option.question)
        .slice(0, 2)
        .sort(),
      ["换货运费谁出", "退货运费谁出"],
    );
    assert.equal(decision.entryId, undefined);
  });

  for (const text of ["今天晚上吃红烧肉", "周杰伦是谁", "capital of France", "qwertyuiop", "人工智能会不会毁灭世界"]) {
    test(`"${text}" is unknown`, () => {
      const decision = ask(text);
      assert.equal(decision.outcome, "unknown");
      assert.equal(decision.entryId, undefined);
      assert.ok(decision.confidence > 0.5);
    });
  }

  test("stricter thresholds turn an answer into an offer, and an offer into a refusal", () => {
    const text = "15天内可以退吗";
    assert.equal(ask(text).outcome, "understood");
    const { outcome, options } = decide(shop, { text }, { ...defaultThresholds, answer: 0.999 });
    assert.equal(outcome, "guided");
    assert.equal(options[0]?.entryId, "fifteen");
    assert.equal(decide(shop, { text }, { answer: 1.1, recommend: 1.1, tie: 0 }).outcome, "unknown");
  });

  test("a candidate explains itself by named signals between 0 and 1", () => {
    const [best] = ask("退款几天能到").candidates;
    assert.ok(best && best.signals.length >= 6);
    for (const { value } of best.signals) assert.ok(value >= 0 && value <= 1);
  });
});

describe("small words that change the meaning", () => {
  const base = openEntries(entriesOf("定制的能退吗", "签收3天内可以换吗", "多久发货", "发票怎么开"));
  const outcomeOf = (text: string) => decide(base, { text }).outcome;

  test("a denied question is not answered as if it weren't", () => {
    assert.equal(outcomeOf("定制的能退吗"), "direct");
    assert.equal(outcomeOf("定制的能不能退"), "direct");
    assert.notEqual(decide(base, { text: "定制的不能退吗" }).entryId, "e00000");
  });

  test("another number is not answered as if it were the same", () => {
    assert.equal(outcomeOf("签收三天内可以换吗"), "direct");
    assert.equal(decide(base, { text: "签收7天内可以换吗" }).entryId, undefined);
  });

  test("of two entries that differ by a number the right one wins", () => {
    assert.equal(ask("7天内能退货吗").candidates[0]?.entryId, "seven");
    assert.equal(ask("15天内能换吗").candidates[0]?.entryId, "fifteen");
  });

  test("of two entries that differ by a negation the right one wins", () => {
    const index = openEntries(entriesOf("会员卡能用吗", "会员卡不能用怎么办", "会员卡怎么办理"));
    assert.equal(decide(index, { text: "会员卡不能用了" }).candidates[0]?.question, "会员卡不能用怎么办");
    assert.equal(decide(index, { text: "会员卡可以用吗" }).entryId, "e00000");
  });

  test("another subject in the same words is not answered", () => {
    const index = openEntries(entriesOf("退款怎么还没到", "运费怎么算", "发票怎么开"));
    assert.equal(decide(index, { text: "快递怎么还没到" }).entryId, undefined);
  });
});

describe("follow-ups", () => {
  test('"多久" after a refund asks how long the refund takes', () => {
    const decision = ask("多久", said("怎么退款", "refund-how"));
    assert.equal(decision.resolvedText, "退款多久");
    assert.equal(decision.entryId, "refund-when");
  });

  test('"换货的呢" after who pays for returns asks who pays for exchanges', () => {
    const decision = ask("那换货的呢", said("退货运费谁出", "return-fee"));
    assert.equal(decision.candidates[0]?.entryId, "exchange-fee");
    assert.ok(decision.resolvedText?.includes("换货"));
  });

  test('"how long?" after a refund asks how long the refund takes', () => {
    assert.equal(ask("how long?", said("how do I get a refund?", "en-refund")).entryId, "en-refund");
  });

  test("a short question that is clear by itself stays as it is", () => {
    const decision = ask("发票怎么开", said("怎么退款", "refund-how"));
    assert.equal(decision.entryId, "invoice");
    assert.equal(decision.resolvedText, undefined);
  });

  test("words that have nothing to do with it don't get the old answer again", () => {
    for (const text of ["苹果", "你好笨", "周杰伦是谁"]) {
      assert.equal(ask(text, said("怎么退款", "refund-how")).entryId, undefined, text);
    }
  });

  test("a thank-you in between, or the text itself in the history, doesn't lose the subject", () => {
    const history: Turn[] = [...said("怎么退款"), ...said("谢谢"), { by: "customer", text: "多久" }];
    assert.equal(ask("多久", history).entryId, "refund-when");
  });

  test("without a history nothing is resolved", () => {
    assert.equal(ask("多久").resolvedText, undefined);
  });
});

describe("small talk beside knowledge", () => {
  test("a greeting is chitchat, a greeting with a question is the question", () => {
    const greeting = ask("你好");
    assert.equal(greeting.outcome, "chitchat");
    assert.ok(greeting.reply);
    assert.equal(ask("你好怎么退款").entryId, "refund-how");
    assert.equal(ask("hello, when will my order ship").entryId, "en-ship");
  });

  test("the shop's own entry goes before our small talk", () => {
    const index = openEntries([{ id: "own", question: "你是谁", similar: [], answer: "我是小茶" }]);
    assert.equal(decide(index, { text: "你是谁" }).entryId, "own");
  });

  test("the language of the reply is that of the text, or the locale's where the text has none", () => {
    assert.equal(ask("thanks").language, "en");
    assert.equal(ask("谢谢").language, "zh");
    assert.equal(decide(shop, { text: "👍", locale: "en-US" }).language, "en");
    assert.match(decide(shop, { text: "👍", locale: "en-US" }).reply ?? "", /[a-z]/);
    assert.equal(decide(shop, { text: "👍", locale: "zh-CN" }).language, "zh");
  });

  test("a request for a person is found, and a question beside it still answered", () => {
    const bare = ask("转人工");
    assert.equal(bare.wantsHuman, true);
    assert.equal(bare.outcome, "chitchat");
    assert.equal(ask("你好，帮我转人工，谢谢").reply, bare.reply);
    const both = ask("退款多久到账？不行就转人工");
    assert.equal(both.wantsHuman, true);
    assert.equal(both.entryId, "refund-when");
    assert.equal(ask("怎么退款").wantsHuman, false);
  });
});
