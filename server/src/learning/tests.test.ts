import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { KnowledgeChange } from "@yingda/contract/routes/knowledge-tests";
import type { StaffCtx } from "../context.ts";
import { previewImport } from "../knowledge/importing.ts";
import { changeEntry, createEntry, deleteEntries } from "../knowledge/knowledge.ts";
import { openFairWorkers } from "../platform/fair-workers.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { openTestAsking } from "./asking.ts";
import { compareTests } from "./comparing.ts";
import { getTestRun, listTestRuns, runChangedTests, startTestRun } from "./test-runs.ts";
import { importTests } from "./test-sheet.ts";
import { deleteTests, listTests, saveTest } from "./tests.ts";
import type { TestsAnswer, TestsQuestion } from "./tests-worker.ts";

const { ground, clock, database } = await openTestGround();
const asking = openTestAsking();
after(() => asking.close());
const all = { search: undefined, verdict: undefined, page: 1, pageSize: 50 };
const draftOf = (question: string, similar: string[] = []) => ({
  ...{ question, similar, answerHtml: `<p>${question}：照章办理</p>`, category: "", isEnabled: true },
});

async function buildTestedShop() {
  const staff = await buildStaff(await buildShop(ground), { role: "supervisor" });
  const refund = await createEntry(staff, draftOf("退款多久到账", ["钱什么时候退给我"]));
  const invoice = await createEntry(staff, draftOf("怎么开发票", ["可以开电子发票吗"]));
  const shipping = await createEntry(staff, draftOf("多久能发货", ["什么时候寄出"]));
  const keep = (question: string, entryId: string | null) => saveTest(staff, { question, entryId, origin: "hand" });
  await keep("钱什么时候退给我呀", refund.id);
  await keep("可以开电子发票吗", invoice.id);
  await keep("你们老板叫什么名字", null);
  return { staff, refund, invoice, shipping, keep };
}

async function run(staff: StaffCtx) {
  const { testRunId } = await startTestRun(staff, asking);
  for (;;) {
    const now = await getTestRun(staff, testRunId);
    if (now.state !== "running") return now;
    await wait(20);
  }
}
const compare = (staff: StaffCtx, change: KnowledgeChange) => compareTests(staff, asking, { change });

describe("a test", () => {
  test("is answered right, or says what came instead; what fails stands first", async () => {
    const { staff, shipping, keep } = await buildTestedShop();
    await keep("可以开电子发票么", shipping.id);
    const { state, tests, passed } = await run(staff);
    assert.deepEqual([state, tests, passed], ["done", 4, 3]);
    const { items, counts } = await listTests(staff, all);
    assert.deepEqual(counts, { all: 4, right: 3, offered: 0, wrong: 1, silent: 0, none: 0 });
    assert.equal(items[0]!.question, "可以开电子发票么");
    assert.equal(items[0]!.now!.entry!.question, "怎么开发票");
    assert.equal(items.find((one) => one.expected === null)!.now!.outcome, "unknown");
  });

  test("said anew gets the new expectation, and an entry that goes takes its tests along", async () => {
    const { staff, refund, keep } = await buildTestedShop();
    await keep("可以开电子发票吗", refund.id);
    const { items } = await listTests(staff, all);
    assert.equal(items.length, 3);
    assert.equal(items.find((one) => one.question === "可以开电子发票吗")!.expected!.question, "退款多久到账");
    await deleteEntries(staff, [refund.id]);
    assert.deepEqual(
      (await listTests(staff, all)).items.map((one) => one.expected),
      [null],
    );
  });

  test("comes from a sheet, with or without a heading; rows that name no entry are named", async () => {
    const { staff } = await buildTestedShop();
    const sheet =
      "问题,应答知识\n发票抬头能改吗,怎么开发票\n有没有优惠券,-\n可以开电子发票吗,怎么开发票\n几天到,到货时间\n,怎么开发票\n";
    const { added, changed, same, bad } = await importTests(staff, { bytes: Buffer.from(sheet) });
    assert.deepEqual([added, changed, same], [2, 0, 1]);
    assert.deepEqual(
      bad.map(({ row, reason }) => [row, reason]),
      [
        [5, "unknown_entry"],
        [6, "empty_question"],
      ],
    );
    const pasted = await importTests(staff, { bytes: Buffer.from("有没有优惠券\t多久能发货\n有没有赠品\t") });
    assert.deepEqual([pasted.added, pasted.changed], [1, 1]);
    const ids = (await listTests(staff, all)).items.map((one) => one.testId);
    assert.deepEqual(await deleteTests(staff, { testIds: ids }), { deleted: 6 });
  });
});

