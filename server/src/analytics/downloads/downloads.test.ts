import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { detailQuery } from "@yingda/contract/details";
import { limits } from "@yingda/contract/limits";
import { downloadWish, type SheetFormat } from "@yingda/contract/routes/details";
import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import type { Ctx, StaffCtx } from "../../context.ts";
import { rows, sql } from "../../platform/db/database.ts";
import { AppError } from "../../platform/errors.ts";
import { buildShop, buildStaff } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import { listDetailColumns, listDetails } from "../details/details.ts";
import { foldEverything } from "../folding.ts";
import { asked, closed, connected, queued, rated, remember, replied, requested, started } from "../testing-logs.ts";
import { carryDownloads } from "./carrying.ts";
import {
  deleteDownload,
  deleteExpired,
  fetchDownload,
  getDownload,
  listDownloads,
  startDownload,
} from "./downloads.ts";

const hostile = [
  '=HYPERLINK("http://evil.example","看")',
  "+86 138",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  '王"小"明,第二行\n在这里',
  "<b>&\u0007😀</b>",
  "  两边有空格  ",
  "正常的名字",
];

const { ground, clock, database, folder } = await openTestGround();
clock.set("2026-11-20T16:00:00.000Z");
const window = { from: "2026-11-01", to: "2026-11-20" };
const place = { databaseUrl: database.url, dataFolder: folder };
const carrying = carryDownloads(ground, place);
after(() => carrying.stop());

const ctx: Ctx = await buildShop(ground, { timeZone: "Asia/Shanghai" });
const mei = await buildStaff(ctx, { role: "supervisor", name: "梅" });
for (let n = 0; n < 25; n++) {
  const day = String((n % 19) + 1).padStart(2, "0");
  const { customerId } = await remember(ctx, `2026-11-${day}T10:0${n % 10}:0${n % 7}.250`, [
    [0, started],
    [0, asked],
    [1, requested],
    [1, queued],
    [5 + n, connected],
    [20 + 3 * n, replied],
    [400, rated((n % 5) + 1)],
    [500, closed],
  ]);
  const name = hostile[n % hostile.length]!;
  await rows(
    ground.db,
    sql`update customer set name = ${name} where shop_id = ${ctx.shopId} and customer_id = ${customerId}`,
  );
}
await foldEverything(ctx);

const conversationsWish = (more: object = {}) => downloadWish.parse({ table: "conversations", window, ...more });

async function carry(
  who: StaffCtx,
  wish: ReturnType<typeof conversationsWish>,
  format: SheetFormat,
  locale: "zh-CN" | "en" = "en",
) {
  const { id } = await startDownload(who, { wish, format, locale });
  return until(who, id);
}

async function until(
  who: StaffCtx,
  downloadId: string,
  isIt: (state: string) => boolean = (state) => state === "done" || state === "failed",
) {
  for (const since = Date.now(); ; ) {
    const one = await getDownload(who, { downloadId });
    if (isIt(one.state)) return one;
    assert.ok(Date.now() - since < 20_000, `it is still ${one.state}`);
    await wait(20);
  }
}

async function bytesOf(who: StaffCtx, downloadId: string): Promise<Buffer> {
  const { stream, length } = await fetchDownload(who, { downloadId });
  const bytes = Buffer.concat(await stream.toArray());
  assert.equal(bytes.length, length);
  return bytes;
}

const tableOf = (csv: Buffer): string[][] => parse(csv, { bom: true, record_delimiter: "\r\n" });
const localTime = (at: unknown) =>
  new Date(Date.parse(String(at)) + 8 * 3600_000).toISOString().slice(0, 19).replace("T", " ");

const { tables: all } = await listDetailColumns(ctx);

