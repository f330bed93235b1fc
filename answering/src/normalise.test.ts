import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exclusiveAspects } from "./aspects.ts";
import { detectLanguage, readText } from "./normalise.ts";
import { isCommonWord, listFeatures, listWords, stem } from "./segment.ts";

describe("reading a text", () => {
  const cores: [string, string][] = [
    ["亲，请问一下怎么退款呀？", "怎么退款"],
    ["如何退款", "怎么退款"],
    ["退款多长时间到账", "退款多久到账"],
    ["運費多少錢", "运费多少钱"],
    ["ＡＢＣ１２３", "abc123"],
    ["能不能退", "能退"],
    ["可以退吗", "能退"],
    ["退款多久到帐，帳篷", "退款多久到账帐篷"],
    ["能发顺丰不", "能发顺丰"],
    ["七天无理由", "7天无理由"],
    ["十五天内", "15天内"],
    ["二十天", "20天"],
    ["母亲节有活动吗", "母亲节有活动"],
    ["亲子装有吗", "亲子装有"],
    ["请问", "请问"],
    ["帐逢防水吗", "帐篷防水"],
    ["急死了，能不能催一下", "能催一下"],
    ["到底发没发啊", "发了没"],
    ["我一米七五 130斤 穿什么码", "我身高体重穿什么码"],
    ["175 70公斤穿多大", "身高体重穿多大"],
    ["一米八五睡袋够长吗", "身高睡袋够长"],
    ["身高165穿什么码", "身高穿什么码"],
    ["平时穿42买多大", "平时穿鞋码买多大"],
    ["背包能装15公斤吗", "背包能装15公斤"],
    ["杆子1.5米长", "杆子1.5米长"],
    ["满199减20", "满199减20"],
    ["Hi, can you tell me when it's shipped, please?", "when it is shipped"],
    ["I can't log in", "i can not log in"],
    ["It wont start, it didnt charge", "it will not start it did not charge"],
    ["I haven’t got it and I'm not happy", "i have not got it and i not happy"],
    ["im sure ive paid, whats next", "i sure i paid what is next"],
  ];
  for (const [text, core] of cores) test(`"${text}" → "${core}"`, () => assert.equal(readText(text).core, core));

  test("links, mails, phones, order numbers and emoji are recognised and taken out", () => {
    const reading = readText(
      "订单TB20241111000012 电话13800138000 看https://a.example/x?y=1 或 a.b@c.example 怎么退款😊",
    );
    assert.deepEqual([...reading.found].sort(), ["emoji", "link", "mail", "order", "phone"]);
    assert.match(reading.core, /怎么退款$/);
    assert.doesNotMatch(reading.core, /\d|example/);
  });

  test("words that begin like a filler stay whole", () => {
    assert.equal(readText("额度怎么提高").core.startsWith("额度"), true);
    assert.equal(readText("额额，额度怎么提高").core.startsWith("额度"), true);
    assert.equal(readText("蚊帐怎么装").core.startsWith("蚊帐"), true);
  });

  test("small numbers stay, they mean something", () => {
    assert.deepEqual(readText("3天内能退7天的吗").numbers, ["3", "7"]);
    assert.deepEqual(readText("满99.5包邮").numbers, ["99.5"]);
  });

  test("a negation is seen, but not in 能不能, 不好意思 or 差不多", () => {
    for (const text of ["不能退吗", "没收到货", "I can't log in", "无法付款"])
      assert.equal(readText(text).isNegated, true, text);
    for (const text of ["能不能退", "不好意思怎么退款", "差不多大小", "是不是正品", "can I log in"]) {
      assert.equal(readText(text).isNegated, false, text);
    }
  });

  test("the aspects asked part how, when, price and whether", () => {
    const asks = ["怎么退款", "多久退款", "多少钱", "能退吗"].map((text) => readText(text).asks);
    assert.equal(new Set(asks).size, 4);
    assert.equal(asks[3]! & exclusiveAspects, 0);
    assert.equal(readText("退款啥时候到").asks, readText("退款多长时间到").asks);
  });

  test("a Chinese sentence with English names is Chinese, and the locale decides where there are no letters", () => {
    assert.equal(detectLanguage("iPhone 15 Pro Max能用吗"), "zh");
    assert.equal(detectLanguage("how to use 微信 pay in your shop"), "en");
    assert.equal(detectLanguage("123", "en-GB"), "en");
    assert.equal(detectLanguage("123"), "zh");
  });
});

describe("features", () => {
  test("Chinese words are found, English ones stemmed", () => {
    assert.ok(listWords(readText("退款多久到账")).includes("退款"));
    assert.deepEqual(listWords(readText("returned orders")), ["return", "order"]);
  });

  test("a stem is the same for the forms of a word and never empties it", () => {
    for (const forms of [
      ["return", "returns", "returned", "returning"],
      ["ship", "shipped", "shipping"],
      ["policy", "policies"],
      ["charge", "charged", "charging"],
      ["try", "tries", "tried", "trying"],
      ["app", "apps"],
      ["add", "added", "adding"],
      ["cancel", "cancelled", "cancelling"],
      ["movie", "movies"],
      ["use", "used", "using"],
      ["buy", "bought", "buying"],
      ["send", "sent"],
      ["forget", "forgot", "forgotten"],
      ["child", "children"],
      ["shelf", "shelves"],
      ["colour", "color", "colours", "coloured"],
      ["organise", "organize", "organising"],
      ["organisation", "organizations"],

      ["centre", "center"],
    ]) {
      assert.equal(new Set(forms.map(stem)).size, 1, forms.join());
    }
    for (const [one = "", other = ""] of [
      ["file", "fill"],
      ["role", "roll"],
      ["even", "evening"],
      ["leave", "leaf"],
      ["left", "leave"],
    ])
      assert.notEqual(stem(one), stem(other));
    for (const word of ["is", "bus", "less", "thing", "need"]) assert.ok(stem(word).length >= 2);
  });

  test("common words of English are known in every form", () => {
    for (const word of listWords(readText("where does it have these"))) assert.ok(isCommonWord(word), word);
  });

  test("every feature occurs once, counted", () => {
    const features = listFeatures(readText("退款退款退款"));
    assert.equal(new Set(features.map((feature) => feature.hash)).size, features.length);
    assert.ok(features.some((feature) => feature.count > 1));
  });
});
