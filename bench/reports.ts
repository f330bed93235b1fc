/**
 * Claim: how long a 30-day report against the 30 days before takes by any dimension (the aim: p95 < 300 ms at 1,000,000).
 *
 *   npm run bench -- reports [--conversations 1000000] [--runs 5] [--folder DIR] [--without-duckdb] [--copied]
 *
 * A shop of that many conversations over 60 days, made inside the embedded PostgreSQL (bench/parts/many-facts.ts), with a
 * tenth as many of another shop beside it; with --folder it is made once and kept. Days are added up as the server does,
 * but for the last: it is read as the running day is. Reports are asked of `queryFigures` and `diagnose`, the functions
 * behind the routes. --copied, for sizes whose adding up takes hours: facts of two days only, and the sums of the first
 * stand in for those of every day before; then nothing is asked that reads the facts of other days. DuckDB answers the same on the same facts, in memory, in turn with ours.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { pino } from "pino";
import type { Dimension } from "../contract/src/figures.ts";
import { figureQuery } from "../contract/src/routes/figures.ts";
import { getDimension } from "../measures/src/dimensions.ts";
import { diagnose } from "../server/src/analytics/diagnosis.ts";
import { queryFigures } from "../server/src/analytics/query.ts";
import { rollDays } from "../server/src/analytics/rolling.ts";
import { putTogether } from "../server/src/analytics/rollup-merge.ts";
import { spansOf, toRange } from "../server/src/analytics/rollup-spans.ts";
import type { Ctx } from "../server/src/context.ts";
import { makeBus } from "../server/src/platform/bus.ts";
import { systemClock } from "../server/src/platform/clock.ts";
import { openDatabase, rows, sql } from "../server/src/platform/db/database.ts";
import { startEmbeddedPostgres } from "../server/src/platform/db/embedded.ts";
import { migrate } from "../server/src/platform/db/migrate.ts";
import { addDays } from "../server/src/platform/local-time.ts";
import { createShop } from "../server/src/shops/shops.ts";
import { comparedColumns, loadCsv, openDuckDb, writeReport } from "./parts/duckdb.ts";
import { describeMachine } from "./parts/machine.ts";
import { insertDay, prepareForMany } from "./parts/many-facts.ts";
import { percentile, showTable } from "./parts/numbers.ts";

const { values: options } = parseArgs({
  options: {
    conversations: { type: "string", default: "1000000" },
    runs: { type: "string", default: "5" },
    folder: { type: "string" },
    "without-duckdb": { type: "boolean", default: false },
    copied: { type: "boolean", default: false },
  },
});
const conversations = Number(options.conversations);
const runs = Number(options.runs);
const days = 60;
const lastDay = "2026-10-31";
const window = { from: "2026-10-02", to: lastDay };
const before = { from: "2026-09-02", to: "2026-10-01" };
const shopId = "00000000-0000-7000-8000-000000000001";
const otherShopId = "00000000-0000-7000-8000-000000000002";

const folder = options.folder ? resolve(options.folder) : mkdtempSync(join(tmpdir(), "yingda-reports-"));
mkdirSync(folder, { recursive: true });
const isMade = existsSync(join(folder, "postgres"));
const embedded = await startEmbeddedPostgres(folder);
const url = embedded.url("postgres");
const database = openDatabase(url);
const log = pino({ level: "error" });
const ctx = { db: database.db, bus: makeBus(log), clock: systemClock, log, shopId } as unknown as Ctx;

console.log(`Machine  ${describeMachine()}`);
try {
  await migrate(url);
  if (!isMade) await make();
  await addUpDays();
  await ask();
} finally {
  await database.close();
  await embedded.stop();
  if (!options.folder) rmSync(folder, { recursive: true, force: true });
}

async function make(): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await prepareForMany(client);
  const startedMs = performance.now();
  for (const [id, n, salt] of [
    [shopId, conversations, 1],
    [otherShopId, conversations / 10, 2],
  ] as const) {
    await createShop(ctx, { shopId: id, settings: {}, hasDemo: false });
    for (let age = options.copied ? 1 : days - 1; age >= 0; age--) {
      await insertDay(client, { shopId: id, conversations: n, days, lastDay, salt }, age);
      sayProgress(`  ${id === shopId ? "the shop" : "another"}: ${days - age} of ${days} days `);
    }
  }
  await client.query("drop table talk");
  await client.query("vacuum analyze");
  await client.query(`insert into rollup_day (shop_id, local_day, changes, changed_at)
    select distinct shop_id, local_day, 1, now() from fact_conversation`);
  console.log(`\nMade     ${Math.round((performance.now() - startedMs) / 1000)} s`);
  await client.end();
}

async function addUpDays(): Promise<void> {
  const startedMs = performance.now();
  const count = async () =>
    (await rows(ctx.db, sql`select from rollup_span where upper(days) - lower(days) = 1`)).length;
  const known = await count();
  while ((await rollDays(ctx, { quiet: -1_000 })) > 0) sayProgress("  adding up … ");
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(`Added up ${(await count()) - known} days, and put them together, in ${seconds} s`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (options.copied && !isMade) await copySums(client);
  await client.query("vacuum analyze rollup, rollup_spread");
  await client.query("update rollup_day set changes = changes + 1 where local_day > $1::date - 1", [lastDay]);
  await client.end();
}

/** The sums of the one day that was added up, for every day before it; spans are put together as the server does. */
async function copySums(client: pg.Client): Promise<void> {
  const model = addDays(lastDay, -1);
  const span = (day: string) => `'${toRange(spansOf(day)[0]!)}'`;
  for (let age = days - 1; age > 1; age--) {
    const day = addDays(lastDay, -age);
    for (const [table, columns] of [
      ["rollup_span", "changes, layout"],
      ["rollup", "fact, dimension, key, is_none, parts"],
      ["rollup_spread", "spread, dimension, key, is_none, buckets, counts"],
    ]) {
      await client.query(`insert into ${table} (shop_id, days, ${columns})
        select shop_id, ${span(day)}, ${columns} from ${table} where shop_id = '${shopId}' and days = ${span(model)}`);
    }
    await client.query(`insert into rollup_day (shop_id, local_day, changes, changed_at, rolled_changes, layout)
      select shop_id, '${day}', changes, changed_at, rolled_changes, layout
        from rollup_day where shop_id = '${shopId}' and local_day = '${model}'`);
    const longer = spansOf(day).slice(1);
    await ctx.db.transaction().execute(async (tx) => {
      for (const one of longer) if (!(await putTogether(ctx, tx, one))) break;
    });
    sayProgress(`  copied: ${days - age} days `);
  }
}