describe("before a change is made", () => {
  test("deleting an entry says which tests would get another answer; nothing is changed by asking", async () => {
    const { staff, invoice } = await buildTestedShop();
    const found = await compare(staff, { kind: "delete", entryIds: [invoice.id] });
    assert.deepEqual([found.tests, found.changed, found.broken], [3, 1, 1]);
    const [one] = found.items;
    assert.deepEqual([one!.question, one!.before.verdict, one!.goes], ["可以开电子发票吗", "right", true]);
    assert.notEqual(one!.after.verdict, "right");
    assert.equal((await compare(staff, { kind: "delete", entryIds: [invoice.id] })).changed, 1);
  });

  test("an edit that takes a wording away, or a new entry that takes it over, shows in the tests", async () => {
    const { staff, refund } = await buildTestedShop();
    const without = { ...draftOf("运费谁承担"), answerHtml: refund.answerHtml };
    const edited = await compare(staff, { kind: "save", entryId: refund.id, draft: without });
    assert.deepEqual(
      edited.items.map((one) => [one.question, one.before.verdict]),
      [["钱什么时候退给我呀", "right"]],
    );
    const rival = draftOf("你们老板叫什么名字");
    const added = await compare(staff, { kind: "save", entryId: null, draft: rival });
    assert.deepEqual([added.changed, added.broken], [1, 1]);
    assert.equal(added.items[0]!.after.entry!.question, "你们老板叫什么名字");
    const off = await compare(staff, { kind: "switch", entryIds: [refund.id], isEnabled: false });
    assert.equal(off.broken, 1);
  });

  test("a change that mends is told from one that breaks, and one that changes nothing from both", async () => {
    const { staff, invoice, keep } = await buildTestedShop();
    await keep("专票怎么弄", invoice.id);
    const draft = draftOf("怎么开发票", ["可以开电子发票吗", "专票怎么弄"]);
    const found = await compare(staff, { kind: "save", entryId: invoice.id, draft });
    assert.deepEqual([found.broken, found.mended], [0, 1]);
    await changeEntry(staff, invoice.id, draft);
    assert.equal((await compare(staff, { kind: "save", entryId: invoice.id, draft })).changed, 0);
  });

  test("a sheet of knowledge shows in its preview what it would do to the tests", async () => {
    const { staff } = await buildTestedShop();
    const sheet = "问题,答案,启用\n怎么开发票,不再开发票,否\n你们老板叫什么名字,保密,是\n";
    const preview = await previewImport(staff, { name: "知识.csv", bytes: Buffer.from(sheet) });
    const found = await compare(staff, { kind: "import", importId: preview.id });
    assert.deepEqual([found.changed, found.broken], [2, 2]);
  });

  test("a shop without tests is not made to wait", async () => {
    const staff = await buildStaff(await buildShop(ground), { role: "supervisor" });
    const found = await compare(staff, { kind: "save", entryId: null, draft: draftOf("几点上班") });
    assert.deepEqual([found.tests, found.items], [0, []]);
  });
});

