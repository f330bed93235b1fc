import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, test } from "node:test";
import { content } from "@yingda/contract/events";
import { entryDraft } from "@yingda/contract/routes/knowledge";
import { quickPhrase, shopSettings } from "@yingda/contract/routes/shop";
import { productCard } from "./history/product-card.ts";
import { imagesFolder, imagesPath } from "./images.ts";
import { categories, knowledge } from "./knowledge.ts";
import { toPlainText } from "./plain-text.ts";
import { products } from "./products.ts";
import { agents, hotQuestions, quickPhrases, settings } from "./shop.ts";

const pictures = readdirSync(imagesFolder);

/** As a customer's ear hears it: case, spaces and punctuation don't tell two questions apart. */
const bare = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, "");

describe("the demo shop's knowledge", () => {
  test("is at least 150 entries, each with a key of its own", () => {
    assert.ok(knowledge.length >= 150, `${knowledge.length} entries`);
    assert.equal(new Set(knowledge.map((entry) => entry.key)).size, knowledge.length);
    for (const { key } of knowledge) assert.match(key, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("asks no question under two entries", () => {
    const owners = new Map<string, string>();
    for (const entry of knowledge) {
      for (const question of [entry.question, ...entry.similar]) {
        const owner = owners.get(bare(question));
        assert.equal(owner, undefined, `“${question}” stands under ${owner} and ${entry.key}`);
        owners.set(bare(question), entry.key);
      }
    }
  });

  test("has four to ten similar questions for each entry", () => {
    for (const { key, similar } of knowledge) assert.ok(similar.length >= 4 && similar.length <= 10, key);
  });

  test("can be saved as it is through the contract", () => {
    for (const { question, similar, answer, category } of knowledge)
      entryDraft.parse({ question, similar, answerHtml: answer, category });
  });

  test("answers only in the tags that an answer may have, opened and closed in order", () => {
    for (const { key, answer } of knowledge) {
      const open: string[] = [];
      for (const [tag, slash, name = "", rest = ""] of answer.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
        assert.match(name, /^(p|br|strong|em|ul|ol|li|a|img)$/, `${key}: ${tag}`);
        if (name !== "img" && name !== "a") assert.equal(rest, "", `${key}: ${tag}`);
        if (slash) assert.equal(open.pop(), name, `${key}: ${tag}`);
        else if (name !== "img" && name !== "br") open.push(name);
      }
      assert.deepEqual(open, [], key);
      assert.ok(!/[<>&]/.test(toPlainText(answer)), key);
    }
  });

  test("shows pictures that exist, each with words for those who can't see them", () => {
    for (const { key, answer } of knowledge) {
      for (const [, attributes = ""] of answer.matchAll(/<img ([^>]*)>/g)) {
        const [, source = "", alt = ""] = attributes.match(/^src="([^"]+)" alt="([^"]+)"$/) ?? [];
        assert.ok(source.startsWith(imagesPath) && alt, `${key}: ${attributes}`);
        assert.ok(pictures.includes(source.slice(imagesPath.length)), `${key}: ${source}`);
      }
    }
  });

  test("hangs on a tree of two levels", () => {
    for (const { key, category } of knowledge) assert.match(category, /^[^/]+\/[^/]+$/, key);
    for (const { name, children } of categories) assert.ok(name && children.length > 0);
  });

  test("speaks to customers who write English, too", () => {
    const english = knowledge.filter((entry) => entry.category.startsWith("English/"));
    assert.ok(english.length >= 12);
    for (const entry of english)
      assert.ok(!/\p{Script=Han}/u.test(entry.question + entry.similar.join() + entry.answer));
  });
});

describe("the demo shop", () => {
  test("has settings that the contract accepts and a name that says demo", () => {
    shopSettings.omit({ hotQuestionIds: true, measures: true }).parse(settings);
    assert.match(settings.name, /演示/);
  });

  test("offers hot questions that it can answer", () => {
    const english = hotQuestions.filter((key) => key.startsWith("en-"));
    assert.ok(hotQuestions.length - english.length >= 6 && english.length >= 4);
    shopSettings.shape.hotQuestionIds.parse(hotQuestions.map(() => crypto.randomUUID()));
    for (const key of hotQuestions)
      assert.ok(
        knowledge.some((entry) => entry.key === key),
        key,
      );
  });

  test("gives agents thirty quick phrases and more, each under its own shortcut", () => {
    assert.ok(quickPhrases.length >= 30);
    for (const phrase of quickPhrases) quickPhrase.omit({ id: true }).parse(phrase);
    assert.equal(new Set(quickPhrases.map((phrase) => phrase.shortcut)).size, quickPhrases.length);
  });

  test("is staffed by a supervisor and two agents", () => {
    assert.deepEqual(agents.map((agent) => agent.role).sort(), ["agent", "agent", "supervisor"]);
  });

  test("sells products, each with a picture and a card that the contract accepts", () => {
    assert.ok(products.length >= 10 && products.length <= 14);
    assert.equal(new Set(products.map((product) => product.id)).size, products.length);
    for (const product of products) {
      assert.ok(pictures.includes(product.image), product.image);
      content.parse(productCard(product, "zh-CN"));
      content.parse(productCard(product, "en"));
    }
  });

  test("draws its pictures as small SVG files without scripts or links", () => {
    for (const file of pictures) {
      const picture = new URL(file, imagesFolder);
      assert.ok(statSync(picture).size < 12_000, file);
      const drawing = readFileSync(picture, "utf8");
      assert.match(drawing, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 800 \d+"/, file);
      assert.doesNotMatch(drawing, /<script|<foreignObject|href=|url\(|\son\w+=/i, file);
    }
  });
});