describe("a file holds what the table shows", () => {
  const columns = all.conversations;
  const keys = columns.map(({ key }) => key);
  const sort = { column: "averageReplySeconds", direction: "desc" } as const;
  const shown = async () => {
    const query = detailQuery.parse({ table: "conversations", window, columns: keys, sort });
    return (await listDetails(ctx, { ...query, pageSize: 200 })).rows;
  };

  test("CSV: every row and column in order, numbers bare, times as the shop's clocks show them", async () => {
    const done = await carry(mei, conversationsWish({ columns: keys, sort }), "csv");
    assert.deepEqual([done.state, done.rows, done.totalRows], ["done", 25, 25]);
    const bytes = await bytesOf(mei, done.id);
    assert.equal(bytes.subarray(0, 3).toString("hex"), "efbbbf");
    assert.equal(bytes.length, done.bytes);
    const [heading, ...lines] = tableOf(bytes);
    assert.deepEqual(
      heading,
      columns.map(({ name, kind }) => name.en + (kind === "seconds" ? " (s)" : "")),
    );
    const expected = (await shown()).map(({ cells }) =>
      cells.map((cell, i) => {
        const { kind, choices } = columns[i]!;
        if (cell === null) return "";
        if (kind === "instant") return localTime(cell);
        if (kind === "flag") return cell ? "Yes" : "No";
        if (kind === "choice") return choices?.[String(cell)]?.en ?? String(cell);
        return kind === "text" ? String(cell).replace(/^(?=[=+\-@\t\r])/, "'") : String(cell);
      }),
    );
    assert.deepEqual(lines, expected);
  });

  test("XLSX: numbers are numbers, times are times, words are words", async () => {
    const done = await carry(mei, conversationsWish({ columns: keys, sort }), "xlsx", "zh-CN");
    const [sheet] = await readXlsxFile(await bytesOf(mei, done.id), { trim: false });
    const [heading, ...lines] = sheet!.data;
    assert.deepEqual(
      heading,
      columns.map(({ name, kind }) => name["zh-CN"] + (kind === "seconds" ? "（秒）" : "")),
    );
    const expected = (await shown()).map(({ cells }) =>
      cells.map((cell, i) => {
        const { kind, choices } = columns[i]!;
        if (cell === null) return null;
        if (kind === "instant") return `${localTime(cell).replace(" ", "T")}.000Z`;
        if (kind === "flag") return cell ? "是" : "否";
        if (kind === "choice") return choices?.[String(cell)]?.["zh-CN"] ?? cell;
        // Signs that a workbook can't hold; line ends are one sign in it.
        return typeof cell === "string" ? cell.replace("\u0007", "").replace("\r", "\n") : cell;
      }),
    );
    const read = lines.map((line) => line.map((cell) => (cell instanceof Date ? toSecond(cell) : cell)));
    assert.deepEqual(read, expected);
  });

  test("agents, agents by day, and the answer to a question for figures", async () => {
    for (const table of ["agents", "agent_days"] as const) {
      const done = await carry(mei, downloadWish.parse({ table, window, columns: ["agent", "human.sessions"] }), "csv");
      const lines = tableOf(await bytesOf(mei, done.id)).slice(1);
      assert.equal(lines.length, table === "agents" ? 1 : 19);
      assert.equal(
        lines.reduce((sum, [, sessions]) => sum + Number(sessions), 0),
        25,
      );
    }
    const query = {
      metrics: ["human.average_response", "human.sessions"],
      dimensions: ["agent"],
      window,
      compare: "previous",
    };
    const done = await carry(mei, downloadWish.parse({ table: "figures", query }), "csv");
    const [heading, line] = tableOf(await bytesOf(mei, done.id));
    assert.equal(heading![0], "Agent");
    assert.deepEqual([line![0], line!.at(-2), line!.at(-1)], ["阿明", "25", "0"]);
    const [mean, seconds, turns] = line!.slice(1, 4).map(Number);
    assert.ok(Math.abs(mean! - seconds! / turns!) < 0.001);
  });
});

