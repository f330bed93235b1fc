import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { QuickPhrase } from "@yingda/contract/routes/shop";
import { fillPhrase, findBlank, findTrigger, insertWords, isMadeUpName, rankPhrases } from "./phrases.ts";

const phrase = (shortcut: string, text: string, group = ""): QuickPhrase => ({ id: shortcut, shortcut, text, group });

describe("the slash", () => {
  test("opens at the start, after a space and after Chinese words", () => {
    assert.deepEqual(findTrigger("/th", 3), { start: 0, query: "th" });
    assert.deepEqual(findTrigger("您好 /", 4), { start: 3, query: "" });
    assert.deepEqual(findTrigger("好的/退货", 5), { start: 2, query: "退货" });
  });

  test("is left alone in addresses, dates and fractions", () => {
    for (const text of ["https://", "https://a.cn/b", "11/21", "and/or", "a//"]) {
      assert.equal(findTrigger(text, text.length), null, text);
    }
  });

  test("counts only up to the caret, and a space ends it", () => {
    assert.deepEqual(findTrigger("/thanks", 3), { start: 0, query: "th" });
    assert.equal(findTrigger("/th 好", 5), null);
    assert.equal(findTrigger("你好", 2), null);
  });
});

describe("finding a phrase", () => {
  const phrases = [
    phrase("fp", "发票今天开", "核实"),
    phrase("th", "请提交退货申请", "退换"),
    phrase("wlth", "退回物流"),
    phrase("kt", "退货 th 说明"),
  ];
  const found = (query: string) => rankPhrases(phrases, query).map(({ shortcut }) => shortcut);

  test("exact shortcuts first, then longer ones, then words", () => {
    assert.deepEqual(found("th"), ["th", "wlth", "kt"]);
    assert.deepEqual(found("T"), ["th", "wlth", "kt"]);
  });

  test("words and groups are searched as well", () => {
    assert.deepEqual(found("发票"), ["fp"]);
    assert.deepEqual(found("退换"), ["th"]);
  });

  test("nothing typed shows all in their order; nothing found shows none", () => {
    assert.equal(found("").length, 4);
    assert.deepEqual(found("zzz"), []);
  });
});

describe("filling in", () => {
  const names = { customer: "王女士", agent: "林晓", shop: "岭上行囊" };

  test("names are filled in, in both languages", () => {
    assert.equal(fillPhrase("{客户}您好，我是{店铺}的{客服}", names), "王女士您好，我是岭上行囊的林晓");
    assert.equal(
      fillPhrase("Hello {customer}, this is {agent} of {shop}", names),
      "Hello 王女士, this is 林晓 of 岭上行囊",
    );
  });

  test("who has not said a name is not called by the number we gave them", () => {
    const nameless = { ...names, customer: null };
    assert.equal(fillPhrase("{客户}您好，我是{客服}", nameless), "您好，我是林晓");
    assert.equal(fillPhrase("请保持 {客户} 登记的电话畅通", nameless), "请保持您登记的电话畅通");
    assert.equal(fillPhrase("Hello {客户}, this is {客服}", nameless), "Hello, this is 林晓");
    assert.deepEqual(
      [isMadeUpName("访客 4ECA"), isMadeUpName("Visitor 00AF"), isMadeUpName("王女士")],
      [true, true, false],
    );
  });

  test("other braces stay as blanks, and a name with a dollar sign is taken as it is", () => {
    assert.equal(fillPhrase("订单 {订单号}", names), "订单 {订单号}");
    assert.equal(fillPhrase("{客户}", { ...names, customer: "$&" }), "$&");
  });

  test("what was typed gives way to the phrase, and the caret stands behind it", () => {
    assert.deepEqual(insertWords("好的/th谢谢", 2, 5, "请退货"), {
      text: "好的请退货谢谢",
      selectionStart: 5,
      selectionEnd: 5,
    });
  });

  test("the first blank is selected, so that typing fills it", () => {
    const edit = insertWords("/dh", 0, 3, "单号 {快递单号} 和 {金额}");
    assert.equal(edit.text.slice(edit.selectionStart, edit.selectionEnd), "{快递单号}");
    assert.deepEqual(findBlank(edit.text, edit.selectionEnd), { start: 12, end: 16 });
    assert.equal(findBlank("没有空", 0), null);
  });
});
