/**
 * Claim: an imported log gives the counts and response times that its reference says.
 *
 *   node bench/import-transcripts.ts FOLDER
 *
 * FOLDER holds NAME.jsonl.gz files and reference_stats.json: {NAME: {key: value}}. Each file is imported with the
 * guessed mapping into a fresh shop in a throw-away database, as the page does it; then our figures are printed beside
 * the reference's: those of the import's own report, and those of the facts that the database holds afterwards. Equal =
 * equal to the digits that the reference gives. Then each is imported again, which must change nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportStatistics, LogMapping } from "@yingda/contract/routes/imports";
import { pino } from "pino";
import { inShop } from "../server/src/context.ts";
import { openEventLog } from "../server/src/conversations/event-log.ts";
import type { Happenings } from "../server/src/happenings.ts";
import { previewLogImport, runLogImportToTheEnd, uploadLog } from "../server/src/imports/imports.ts";
import { makeBus } from "../server/src/platform/bus.ts";
import { systemClock } from "../server/src/platform/clock.ts";
import { type Db, openDatabase, rows, sql } from "../server/src/platform/db/database.ts";
import { startEmbeddedPostgres } from "../server/src/platform/db/embedded.ts";
import { migrate } from "../server/src/platform/db/migrate.ts";
import { newId } from "../server/src/platform/ids.ts";
import { openFileStore } from "../server/src/platform/storage.ts";
import { createShop } from "../server/src/shops/shops.ts";

type Reference = Record<string, number | Record<string, { turns: number; mean: number; median: number }>>;

const ours: Record<string, keyof ImportStatistics> = {
  conversations: "conversations",
  messages: "messages",
  customer_messages: "customerMessages",
  agent_messages: "agentMessages",
  agent_ids: "agents",
  conversations_with_2plus_agents: "conversationsWithSeveralAgents",
  customer_turns: "customerTurns",
  answered_turns: "answeredTurns",
  unanswered_turns: "unansweredTurns",
  timed_turns: "timedTurns",
  mean_response_s: "meanResponseSeconds",
  median_response_s: "medianResponseSeconds",
  p90_response_s: "p90ResponseSeconds",
  mean_first_response_s: "meanFirstResponseSeconds",
  median_first_response_s: "medianFirstResponseSeconds",
  share_within_180s: "shareWithin180Seconds",
  mean_with_unanswered_600_s: "meanWithUnansweredSeconds",
};

const folder = process.argv[2];
if (!folder) {
  console.error("node bench/import-transcripts.ts FOLDER");
  process.exit(1);
}
const reference = JSON.parse(readFileSync(join(folder, "reference_stats.json"), "utf8")) as Record<string, Reference>;
const home = mkdtempSync(join(tmpdir(), "yingda-bench-"));
const embedded = await startEmbeddedPostgres(home, { isDurable: false });
const url = embedded.url("postgres");
await migrate(url);
const database = openDatabase(url);
let different = 0;
try {
  for (const [name, expected] of Object.entries(reference)) await show(name, expected);
} finally {
  await database.close();
  await embedded.stop();
  rmSync(home, { recursive: true, force: true });
}
console.log(different === 0 ? "\nEverything is equal." : `\n${different} figures differ.`);
process.exitCode = different === 0 ? 0 : 1;

async function show(name: string, expected: Reference): Promise<void> {
  const log = pino({ level: "warn" });
  const bus = makeBus<Happenings>(log);
  const eventLog = openEventLog({ pool: database.pool, clock: systemClock, bus });
  const files = openFileStore(home);
  const ground = { db: database.db, eventLog, bus, clock: systemClock, log, files, publicUrl: "" };
  const ctx = inShop(ground, newId());
  await createShop(ground, { shopId: ctx.shopId, settings: {}, hasDemo: false });

  const bytes = readFileSync(join(folder!, `${name}.jsonl.gz`));
  const bringIn = async () => {
    const { id, guess } = await uploadLog(ctx, { name: `${name}.jsonl.gz`, bytes, staffId: null });
    // The company, where the log has one, so that its figures can be compared too.
    const channel = "top_companies" in expected && name.includes("twitter") ? "attrs.company" : guess.channel;
    await previewLogImport(ctx, id, { ...guess, channel } as LogMapping);
    return runLogImportToTheEnd(ctx, id);
  };
  const startedMs = performance.now();
  const first = await bringIn();
  const seconds = (performance.now() - startedMs) / 1000;
  const facts = await measureFacts(database.db, ctx.shopId);

  console.log(`\n${name}: ${first.counts.rows} rows in ${seconds.toFixed(1)} s, ${first.counts.bad} bad`);
  console.log(`  ${"".padEnd(34)}${"reference".padStart(14)}${"report".padStart(14)}${"facts".padStart(14)}`);
  for (const [key, value] of Object.entries(expected)) {
    if (typeof value === "number")
      compare(key, value, [first.statistics![ours[key]!] as number | null, facts.get(key)]);
    else {
      for (const [group, { turns, mean, median }] of Object.entries(value)) {
        const found = facts.groups.get(group === "all" ? null : group);
        compare(`${group} turns`, turns, [found?.turns]);
        compare(`${group} mean`, mean, [found?.mean]);
        compare(`${group} median`, median, [found?.median]);
      }
    }
  }
  const before = await fingerprint(database.db, ctx.shopId);
  const again = await bringIn();
  compare("already here on a repeat", first.counts.conversations, [again.counts.alreadyHere]);
  compare("changed by a repeat", 0, [(await fingerprint(database.db, ctx.shopId)) === before ? 0 : 1]);
}

/** undefined: this side has no such figure. */
function compare(key: string, expected: number, found: (number | null | undefined)[]): void {
  const digits = String(expected).split(".")[1]?.length ?? 0;
  const isEqual = found.every((value) => value === undefined || value?.toFixed(digits) === expected.toFixed(digits));
  if (!isEqual || found.every((value) => value === undefined)) different += 1;
  const cells = [expected, ...found].map((value) =>
    (value === undefined ? "" : value === null ? "null" : String(Number(value.toFixed(6)))).padStart(14),
  );
  console.log(`  ${key.padEnd(34)}${cells.join("")}  ${isEqual ? "equal" : "DIFFERENT"}`);
}

