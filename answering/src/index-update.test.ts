import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decide } from "./decide.ts";
import { buildIndex } from "./index-build.ts";
import { openIndex } from "./index-open.ts";
import { updateIndex } from "./index-update.ts";
import { sampleEntries } from "./sample-shop.ts";
import type { Entry } from "./types.ts";

const texts = sampleEntries.flatMap(({ question, similar, answer }) => [question, ...similar, answer]);
const entry = fc.record({
  id: fc.constantFrom(...sampleEntries.map(({ id }) => id), "a-new", "zz-new"),
  question: fc.constantFrom(...texts),
  similar: fc.array(fc.constantFrom(...texts), { maxLength: 3 }),
  answer: fc.constantFrom("", ...texts),
});
const some = (entries: readonly Entry[]) => fc.shuffledSubarray([...entries]);

test("an updated index decides as one built anew", () => {
  const first = buildIndex(sampleEntries);
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { maxLength: 5, selector: ({ id }) => id }),
      some(sampleEntries),
      fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 6 }),
      (changed, kept, asked) => {
        const removed = sampleEntries.filter((one) => !kept.includes(one)).map(({ id }) => id);
        const now = [...kept.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed];
        const [updated, built] = [openIndex(updateIndex(first, { changed, removed })), openIndex(buildIndex(now))];
        assert.equal(updated.entryCount, built.entryCount);
        assert.equal(updated.sections.featureIdf.length, built.sections.featureIdf.length);
        for (const text of asked) assert.deepEqual(decide(updated, { text }), decide(built, { text }));
      },
    ),
    { numRuns: 80 },
  );
});

test("nothing changed is nothing changed, byte for byte, and all removed is empty", () => {
  const first = buildIndex(sampleEntries);
  assert.deepEqual(Buffer.from(updateIndex(first, { changed: [], removed: [] })), Buffer.from(first));
  const empty = openIndex(updateIndex(first, { changed: [], removed: sampleEntries.map(({ id }) => id) }));
  assert.equal(empty.entryCount, 0);
  assert.equal(decide(empty, { text: "怎么退款" }).outcome, "unknown");
});
