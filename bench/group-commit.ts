/**
 * Claim: writing many conversations' events in one transaction, decided under their locks, beats a transaction for each.
 *
 *   npm run bench -- group-commit [--runs 3] [--seconds 4]
 *
 * The event log alone, without sockets and bot, on the embedded PostgreSQL with fsync on: customers whose next message
 * is appended when the one before is on disk. See docs/decisions/0003-group-commit.md.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import type { AppendRequest } from "../server/src/conversations/append.ts";
import { type EventLog, openEventLog } from "../server/src/conversations/event-log.ts";
import { startCustomer } from "../server/src/customers/customers.ts";
import type { Happenings } from "../server/src/happenings.ts";
import { makeBus } from "../server/src/platform/bus.ts";
import { systemClock } from "../server/src/platform/clock.ts";
import { openDatabase } from "../server/src/platform/db/database.ts";
import { startEmbeddedPostgres } from "../server/src/platform/db/embedded.ts";
import { migrate } from "../server/src/platform/db/migrate.ts";
import { newId } from "../server/src/platform/ids.ts";
import { createShop } from "../server/src/shops/shops.ts";
import { cpuSeconds, describeMachine, mustBeLinux } from "./parts/machine.ts";
import { percentile, showSpread, showTable } from "./parts/numbers.ts";

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "3" }, seconds: { type: "string", default: "4" } },
});
const seconds = Number(options.seconds);
const inFlight = [1, 32, 256];

mustBeLinux();
const folder = mkdtempSync(join(tmpdir(), "yingda-bench-"));
const embedded = await startEmbeddedPostgres(folder);
const postmaster = Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
await migrate(embedded.url("postgres"));
const database = openDatabase(embedded.url("postgres"));
const log = pino({ level: "error" });
const bus = makeBus<Happenings>(log);
const ground = { db: database.db, bus, clock: systemClock, log };
const eventLog: EventLog = openEventLog({ pool: database.pool, clock: systemClock, bus });
const shopId = newId();
await createShop(ground, { shopId, settings: {}, hasDemo: false });

const ways: Record<string, (request: AppendRequest) => Promise<unknown>> = {
  "in batches": eventLog.append,
  "a transaction each": (request) => eventLog.appendTogether((_client, append) => append([request])),
};

console.log(`Machine  ${describeMachine()}`);
console.log(`Method   N customers, each appending their next message when the one before is on disk, for ${seconds} s after 1 s
         warm-up; both ways in turn, ${options.runs} runs: median (lowest–highest). A transaction each has a pool of 12.\n`);
type Measured = { perSecond: number; p50: number; p99: number; nodeUs: number; postgresUs: number };
const measured = new Map<string, Measured[]>();
try {
  for (let run = 0; run < Number(options.runs); run++) {
    for (const n of inFlight) {
      for (const [name, way] of Object.entries(ways)) {
        const key = `${n} in flight, ${name}`;
        measured.set(key, [...(measured.get(key) ?? []), await measure(n, way)]);
      }
    }
  }
} finally {
  await eventLog.drain();
  await database.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}
const rows = [...measured].map(([name, runs]) => {
  const of = (key: keyof Measured, digits = 0) =>
    showSpread(
      runs.map((run) => run[key]),
      digits,
    );
  return [name, of("perSecond"), of("p50", 1), of("p99", 1), of("nodeUs"), of("postgresUs")];
});
console.log(showTable(["", "appends/s", "p50 ms", "p99 ms", "node CPU µs/append", "postgres"], rows));

async function measure(n: number, way: (request: AppendRequest) => Promise<unknown>): Promise<Measured> {
  const customers = await Promise.all(
    Array.from({ length: n }, () => startCustomer({ ...ctxOf() }, { locale: "zh-CN" })),
  );
  const usage = () => [cpuSeconds(process.pid), cpuSeconds(postmaster, { children: true })] as const;
  const took: number[] = [];
  let isMeasuring = false;
  let isOver = false;
  const loops = customers.map(async ({ id }) => {
    while (!isOver) {
      const startedMs = performance.now();
      await way(messageOf(id));
      if (isMeasuring) took.push(performance.now() - startedMs);
    }
  });
  await wait(1_000);
  const before = usage();
  isMeasuring = true;
  await wait(seconds * 1_000);
  isOver = true;
  const after = usage();
  await Promise.all(loops);
  const perAppend = (i: 0 | 1) => ((after[i] - before[i]) / took.length) * 1e6;
  return {
    perSecond: took.length / seconds,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    nodeUs: perAppend(0),
    postgresUs: perAppend(1),
  };
}

function ctxOf(): Parameters<typeof startCustomer>[0] {
  return { ...ground, eventLog, shopId } as Parameters<typeof startCustomer>[0];
}

function messageOf(customerId: string): AppendRequest {
  return {
    shopId,
    target: { customerId, channel: "web" },
    clientId: newId(),
    decide: (state) => [
      ...(state
        ? []
        : [{ type: "conversation.started", actor: { kind: "system" }, body: { channel: "web" } } as const]),
      {
        type: "message.sent",
        actor: { kind: "customer", id: customerId },
        body: { content: { kind: "text", text: "请问这款帐篷几个人能睡，下雨会不会漏水？" } },
      },
    ],
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
