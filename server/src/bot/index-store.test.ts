import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { decide } from "@yingda/answering/decide";
import { buildIndex } from "@yingda/answering/index-build";
import type { StaffCtx } from "../context.ts";
import { changeEntry, createEntry, deleteEntries, listEntriesForIndex } from "../knowledge/knowledge.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openIndexFiles } from "./index-files.ts";
import { openIndexStore } from "./index-store.ts";

const { ground, folder } = await openTestGround();

function open(options: { mostBytes?: number } = {}) {
  const store = openIndexStore(ground, { dataFolder: folder, ...options });
  after(() => store.close());
  return store;
}

async function buildKnowingShop(...questions: string[]): Promise<{ staff: StaffCtx; entryIds: string[] }> {
  const staff = await buildStaff(await buildShop(ground), { role: "admin", status: "offline" });
  const entryIds: string[] = [];
  for (const question of questions) {
    const draft = { question, similar: [], category: "", isEnabled: true, answerHtml: `<p>${question}！</p>` };
    entryIds.push((await createEntry(staff, draft)).id);
  }
  return { staff, entryIds };
}

const fileOf = (shopId: string) => join(folder, "indexes", `${shopId}.index`);

test("an index is built although the worker before died", { timeout: 10_000 }, async () => {
  const workers: Worker[] = [];
  const note = (worker: Worker) => workers.push(worker);
  process.on("worker", note);
  after(() => process.off("worker", note));
  const indexes = open();
  const [one, two] = [await buildShop(ground), await buildShop(ground)];
  await indexes.get(one.shopId);
  const exit = once(workers[0]!, "exit");
  await workers[0]!.terminate();
  await exit;
  assert.equal((await indexes.get(two.shopId)).index.entryCount, 0);
});

describe("an index on disk", () => {
  test("is what the next start opens", async () => {
    const { staff } = await buildKnowingShop("多久发货", "怎么退货");
    const first = open();
    await first.get(staff.shopId);
    await first.close();
    const files = openIndexFiles(folder);
    const saved = (await files.read(staff.shopId))!;
    assert.deepEqual(Buffer.from(saved.snapshot), Buffer.from(buildIndex(await listEntriesForIndex(staff))));
    // Nothing is read anew of which nothing changed: another's words would be taken for the shop's.
    const [one, two] = await listEntriesForIndex(staff);
    await files.write(staff.shopId, { ...saved, snapshot: buildIndex([{ ...one!, question: "鲸鱼多大" }, two!]) });
    const { index } = await open().get(staff.shopId);
    assert.equal(decide(index, { text: "鲸鱼多大" }).outcome, "direct");
  });

  test("knows what changed while nobody looked", async () => {
    const { staff, entryIds } = await buildKnowingShop("多久发货", "怎么退货", "怎么开发票", "运费谁出");
    const first = open();
    await first.get(staff.shopId);
    await first.close();
    await changeEntry(staff, entryIds[0]!, { question: "鲸鱼多大" });
    await deleteEntries(staff, [entryIds[1]!]);
    await changeEntry(staff, entryIds[2]!, { isEnabled: false });
    const { index } = await open().get(staff.shopId);
    assert.equal(index.entryCount, 2);
    assert.equal(decide(index, { text: "鲸鱼多大" }).entryId, entryIds[0]);
    assert.equal(decide(index, { text: "运费谁出" }).entryId, entryIds[3]);
  });

  for (const [kind, bytes] of [
    ["empty", Buffer.alloc(0)],
    ["cut off", Buffer.alloc(40, 7)],
    ["noise", Buffer.alloc(5_000, 7)],
  ] as const)
    test(`that is ${kind} is made anew`, async () => {
      const { staff, entryIds } = await buildKnowingShop("多久发货");
      const first = open();
      await first.get(staff.shopId);
      await first.close();
      writeFileSync(fileOf(staff.shopId), bytes);
      assert.equal(decide((await open().get(staff.shopId)).index, { text: "多久发货" }).entryId, entryIds[0]);
    });

  test("of another version of the library is made anew", async () => {
    const { staff, entryIds } = await buildKnowingShop("多久发货");
    const first = open();
    await first.get(staff.shopId);
    await first.close();
    const files = openIndexFiles(folder);
    const other = (await files.read(staff.shopId))!;
    const [entry] = await listEntriesForIndex(staff);
    await files.write(staff.shopId, { ...other, snapshot: buildIndex([{ ...entry!, question: "鲸鱼多大" }]) });
    const bytes = readFileSync(fileOf(staff.shopId));
    bytes[0]! ^= 1;
    writeFileSync(fileOf(staff.shopId), bytes);
    assert.equal(decide((await open().get(staff.shopId)).index, { text: "多久发货" }).entryId, entryIds[0]);
  });
});

test("a change that could not be read for a moment is read a little later", { timeout: 30_000 }, async () => {
  const { staff, entryIds } = await buildKnowingShop("多久发货");
  let isAway = false;
  const learnedOf = async () => {
    if (isAway) throw new Error("the database is away");
    return null;
  };
  const store = openIndexStore(ground, { dataFolder: folder, learnedOf });
  after(() => store.close());
  await store.get(staff.shopId);
  isAway = true;
  await changeEntry(staff, entryIds[0]!, { question: "鲸鱼多大" });
  await wait(500);
  isAway = false;
  while (decide((await store.get(staff.shopId)).index, { text: "鲸鱼多大" }).outcome !== "direct") await wait(100);
});

test("shops leave memory when it is full, and come back with what changed meanwhile", async () => {
  const [one, two] = [await buildKnowingShop("多久发货"), await buildKnowingShop("怎么退货")];
  const indexes = open({ mostBytes: 1 });
  const first = await indexes.get(one.staff.shopId);
  assert.equal(await indexes.get(one.staff.shopId), first, "the last one stays");
  await indexes.get(two.staff.shopId);
  await changeEntry(one.staff, one.entryIds[0]!, { question: "鲸鱼多大" });
  await wait(100);
  const again = await indexes.get(one.staff.shopId);
  assert.notEqual(again, first);
  assert.equal(decide(again.index, { text: "鲸鱼多大" }).entryId, one.entryIds[0]);
});
