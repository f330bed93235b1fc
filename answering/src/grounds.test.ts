import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decide } from "./decide.ts";
import { explainDecision, explainRanking } from "./grounds.ts";
import { buildIndex } from "./index-build.ts";
import { entryIdAt, type KnowledgeIndex, openIndex } from "./index-open.ts";
import { learnFromAsked } from "./learning/learn.ts";
import type { Near } from "./nearness.ts";
import { readText } from "./normalise.ts";
import { rankEntries } from "./rank.ts";
import { sampleEntries } from "./sample-shop.ts";

/** Customers of the tea shop who say it in words that the shop never wrote. */
const sayings: Readonly<Record<string, readonly string[]>> = {
  "ship-when": ["宝贝啥时候动身", "啥时候动身", "几时动身呀", "动身了没"],
  invoice: ["要个报销单子", "报销单子怎么弄", "报销单子给我一张", "能给报销单子吗"],
  "refund-when": ["钞票几时回来", "钞票回来要多久", "钞票啥时回", "钞票还没回来"],
  store: ["叶子搁哪儿放", "叶子怎么搁", "叶子搁久了会坏吗", "叶子搁厨房行吗"],
};
const asked = Object.entries(sayings).flatMap(([entryId, texts]) =>
  ["", "呢1", "啊2", "谢谢3"].flatMap((after) => texts.map((text) => ({ text: text + after, entryId }))),
);
const snapshot = buildIndex(sampleEntries);
const plain = openIndex(snapshot);
const taught = openIndex(snapshot, learnFromAsked(sampleEntries, asked).learned);
const near: Near = {
  cosines: new Map([
    ["invoice", 0.9],
    ["refund-when", 0.4],
  ]),
  scale: { typical: 0.5, slope: 12, bias: -2 },
};
const questions = ["报销单子能要一个不", "能退货吗", "发票怎么开", "宝贝动身了没有", "can i get an invoice", ""];

describe("what a decision rests on", () => {
  test("adds up to the odds that were decided by, for every candidate", () => {
    const ways: [string, KnowledgeIndex, Near | undefined][] = [
      ["as it ships", plain, undefined],
      ["with a model", plain, near],
      ["learned", taught, undefined],
      ["learned, with a model", taught, near],
    ];
    for (const [way, index, opinion] of ways)
      for (const text of questions) {
        const reading = readText(text);
        const grounds = explainRanking(index, reading, opinion);
        const ranked = rankEntries(index, reading, { near: opinion });
        assert.equal(grounds.length, ranked.length);
        for (const [at, { entry, odds }] of ranked.entries()) {
          const { entryId, shipped, parts } = grounds[at]!;
          assert.equal(entryId, entryIdAt(index, entry));
          const sum = parts.reduce((so, part) => so + part.odds, shipped);
          assert.ok(Math.abs(sum - odds) < 1e-6, `${way}, ${text}, ${entryId}: ${sum} for ${odds}`);
        }
      }
  });

  test("says which question of old speaks for an entry, and how likely it would be without", () => {
    const decision = decide(taught, { text: "报销单子能要一个不" });
    const [top] = explainDecision(taught, { text: "报销单子能要一个不" }, decision);
    assert.equal(top!.entryId, "invoice");
    assert.match(top!.remembered!, /报销单子/);
    assert.ok(top!.parts.find(({ part }) => part === "memory")!.odds > 1);
    assert.ok(top!.unaided < decision.candidates[0]!.score);
  });

  test("names nothing learned where nothing was, and the model only where it was asked", () => {
    const text = "能退货吗";
    const parts = (index: KnowledgeIndex, opinion?: Near) =>
      explainDecision(index, { text, near: opinion }, decide(index, { text, near: opinion })).map((one) =>
        one.parts.map(({ part }) => part),
      );
    assert.ok(parts(plain).every((names) => names.length === 0));
    assert.ok(parts(plain, near).every((names) => names.length <= 1 && names.every((name) => name === "model")));
    assert.ok(parts(taught).every((names) => !names.includes("model")));
  });

  test("of a follow-up is explained as it was understood", () => {
    const history = [
      { by: "customer", text: "怎么开发票" },
      { by: "bot", text: "", entryId: "invoice" },
    ] as const;
    const decision = decide(taught, { text: "那退款呢", history });
    const grounds = explainDecision(taught, { text: "那退款呢" }, decision);
    assert.deepEqual(
      grounds.map(({ entryId }) => entryId),
      decision.candidates.map(({ entryId }) => entryId),
    );
  });
});
