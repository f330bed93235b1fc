import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import * as material from "../training/material.ts";
import * as more from "../training/material-daily.ts";
import { cutWords, tradeFrequency, tradeWords } from "./dictionary.ts";
import { makeRandom } from "./intents/random.ts";

const load = createRequire(import.meta.url);
const { Jieba } = load("@node-rs/jieba") as typeof import("@node-rs/jieba");
const { dict } = load("@node-rs/jieba/dict") as { dict: Buffer };
const jieba = Jieba.withDict(dict);
jieba.loadDict(Buffer.from(tradeWords.map((word) => `${word} ${tradeFrequency} n`).join("\n")));

/** One assertion for all: what differs is shown. */
function assertCutAlike(texts: readonly string[]) {
  const differing = texts.filter((text) => cutWords(text).join("|") !== jieba.cut(text, true).join("|"));
  assert.deepEqual(differing.slice(0, 5), []);
}

describe("cutting words", () => {
  test("is what jieba does, with questions that customers ask", () => {
    const texts = [material, more].flatMap((module) => Object.values(module).flat(2));
    assert.ok(texts.length > 1_000);
    assertCutAlike([...texts, ...texts.map((text) => text.slice(1))]);
  });

  test("is what jieba does, whatever is written after one another", () => {
    const words = dict
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]!);
    const strange = [
      "𠮷",
      "𪚥",
      "㐀",
      "々",
      "〇",
      "かな",
      "한",
      "é",
      "½",
      "①",
      " ",
      "，",
      ".",
      "3.5",
      "a",
      "B+",
      "C#",
      "-_",
      "％",
      "豈",
      "😀",
    ];
    const random = makeRandom(1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const piece = (): string => {
      const kind = random();
      if (kind < 0.1) return pick(strange);
      const word = pick(words);
      if (kind < 0.3) return word.slice(1);
      return kind < 0.5 ? word.slice(0, 1) : kind < 0.6 ? String.fromCharCode(0x4e00 + random() * 0x51a6) : word;
    };
    assertCutAlike(Array.from({ length: 20_000 }, () => Array.from({ length: 1 + random() * 8 }, piece).join("")));
  });

  test("holds words of trade together", () => {
    assert.deepEqual(cutWords("退货运费谁出"), ["退货", "运费", "谁", "出"]);
    assert.deepEqual(cutWords(""), []);
  });
});
