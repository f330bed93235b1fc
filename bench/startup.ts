/**
 * Claim: from a fresh copy to a shop with life in it takes one command and seconds; and little memory at rest.
 *
 *   npm run bench -- startup [--runs 3] [--skip-install] [--port 21650]
 *
 * Works on a clone of the last commit in a temporary folder; packages come from npm's cache, which the first,
 * uncounted installation warms. --skip-install leaves out the fresh copies.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { describeMachine, listChildren, mustBeLinux, residentMb } from "./parts/machine.ts";
import { showSpread, showTable } from "./parts/numbers.ts";
import { ownCheckout } from "./parts/program.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    "skip-install": { type: "boolean", default: false },
    port: { type: "string", default: "21650" },
  },
});
const restMs = 10_000;

type Started = { seconds: number; ownSeconds: number; serverMb: number; postgresMb: number };

/** Everything a fresh copy does not have. */
const made: Record<string, string[]> = {
  "fresh copy (install, build, database, demo)": ["node_modules", "dist", "data"],
  "installed, without data (database, demo)": ["data"],
  "second start": [],
};

/** `npm start` as a person types it, until it says that it is ready; then stopped as by Ctrl-C. */
async function startOnce(copy: string): Promise<Started> {
  const startedMs = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: copy,
    env: { ...process.env, YINGDA_PORT: options.port, YINGDA_DATA: join(copy, "data"), DATABASE_URL: undefined },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const said = await untilReady(child, ended);
  const seconds = (performance.now() - startedMs) / 1000;
  await wait(restMs);
  const postmaster = Number(readFileSync(join(copy, "data/postgres/postmaster.pid"), "utf8").split("\n")[0]);
  const started = {
    seconds,
    ownSeconds: Number(/is ready after ([\d.]+) s/.exec(said)![1]),
    serverMb: residentMb(serverBelow(child.pid!)),
    postgresMb: residentMb(postmaster, { children: true }),
  };
  process.kill(-child.pid!, "SIGINT");
  await ended;
  // npm goes at once; the server drains.
  while (processAlive(postmaster)) await wait(50);
  return started;
}

function untilReady(child: ChildProcess, ended: Promise<void>): Promise<string> {
  let said = "";
  return new Promise((ready, failed) => {
    const listen = (bytes: Buffer) => {
      said += bytes;
      if (said.includes("is ready after")) ready(said);
    };
    child.stdout!.on("data", listen);
    child.stderr!.on("data", listen);
    ended.then(() => failed(new Error(`npm start ended:\n${said}`)));
  });
}

/** npm → the bootstrap → the server itself. */
function serverBelow(pid: number): number {
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
  if (command.includes("server/src/main.ts") && !command.includes("run.mjs")) return pid;
  for (const child of listChildren(pid)) {
    const found = serverBelow(child);
    if (found) return found;
  }
  return 0;
}

function processAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function mustRun(command: string, args: string[], cwd: string): void {
  const done = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

mustBeLinux();
console.log(`Machine  ${describeMachine()}`);
console.log(`Method   npm start in a clone of the last commit until it says that it is ready, ${options.runs} runs: median (lowest–highest).
         Memory ${restMs / 1000} s later with nobody connected: server = RSS of the node process; postgres = all its processes,
         shared pages once.\n`);
const folder = mkdtempSync(join(tmpdir(), "yingda-bench-"));
const measured = new Map<string, Started[]>();
try {
  const copy = join(folder, "yingda");
  mustRun("git", ["clone", "--quiet", ownCheckout, copy], folder);
  mustRun("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], copy);
  if (options["skip-install"]) await startOnce(copy);
  for (let run = 0; run < Number(options.runs); run++) {
    for (const [name, missing] of Object.entries(made)) {
      if (options["skip-install"] && missing.includes("node_modules")) continue;
      if (missing.includes("node_modules")) mustRun("git", ["clean", "-fdxq"], copy);
      for (const each of missing) rmSync(join(copy, each), { recursive: true, force: true });
      measured.set(name, [...(measured.get(name) ?? []), await startOnce(copy)]);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const rows = [...measured].map(([name, runs]) => {
  const of = (key: keyof Started, digits = 0) =>
    showSpread(
      runs.map((run) => run[key]),
      digits,
    );
  return [name, of("seconds", 1), of("ownSeconds", 1), of("serverMb"), of("postgresMb")];
});
console.log(showTable(["npm start", "ready after s", "of it the server", "server MB at rest", "postgres MB"], rows));
