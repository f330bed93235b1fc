import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { keepsConditions } from "./conditions.ts";

const cases: [string, string, boolean][] = [
  // What the entry says, what is written, whether the condition is kept.
  ["7天内未拆封可退。", "7天内可退。", false],
  ["7天内未拆封可退。", "7天内未拆封可以退。", true],
  ["7天内未拆封可退。", "没有拆封的话7天内可退。", true],
  ["7天内未拆封可退。", "7天内拆封可退。", false],
  ["收到后7天内，未拆封的商品可以在订单里申请退货，运费由买家承担。", "可以在订单里申请退货。", false],
  ["收到后7天内，未拆封的商品可以在订单里申请退货，运费由买家承担。", "运费由买家承担。", true],
  [
    "收到后7天内，未拆封的商品可以在订单里申请退货，运费由买家承担。",
    "收到后7天内，未拆封的商品可以申请退货，运费由买家承担。",
    true,
  ],
  ["满99元全国包邮。", "全国包邮。", false],
  ["满99元全国包邮。", "满 99 元全国包邮哦。", true],
  ["除新疆西藏外，全国48小时内发货。", "全国48小时内发货。", false],
  ["除新疆西藏外，全国48小时内发货。", "除新疆、西藏外，全国48小时内发货。", true],
  ["会员价仅限门店使用，全年有效。", "会员价全年有效。", false],
  ["可以免费退换，需保留吊牌和包装。", "可以免费退换。", false],
  ["可以免费退换，需保留吊牌和包装。", "可以免费退换，需要保留吊牌和包装。", true],
  ["不影响二次销售的商品可以换货。", "商品可以换货。", false],
  ["如果商品有质量问题，运费由我们承担。", "运费由我们承担。", false],
  ["如果商品有质量问题，运费由我们承担。", "商品有质量问题时运费由我们承担。", true],
  ["如需发票，请在下单时备注抬头。", "请在下单时备注抬头。", true],
  ["支持刻字，最多10个字，每件加收20元。", "支持刻字，每件加收20元。", true],
  ["Unopened goods can be returned for a full refund.", "Goods can be returned for a full refund.", false],
  ["Unopened goods can be returned for a full refund.", "Unopened goods can be returned for a full refund.", true],
  ["You can return shoes if the soles are clean.", "You can return shoes.", false],
  ["If the seal is intact, you can return the bottle for a refund.", "You can return the bottle for a refund.", false],
  ["Shipping is free except to remote islands.", "Shipping is free to every address.", false],
  ["Gift wrapping is free only for members.", "Gift wrapping is free.", false],
  ["Gift wrapping is free only for members.", "Gift wrapping is free for members.", true],
  ["If you need an invoice, add the company name to the order.", "Add the company name to the order.", true],
];

describe("the conditions of an entry", () => {
  for (const [source, text, isRight] of cases)
    test(`${isRight ? "kept" : "left out"}: "${text}" of "${source}"`, () =>
      assert.equal(keepsConditions(text, [source]), isRight));

  test("need not be kept where another sentence says the same without", () => {
    assert.equal(keepsConditions("会员可以免费退换。", ["未拆封的会员可以免费退换。"]), false);
    assert.equal(keepsConditions("会员可以免费退换。", ["未拆封的会员可以免费退换。", "会员可以免费退换。"]), true);
  });

  test("are not looked for in what is asked", () => {
    assert.equal(keepsConditions("七天内都可以退货。", ["未拆封可以退货吗\n七天内都可以退货。"]), true);
  });

  test("are found in time that grows with the text, whatever it is", () => {
    const startedMs = performance.now();
    for (const text of ["未".repeat(3_000), "除".repeat(3_000), "如果，".repeat(1_000), "if ".repeat(1_000)])
      keepsConditions(text.slice(0, 500), [text]);
    assert.ok(performance.now() - startedMs < 3_000, `${performance.now() - startedMs} ms`);
  });
});
