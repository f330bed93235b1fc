import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureLogs } from "@yingda/measures/golden/figures";
import { type GoldenSet, type OpenSet, openSet, report } from "@yingda/measures/golden/run";
import { openDatabase } from "../../platform/db/database.ts";
import { startThrowAwayPostgres } from "../../platform/db/throw-away.ts";
import { measureInTables } from "./in-tables.ts";

// The golden set as a command: prints one JSON object in the shape of the set's expected.json. Remarks go to stderr.

const usage = `npm run -s golden -- DIR [--via memory|sql]

  DIR            a golden set: config.json, sessions.csv, events.csv, and cases.json if there
  --via memory   evaluated in memory (default)
  --via sql      written as events into a PostgreSQL started for it, folded and measured by SQL as a shop's are
`;

const closers: (() => Promise<unknown>)[] = [];
let isStopped = false;

async function main(): Promise<void> {
  const { folder, via } = readArguments();
  const set = await readSet(folder);
  const open = openSet(set, (words) => process.stderr.write(`${words}\n`));
  const figures = via === "sql" ? await measureByDatabase(open) : measureInMemory(open);
  await close();
  process.stdout.write(`${JSON.stringify(report(set, open, figures), null, 1)}\n`);
}

function readArguments(): { folder: string; via: "memory" | "sql" } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { via: { type: "string", default: "memory" } },
    });
    const [folder] = positionals;
    if (folder && positionals.length === 1 && (values.via === "memory" || values.via === "sql"))
      return { folder, via: values.via };
  } catch {}
  process.stderr.write(usage);
  process.exit(2);
}

async function readSet(folder: string): Promise<GoldenSet> {
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  const readIfThere = (name: string) =>
    read(name).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
  const [config, sessions, events, cases] = await Promise.all([
    read("config.json"),
    read("sessions.csv"),
    read("events.csv"),
    readIfThere("cases.json"),
  ]);
  return { config, sessions, events, cases };
}

const measureInMemory = ({ now, before, settings }: OpenSet) => ({
  now: measureLogs(now, settings),
  before: measureLogs(before, settings),
});

async function measureByDatabase(open: OpenSet) {
  const starting = startThrowAwayPostgres("golden");
  // Known before it is there, so that Ctrl-C while it starts stops it too.
  closers.unshift(async () => (await starting).stop());
  const postgres = await starting;
  const database = openDatabase(postgres.url("golden"), 4);
  closers.unshift(database.close);
  return measureInTables(database, open);
}

async function close(): Promise<void> {
  for (const one of closers.splice(0)) await one().catch((error) => process.stderr.write(`${error}\n`));
}

// Ctrl-C, or being told to stop: the database goes with us.
for (const [signal, status] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const) {
  process.on(signal, () => {
    isStopped = true;
    close().finally(() => process.exit(status));
  });
}

main().catch(async (error: Error) => {
  if (isStopped) return;
  process.exitCode = 1;
  await close().catch(() => {});
  process.stderr.write(`This set could not be worked out: ${error.message}\n`);
});
