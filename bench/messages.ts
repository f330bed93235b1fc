/**
 * Claim: one node acknowledges and answers so many customers' messages per second, each on disk first.
 *
 *   npm run bench -- messages [--runs 3] [--seconds 20] [--against CHECKOUT] [--only 100] [--profile] [--port 21600]
 *
 * --against measures another checkout of the project in turn with this one (A B A B): the only comparison that means
 * anything on a machine that others use too. --only measures the scenarios whose name begins so; --profile says where the
 * server's time went.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Load, runLoad } from "./parts/customers.ts";
import { cpuSeconds, describeMachine, mustBeLinux, residentMb } from "./parts/machine.ts";
import { percentile, showSpread, showTable } from "./parts/numbers.ts";
import { describeProfile } from "./parts/profile.ts";
import { ownCheckout, type Program, startProgram } from "./parts/program.ts";
import { listQuestions } from "./parts/questions.ts";
import { checkStored } from "./parts/stored.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    seconds: { type: "string", default: "20" },
    against: { type: "string" },
    only: { type: "string", default: "" },
    profile: { type: "boolean", default: false },
    port: { type: "string", default: "21600" },
  },
});

type Scenario = Pick<Load, "connections" | "thinkMs"> & { name: string };
const allScenarios: Scenario[] = [
  { name: "100, next question at once", connections: 100, thinkMs: 0 },
  { name: "1,000, next question at once", connections: 1_000, thinkMs: 0 },
  { name: "1,000, one question in 4 s", connections: 1_000, thinkMs: 4_000 },
];
const scenarios = allScenarios.filter(({ name }) => name.startsWith(options.only));
/** Under the product's limit of 120 acts a minute, however fast they follow each other. */
const questionsPerCustomer = 100;
const warmUpMs = 8_000;
const restMs = 5_000;
const measureMs = Number(options.seconds) * 1000;

type Figures = {
  perSecond: number;
  ack50: number;
  ack99: number;
  answer50: number;
  answer99: number;
  serverUs: number;
  postgresUs: number;
  generatorUs: number;
  serverMb: number;
  postgresMb: number;
};
type Run = {
  rest: { serverMb: number; postgresMb: number };
  figures: Map<string, Figures>;
  settings: string;
  messages: number;
};

async function measureScenario(program: Program, { connections, thinkMs }: Scenario) {
  const usage = () => ({
    server: cpuSeconds(program.pid),
    postgres: cpuSeconds(program.postmasterPid, { children: true }),
    generator: cpuSeconds(process.pid),
  });
  let before = usage();
  let after = before;
  let memory = { serverMb: 0, postgresMb: 0 };
  const measured = await runLoad(
    { ...program, connections, thinkMs, questions: listQuestions(), questionsPerCustomer, warmUpMs, measureMs },
    (phase) => {
      if (phase === "begins") before = usage();
      else {
        after = usage();
        memory = memoryOf(program);
      }
    },
  );
  const answered = measured.answerMs.length;
  const perMessage = (who: "server" | "postgres" | "generator") => ((after[who] - before[who]) / answered) * 1e6;
  const figures: Figures = {
    perSecond: answered / (measureMs / 1000),
    ack50: percentile(measured.ackMs, 0.5),
    ack99: percentile(measured.ackMs, 0.99),
    answer50: percentile(measured.answerMs, 0.5),
    answer99: percentile(measured.answerMs, 0.99),
    serverUs: perMessage("server"),
    postgresUs: perMessage("postgres"),
    generatorUs: perMessage("generator"),
    ...memory,
  };
  return { figures, acknowledged: measured.acknowledged };
}

const memoryOf = ({ pid, postmasterPid }: Program) => ({
  serverMb: residentMb(pid),
  postgresMb: residentMb(postmasterPid, { children: true }),
});

async function runOnce(checkout: string): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "yingda-bench-"));
  const start = { checkout, dataFolder: join(folder, "data"), port: Number(options.port) };
  const profiling = [`--cpu-prof`, `--cpu-prof-dir=${folder}`];
  let program: Program | null = null;
  try {
    // The first start loads the demo; what is measured is a server that was started again.
    await (await startProgram(start)).stop();
    program = await startProgram({ ...start, nodeOptions: options.profile ? profiling : [] });
    await wait(restMs);
    const rest = memoryOf(program);
    const figures = new Map<string, Figures>();
    const acknowledged = [];
    for (const scenario of scenarios) {
      const measured = await measureScenario(program, scenario);
      figures.set(scenario.name, measured.figures);
      acknowledged.push(...measured.acknowledged);
    }
    const { faults, settings } = await checkStored(program.databaseUrl, acknowledged);
    await program.stop();
    program = null;
    if (faults.length > 0) throw new Error(`What is stored is not what was acknowledged: ${faults.join("; ")}`);
    if (options.profile)
      for (const file of readdirSync(folder).filter((name) => name.endsWith(".0.001.cpuprofile")))
        console.log(describeProfile(join(folder, file), checkout));
    return { rest, figures, settings, messages: acknowledged.length };
  } finally {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function describeRuns(name: string, runs: Run[]): string {
  const rows = scenarios.map((scenario) => {
    const of = (key: keyof Figures, digits = 0) =>
      showSpread(
        runs.map((run) => run.figures.get(scenario.name)![key]),
        digits,
      );
    return [
      scenario.name,
      of("perSecond"),
      ...[of("ack50", 1), of("ack99", 1), of("answer50", 1), of("answer99", 1)],
      ...[of("serverUs"), of("postgresUs"), of("generatorUs")],
      ...[of("serverMb"), of("postgresMb")],
    ];
  });
  const heading = [
    `${name}: connections`,
    "messages/s",
    ...["ack p50 ms", "ack p99", "answer p50", "answer p99"],
    ...["server CPU µs/message", "postgres", "generator"],
    ...["server MB", "postgres MB"],
  ];
  const rest = (key: "serverMb" | "postgresMb") => showSpread(runs.map((run) => run.rest[key]));
  return [
    showTable(heading, rows),
    `At rest: server ${rest("serverMb")} MB, postgres ${rest("postgresMb")} MB.`,
    `Checked in the database after each run: ${runs.map((run) => run.messages).join(", ")} acknowledged messages, all there under their numbers, no gap, each answered once.`,
  ].join("\n");
}

mustBeLinux();
const checkouts = [ownCheckout, ...(options.against ? [resolve(options.against)] : [])];
console.log(`Machine  ${describeMachine()}`);
console.log(`Method   The real server in its own process with its embedded PostgreSQL and the demo shop; customers in this one.
         A customer asks a question of the demo shop (every second with a character left out), gets its acknowledgement
         and the bot's answer, then asks the next. Rate limits are on as shipped: every customer has an address of their
         own (127.0.0.0/8) and leaves after ${questionsPerCustomer} questions, when the next comes (that is part of the load).
         ${warmUpMs / 1000} s warm-up, ${options.seconds} s measured, ${options.runs} runs on fresh data: median (lowest–highest).
         CPU and memory: server = RSS of the node process; postgres = all its processes, shared pages once.\n`);

const runs = new Map<string, Run[]>(checkouts.map((checkout) => [checkout, []]));
for (let n = 0; n < Number(options.runs); n++)
  for (const checkout of checkouts) runs.get(checkout)!.push(await runOnce(checkout));
console.log(`Database ${runs.get(ownCheckout)![0]!.settings}\n`);
checkouts.forEach((checkout, i) => {
  console.log(`${describeRuns(i === 0 ? "this checkout" : "the other", runs.get(checkout)!)}\n`);
});
