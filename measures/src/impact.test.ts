import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { bootstrapImpacts, type Cluster, estimateImpacts, isRanked, type Moments } from "./certainty.ts";
import { decomposeChange } from "./change.ts";
import { addGroups, type Group, groupBy, meanOf, measureImpact } from "./impact.ts";

const group = fc
  .record({ n: fc.integer({ min: 0, max: 500 }), sum: fc.integer({ min: 0, max: 100_000 }) })
  .map((one) => ({
    n: one.n,
    sum: one.n === 0 ? 0 : one.sum,
  }));
const groups = fc
  .dictionary(fc.constantFrom("A", "B", "C", "D", "E", "F"), group)
  .map((record): Map<string, Group> => new Map(Object.entries(record)));
const near = (a: number, b: number, scale = 1) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, scale), `${a} ≠ ${b}`);
const pairs = (record: Record<string, [number, number]>) =>
  new Map(Object.entries(record).map(([key, [n, mean]]) => [key, { n, sum: n * mean }]));

const now = pairs({ A: [50, 30], B: [30, 90], C: [20, 20] });
const before = pairs({ A: [60, 28], B: [20, 60], C: [20, 25] });

describe("impact", () => {
  test("worked by hand", () => {
    const impact = measureImpact(now);
    assert.deepEqual(
      [...impact].map(([key, one]) => [key, one.impact]),
      [
        ["A", -8],
        ["B", 13.2],
        ["C", -5.2],
      ],
    );
    assert.equal(impact.get("A")!.leaveOneOut, -16);
  });

  test("sums to nothing over all groups", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const impact = [...measureImpact(all).values()];
        const scale = Math.max(0, ...impact.map((one) => Math.abs(one.impact)));
        near(
          impact.reduce((total, one) => total + one.impact, 0),
          0,
          scale,
        );
      }),
    );
  });

  test("children add up to their parent", () => {
    const turns = fc.array(
      fc.record({ category: fc.constantFrom("x", "y"), product: fc.constantFrom("1", "2", "3"), seconds: fc.nat(900) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(turns, (rows) => {
        const cut = (key: (row: (typeof rows)[number]) => string) =>
          measureImpact(groupBy(rows, key, (row) => row.seconds));
        const children = cut((row) => `${row.category}/${row.product}`);
        for (const [category, parent] of cut((row) => row.category)) {
          const own = [...children].filter(([key]) => key.startsWith(`${category}/`));
          near(
            own.reduce((total, [, one]) => total + one.impact, 0),
            parent.impact,
            1000,
          );
        }
      }),
    );
  });

  test("nothing at all has no impact, and the only group leaves nothing to compare with", () => {
    assert.equal(measureImpact(new Map()).size, 0);
    assert.equal(measureImpact(new Map([["A", { n: 0, sum: 0 }]])).size, 0);
    assert.equal(measureImpact(new Map([["A", { n: 2, sum: 10 }]])).get("A")!.leaveOneOut, null);
  });
});

describe("change", () => {
  test("worked by hand", () => {
    const change = decomposeChange(before, now);
    const effects = [...change.values()].map((one) => [one.rateEffect, one.mixEffect]);
    const expected = [
      [1.1, 1.09],
      [7.5, 3.51],
      [-1, 0],
    ];
    effects.flat().forEach((effect, index) => {
      near(effect, expected.flat()[index]!);
    });
  });

  test("rate and mix of all groups are the change of the mean", () => {
    fc.assert(
      fc.property(groups, groups, (first, second) => {
        const change = [...decomposeChange(first, second).values()];
        const [m0, m1] = [meanOf(addGroups(first.values())), meanOf(addGroups(second.values()))];
        if (m0 === null || m1 === null) return assert.deepEqual(change, []);
        const total = change.reduce((sum, one) => sum + one.rateEffect + one.mixEffect, 0);
        near(total, m1 - m0, Math.max(m0, m1) * 1000);
      }),
    );
  });

  test("a group that is new or gone changes only the mix", () => {
    const change = decomposeChange(pairs({ kept: [10, 10], gone: [10, 30] }), pairs({ kept: [10, 10], new: [10, 50] }));
    assert.equal(change.get("gone")!.rateEffect, 0);
    assert.equal(change.get("new")!.rateEffect, 0);
    assert.ok(change.get("new")!.mixEffect > 0);
  });
});

