import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { limits } from "@yingda/contract/limits";
import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";
import type { StaffCtx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import type { AppError } from "../platform/errors.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround, type TestGround } from "../testing/database.ts";
import { exportEntries } from "./exporting.ts";
import { confirmImport, getImport, previewImport, resumeKnowledgeImports } from "./importing.ts";
import { createEntry, listEntries } from "./knowledge.ts";
import { packStored } from "./zip-bounds.ts";

let test_: TestGround;
before(async () => {
  test_ = await openTestGround();
});

const newShop = async (): Promise<StaffCtx> => buildStaff(await buildShop(test_.ground), { role: "supervisor" });
const sheet = (...lines: string[]) => Buffer.from(["问题,相似问题,答案,分类,启用", ...lines].join("\n"));
const preview = (ctx: StaffCtx, bytes: Uint8Array) => previewImport(ctx, { name: "知识.csv", bytes });
const many = (count: number) => sheet(...Array.from({ length: count }, (_, n) => `问题${n},,答案${n},,`));
const page = { page: 1, pageSize: 200 };
const totalOf = async (ctx: StaffCtx) => (await listEntries(ctx, page)).total;
const refusedAs = (code: string) => (error: unknown) => (error as AppError).code === code;

/** Waits until something that happens in the background has happened; the runner's time limit ends a wait in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

async function done(ctx: StaffCtx, importId: string): Promise<KnowledgeImport> {
  for (;;) {
    const run = await getImport(ctx, importId);
    if (run.state !== "running") return run;
    await new Promise(setImmediate);
  }
}

describe("import of knowledge", () => {
  test("says what it would do, and does nothing until it is confirmed", async () => {
    const ctx = await newShop();
    await createEntry(ctx, {
      question: "Same?",
      similar: ["s"],
      answerHtml: "<p>a</p>",
      category: "c",
      isEnabled: true,
    });
    await createEntry(ctx, { question: "改我", similar: [], answerHtml: "<p>旧</p>", category: "c", isEnabled: false });
    const run = await preview(ctx, sheet("Same?,s,a,c,是", "改我,,新,,", "新的,x|y,答,d/e,否", ",,没有问题,,"));
    assert.deepEqual(run.counts, { rows: 4, create: 1, update: 1, same: 1, bad: 1 });
    assert.deepEqual(run.badRows, [{ row: 5, column: "问题", value: "", reason: "empty_question" }]);
    assert.deepEqual(
      run.sample.map(({ row, action }) => [row, action]),
      [
        [2, "same"],
        [3, "update"],
        [4, "create"],
      ],
    );
    assert.equal(run.state, "preview");
    assert.equal(await totalOf(ctx), 2);

    await confirmImport(ctx, run.id);
    assert.deepEqual([(await done(ctx, run.id)).done, (await getImport(ctx, run.id)).state], [2, "done"]);
    const { items } = await listEntries(ctx, page);
    const changed = items.find(({ question }) => question === "改我")!;
    assert.deepEqual([changed.answerHtml, changed.category, changed.isEnabled], ["<p>新</p>", "", false]);
    assert.equal(changed.updatedBy, "小林");
    const fresh = items.find(({ question }) => question === "新的")!;
    assert.deepEqual([fresh.similar, fresh.category, fresh.isEnabled], [["x", "y"], "d/e", false]);
  });

  test("matches questions whatever their case, and takes the sheet's spelling", async () => {
    const ctx = await newShop();
    await createEntry(ctx, { question: "wifi 密码", similar: ["k"], answerHtml: "a", category: "", isEnabled: true });
    const run = await preview(ctx, Buffer.from("问题,答案\nWiFi 密码,b\n"));
    assert.equal(run.counts.update, 1);
    await confirmImport(ctx, run.id);
    await done(ctx, run.id);
    const { items, total } = await listEntries(ctx, page);
    // The sheet has no column for wordings: those of the entry stay.
    assert.deepEqual([total, items[0]!.question, items[0]!.similar], [1, "WiFi 密码", ["k"]]);
  });

  for (const format of ["xlsx", "csv"] as const) {
    test(`what is exported as ${format} comes back as no change at all`, async () => {
      const ctx = await newShop();
      const answers = [
        "plain",
        "<p>a<br />b</p><p>c &amp; d</p>",
        '<ul><li>一</li></ul><img src="/files/x" alt="">',
        "<p>&lt;b&gt;</p>",
        "a<div>b</div>",
        "=1+1",
      ];
      for (const [n, answerHtml] of answers.entries())
        await createEntry(ctx, {
          question: `=问${n}`,
          similar: n % 2 ? ["一|二"] : ["a", "b"],
          answerHtml,
          category: "c/d",
          isEnabled: n > 1,
        });
      const { bytes } = await exportEntries(ctx, { format, locale: "zh-CN" });
      const run = await preview(ctx, bytes);
      assert.deepEqual(run.counts, { rows: 6, create: 0, update: 0, same: 6, bad: 0 });
      await confirmImport(ctx, run.id);
      assert.equal((await getImport(ctx, run.id)).state, "done");
    });
  }

  test("ten thousand rows go in once, with progress, and tell the bot once a chunk", async () => {
    const ctx = await newShop();
    const run = await preview(ctx, many(10_000));
    assert.equal(run.counts.create, 10_000);
    let told = 0;
    ctx.bus.on("knowledge.changed", ({ shopId }) => {
      if (shopId === ctx.shopId) told += 1;
    });
    const [first, second] = await Promise.all([confirmImport(ctx, run.id), confirmImport(ctx, run.id)]);
    assert.ok(first.done < 10_000 && second.done < 10_000);
    assert.equal((await done(ctx, run.id)).done, 10_000);
    await until(() => told >= 20);
    await confirmImport(ctx, run.id);
    assert.equal(await totalOf(ctx), 10_000);
    assert.equal(told, 20);
    assert.deepEqual(readdirSync(join(test_.folder, "files", ctx.shopId, "imports", run.id)), []);
  });

  test("goes on where a crash left it, and does nothing twice", async () => {
    const ctx = await newShop();
    const run = await preview(ctx, many(1_200));
    await rows(ctx.db, sql`update import_run set state = 'running', progress = 500 where import_id = ${run.id}`);
    await Promise.all([resumeKnowledgeImports(ctx), resumeKnowledgeImports(ctx)]);
    assert.deepEqual([(await getImport(ctx, run.id)).state, (await getImport(ctx, run.id)).done], ["done", 1_200]);
    assert.equal(await totalOf(ctx), 700);
    await rows(ctx.db, sql`update import_run set state = 'running', progress = 500 where import_id = ${run.id}`);
    // Its chunks are gone: it can't be carried out again, and says so instead of trying for ever.
    await resumeKnowledgeImports(ctx);
    assert.equal((await getImport(ctx, run.id)).state, "failed");
    assert.equal(await totalOf(ctx), 700);
  });

  test("keeps what was changed between preview and confirmation where the sheet is silent", async () => {
    const ctx = await newShop();
    const run = await preview(ctx, Buffer.from("问题,答案\na,b\n"));
    await createEntry(ctx, { question: "A", similar: ["s"], answerHtml: "x", category: "c", isEnabled: false });
    await confirmImport(ctx, run.id);
    await done(ctx, run.id);
    const { items } = await listEntries(ctx, page);
    assert.deepEqual(
      items.map(({ question, similar, answerHtml, category, isEnabled }) => [
        question,
        similar,
        answerHtml,
        category,
        isEnabled,
      ]),
      [["a", ["s"], "<p>b</p>", "c", false]],
    );
  });

  test("letters that only the database takes for equal are one question", async () => {
    const ctx = await newShop();
    // JavaScript lowers "İ" to two characters.
    const run = await preview(ctx, sheet("İ,,a,,", "i,,b,,", "ǅ,,c,,", "ǆ,,d,,"));
    await confirmImport(ctx, run.id);
    assert.equal((await done(ctx, run.id)).state, "done");
    assert.equal(await totalOf(ctx), run.counts.create);
  });

  test("refuses what is no sheet, lacks a column, has too many rows, or unpacks to too much", async () => {
    const ctx = await newShop();
    await assert.rejects(preview(ctx, Buffer.from([0x89, 0x50, 0, 1])), refusedAs("unreadable_file"));
    await assert.rejects(preview(ctx, Buffer.from("a,b\n1,2")), refusedAs("unreadable_file"));
    await assert.rejects(preview(ctx, many(limits.importRows + 1)), refusedAs("too_many_rows"));
    await assert.rejects(preview(ctx, farCells()), refusedAs("unreadable_file"));
    assert.equal(await totalOf(ctx), 0);
  });

  test("another shop's import is not found", async () => {
    const run = await preview(await newShop(), many(1));
    const other = await newShop();
    await assert.rejects(getImport(other, run.id), refusedAs("not_found"));
    await assert.rejects(confirmImport(other, run.id), refusedAs("not_found"));
  });

  test("previews that nobody confirms are forgotten with their files", async () => {
    const ctx = await newShop();
    const runs: KnowledgeImport[] = [];
    for (let n = 0; n < 7; n++) runs.push(await preview(ctx, many(1)));
    await assert.rejects(getImport(ctx, runs[1]!.id), refusedAs("not_found"));
    assert.equal((await getImport(ctx, runs[2]!.id)).state, "preview");
    assert.deepEqual(readdirSync(join(test_.folder, "files", ctx.shopId, "imports", runs[0]!.id)), []);
  });
});

/** Two rows of words, and one cell in the last row and column: seventeen billion cells between them. */
function farCells(): Buffer {
  const cell = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1">${cell("A1", "问题")}${cell("B1", "答案")}</row><row r="1048576">${cell("XFD1048576", "x")}</row></sheetData></worksheet>`,
  };
  return packStored(
    Object.entries(parts).map(([name, words]) => ({ name: Buffer.from(name), bytes: Buffer.from(words) })),
  );
}