type Group = { turns: number; mean: number | null; median: number | null };

/** The same figures from the stored facts, by SQL of their own. */
async function measureFacts(db: Db, shopId: string) {
  const [turns] = await rows(
    db,
    sql<Record<string, number | null>>`
    select count(*)::int as customer_turns, count(*) filter (where is_answered)::int as answered_turns,
           count(*) filter (where not is_answered)::int as unanswered_turns,
           count(*) filter (where is_answered and reply_seconds is not null)::int as timed_turns,
           avg(reply_seconds) filter (where is_answered) as mean_response_s,
           percentile_cont(0.5) within group (order by reply_seconds) filter (where is_answered) as median_response_s,
           percentile_disc(0.9) within group (order by reply_seconds) filter (where is_answered) as p90_response_s,
           (avg((reply_seconds <= 180)::int) filter (where is_answered and reply_seconds is not null))::float8 as share_within_180s,
           avg(reply_seconds) as mean_with_unanswered_600_s
      from fact_turn where shop_id = ${shopId}`,
  );
  const [conversations] = await rows(
    db,
    sql<Record<string, number | null>>`
    select count(*)::int as conversations, avg(human_first_response_seconds) as mean_first_response_s,
           percentile_cont(0.5) within group (order by human_first_response_seconds) as median_first_response_s
      from fact_conversation where shop_id = ${shopId}`,
  );
  const [messages] = await rows(
    db,
    sql<Record<string, number | null>>`
    select count(*)::int as messages, count(*) filter (where actor_kind = 'customer')::int as customer_messages,
           count(*) filter (where actor_kind = 'agent')::int as agent_messages
      from event where shop_id = ${shopId} and type = 'message.sent'`,
  );
  const all = { ...turns, ...conversations, ...messages };
  const byChannel = await rows(
    db,
    sql<Group & { channel: string | null }>`
    select channel, count(*)::int as turns, avg(reply_seconds) as mean,
           percentile_cont(0.5) within group (order by reply_seconds) as median
      from fact_turn where shop_id = ${shopId} and is_answered group by grouping sets ((channel), ())`,
  );
  return { get: (key: string) => all[key], groups: new Map(byChannel.map((group) => [group.channel, group])) };
}

async function fingerprint(db: Db, shopId: string): Promise<string> {
  const [row] = await rows(
    db,
    sql<{ all: string }>`
    select (select md5(string_agg(e::text, '|' order by conversation_id, seq)) from event e where shop_id = ${shopId})
        || (select md5(string_agg(f::text, '|' order by conversation_id, seq)) from fact_turn f where shop_id = ${shopId})
        || (select count(*) from customer where shop_id = ${shopId}) as all`,
  );
  return row!.all;
}
