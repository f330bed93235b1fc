import { readFile } from "node:fs/promises";
import path from "node:path";
import { runGolden } from "./run.ts";

/**
 * `npm run golden -- DIR`: reads a golden set (config.json, sessions.csv, events.csv, cases.json if there) and prints
 * one JSON object in the shape of its expected.json. Remarks go to stderr.
 */
const folder = process.argv[2];
if (!folder) {
  process.stderr.write("Which set? Say: npm run golden -- DIR\n");
  process.exit(2);
}

const read = (name: string) => readFile(path.join(folder, name), "utf8");
const readIfThere = (name: string) =>
  read(name).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });

try {
  const [config, sessions, events, cases] = await Promise.all([
    read("config.json"),
    read("sessions.csv"),
    read("events.csv"),
    readIfThere("cases.json"),
  ]);
  const result = runGolden({ config, sessions, events, cases }, (words) => process.stderr.write(`${words}\n`));
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
} catch (error) {
  process.stderr.write(`${folder} could not be worked out: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
