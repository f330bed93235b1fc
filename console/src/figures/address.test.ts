import assert from "node:assert/strict";
import { test } from "node:test";
import {
  enterValue,
  type FigureSearch,
  pinned,
  readFilters,
  readState,
  writeCompare,
  writeFilters,
} from "./address.ts";

const today = "2026-11-25";

test("an empty address shows the last 30 days beside the 30 before", () => {
  const state = readState({}, today);
  assert.deepEqual(state.window, { from: "2026-10-27", to: "2026-11-25" });
  assert.deepEqual(state.before, { from: "2026-09-27", to: "2026-10-26" });
  assert.deepEqual([state.range, state.filters, state.unreadableFilters], ["30", [], 0]);
});

test("days of one's own win over a named range; days that make no window fall back to it", () => {
  assert.equal(readState({ range: "7", from: "2026-11-01", to: "2026-11-02" }, today).range, "own");
  assert.equal(readState({ range: "7", from: "2026-11-02", to: "2026-11-01" }, today).range, "7");
  assert.equal(readState({ range: "century", from: "2020-01-01", to: "2026-11-01" }, today).range, "30");
});

test("days that can't be read are said to be, whether shown or compared with", () => {
  const areUnreadable = (search: FigureSearch) => readState(search, today).areDaysUnreadable;
  for (const search of [{}, { range: "7", compare: "year" }, { from: "2026-11-01", to: "2026-11-02" }])
    assert.equal(areUnreadable(search), false);
  for (const search of [
    { from: "2026-11-02", to: "2026-11-01" },
    { from: "2026-13-45" },
    { range: "foo" },
    { compare: "zz" },
  ])
    assert.equal(areUnreadable(search), true, JSON.stringify(search));
});

test("what it is compared with is read back as it was written", () => {
  for (const compare of ["previous", "none", "year", { from: "2026-01-01", to: "2026-01-31" }] as const) {
    assert.deepEqual(readState({ compare: writeCompare(compare) }, today).compare, compare);
  }
  assert.equal(readState({ compare: "none" }, today).before, null);
  assert.equal(readState({ compare: "1..2" }, today).compare, "previous");
});

test("filters are read back as they were written, values with any characters in them too", () => {
  const filters = [
    { dimension: "agent", in: ["A,1;:", null], not: false },
    { dimension: "intent", in: ["退换/退款进度"], not: true },
  ] as const;
  const written = writeFilters(filters.map((one) => ({ ...one, in: [...one.in] })));
  assert.deepEqual(readFilters(written), { filters, unreadable: 0 });
  assert.equal(writeFilters([]), undefined);
});

test("filters that cannot be read are left out and counted, the others stay", () => {
  assert.deepEqual(readFilters("{not json"), { filters: [], unreadable: 1 });
  assert.deepEqual(readFilters('"agent"'), { filters: [], unreadable: 1 });
  const mixed = readFilters('[{"dimension":"shoe size","in":["44"]},{"dimension":"agent","in":["A1"]}]');
  assert.deepEqual(mixed, { filters: [{ dimension: "agent", in: ["A1"], not: false }], unreadable: 1 });
});

test("entering a row keeps the other filters and takes the place of its own dimension's", () => {
  const before = enterValue(enterValue([], "agent", "A1"), "intent", null);
  assert.deepEqual(enterValue(before, "agent", "A2"), [
    { dimension: "intent", in: [null], not: false },
    { dimension: "agent", in: ["A2"], not: false },
  ]);
});

test("a copied link has its days fixed", () => {
  const search: FigureSearch = { range: "7", metric: "human.average_wait" };
  assert.deepEqual(pinned(search, readState(search, today)), {
    metric: "human.average_wait",
    from: "2026-11-19",
    to: "2026-11-25",
  });
});
