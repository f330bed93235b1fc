import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decide } from "./decide.ts";
import { fitNearScale, meet, type Near, type NearSample, opinionOf } from "./nearness.ts";
import { openEntries, sampleEntries } from "./sample-shop.ts";

const shop = openEntries(sampleEntries);
const ids = sampleEntries.map(({ id }) => id);
const scale = { typical: 0.6, slope: 30, bias: -3 };
const nearTo = (cosines: Record<string, number>): Near => ({ cosines: new Map(Object.entries(cosines)), scale });
const answers = (outcome: string) => outcome === "direct" || outcome === "understood";
/** Shares no word with any entry. */
const strange = "囧囧囧";

/** Wordings that belong together lie at .8 ± .06, the nearest others at .6 ± .05: always the same ones. */
const samples: NearSample[] = Array.from({ length: 60 }, (_, at) => ({
  own: 0.8 + 0.06 * Math.sin(at),
  others: [0, 1, 2, 3].map((n) => 0.6 - 0.03 * n + 0.05 * Math.sin(7 * at + n)),
}));

describe("what cosines mean", () => {
  test("what belongs together is likely, the nearest wrong entry is not", () => {
    const fitted = fitNearScale(samples)!;
    assert.ok(opinionOf(fitted, 0.8) > 0.75, `${opinionOf(fitted, 0.8)}`);
    assert.ok(opinionOf(fitted, 0.6) < 0.25, `${opinionOf(fitted, 0.6)}`);
  });

  test("a model that calls everything alike is read as well as one that spreads", () => {
    const squeeze = (cosine: number) => 0.85 + 0.1 * cosine;
    const squeezed = samples.map(({ own, others }) => ({ own: squeeze(own!), others: others.map(squeeze) }));
    const [one, other] = [fitNearScale(samples)!, fitNearScale(squeezed)!];
    for (const cosine of [0.4, 0.6, 0.7, 0.8, 0.9]) {
      assert.ok(Math.abs(opinionOf(one, cosine) - opinionOf(other, squeeze(cosine))) < 1e-6);
      const [alone, squeezedToo] = [
        meet({ cosines: new Map([["a", cosine]]), scale: one }, "a", -1),
        meet({ cosines: new Map([["a", squeeze(cosine)]]), scale: other }, "a", -1),
      ];
      assert.ok(Math.abs(alone - squeezedToo) < 1e-6);
    }
  });

  test("a model to which nothing belongs together has no say, nor has one with too little to judge by", () => {
    const senseless = samples.map(({ others }) => ({ own: 0.2, others }));
    const fitted = fitNearScale(senseless);
    assert.ok(fitted === null || opinionOf(fitted, 0.65) < 0.5);
    assert.equal(fitNearScale(samples.slice(0, 5)), null);
    assert.equal(fitNearScale(samples.map(() => ({ own: null, others: [0.5] }))), null);
  });

  test("entries with one wording each are judged by the usual model", () => {
    const fitted = fitNearScale(samples.map(({ others }) => ({ own: null, others })))!;
    assert.ok(opinionOf(fitted, 0.62) < 0.2 && opinionOf(fitted, 0.9) > 0.5);
  });
});

describe("a decision with an embedding model beside it", () => {
  test("recommends what shares no word, and never answers it", () => {
    for (const id of ids) {
      const decision = decide(shop, { text: strange, near: nearTo({ [id]: 1 }) });
      assert.equal(answers(decision.outcome), false, `${decision.outcome} ${decision.confidence}`);
      assert.ok(decision.options.some(({ entryId }) => entryId === id));
    }
  });

  test("answers nothing by nearness alone, however near", () => {
    for (const id of ids)
      for (const text of ["dog", "55", "囧", "helpdesk", "囧囧 dog", "zebra crossing"]) {
        const decision = decide(shop, { text, near: nearTo({ [id]: 1 }) });
        assert.equal(answers(decision.outcome), false, `${text}: ${decision.entryId} ${decision.confidence}`);
      }
  });

  test("shows what the model said", () => {
    const near = nearTo({ "refund-how": 0.9 });
    const [first] = decide(shop, { text: "退款", near }).candidates;
    assert.ok(first!.signals.some(({ name }) => name === "near"));
    const without = decide(shop, { text: "退款" }).candidates;
    assert.ok(without.every(({ signals }) => signals.every(({ name }) => name !== "near")));
  });

  test("leaves exact wordings alone, whatever the model says", () => {
    const known = sampleEntries.flatMap(({ id, question, similar }) =>
      [question, ...similar].map((text) => ({ id, text })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.dictionary(fc.constantFrom(...ids), fc.double({ min: -1, max: 1, noNaN: true })),
        ({ id, text }, cosines) => {
          const decision = decide(shop, { text, near: nearTo(cosines) });
          assert.equal(decision.entryId, id);
        },
      ),
      { numRuns: 80 },
    );
  });

  test("is the same for the same input, in whatever order the near ones come, and with unknown ids among them", () => {
    const text = fc.constantFrom("退款", "多久能收到", "能便宜点吗", strange, "");
    const cosines = fc.dictionary(fc.constantFrom(...ids, "gone"), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(text, cosines, (asked, found) => {
        const turned = Object.fromEntries(Object.entries(found).toReversed());
        const first = decide(shop, { text: asked, near: nearTo(found) });
        assert.deepEqual(decide(shop, { text: asked, near: nearTo(turned) }), first);
        assert.ok(first.options.every(({ entryId }) => entryId !== "gone"));
      }),
      { numRuns: 80 },
    );
  });

  test("moves by a bounded step, up with a nearer entry and never down for it", () => {
    const odds = fc.double({ min: -8, max: 8, noNaN: true });
    const cosine = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(odds, cosine, cosine, (before, one, other) => {
        const [far, close] = [Math.min(one, other), Math.max(one, other)];
        const after = (value: number) => meet(nearTo({ a: value }), "a", before);
        assert.ok(after(close) >= after(far) - 1e-12);
        assert.ok(after(close) <= before + 5 && after(far) >= before - 1.5);
        assert.ok(meet(nearTo({ b: close }), "a", before) <= before, "what is not near gains nothing");
      }),
    );
  });
});
