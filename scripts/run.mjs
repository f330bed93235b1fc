// Runs a TypeScript entry on the pinned Node, whatever Node (≥ 20) the machine has, after installing what is missing.
// Plain JavaScript without dependencies: it must work before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [entry, ...args] = process.argv.slice(2);
const major = Number(process.versions.node.split(".")[0]);
if (major < 20)
  stop(
    `Yingda needs Node.js 20 or newer; this is ${process.version}. Install a newer one from your system's packages.`,
  );

installIfMissing();
const child = spawn(pinnedNode(), ["--disable-warning=ExperimentalWarning", join(root, entry), ...args], {
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: [dirname(pinnedNode()), join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter),
  },
});
// Ctrl-C reaches the child by itself; this process only waits for it to finish its drain.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

function installIfMissing() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const mark = join(root, "node_modules/.yingda-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.error("Installing packages (once) …"); // stdout belongs to the entry
  const npm = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === "win32" ? "npm.cmd" : "npm"];
  const done = spawnSync(npm[0], [...npm.slice(1), "ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (done.status !== 0)
    stop(
      "npm could not install the packages (see above). Check the network or the registry, then run the same command again.",
    );
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, lock);
}

function pinnedNode() {
  const os = process.platform === "win32" ? "win" : process.platform;
  const file = join(root, `node_modules/node-${os}-${process.arch}/bin/node${os === "win" ? ".exe" : ""}`);
  if (existsSync(file)) return file;
  if (major >= 24) return process.execPath;
  return stop(
    `There is no Node 24 for ${process.platform}-${process.arch} among the packages. Install Node.js 24 and run the same command again.`,
  );
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
