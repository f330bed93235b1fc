import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { buildFrontEnds } from "../../scripts/build.ts";
import { openApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { firstStart } from "./demo/first-start.ts";
import { systemClock } from "./platform/clock.ts";
import { claimFolder } from "./platform/db/claim.ts";
import { openDatabase } from "./platform/db/database.ts";
import { startEmbeddedPostgres } from "./platform/db/embedded.ts";
import { migrate } from "./platform/db/migrate.ts";
import { readSecrets } from "./platform/secrets.ts";
import { Sentence } from "./platform/sentence.ts";

// Loads the configuration, builds the app, listens, and drains when asked to stop.

const distFolder = resolve(import.meta.dirname, "../../dist");
const closers: (() => Promise<unknown>)[] = [];
let isStopping = false;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  mustBeWritable(config);
  const [databaseUrl] = await Promise.all([
    config.databaseUrl ?? startOwnDatabase(config),
    buildFrontEnds({ distFolder, say: console.log }),
  ]);
  await migrate(databaseUrl);
  const database = openDatabase(databaseUrl);
  closers.unshift(database.close);
  const log = pino({ level: config.logLevel });
  const app = await openApp({
    database,
    dataFolder: config.dataFolder,
    distFolder,
    publicUrl: config.publicUrl,
    secrets: readSecrets(config.dataFolder),
    clock: systemClock,
    log,
  });
  closers.unshift(app.close);
  const welcome = await firstStart(app, { hasDemo: config.hasDemo, say: console.log });
  await listen(app.http, config);
  // Since the process began: loading the program counts too.
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(describeStart({ config, seconds, ...welcome }));
}

async function startOwnDatabase(config: Config): Promise<string> {
  const embedded = await startEmbeddedPostgres(config.dataFolder);
  const claim = await claimFolder(embedded.url("postgres"), config.dataFolder);
  closers.unshift(async () => {
    await claim.release();
    await embedded.stop();
  });
  await claim.ensureDatabase("yingda");
  return embedded.url("yingda");
}

function mustBeWritable({ dataFolder }: Config): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    const probe = join(dataFolder, `.write-test-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Sentence(
      `The data folder ${dataFolder} can't be written to (${(error as NodeJS.ErrnoException).code}). Give this user the right to, or set YINGDA_DATA to another folder.`,
    );
  }
}

async function listen(
  http: { listen: (at: { port: number; host: string }) => Promise<unknown> },
  { port, host }: Config,
): Promise<void> {
  try {
    await http.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new Sentence(
        `Port ${port} is taken by another program. Stop it, or choose another with YINGDA_PORT=${port + 1} npm start.`,
      );
    if (code === "EACCES")
      throw new Sentence(`This user may not listen on port ${port}. Choose one above 1024 with YINGDA_PORT.`);
    throw error;
  }
}

type Start = { config: Config; seconds: string; signInUrl: string | null; widgetKey: string; hasDemo: boolean };

function describeStart({ config, seconds, signInUrl, widgetKey, hasDemo }: Start): string {
  const lines = [
    "",
    `  Yingda 应答 is ready after ${seconds} s.`,
    "",
    `  控制台 Console      ${config.publicUrl}/`,
    ...(signInUrl ? [`  一次性登录 Sign in   ${signInUrl}`] : []),
    ...(hasDemo ? [`  演示店铺 Demo shop  ${config.publicUrl}/demo`] : []),
    `  客服窗口 Chat page  ${config.publicUrl}/chat/${widgetKey}`,
    "",
    `  数据 Data           ${config.databaseUrl ? "your PostgreSQL and " : ""}${config.dataFolder}`,
    "  停止 Stop           Ctrl-C",
    "",
  ];
  return lines.join("\n");
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // A drain that hangs must not keep the terminal.
  setTimeout(() => process.exit(code || 1), 25_000).unref();
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));

start().catch(async (error) => {
  console.error(error instanceof Sentence ? `\n${error.message}\n` : error);
  await stop(1);
});
