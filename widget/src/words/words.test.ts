import assert from "node:assert/strict";
import { test } from "node:test";
import * as words from "./dictionary.ts";
import { chooseLocale, sayBytes, sayIn, sayTime, sayWait } from "./words.ts";

test("every word is there in both languages with the same values in it", () => {
  const valuesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
  for (const word of Object.values(words).flat()) {
    const [zhCn = "", en = "", ...more] = word.split("|");
    assert.deepEqual(valuesIn(en), valuesIn(zhCn), word);
    assert.match(zhCn, /[\u4e00-\u9fff]/, word);
    assert.match(en, /^[^\u4e00-\u9fff]+$/, word);
    assert.deepEqual(more, [], word);
  }
});

test("a value is put in as it is, also when it looks like a pattern", () => {
  assert.equal(sayIn("en")(words.lineConnected, { name: "$& {n}" }), "$& {n} joined the chat");
});

test("the language follows the first wish that is given", () => {
  assert.equal(chooseLocale([null, "", "zh-Hant-HK", "en"]), "zh-CN");
  assert.equal(chooseLocale(["en-GB", "zh-CN"]), "en");
  assert.equal(chooseLocale(["fr"]), "en");
  assert.equal(chooseLocale([]), "zh-CN");
});

test("waiting times are whole minutes, rounded up", () => {
  const say = sayIn("zh-CN");
  assert.deepEqual(
    [0, 59, 60, 61, 1801].map((seconds) => sayWait(say, seconds)),
    ["预计不到 1 分钟", "预计不到 1 分钟", "预计约 1 分钟", "预计约 2 分钟", "预计约 31 分钟"],
  );
});

test("sizes are said as people say them", () => {
  assert.deepEqual([12, 2048, 3.25 * 1024 * 1024].map(sayBytes), ["1 KB", "2 KB", "3.3 MB"]);
});

test("today's times go without the day", () => {
  const at = new Date(2026, 2, 5, 9, 7).toISOString();
  assert.equal(sayTime("zh-CN", at, new Date(2026, 2, 5, 20).getTime()), "09:07");
  assert.equal(sayTime("zh-CN", at, new Date(2026, 2, 6).getTime()), "3月5日 09:07");
});
