import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findChitchat } from "./chitchat.ts";
import { chitchatEn } from "./chitchat-en.ts";
import { chitchatZh } from "./chitchat-zh.ts";

describe("small talk", () => {
  const intents: [string, "zh" | "en", string][] = [
    ["你好", "zh", "greeting"],
    ["您好！", "zh", "greeting"],
    ["hello", "en", "greeting"],
    ["在吗？？", "zh", "are-you-there"],
    ["謝謝你", "zh", "thanks"],
    ["谢谢啦～", "zh", "thanks"],
    ["Thanks!!!", "en", "thanks"],
    ["好的谢谢", "zh", "thanks"],
    ["再见", "zh", "bye"],
    ["哈哈哈哈哈哈", "zh", "laugh"],
    ["hahahaha", "en", "laugh"],
    ["你是谁呀", "zh", "who-are-you"],
    ["What's your name?", "en", "who-are-you"],
    ["你是机器人吗", "zh", "are-you-a-robot"],
    ["Are you a robot?", "en", "are-you-a-robot"],
    ["你好，在吗？", "zh", "are-you-there"],
    ["好的，谢谢，再见", "zh", "bye"],
    ["ok, got it, thank you!", "en", "thanks"],
    ["你真棒", "zh", "praise"],
    ["垃圾", "zh", "scolding"],
    ["You're useless!", "en", "scolding"],
    ["好的", "zh", "okay"],
    ["OK", "en", "okay"],
    ["嗯嗯嗯", "zh", "okay"],
    ["好嘞谢谢啦拜拜", "zh", "bye"],
    ["哈哈好的谢谢亲", "zh", "thanks"],
    ["ok cool thx", "en", "thanks"],
    ["今天天气不错", "zh", "small-talk"],
    ["just looking", "en", "small-talk"],
    ["😊😊", "zh", "emoji"],
    ["[微笑]", "zh", "emoji"],
    ["？", "zh", "are-you-there"],
  ];
  for (const [text, language, intent] of intents) {
    test(`"${text}" is ${intent}`, () => assert.equal(findChitchat(text, language)?.intent, intent));
  }

  for (const text of [
    "你好怎么退款",
    "谢谢，发票怎么开",
    "hello, where is my order",
    "好的什么时候发货",
    "ok good return",
    "好谢谢发票",
    "",
    "   ",
  ]) {
    test(`"${text}" is no small talk`, () => assert.equal(findChitchat(text, "zh"), undefined));
  }

  test("a scolding gets an apology and the offer of a person", () => {
    assert.match(findChitchat("什么破机器人", "zh")?.reply ?? "", /抱歉.*转人工|抱歉.*人工客服/);
    assert.match(findChitchat("useless bot", "en")?.reply ?? "", /sorry.*agent/i);
  });

  test("every saying is found again as its own intent, and each language has at least 120", () => {
    for (const [set, language, parting] of [
      [chitchatZh, "zh", " "],
      [chitchatEn, "en", "|"],
    ] as const) {
      let count = 0;
      for (const { intent, says, replies } of set) {
        assert.ok(replies.length > 0);
        for (const say of says.split(parting)) {
          count++;
          assert.equal(findChitchat(say, language)?.intent, intent, say);
        }
      }
      assert.ok(count >= 120);
    }
  });
});
