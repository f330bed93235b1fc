/**
 * Claim: facts are there within 5 s of a conversation's last event (p99) while 200 events a second come in.
 *
 *   npm run bench -- folding [--rate 200] [--seconds 60] [--port 21610]
 *
 * Customers of the real server ask, read the bot's answer and think for four seconds, so that half of the events are
 * questions and half are answers. After each answer nothing happens in its conversation for those four seconds: it is the
 * last event, and the time until the facts hold it is what is measured. No answer is left out, also when the customer
 * asks again before it has been folded.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { withClient } from "../server/src/testing/cluster.ts";
import { type Acknowledged, runLoad } from "./parts/customers.ts";
import { cpuSeconds, describeMachine, mustBeLinux } from "./parts/machine.ts";
import { percentile } from "./parts/numbers.ts";
import { ownCheckout, type Program, startProgram } from "./parts/program.ts";
import { listQuestions } from "./parts/questions.ts";

const { values: options } = parseArgs({
  options: {
    rate: { type: "string", default: "200" },
    seconds: { type: "string", default: "60" },
    port: { type: "string", default: "21610" },
  },
});

const thinkMs = 4_000;
const eventsPerQuestion = 2;
const warmUpMs = 15_000;
const measureMs = Number(options.seconds) * 1000;
const connections = Math.round((Number(options.rate) / eventsPerQuestion) * (thinkMs / 1000));
const lookEveryMs = 50;
const promiseMs = 5_000;

type Waiting = { seq: number; sinceMs: number; isMeasured: boolean };

async function measure(program: Program) {
  /** Answers not yet in the facts, by conversation, in order. */
  const waiting = new Map<string, Waiting[]>();
  const foldedMs: number[] = [];
  let isMeasuring = false;
  let isOver = false;
  const usage = () => ({
    server: cpuSeconds(program.pid),
    postgres: cpuSeconds(program.postmasterPid, { children: true }),
  });
  let before = usage();
  let after = before;

  const onAnswered = ({ conversationId, seq }: Acknowledged) => {
    const one = { seq: seq + 1, sinceMs: performance.now(), isMeasured: isMeasuring };
    waiting.set(conversationId, [...(waiting.get(conversationId) ?? []), one]);
  };
  const watching = withClient(program.databaseUrl, async (client) => {
    while (!isOver || waiting.size > 0) {
      await wait(lookEveryMs);
      const { rows } = await client.query<{ conversation_id: string; folded_seq: number }>(
        "select conversation_id, folded_seq from conversation where conversation_id = any($1::uuid[])",
        [[...waiting.keys()]],
      );
      const nowMs = performance.now();
      for (const { conversation_id, folded_seq } of rows) {
        const open = waiting.get(conversation_id)!;
        for (const one of open) if (one.seq <= folded_seq && one.isMeasured) foldedMs.push(nowMs - one.sinceMs);
        const left = open.filter((one) => one.seq > folded_seq);
        if (left.length > 0) waiting.set(conversation_id, left);
        else waiting.delete(conversation_id);
      }
    }
  });
  const load = await runLoad(
    {
      ...{ ...program, connections, thinkMs, questions: listQuestions(), questionsPerCustomer: 12 },
      ...{ warmUpMs, measureMs, onAnswered },
    },
    (phase) => {
      isMeasuring = phase === "begins";
      if (phase === "begins") before = usage();
      else after = usage();
    },
  );
  isOver = true;
  await watching;
  const seconds = measureMs / 1000;
  return {
    foldedMs,
    eventsPerSecond: (load.answerMs.length * eventsPerQuestion) / seconds,
    serverShare: (after.server - before.server) / seconds,
    postgresShare: (after.postgres - before.postgres) / seconds,
  };
}

mustBeLinux();
console.log(`Machine  ${describeMachine()}`);
console.log(`Method   The real server in its own process with its embedded PostgreSQL and the demo shop, started again after the demo
         was loaded; ${connections} customers in this one, four seconds between an answer and the next question.
         ${warmUpMs / 1000} s warm-up, ${options.seconds} s measured. Looked for every ${lookEveryMs} ms by the number up to which the facts hold the log.\n`);
const folder = mkdtempSync(join(tmpdir(), "yingda-bench-"));
let program: Program | null = null;
try {
  const start = { checkout: ownCheckout, dataFolder: join(folder, "data"), port: Number(options.port) };
  await (await startProgram(start)).stop();
  program = await startProgram(start);
  const { foldedMs, eventsPerSecond, serverShare, postgresShare } = await measure(program);
  const say = (share: number) => `${(percentile(foldedMs, share) / 1000).toFixed(2)} s`;
  const isKept = percentile(foldedMs, 0.99) <= promiseMs;
  console.log(`Events   ${eventsPerSecond.toFixed(0)} a second
Facts    p50 ${say(0.5)}, p90 ${say(0.9)}, p99 ${say(0.99)}, slowest ${say(1)} after the last event (${foldedMs.length} times)
CPU      server ${(serverShare * 100).toFixed(0)} %, postgres ${(postgresShare * 100).toFixed(0)} % of a core
Result   ${isKept ? "kept" : "NOT KEPT"}: p99 within ${promiseMs / 1000} s`);
  if (!isKept) process.exitCode = 1;
} finally {
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
}
