import assert from "node:assert/strict";
import { test } from "node:test";
import { insist } from "./insist.ts";

test("calls again after a failure until it succeeds, waiting in between", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let calls = 0;
  const failures: unknown[] = [];
  const call = async () => {
    calls += 1;
    if (calls < 3) throw new Error(`no ${calls}`);
    return "yes";
  };
  const result = insist(call, (error) => failures.push((error as Error).message));
  while (calls < 3) {
    const before = calls;
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(calls, before, "not again before the wait is over");
    t.mock.timers.tick(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(await result, "yes");
  assert.deepEqual(failures, ["no 1", "no 2"]);
});

test("ends where the failure is final", async () => {
  const final = insist(
    () => Promise.reject(new Error("unknown key")),
    (error) => {
      throw error;
    },
  );
  await assert.rejects(final, /unknown key/);
});
