import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRandom } from "@yingda/answering/intents/random";
import type { Language } from "@yingda/answering/types";
import { makeTable, packVector } from "./vectors.ts";

const width = 16;
/** Entries in pairs of wordings, which lie near each other and as far as chance has it from the rest. */
function buildWordings(language: Language, entries: number) {
  const random = makeRandom(language === "en" ? 1 : 2);
  const chance = () => Float32Array.from({ length: width }, () => random() - 0.5);
  return Array.from({ length: entries }, (_, entry) => ({ entry, middle: chance() })).flatMap(({ entry, middle }) =>
    [chance(), chance()].map((off) => ({
      entryId: `${language}${entry}`,
      language,
      vector: packVector(middle.map((each, i) => each + 0.4 * off[i]!)),
    })),
  );
}

test("what cosines mean is told for each language by itself", async () => {
  const english = buildWordings("en", 15);
  // To a model that has never seen Chinese its wordings lie anywhere.
  const chinese = buildWordings("zh", 15).map((one, at, all) => ({
    ...one,
    vector: all[(7 * at + 3) % all.length]!.vector,
  }));
  const { scales, unheard } = (await makeTable([...chinese, ...english]))!;
  assert.equal(scales.zh, null);
  assert.deepEqual(unheard, ["zh"]);
  assert.ok(scales.en && scales.en.slope > 1);
  assert.deepEqual(scales.en, (await makeTable(english))!.scales.en);
  assert.deepEqual((await makeTable(english))!.unheard, [], "what the shop has none of is no loss");
});
