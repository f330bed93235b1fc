import assert from "node:assert/strict";
import { once } from "node:events";
import { after, test } from "node:test";
import type { Worker } from "node:worker_threads";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openIndexStore } from "./index-store.ts";

test("an index is built although the worker before died", { timeout: 10_000 }, async () => {
  const { ground } = await openTestGround();
  const workers: Worker[] = [];
  const note = (worker: Worker) => workers.push(worker);
  process.on("worker", note);
  after(() => process.off("worker", note));
  const indexes = openIndexStore(ground);
  after(() => indexes.close());
  const [one, two] = [await buildShop(ground), await buildShop(ground)];
  await indexes.get(one.shopId);
  const exit = once(workers[0]!, "exit");
  await workers[0]!.terminate();
  await exit;
  assert.equal((await indexes.get(two.shopId)).entries.size, 0);
});
