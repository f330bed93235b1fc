import assert from "node:assert/strict";
import { test } from "node:test";
import { readState } from "../../figures/address.ts";
import { addressOfView, type Look, markOf, readLook, readPlace, toView, writeLook } from "./address.ts";

const look: Look = {
  ranges: [{ column: "waitSeconds", min: 20 }],
  flags: [
    { column: "isUnserved", is: true },
    { column: "isBot", is: false },
  ],
  search: "王",
  columns: ["customer", "turns"],
  sort: { column: "turns", direction: "desc" },
};

test("what is written into the address is read from it", () => {
  assert.deepEqual(readLook(writeLook(look)), look);
  const none: Look = { ranges: [], flags: [], search: "", columns: [], sort: undefined };
  assert.deepEqual(readLook(writeLook(none)), none);
  assert.deepEqual(Object.values(writeLook(none)).filter(Boolean), []);
});

test("what can't be read is left out", () => {
  for (const ranges of ["x", "{}", '[{"column":"a"}]', '[{"column":"a","min":2,"max":1}]'])
    assert.deepEqual(readLook({ ranges }).ranges, []);
});

test("a place counts only for the question that it came from", () => {
  const mark = markOf(look);
  assert.deepEqual(readPlace({ after: "x", at: mark }, mark), { after: "x" });
  assert.deepEqual(readPlace({ before: "x", at: mark }, mark), { before: "x" });
  assert.deepEqual(readPlace({ after: "x", at: mark }, markOf({ ...look, search: "李" })), {});
  assert.deepEqual(readPlace({ after: "x" }, mark), {});
});

test("a view leads back to what was seen; named days move on", () => {
  const filters = '[{"dimension":"channel","in":["web"]}]';
  for (const days of [{ range: "7" }, { from: "2026-01-01", to: "2026-01-09" }]) {
    const state = readState({ ...days, filters }, "2026-03-20");
    const address = addressOfView("v", toView("agent_days", state, look));
    assert.deepEqual(readLook(address), look);
    assert.deepEqual(readState(address, "2026-03-20"), state);
    assert.deepEqual([address.by, address.view], ["day", "v"]);
  }
});