test("more rows than are read at once are all there, each once, in both kinds of file", async () => {
  const crowd = await buildShop(ground);
  const who = await buildStaff(crowd, { role: "supervisor" });
  const count = 2_345;
  await rows(
    ground.db,
    sql`
    with made as (select gen_random_uuid() as id, n from generate_series(1, ${count}) n),
    base as (select f from fact_conversation f where shop_id = ${ctx.shopId} limit 1),
    customers as (
      insert into customer (shop_id, customer_id, name, origin, first_seen_at)
      select ${crowd.shopId}, id, n::text, 'import', now() from made),
    conversations as (
      insert into conversation (shop_id, conversation_id, customer_id, channel, origin, handling, had_agent, human_requested,
             priority, started_at, last_event_at, last_seq, last_customer_seq, answered_seq, customer_messages)
      select ${crowd.shopId}, id, id, 'web', 'import', 'closed', true, true, 0, now(), now(), 1, 1, 1, 1 from made)
    insert into fact_conversation
    select fact.* from made, base, lateral jsonb_populate_record(base.f,
           jsonb_build_object('shop_id', ${crowd.shopId}::text, 'conversation_id', id, 'customer_id', id)) fact`,
  );
  for (const format of ["csv", "xlsx"] as const) {
    const done = await carry(who, conversationsWish({ columns: ["customer"] }), format);
    assert.equal(done.rows, count, format);
    const bytes = await bytesOf(who, done.id);
    const lines = format === "csv" ? tableOf(bytes) : (await readXlsxFile(bytes))[0]!.data;
    assert.equal(new Set(lines.slice(1).map(([name]) => name)).size, count, format);
  }
});

test("no cell of a CSV file is run as a formula", async () => {
  const done = await carry(mei, conversationsWish({ columns: ["customer"] }), "csv");
  const text = (await bytesOf(mei, done.id)).toString("utf8");
  const cells = tableOf(Buffer.from(text)).map(([cell]) => cell!);
  assert.ok(cells.some((cell) => cell.startsWith("'=HYPERLINK")));
  for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
});

test("filters and the search narrow the file as they do the table", async () => {
  const wish = conversationsWish({ ranges: [{ column: "humanStars", max: 2 }], columns: ["humanStars"] });
  const done = await carry(mei, wish, "csv");
  const stars = tableOf(await bytesOf(mei, done.id)).slice(1);
  assert.equal(stars.length, 10);
  assert.ok(stars.every(([one]) => Number(one) <= 2));
});

describe("whose it is", () => {
  test("its owner's and the administrators', nobody else's, no other shop's", async () => {
    const done = await carry(mei, conversationsWish(), "csv");
    const lan = await buildStaff(ctx, { role: "supervisor" });
    const admin = await buildStaff(ctx, { role: "admin" });
    const foreign = await buildStaff(await buildShop(ground), { role: "admin" });
    assert.ok(await fetchDownload(admin, { downloadId: done.id }));
    for (const who of [lan, foreign])
      for (const act of [getDownload, fetchDownload, deleteDownload])
        await assert.rejects(() => act(who, { downloadId: done.id }), isNotFound, act.name);
    assert.ok((await listDownloads(mei)).items.some(({ id }) => id === done.id));
    assert.deepEqual((await listDownloads(lan)).items, []);
  });

  test("a few at a time for each person, and nothing that the table would refuse", async () => {
    const one = await buildStaff(ctx, { role: "supervisor" });
    await rows(
      ground.db,
      sql`insert into download (shop_id, download_id, staff_id, wish, format, locale, name, state, created_at, beat_at)
          select ${ctx.shopId}, gen_random_uuid(), ${one.actor.id}, '{}', 'csv', 'en', 'x', 'running', now(), now() + interval '1 day'
            from generate_series(1, ${limits.downloadsAtOnce})`,
    );
    const start = () => startDownload(one, { wish: conversationsWish(), format: "csv", locale: "en" });
    await assert.rejects(start, (error) => error instanceof AppError && error.code === "limit_reached");
    await rows(ground.db, sql`delete from download where staff_id = ${one.actor.id}`);
    const wish = conversationsWish({ columns: ["nope"] });
    await assert.rejects(
      () => startDownload(one, { wish, format: "csv", locale: "en" }),
      (error) => error instanceof AppError && error.status === 400,
    );
  });
});

