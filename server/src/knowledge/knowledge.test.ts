import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { routes } from "@yingda/contract/routes";
import type { EntryDraft } from "@yingda/contract/routes/knowledge";
import type * as z from "zod";
import type { StaffCtx } from "../context.ts";
import type { AppError } from "../platform/errors.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround, type TestGround } from "../testing/database.ts";
import {
  changeEntry,
  createEntry,
  deleteEntries,
  getEntry,
  listEntries,
  listEntriesForIndex,
  listQuestionsOf,
} from "./knowledge.ts";

let opened: TestGround;
before(async () => {
  opened = await openTestGround();
});

const newShop = async (): Promise<StaffCtx> => buildStaff(await buildShop(opened.ground), { role: "supervisor" });
const draft = (question: string, rest: Partial<EntryDraft> = {}): EntryDraft => ({
  question,
  similar: [],
  answerHtml: "<p>答</p>",
  category: "",
  isEnabled: true,
  ...rest,
});
const page = { page: 1, pageSize: 50 };
const refused = (code: string, field?: string) => (error: unknown) => {
  const { code: found, fields } = error as AppError;
  return found === code && (field === undefined || fields?.[0]?.path === field);
};

describe("an entry", () => {
  test("is stored clean: one line a question, no wording twice, safe HTML, two levels of category", async () => {
    const ctx = await newShop();
    const entry = await createEntry(
      ctx,
      draft(" 能退\n吗 ", {
        similar: ["能退 吗", "可以退吗", "可以\u200b退吗", "A", "a"],
        answerHtml: '<p onclick="x()">能</p><script>x()</script>',
        category: " 售后 ／ 退款/",
      }),
    );
    assert.deepEqual(
      [entry.question, entry.similar, entry.answerHtml, entry.category, entry.updatedBy],
      ["能退 吗", ["可以退吗", "A"], "<p>能</p>", "售后/退款", "小林"],
    );
    assert.deepEqual(await getEntry(ctx, entry.id), entry);
  });

  test("with a question that is there already is refused, whatever its case, and changes nothing", async () => {
    const ctx = await newShop();
    await createEntry(ctx, draft("WiFi 密码"));
    const other = await createEntry(ctx, draft("b"));
    await assert.rejects(createEntry(ctx, draft("wifi  密码")), refused("already_exists"));
    await assert.rejects(changeEntry(ctx, other.id, { question: "WIFI 密码" }), refused("already_exists"));
    assert.equal((await getEntry(ctx, other.id)).question, "b");
    // Its own question in another spelling is no conflict, and neither is the same question in another shop.
    assert.equal((await changeEntry(ctx, other.id, { question: "B" })).question, "B");
    await createEntry(await newShop(), draft("wifi 密码"));
  });

  test("of which nothing is left after cleaning is refused, and the field named", async () => {
    const ctx = await newShop();
    await assert.rejects(createEntry(ctx, draft("\u200b")), refused("invalid_input", "question"));
    await assert.rejects(
      createEntry(ctx, draft("a", { answerHtml: "<p> </p><script>x</script>" })),
      refused("invalid_input", "answerHtml"),
    );
    await assert.rejects(
      createEntry(ctx, draft("a", { answerHtml: "&".repeat(10_000) })),
      refused("invalid_input", "answerHtml"),
    );
    await assert.rejects(createEntry(ctx, draft("a", { category: "a/b/c" })), refused("invalid_input", "category"));
    assert.equal(
      (await createEntry(ctx, draft("a", { answerHtml: '<img src="/files/a">' }))).answerHtml,
      '<img src="/files/a" alt="" />',
    );
  });

  test("keeps what a change does not name", async () => {
    const ctx = await newShop();
    const entry = await createEntry(ctx, draft("a", { similar: ["b"], category: "c", isEnabled: false }));
    const changes = (routes.updateEntry.body as z.ZodType<Partial<EntryDraft>>).parse({ answerHtml: "<p>neu</p>" });
    const changed = await changeEntry(ctx, entry.id, changes);
    assert.deepEqual({ ...entry, answerHtml: "<p>neu</p>" }, { ...changed, updatedAt: entry.updatedAt });
  });

  test("that is switched off is neither indexed nor offered", async () => {
    const ctx = await newShop();
    const on = await createEntry(ctx, draft("on"));
    const off = await createEntry(ctx, draft("off", { isEnabled: false }));
    assert.deepEqual(
      (await listEntriesForIndex(ctx)).map(({ question, answer }) => [question, answer]),
      [["on", "答"]],
    );
    assert.deepEqual(await listQuestionsOf(ctx, [off.id, on.id]), [{ entryId: on.id, question: "on" }]);
  });

  test("of another shop can't be read, changed or deleted", async () => {
    const [ctx, other] = [await newShop(), await newShop()];
    const entry = await createEntry(ctx, draft("a"));
    await assert.rejects(getEntry(other, entry.id), refused("not_found"));
    await assert.rejects(changeEntry(other, entry.id, { question: "x" }), refused("not_found"));
    assert.equal(await deleteEntries(other, [entry.id]), 0);
    assert.deepEqual(await getEntry(ctx, entry.id), entry);
  });
});

describe("the list of entries", () => {
  test("finds words in questions, wordings and answers, and takes % and _ as they are", async () => {
    const ctx = await newShop();
    await createEntry(ctx, draft("打八折吗", { answerHtml: "<p>满 100 减 20%</p>" }));
    await createEntry(ctx, draft("b", { similar: ["会员 A_1"] }));
    const find = async (search: string) =>
      (await listEntries(ctx, { ...page, search })).items.map(({ question }) => question);
    assert.deepEqual(await find("八折"), ["打八折吗"]);
    assert.deepEqual(await find("20%"), ["打八折吗"]);
    assert.deepEqual(await find("a_1"), ["b"]);
    assert.deepEqual(await find("%"), ["打八折吗"]);
    assert.deepEqual(await find("_"), ["b"]);
    assert.deepEqual(await find("\\"), []);
    assert.deepEqual(await find("满%减"), []);
  });

  test("counts each category, shows a category with those below it, and filters by on and off", async () => {
    const ctx = await newShop();
    for (const [n, category] of ["售后", "售后/退款", "售后服务", ""].entries())
      await createEntry(ctx, draft(`${n}`, { category, isEnabled: n !== 1 }));
    const all = await listEntries(ctx, page);
    assert.deepEqual(all.categories.map(({ name, entries }) => [name, entries]).sort(), [
      ["售后", 1],
      ["售后/退款", 1],
      ["售后服务", 1],
    ]);
    assert.equal((await listEntries(ctx, { ...page, category: "售后" })).total, 2);
    assert.equal((await listEntries(ctx, { ...page, category: "售后", isEnabled: "false" })).total, 1);
    assert.equal((await listEntries(ctx, { ...page, isEnabled: "true" })).total, 3);
  });

  test("pages newest change first, without gaps", async () => {
    const ctx = await newShop();
    for (let n = 0; n < 5; n++) {
      opened.clock.advance(1_000);
      await createEntry(ctx, draft(`${n}`));
    }
    const pages = await Promise.all([1, 2, 3, 4].map((each) => listEntries(ctx, { page: each, pageSize: 2 })));
    assert.deepEqual(
      pages.map(({ items, total }) => [items.map(({ question }) => question).join(""), total]),
      [
        ["43", 5],
        ["21", 5],
        ["0", 5],
        ["", 5],
      ],
    );
  });
});