describe("certainty", () => {
  const turnsOf = (agent: string, conversations: number, seconds: (index: number) => number): Cluster[] =>
    Array.from({ length: conversations }, (_, index) => ({
      group: agent,
      conversationId: `${agent}${index}`,
      n: 1,
      sum: seconds(index),
    }));

  test("ranks a clear difference and greys what is too little or too unclear", () => {
    const intervals = bootstrapImpacts([
      ...turnsOf("slow", 60, (index) => 100 + (index % 10)),
      ...turnsOf("fast", 60, (index) => 10 + (index % 10)),
      ...turnsOf("rare", 19, () => 500),
    ]);
    assert.equal(isRanked(60, intervals.get("fast")!), true);
    assert.equal(isRanked(19, intervals.get("rare")!), false);
    assert.ok(intervals.get("fast")!.high < 0);

    const alike = bootstrapImpacts([...turnsOf("a", 40, (i) => i % 7), ...turnsOf("b", 40, (i) => (i + 3) % 7)]);
    assert.equal(isRanked(40, alike.get("a")!), false);
  });

  test("says the same of the same turns", () => {
    const turns = [...turnsOf("a", 30, (index) => index), ...turnsOf("b", 30, (index) => 2 * index)];
    assert.deepEqual(bootstrapImpacts(turns), bootstrapImpacts(turns));
  });

  const conversation = fc.array(
    fc.record({
      group: fc.constantFrom("a", "b", "c"),
      n: fc.integer({ min: 1, max: 4 }),
      seconds: fc.integer({ min: 1, max: 200 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const sample = fc.array(conversation, { minLength: 500, maxLength: 700, size: "max" }).map((found) =>
    found.flatMap((own, k) =>
      [...Map.groupBy(own, (one) => one.group)].map(
        ([group, parts]): Cluster => ({
          group,
          conversationId: `${k}`,
          n: parts.reduce((n, one) => n + one.n, 0),
          sum: parts.reduce((sum, one) => sum + one.n * one.seconds, 0),
        }),
      ),
    ),
  );

  test("of many conversations the estimate is where the bootstrap is", () => {
    fc.assert(
      fc.property(sample, (clusters) => {
        const drawn = bootstrapImpacts(clusters);
        const { groups, whole } = addMoments(clusters);
        for (const [group, { low, high }] of estimateImpacts(groups, whole)) {
          const interval = drawn.get(group)!;
          const width = interval.high - interval.low;
          assert.ok(Math.abs(high - low - width) < 0.15 * width, `${group}: ${high - low} against ${width}`);
          assert.ok(Math.abs(high + low - interval.high - interval.low) < 0.25 * width);
        }
      }),
      { numRuns: 15 },
    );
  });

  function addMoments(clusters: Cluster[]) {
    const groups = new Map<string, Moments>();
    const whole = { clusters: 0, n: 0, s: 0, nn: 0, ns: 0, ss: 0 };
    for (const own of Map.groupBy(clusters, (one) => one.conversationId).values()) {
      const N = own.reduce((n, one) => n + one.n, 0);
      const S = own.reduce((sum, one) => sum + one.sum, 0);
      whole.clusters += 1;
      whole.n += N;
      whole.s += S;
      whole.nn += N * N;
      whole.ns += N * S;
      whole.ss += S * S;
      for (const { group, n, sum: s } of own) {
        const m = groups.get(group) ?? { n: 0, s: 0, nn: 0, ns: 0, ss: 0, nN: 0, nS: 0, sN: 0, sS: 0 };
        const more = { n, s, nn: n * n, ns: n * s, ss: s * s, nN: n * N, nS: n * S, sN: s * N, sS: s * S };
        groups.set(group, Object.fromEntries(Object.entries(m).map(([k, v]) => [k, v + more[k as "n"]])) as Moments);
      }
    }
    return { groups, whole };
  }
});
