import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildIndex } from "./index-build.ts";
import { openIndex } from "./index-open.ts";
import { similarity } from "./letters.ts";
import { readLetters } from "./pinyin.ts";
import { openEntries, sampleEntries } from "./sample-shop.ts";
import { completeQuestion, suggestEntries, suggestReplies } from "./suggest.ts";
import type { Turn } from "./types.ts";

const shop = openEntries(sampleEntries);

describe("suggestions for agents", () => {
  test("the best comes first, never more than asked for, each entry once", () => {
    const found = suggestEntries(shop, "退货的运费是谁付的", 3);
    assert.equal(found[0]?.entryId, "return-fee");
    assert.ok(found.length <= 3);
    assert.equal(new Set(found.map(({ entryId }) => entryId)).size, found.length);
  });

  test("words that only the answer has can find it", () => {
    assert.ok(suggestEntries(shop, "结算", 5).some(({ entryId }) => entryId === "coupon"));
  });

  test("nothing is suggested for what the shop doesn't know", () => {
    assert.deepEqual(suggestEntries(shop, "quantum chromodynamics", 5), []);
    assert.deepEqual(suggestEntries(shop, "", 5), []);
  });
});

describe("suggestions beside a talk", () => {
  const given = (text: string, entryId: string): Turn[] => [
    { by: "customer", text },
    { by: "bot", text: "…", entryId },
  ];
  const first = (text: string, history: Turn[] = []) => suggestReplies(shop, { text, history }, 3)[0]?.entryId;

  test("lean on what was said before", () => {
    assert.equal(first("多久到账", given("怎么退款", "refund-how")), "refund-when");
    assert.equal(first("那换货呢", given("退货运费谁出", "return-fee")), "exchange-fee");
  });

  test("have an answer to each question of a message, and to what is asked beside the venting", () => {
    const both = suggestReplies(shop, { text: "怎么开发票？多久发货？" }, 3).map(({ entryId }) => entryId);
    assert.deepEqual(both.slice(0, 2), ["invoice", "ship-when"]);
    assert.equal(first("什么破店！退款多久到账"), "refund-when");
  });

  test("are none for small talk, and each entry once", () => {
    assert.deepEqual(suggestReplies(shop, { text: "好的谢谢" }, 3), []);
    const found = suggestReplies(shop, { text: "运费" }, 5).map(({ entryId }) => entryId);
    assert.equal(new Set(found).size, found.length);
  });
});

describe("suggestions while typing", () => {
  test("questions that begin with what is typed come first", () => {
    const found = completeQuestion(shop, "退款", 5);
    assert.equal(found[0]?.question, "退款多久到账？");
    assert.ok(found.length > 1);
    assert.ok(completeQuestion(shop, "How long", 5).some(({ entryId }) => entryId === "en-refund"));
  });

  test("nothing typed, nothing offered; and no more than asked for", () => {
    assert.deepEqual(completeQuestion(shop, " ", 5), []);
    assert.equal(completeQuestion(shop, "退", 2).length, 2);
  });
});

describe("snapshots", () => {
  test("a snapshot that crossed a worker boundary opens to the same suggestions", () => {
    const buffer = buildIndex(sampleEntries);
    const moved = structuredClone(buffer, { transfer: [buffer] });
    assert.equal(buffer.byteLength, 0);
    assert.deepEqual(suggestEntries(openIndex(moved), "退款多久", 5), suggestEntries(shop, "退款多久", 5));
  });

  test("a snapshot of another version is refused with a sentence", () => {
    const buffer = buildIndex([]);
    const header = new TextDecoder().decode(new Uint8Array(buffer)).indexOf('"version":') + '"version":'.length;
    new Uint8Array(buffer)[header] = "9".charCodeAt(0);
    assert.throws(() => openIndex(buffer), /build it anew/);
  });
});

test("edit similarity counts swapped neighbours as one slip, and another character of the same sound as a quarter", () => {
  const near = (one: string, other: string) => similarity(readLetters(one), readLetters(other));
  assert.equal(near("退款", "退款"), 1);
  assert.equal(near("额度提高", "额度高提"), 0.75);
  assert.equal(near("发票怎么开", "发飘怎么开"), 0.95);
  assert.equal(near("怎么tuikuan", "怎么退款"), 0.875);
  assert.equal(near("ab", "cd"), 0);
  assert.equal(near("", ""), 0);
});
