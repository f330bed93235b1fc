import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pino } from "pino";
import type { Ground } from "../context.ts";
import { openEventLog } from "../conversations/event-log.ts";
import type { Happenings } from "../happenings.ts";
import { makeBus } from "../platform/bus.ts";
import type { Clock } from "../platform/clock.ts";
import { type Database, openDatabase } from "../platform/db/database.ts";
import { openFileStore } from "../platform/storage.ts";
import { startTestCluster, type TestCluster, templateDatabase, withClient } from "./cluster.ts";

/** Real parts for tests: a database of their own each, the real event log and bus, and a clock that they set. */

type TestClock = Clock & { set: (at: string) => void; advance: (ms: number) => void };

export type TestGround = {
  ground: Ground;
  database: Database;
  clock: TestClock;
  /** The folder of this test's files. */
  folder: string;
};

function makeTestClock(start = "2026-11-21T02:00:00.000Z"): TestClock {
  let nowMs = Date.parse(start);
  return {
    now: () => new Date(nowMs),
    set: (at) => {
      nowMs = Date.parse(at);
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

/** The runner's cluster, or one of this process alone when a single file is run by hand. */
let own: Promise<TestCluster> | null = null;
const closers: (() => Promise<unknown>)[] = [];
// Last opened, first closed: the cluster goes after its databases.
after(async () => {
  for (const close of closers.reverse()) await close();
});

async function clusterUrl(): Promise<string> {
  const shared = process.env.YINGDA_TEST_CLUSTER;
  if (shared) return shared;
  if (!own) {
    own = startTestCluster();
    closers.push(async () => (await own)!.stop());
  }
  return (await own).url;
}

async function createDatabase(cluster: string): Promise<{ name: string; url: string }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withClient(cluster, (client) => client.query(`create database ${name} template ${templateDatabase}`));
  return { name, url: cluster.replace(/\/postgres$/, `/${name}`) };
}

/** For a whole program, in the runner's cluster; null: there is none, and the program brings its own. */
export async function openTestDatabase(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  const cluster = process.env.YINGDA_TEST_CLUSTER;
  if (!cluster) return null;
  const { name, url } = await createDatabase(cluster);
  const drop = async () =>
    void (await withClient(cluster, (client) => client.query(`drop database ${name} with (force)`)));
  return { url, drop };
}

/** Everything is closed and dropped after the file's last test. */
export async function openTestGround(): Promise<TestGround> {
  const cluster = await clusterUrl();
  const { name, url } = await createDatabase(cluster);
  const database = openDatabase(url, 6);
  const folder = mkdtempSync(join(tmpdir(), "yingda-files-"));
  // Last of all: what a test closes after the database may still write.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const clock = makeTestClock();
  const log = pino({ level: process.env.YINGDA_LOG ?? "fatal" });
  const bus = makeBus<Happenings>(log);
  const eventLog = openEventLog({ pool: database.pool, clock, bus });
  const ground: Ground = {
    db: database.db,
    eventLog,
    bus,
    clock,
    log,
    files: openFileStore(folder),
    publicUrl: "http://localhost:1",
  };
  closers.push(async () => {
    await eventLog.drain();
    await bus.settled();
    await database.close();
    await withClient(cluster, (client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { ground, database, clock, folder };
}
