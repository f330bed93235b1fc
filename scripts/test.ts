import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startTestCluster } from "../server/src/testing/cluster.ts";
import { buildFrontEnds } from "./build.ts";
import { findChromium } from "./chromium.ts";

// Runs everything: types, style, unit, laws, database, and the journeys in a real browser. `npm test -- PART` runs the
// test files whose path contains PART, without the rest.

const root = resolve(import.meta.dirname, "..");
const part = process.argv[2];
const packages = ["contract", "answering", "measures", "packs", "server", "console", "widget", "embeddings", "tests"];

const files = globSync(
  ["{contract,answering,measures,packs,server,console,widget,embeddings}/**/*.test.ts", "tests/**/*.test.ts"],
  { cwd: root, exclude: (name) => name.includes("node_modules") },
)
  .filter((file) => !part || file.includes(part))
  .sort();
if (files.length === 0) {
  console.error(`No test file has “${part}” in its path.`);
  process.exit(1);
}

if (!part) {
  for (const name of packages) mustPass("Types", "tsc", ["-p", name]);
  mustPass("Style", "biome", ["check", "--reporter=summary", "."]);
  mustPass("Dead code", "knip", ["--no-progress"]);
}
await buildFrontEnds({ distFolder: join(root, "dist"), say: console.log });
const needsBrowser = files.some((file) => file.startsWith("tests/journeys/"));
const chromium = needsBrowser ? findChromium() : "";
const cluster = await startTestCluster();
// Some hundred processes read the same files: what one has compiled the others need not.
const compiled = mkdtempSync(join(tmpdir(), "yingda-compiled-"));
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: compiled,
  YINGDA_TEST_CLUSTER: cluster.url,
  CHROMIUM: chromium,
  NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
};
const status = await new Promise<number>((done) => {
  const tests = spawn(process.execPath, ["--test", "--test-concurrency=2", "--test-timeout=180000", ...files], {
    cwd: root,
    stdio: "inherit",
    env,
  });
  tests.on("exit", (code) => done(code ?? 1));
});
await cluster.stop();
rmSync(compiled, { recursive: true, force: true });
process.exit(status);

function mustPass(what: string, command: string, args: string[]): void {
  const done = spawnSync(join(root, "node_modules/.bin", command), args, {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (done.status === 0) return;
  console.error(`${what}: ${command} ${args.join(" ")}\n${done.stdout}`);
  process.exit(1);
}
