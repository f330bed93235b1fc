import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorStatus } from "@yingda/contract/errors";
import { texts as en } from "./en.ts";
import { texts as zh } from "./zh-CN.ts";

type Tree = { [key: string]: string | Tree };

/** "nav.home" → words. English has two plural forms where Chinese has one, so the form is left out of the key. */
function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix + key.replace(/_(one|other)$/, "");
    if (typeof value === "string") found.set(path, value);
    else for (const [inner, words] of flatten(value, `${path}.`)) found.set(inner, words);
  }
  return found;
}

const placeholders = (words: string) => [...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe("the console's words", () => {
  for (const area of Object.keys(zh) as (keyof typeof zh)[]) {
    const chinese = flatten(zh[area]);
    const english = flatten(en[area]);

    test(`${area}: both languages have the same keys`, () => {
      assert.deepEqual([...english.keys()].sort(), [...chinese.keys()].sort());
    });

    test(`${area}: nothing is left empty`, () => {
      const empty = [...chinese, ...english].filter(([, words]) => !words.trim()).map(([key]) => key);
      assert.deepEqual(empty, []);
    });

    test(`${area}: both languages fill in the same values`, () => {
      for (const [key, words] of chinese) {
        const one = new Set(placeholders(words));
        const other = new Set(placeholders(english.get(key) ?? ""));
        // "1 conversation" may spell the number out.
        one.delete("count");
        other.delete("count");
        assert.deepEqual([...other], [...one], key);
      }
    });

    test(`${area}: English words are not left in Chinese`, () => {
      const left = [...english].filter(([key, words]) => /[\u4e00-\u9fff]/.test(words) && !key.endsWith("zh-CN"));
      assert.deepEqual(left, []);
    });
  }

  test("every error code of the contract has its sentence", () => {
    for (const code of Object.keys(errorStatus)) assert.ok(code in zh.errors, code);
  });
});