describe("a run", () => {
  test("comes by itself when the knowledge has changed and is quiet again, and not without a change", async () => {
    const { staff, refund } = await buildTestedShop();
    clock.advance(60_000);
    await runChangedTests(ground, asking);
    await runChangedTests(ground, asking);
    const reasons = async () =>
      (await listTestRuns(staff, { pageSize: 50 })).items.map(({ reason, passed }) => [reason, passed]);
    assert.deepEqual(await reasons(), [["change", 3]]);
    await deleteEntries(staff, [refund.id]);
    await createEntry(staff, draftOf("退货地址在哪"));
    await runChangedTests(ground, asking);
    assert.equal((await reasons()).length, 1);
    clock.advance(60_000);
    await runChangedTests(ground, asking);
    assert.deepEqual(await reasons(), [
      ["change", 2],
      ["change", 3],
    ]);
  });

  test("is one at a time, and what the run before answered stands beside it", async () => {
    const { staff, invoice } = await buildTestedShop();
    await run(staff);
    await changeEntry(staff, invoice.id, { isEnabled: false });
    await run(staff);
    const { items } = await listTests(staff, { ...all, search: "电子发票" });
    assert.equal(items[0]!.before!.verdict, "right");
    assert.notEqual(items[0]!.now!.verdict, "right");
    const bothBegan = Promise.withResolvers<void>();
    // Three tests are asked in no time: the first run would be over before the second begins.
    const held = {
      ...asking,
      ask: (...what: Parameters<typeof asking.ask>) => bothBegan.promise.then(() => asking.ask(...what)),
    };
    const both = await Promise.allSettled([startTestRun(staff, held), startTestRun(staff, held)]);
    bothBegan.resolve();
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });

  test("sees a change that was begun before another and committed after it", async () => {
    const { staff, refund, shipping } = await buildTestedShop();
    const [older, newer] = [await database.pool.connect(), await database.pool.connect()];
    for (const client of [older, newer]) await client.query("begin");
    const ofEntry = "where shop_id = $1 and entry_id = $2";
    await older.query(`update knowledge_entry set is_enabled = false ${ofEntry}`, [staff.shopId, refund.id]);
    await newer.query(`update knowledge_entry set category = '售前' ${ofEntry}`, [staff.shopId, shipping.id]);
    await newer.query("commit");
    assert.equal((await run(staff)).passed, 3);
    await older.query("commit");
    for (const client of [older, newer]) client.release();
    assert.equal((await run(staff)).passed, 2);
  });
});

describe("a large sheet of one shop", () => {
  test("holds up neither the checks of others nor those of many others at once", async () => {
    const large = await buildTestedShop();
    const others = [await buildTestedShop(), await buildTestedShop(), await buildTestedShop()];
    const saved = Array.from({ length: 8_000 }, (_, n) => ({
      ...{ id: `row-${n}`, question: `第${n}号商品的保养方法是什么样的`, similar: [`${n}号怎么保养`] },
      ...{ answer: "照章办理", category: "" },
    }));
    const done: string[] = [];
    const finish = (name: string) => () => done.push(name);
    // Whichever large one is read first goes first; the other waits for it, not the quick ones for either.
    const work = [large, others[0]!].map(({ staff }) => asking.ask(staff, [], { saved }).then(finish("large")));
    await wait(50);
    for (const { staff, invoice } of others.slice(1))
      work.push(compare(staff, { kind: "delete", entryIds: [invoice.id] }).then(finish("quick")));
    await Promise.all(work);
    assert.deepEqual(done, ["quick", "quick", "large", "large"]);
  });

  test("is followed by what its own shop asked after it, in order", async () => {
    const file = new URL("./tests-worker.ts", import.meta.url);
    const workers = openFairWorkers<TestsQuestion, TestsAnswer>(file, { failure: "ended early" });
    const done: number[] = [];
    const ask = (mark: string) => ({ knowledge: { shopId: "one", mark, entries: [], learned: null }, tests: [] });
    await Promise.all(
      [1, 2, 3].map((n) => workers.ask("one", ask(`${n}`), { isHeavy: n === 1 }).then(() => done.push(n))),
    );
    assert.deepEqual(done, [1, 2, 3]);
    await workers.close();
  });
});
