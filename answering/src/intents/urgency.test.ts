import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findUrgent, isUrgent } from "./urgency.ts";

describe("urgency", () => {
  for (const text of [
    "急！！！",
    "我很着急，能今天发吗",
    "麻烦快点处理",
    "明天婚礼要穿，来得及吗",
    "后天就要用了",
    "等了半天没人理",
    "怎么还没处理",
    "在线等，挺急的",
    "赶紧给我退款",
    "5号之前能收到吗",
    "I need this by tomorrow",
    "URGENT: wrong address",
    "please reply asap",
    "I've been waiting for two hours",
  ])
    test(`"${text}" can't wait`, () => assert.equal(isUrgent(text), true));

  for (const text of [
    "多久发货",
    "不急，慢慢来",
    "不着急的，有空回我就行",
    "急救包有货吗",
    "应急灯能用多久",
    "今天有活动吗",
    "明天发货吗",
    "周末客服上班吗",
    "快递到哪了",
    "no rush, just asking",
    "How long does delivery take?",
    "Do you ship today?",
    "",
  ])
    test(`"${text}" can`, () => assert.equal(isUrgent(text), false));

  test("reads no more than it needs", () => {
    const startedMs = performance.now();
    isUrgent("急".repeat(100_000) + "等了".repeat(100_000));
    assert.ok(performance.now() - startedMs < 1_000);
  });

  test("the sentence is found in which one of the last messages says so", () => {
    assert.equal(findUrgent(["你好", "包收到了。我明天就要用！谢谢", "多大"]), "我明天就要用！");
    assert.equal(findUrgent(["急", "好的", "多大", "什么颜色", "能退吗", "谢谢", "再见"]), null, "settled since");
    assert.equal(findUrgent([]), null);
    assert.ok(findUrgent([`急${"啊".repeat(10_000)}`])!.length <= 120);
  });
});
