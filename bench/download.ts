/**
 * Claim: a million conversations become a CSV or an Excel file in the background, and the program stays small and awake.
 *
 *   npm run bench -- download [--rows 1000000] [--port 21660]
 *
 * The rows are made by the database itself in a scratch data folder; the program is asked over HTTP, as the console asks.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Download, SheetFormat } from "../contract/src/routes/details.ts";
import { routes } from "../contract/src/routes.ts";
import { withClient } from "../server/src/testing/cluster.ts";
import { describeMachine, mustBeLinux, residentMb } from "./parts/machine.ts";
import { showTable } from "./parts/numbers.ts";
import { ownCheckout, startProgram } from "./parts/program.ts";

const { values: options } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, port: { type: "string", default: "21660" } },
});
const rows = Number(options.rows);
const days = 300;
const lastDay = "2026-10-31";
const window = { from: "2026-01-05", to: lastDay };

mustBeLinux();
const folder = mkdtempSync(join(tmpdir(), "yingda-bench-"));
const program = await startProgram({ checkout: ownCheckout, dataFolder: folder, port: Number(options.port) });
try {
  await makeRows();
  const cookie = await signIn();
  const headers = { cookie, "content-type": "application/json" };
  console.log(`Machine  ${describeMachine()}`);
  console.log(`Method   ${rows.toLocaleString("en")} conversations over ${days} days, the usual 13 columns with names joined. Memory: RSS of the
         server's process with its thread, looked at every 100 ms. Reply: GET /health meanwhile, one at a time.\n`);
  const table: string[][] = [];
  for (const format of ["csv", "xlsx"] as const) table.push(await measure(format, headers));
  console.log(
    showTable(
      ["file", "seconds", "MB", "rest MB", "peak MB", "above rest", "reply p50 ms", "p99 ms", "worst ms"],
      table,
    ),
  );
} finally {
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(format: SheetFormat, headers: Record<string, string>): Promise<string[]> {
  const atRest = residentMb(program.pid);
  let peak = atRest;
  let isOver = false;
  const replies: number[] = [];
  const looking = (async () => {
    while (!isOver) {
      peak = Math.max(peak, residentMb(program.pid));
      await wait(100);
    }
  })();
  const asking = (async () => {
    while (!isOver) {
      const sentMs = performance.now();
      await (await fetch(`${program.url}/health`)).text();
      replies.push(performance.now() - sentMs);
      await wait(20);
    }
  })();

  const startedMs = performance.now();
  const wish = { table: "conversations", window };
  const asked = await fetch(program.url + routes.startDownload.path, {
    method: "POST",
    headers,
    body: JSON.stringify({ wish, format }),
  });
  let download = (await asked.json()) as Download;
  while (download.state === "waiting" || download.state === "running") {
    await wait(200);
    const path = routes.getDownload.path.replace(":downloadId", download.id);
    download = (await (await fetch(program.url + path, { headers })).json()) as Download;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  isOver = true;
  await Promise.all([looking, asking]);
  if (download.state !== "done" || download.rows < rows) throw new Error(`It ended so: ${JSON.stringify(download)}`);
  replies.sort((a, b) => a - b);
  const at = (share: number) => replies[Math.min(replies.length - 1, Math.floor(share * replies.length))]!.toFixed(0);
  const mb = ((download.bytes ?? 0) / 1e6).toFixed(0);
  return [
    format,
    seconds.toFixed(1),
    mb,
    atRest.toFixed(0),
    peak.toFixed(0),
    (peak - atRest).toFixed(0),
    at(0.5),
    at(0.99),
    at(1),
  ];
}

/** As the owner, by the link that the start printed. */
async function signIn(): Promise<string> {
  const reply = await fetch(program.signInLink, { redirect: "manual" });
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** Facts as a fold would leave them, their customers and conversations; with the triggers of the day's sums asleep. */
function makeRows(): Promise<void> {
  return withClient(program.databaseUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    const { rows: found } = await client.query<{ shop_id: string }>("select shop_id from shop limit 1");
    const shopId = found[0]!.shop_id;
    await client.query(
      "create temp table made as select gen_random_uuid() as id, gen_random_uuid() as customer_id, n, $2::date - n % $3 as day, ($2::date - n % $3)::timestamp at time zone 'Asia/Shanghai' + n % 43200 * interval '1 second' as at from generate_series(0, $1 - 1) n",
      [rows, lastDay, days],
    );
    await client.query(
      `insert into customer (shop_id, customer_id, name, origin, first_seen_at)
       select $1, customer_id, '客户 ' || n, 'import', at from made`,
      [shopId],
    );
    await client.query(
      `insert into conversation (shop_id, conversation_id, customer_id, channel, origin, handling, had_agent, human_requested,
              priority, started_at, last_event_at, last_seq, last_customer_seq, answered_seq, customer_messages, folded_seq, classified_seq)
       select $1, id, customer_id, 'web', 'import', 'closed', true, true, 0, at, at, 1, 1, 1, 1, 1, 1 from made`,
      [shopId],
    );
    await client.query(
      `insert into fact_conversation
       select made_fact.*
         from made, (select f from fact_conversation f where shop_id = $1 and is_connected limit 1) base,
              lateral jsonb_populate_record(base.f, jsonb_build_object('conversation_id', made.id,
                'customer_id', made.customer_id, 'started_at', at, 'local_day', day, 'ended_at', at + interval '10 min',
                'turns', n % 9, 'average_reply_seconds', (n % 6000) / 10.0, 'wait_seconds', (n % 900) / 10.0,
                'intent', (array['退款', '尺码', '发货', '发票'])[1 + n % 4], 'human_stars', 1 + n % 5,
                'is_returned', false, 'turn_due_at', null)) made_fact`,
      [shopId],
    );
    await client.query("vacuum analyze");
  });
}
