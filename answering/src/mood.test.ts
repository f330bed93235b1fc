import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decide } from "./decide.ts";
import { readMood, withoutVenting } from "./mood.ts";
import { openEntries, sampleEntries } from "./sample-shop.ts";

const shop = openEntries(sampleEntries);

describe("a customer's mood", () => {
  const moods: [string, ReturnType<typeof readMood>][] = [
    ["什么破店，等了一周还没发货", "upset"],
    ["垃圾客服 只会复读", "upset"],
    ["我要投诉你们", "upset"],
    ["This is ridiculous, where is my parcel", "upset"],
    ["worst service ever", "upset"],
    ["急死了，能不能催一下", "urgent"],
    ["I need it by Friday", "urgent"],
    ["多久发货", undefined],
    ["when will my order ship", undefined],
    ["", undefined],
  ];
  for (const [text, mood] of moods) test(`"${text}" is ${mood ?? "calm"}`, () => assert.equal(readMood(text), mood));

  const asked: [string, string][] = [
    ["什么破店，等了一周还没发货", "等了一周还没发货"],
    ["垃圾客服 只会复读", ""],
    ["我要投诉你们！等了一周了", "我要投诉你们！等了一周了"],
    ["this is ridiculous, where is my parcel?", "where is my parcel?"],
    ["Seriously this is the worst service ever!!!", ""],
    ["多久发货？运费多少？", "多久发货？运费多少？"],
  ];
  for (const [text, rest] of asked) test(`"${text}" asks "${rest}"`, () => assert.equal(withoutVenting(text), rest));

  test("changes no answer, and is told with it", () => {
    const decision = decide(shop, { text: "什么破店！退款多久到账？" });
    assert.equal(decision.entryId, "refund-when");
    assert.equal(decision.mood, "upset");
    assert.equal(decide(shop, { text: "退款多久到账？" }).mood, undefined);
  });

  test("is all there is in some texts: then nothing was asked", () => {
    for (const text of ["垃圾客服 只会复读", "气死我了，什么玩意", "seriously this is the worst service ever"]) {
      const decision = decide(shop, { text });
      assert.equal(decision.outcome, "chitchat", text);
      assert.equal(decision.mood, "upset");
      assert.match(decision.reply ?? "", /抱歉|sorry/);
    }
  });
});