type Question = {
  name: string;
  kind: "one dimension" | "filtered" | "diagnosis" | "home";
  by: Dimension | null;
  filter: Partial<Record<Dimension, string>>;
};

function listQuestions(): Question[] {
  const cuts: Dimension[] = ["agent", "intent", "product", "category", "channel", "hour", "region", "question", "day"];
  const pairs: [Dimension, Partial<Record<Dimension, string>>][] = [
    ["agent", { channel: "web", intent: "intent.3" }],
    ["product", { channel: "h5", region: "region5" }],
    ["intent", { agent: "agent7", region: "region1" }],
    ["hour", { category: "c3", channel: "web" }],
    ["day", { product: "p1", intent: "intent.1" }],
  ];
  const all: Question[] = [
    ...cuts.map((by): Question => ({ name: `by ${by}`, kind: "one dimension", by, filter: {} })),
    ...pairs.map(
      ([by, filter]): Question => ({
        name: `by ${by}, ${Object.keys(filter).join(" and ")} filtered`,
        kind: "filtered",
        by,
        filter,
      }),
    ),
    ...(["agent", "intent", "product"] as const).map(
      (by): Question => ({ name: `diagnosis by ${by}`, kind: "diagnosis", by, filter: {} }),
    ),
  ];
  return options.copied ? all.filter(({ kind }) => kind !== "filtered") : all;
}

