/**
 * Claim: a shop of 10,000 questions comes back to memory in under 100 ms, and an edit is known in under 2 s.
 *
 *   npm run bench -- indexes [--questions 10000] [--runs 5]
 *
 * Questions of the demo shop's wordings, each about one of many things, in the embedded PostgreSQL. Timed is what a
 * customer would wait for: the index store's `get` with nothing on disk, with the file of a start before, with a file
 * and ten entries changed since; and how long after a change's commit a question finds it, by asking all the while.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { decide } from "@yingda/answering/decide";
import { knowledge } from "@yingda/packs/demo-shop/knowledge";
import { pino } from "pino";
import { openIndexStore } from "../server/src/bot/index-store.ts";
import type { Happenings } from "../server/src/happenings.ts";
import { makeBus } from "../server/src/platform/bus.ts";
import { openDatabase, rows, sql } from "../server/src/platform/db/database.ts";
import { startEmbeddedPostgres } from "../server/src/platform/db/embedded.ts";
import { migrate } from "../server/src/platform/db/migrate.ts";
import { describeMachine } from "./parts/machine.ts";
import { showSpread, showTable } from "./parts/numbers.ts";

const { values: options } = parseArgs({
  options: { questions: { type: "string", default: "10000" }, runs: { type: "string", default: "5" } },
});
const questions = Number(options.questions);
const shopId = "00000000-0000-7000-8000-000000000001";
const dataFolder = mkdtempSync(join(tmpdir(), "yingda-indexes-"));
const embedded = await startEmbeddedPostgres(dataFolder);
const url = embedded.url("postgres");
await migrate(url);
const database = openDatabase(url);
const log = pino({ level: "error" });

/** Counts seconds of waiting; a store of its own each time, as after a start. */
async function timeFirst(prepare: () => Promise<unknown>): Promise<number> {
  await prepare();
  const store = open();
  const startedMs = performance.now();
  await store.get(shopId);
  const tookMs = performance.now() - startedMs;
  await store.close();
  return tookMs;
}

function open(bus = makeBus<Happenings>(log)) {
  return openIndexStore({ db: database.db, bus, log }, { dataFolder });
}

async function fill(): Promise<void> {
  const wordings = knowledge.flatMap(({ question, similar }) => [question, ...similar]);
  const all = Array.from({ length: questions }, (_, i) => `${wordings[i % wordings.length]} ${i} 号商品`);
  await rows(
    database.db,
    sql`insert into shop (shop_id, settings, is_ready, created_at) values (${shopId}, '{}', true, now())`,
  );
  for (let at = 0; at < all.length; at += 5_000)
    await rows(
      database.db,
      sql`insert into knowledge_entry (shop_id, entry_id, question, answer_html, answer_text, created_at, updated_at)
          select ${shopId}, gen_random_uuid(), question, '<p>好的。</p>', '好的。', now(), now()
            from unnest(${all.slice(at, at + 5_000)}::text[]) as question`,
    );
}

const change = (n: number) =>
  rows(
    database.db,
    sql`update knowledge_entry set similar_questions = array_append(similar_questions, 'x' || random()), updated_at = now()
         where shop_id = ${shopId} and entry_id in (select entry_id from knowledge_entry where shop_id = ${shopId} limit ${n})`,
  );

/** From the commit of a new entry to the first decision that knows it. */
async function timeEdit(store: ReturnType<typeof open>, bus: ReturnType<typeof makeBus<Happenings>>, n: number) {
  const question = `第 ${n} 次量鲸鱼的长度`;
  await rows(
    database.db,
    sql`insert into knowledge_entry (shop_id, entry_id, question, answer_html, answer_text, created_at, updated_at)
        values (${shopId}, gen_random_uuid(), ${question}, '', '', now(), now())`,
  );
  const startedMs = performance.now();
  bus.tell("knowledge.changed", { shopId });
  while (decide((await store.get(shopId)).index, { text: question }).outcome !== "direct") await wait(2);
  return performance.now() - startedMs;
}

try {
  await fill();
  console.log(`Machine  ${describeMachine()}`);
  console.log(
    `Method   ${questions.toLocaleString("en-US")} questions; median (least to most) of ${options.runs} runs.\n`,
  );
  const results = { nothing: [] as number[], file: [] as number[], changed: [] as number[], edit: [] as number[] };
  // Not counted: the first loads the dictionary.
  await timeFirst(async () => {});
  for (let run = 0; run < Number(options.runs); run++) {
    results.nothing.push(
      await timeFirst(async () => rmSync(join(dataFolder, "indexes"), { recursive: true, force: true })),
    );
    results.file.push(await timeFirst(async () => {}));
    results.changed.push(await timeFirst(() => change(10)));
  }
  const bus = makeBus<Happenings>(log);
  const store = open(bus);
  const { index } = await store.get(shopId);
  for (let run = 0; run < Number(options.runs); run++) results.edit.push(await timeEdit(store, bus, run));
  await store.close();
  const bytes = Object.values(index.sections).reduce((sum, section) => sum + section.byteLength, 0);
  console.log(
    showTable(
      ["", "ms"],
      [
        ["nothing on disk: built", showSpread(results.nothing)],
        ["opened from its file", showSpread(results.file)],
        ["the same, ten entries changed since", showSpread(results.changed)],
        ["an edit, until a question finds it", showSpread(results.edit)],
      ],
    ),
  );
  console.log(`\nThe index takes ${(bytes / 2 ** 20).toFixed(1)} MB, in memory and on disk.`);
} finally {
  await database.close();
  await embedded.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