describe("what becomes of it", () => {
  const filesOf = () => {
    const at = join(folder, "files", ctx.shopId, "downloads");
    return existsSync(at) ? readdirSync(at) : [];
  };

  /** As long as somebody else holds what it reads, it is being written. */
  async function startHeld(who: StaffCtx) {
    const client = await database.pool.connect();
    await client.query("begin");
    await client.query("lock table fact_rating in access exclusive mode");
    const wish = conversationsWish({ columns: ["comment"] });
    const release = async () => {
      await client.query("rollback");
      client.release();
    };
    const { id } = await startDownload(who, { wish, format: "csv", locale: "en" });
    await until(who, id, (state) => state === "running").catch(async (error) => {
      await release();
      throw error;
    });
    return { downloadId: id, release };
  }

  test("cancelled while it is written, it stops and leaves no file", async () => {
    const before = filesOf();
    const { downloadId, release } = await startHeld(mei);
    await deleteDownload(mei, { downloadId });
    await assert.rejects(() => getDownload(mei, { downloadId }), isNotFound);
    // The next one has its turn although nobody has let go yet.
    const done = await carry(mei, conversationsWish({ columns: ["turns"] }), "csv");
    assert.equal(done.state, "done");
    await release();
    assert.deepEqual(
      filesOf().filter((name) => !before.includes(name)),
      [`${done.id}-1.csv`],
    );
  });

  test("stopped in good order it goes on at the next start, after a crash too", async () => {
    const { downloadId, release } = await startHeld(mei);
    await carrying.stop();
    assert.equal((await getDownload(mei, { downloadId })).state, "waiting");
    // As a killed program leaves it: running, and silent for long.
    await rows(
      ground.db,
      sql`update download set state = 'running', attempts = 1, beat_at = now() - interval '1 minute'
           where download_id = ${downloadId}`,
    );
    await release();
    const next = carryDownloads(ground, place);
    await next.sweep();
    const done = await getDownload(mei, { downloadId });
    assert.deepEqual([done.state, done.rows], ["done", 25]);
    assert.equal(tableOf(await bytesOf(mei, downloadId)).length, 26);
    await next.stop();
  });

  test("one that brings the program down every time is given up", async () => {
    const { id } = await startDownload(mei, { wish: conversationsWish(), format: "csv", locale: "en" });
    await rows(ground.db, sql`update download set attempts = 3 where download_id = ${id}`);
    const next = carryDownloads(ground, place);
    await next.sweep();
    const { state, failure } = await getDownload(mei, { downloadId: id });
    assert.deepEqual([state, failure], ["failed", "internal"]);
    await next.stop();
  });

  test("after some days its file is deleted and it is gone", async () => {
    const next = carryDownloads(ground, place);
    const done = await carry(mei, conversationsWish(), "csv");
    assert.ok(filesOf().includes(`${done.id}-1.csv`));
    clock.advance(limits.downloadDays * 86_400_000 - 1_000);
    await deleteExpired(ground);
    assert.ok(filesOf().includes(`${done.id}-1.csv`));
    clock.advance(2_000);
    await deleteExpired(ground);
    assert.deepEqual(filesOf(), []);
    await assert.rejects(() => getDownload(mei, { downloadId: done.id }), isNotFound);
    await next.stop();
  });
});

const isNotFound = (error: unknown): boolean => error instanceof AppError && error.code === "not_found";

/** What a spreadsheet's day with a fraction comes to, its tiny error taken off. */
const toSecond = (at: Date): string => new Date(Math.round(at.getTime() / 1000) * 1000).toISOString();