function answer({ kind, by, filter }: Question): Promise<unknown> {
  const filters = Object.entries(filter).map(([dimension, value]) => ({
    dimension: dimension as Dimension,
    in: [value],
    not: false,
  }));
  if (kind === "diagnosis") {
    return diagnose(ctx, {
      metric: "human.average_response",
      dimension: by!,
      filters,
      window,
      compare: "previous",
      limit: 100,
    });
  }
  const metrics = ["human.average_response", "human.reply_rate", "bot.resolution_rate", "human.satisfaction_rate"];
  const isByAgent = by === "agent" || "agent" in filter;
  return queryFigures(
    ctx,
    figureQuery.parse({
      metrics: isByAgent ? metrics.filter((key) => !key.startsWith("bot.")) : metrics,
      dimensions: by ? [by] : [],
      filters,
      window,
      compare: "previous",
    }),
  );
}

async function ask(): Promise<void> {
  const questions = listQuestions();
  const duck = options["without-duckdb"] || options.copied ? null : await fillDuckDb();
  console.log(`Method   ${conversations.toLocaleString("en-US")} conversations in ${days} days; ${window.from} to ${window.to} with the 30 days before. Average response with
         median and P90, reply rate, resolution rate, satisfaction; ${runs} runs after one not counted, ours and DuckDB in turn. ms.${
           options.copied
             ? "\n         Facts of two days; the sums of one of them stand in for those of every day before."
             : ""
         }\n`);
  const times = new Map(questions.map(({ name }) => [name, { ours: [] as number[], theirs: [] as number[] }]));
  for (let run = -1; run < runs; run++) {
    for (const question of questions) {
      const ours = await timed(() => answer(question));
      const theirs = duck ? await timed(() => duck(question)) : 0;
      if (run < 0) continue;
      times.get(question.name)!.ours.push(ours);
      times.get(question.name)!.theirs.push(theirs);
    }
  }
  const show = (n: number) => n.toFixed(0);
  const lines = questions.map(({ name }) => {
    const { ours, theirs } = times.get(name)!;
    const [median, p95, duckMedian] = [percentile(ours, 0.5), percentile(ours, 0.95), percentile(theirs, 0.5)];
    return [name, show(median), show(p95), ...(duck ? [show(duckMedian), (median / duckMedian).toFixed(2)] : [])];
  });
  console.log(showTable(["", "ours p50", "p95", ...(duck ? ["DuckDB p50", "ours ÷ DuckDB"] : [])], lines));
  console.log("");
  for (const kind of ["one dimension", "filtered", "diagnosis"] as const) {
    const own = questions.filter((one) => one.kind === kind).flatMap(({ name }) => times.get(name)!.ours);
    console.log(
      `${kind}: p50 ${show(percentile(own, 0.5))} ms, p95 ${show(percentile(own, 0.95))} ms of ${own.length}`,
    );
  }
}

function sayProgress(words: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${words}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function fillDuckDb(): Promise<(question: Question) => Promise<void>> {
  const duck = await openDuckDb(folder, 2);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [table, columns] of Object.entries(comparedColumns)) {
    const file = join(folder, `${table}.csv`);
    await client.query(`copy (select ${columns.join(", ")} from fact_${table}) to '${file}' with (format csv, header)`);
    sayProgress(`  ${table}: ${Math.round(statSync(file).size / 1e6)} MB into DuckDB      `);
    await duck.run(loadCsv(table, file));
    rmSync(file);
  }
  console.log("");
  await client.end();
  return async ({ by, filter }) => {
    const column = by && snake(getDimension(by).column);
    const conditions = Object.entries(filter).map(
      ([key, value]) => `${snake(getDimension(key as Dimension).column)} = '${value}'`,
    );
    for (const span of [window, before]) {
      for (const statement of writeReport(column, shopId, span, conditions.join(" and ") || "true")) {
        await duck.runAndReadAll(statement);
      }
    }
  };
}

function snake(column: string): string {
  return column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
