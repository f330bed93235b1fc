import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { limits } from "@yingda/contract/limits";
import { pino } from "pino";
import { readConfig } from "../config.ts";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { openEventLog } from "../conversations/event-log.ts";
import type { Happenings } from "../happenings.ts";
import { makeBus } from "../platform/bus.ts";
import { systemClock } from "../platform/clock.ts";
import { claimFolder } from "../platform/db/claim.ts";
import { openDatabase } from "../platform/db/database.ts";
import { startEmbeddedPostgres } from "../platform/db/embedded.ts";
import { migrate } from "../platform/db/migrate.ts";
import { AppError } from "../platform/errors.ts";
import { Sentence } from "../platform/sentence.ts";
import { openFileStore } from "../platform/storage.ts";
import { getShop, listShopIds } from "../shops/shops.ts";
import { chooseMapping } from "./choose-mapping.ts";
import { rehearse } from "./going-through.ts";
import { previewLogImport, runLogImportToTheEnd, surveyLog, uploadLog } from "./imports.ts";
import { describeImport, describeMapping } from "./report.ts";

// The import as a command, on the server's own database, whether the server runs or not.

const usage = `npm run import -- FILE [options]

  FILE                  JSONL or CSV, may be gzipped, or XLSX: whole conversations or one message a row
  --map KEY=VALUE       what a field is called, e.g. --map conversation=会话ID --map actors.agent=客服,商家
  --mapping FILE.json   the whole mapping; without either it is guessed
  --preview             show what would happen, change nothing
  --shop NAME           which shop, by name or id; needed when there are several
  --json                print one JSON object instead of words

Keys: conversation messages actor text time agent customer channel intent product region rating closed event order source timeZone
      actors.customer actors.agent actors.bot (values, separated by commas; * = all others)`;

const closers: (() => Promise<unknown>)[] = [];

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (values.help || !file) {
    console.log(usage);
    process.exitCode = file || values.help ? 0 : 1;
    return;
  }
  const bytes = readLogFile(file);
  const ground = await openGround();
  const ctx = await chooseShop(ground, values.shop);
  const name = basename(file);
  const { source, fields, guess } = await surveyLog(ctx, { name, bytes });
  const mapping = chooseMapping({ guess, fields, mappingFile: values.mapping, pairs: values.map ?? [] });
  const say = (line: string) => values.json || console.log(line);
  say(describeMapping(mapping));

  if (values.preview) {
    const gone = await rehearse(ctx, { source, mapping, fileName: name, untimedAt: ctx.clock.now() });
    const report = { ...gone, badRows: gone.badRows.slice(0, 200) };
    console.log(values.json ? JSON.stringify({ mapping, ...report }) : describeImport(report, { isPreview: true }));
    return;
  }
  const { id } = await uploadLog(ctx, { name, bytes, staffId: null });
  await previewLogImport(ctx, id, mapping);
  const result = await runLogImportToTheEnd(ctx, id);
  if (result.state !== "done" || !result.statistics)
    throw new Sentence(`The import did not finish (${result.failure ?? "interrupted"}). Run the same command again.`);
  const { counts, statistics, badRows } = result;
  console.log(
    values.json
      ? JSON.stringify({ mapping, counts, statistics, badRows })
      : describeImport({ counts, statistics, badRows }, { isPreview: false }),
  );
}

function readArguments() {
  const options = {
    map: { type: "string", multiple: true },
    mapping: { type: "string" },
    preview: { type: "boolean" },
    shop: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    return parseArgs({ args: process.argv.slice(2), allowPositionals: true, options });
  } catch (error) {
    throw new Sentence(`${(error as Error).message}\n\n${usage}`);
  }
}

function readLogFile(file: string): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Sentence(`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (bytes.length > limits.importBytes)
    throw new Sentence(`${file} is larger than ${limits.importBytes / 1024 / 1024} MB. Split it, or gzip it.`);
  return bytes;
}

async function openGround(): Promise<Ground> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const database = openDatabase(config.databaseUrl ?? (await openOwnDatabase(config.dataFolder)), 4);
  closers.unshift(database.close);
  const bus = makeBus<Happenings>(log);
  const eventLog = openEventLog({ pool: database.pool, clock: systemClock, bus });
  const files = openFileStore(config.dataFolder);
  return { db: database.db, eventLog, bus, clock: systemClock, log, files, publicUrl: config.publicUrl };
}

/** Whoever holds the claim started the database and will stop it; without a holder that is for us to do. */
async function openOwnDatabase(dataFolder: string): Promise<string> {
  if (!existsSync(join(dataFolder, "postgres/PG_VERSION")))
    throw new Sentence(`There is no shop in ${dataFolder} yet. Run npm start once, or name its folder by YINGDA_DATA.`);
  const embedded = await startEmbeddedPostgres(dataFolder);
  const claim = await claimFolder(embedded.url("postgres"), dataFolder).catch((error) => {
    if (error instanceof Sentence) return null;
    throw error;
  });
  if (claim) {
    closers.unshift(async () => {
      await claim.release();
      await embedded.stop();
    });
    await migrate(embedded.url("yingda"));
  }
  return embedded.url("yingda");
}

async function chooseShop(ground: Ground, wanted: string | undefined): Promise<Ctx> {
  const shops = await Promise.all(
    (await listShopIds(ground)).map(async (shopId) => ({
      shopId,
      name: (await getShop(inShop(ground, shopId))).settings.name,
    })),
  );
  const fitting = wanted === undefined ? shops : shops.filter(({ shopId, name }) => [shopId, name].includes(wanted));
  if (fitting.length === 1) return inShop(ground, fitting[0]!.shopId);
  const list = shops.map(({ shopId, name }) => `  ${name}  ${shopId}`).join("\n");
  if (shops.length === 0) throw new Sentence("There is no shop in this database yet. Run npm start once.");
  throw new Sentence(
    `${wanted ? `There is not one shop “${wanted}”.` : "Say which shop."} Use --shop with one of\n${list}`,
  );
}

async function close(): Promise<void> {
  for (const one of closers) await one().catch((error) => console.error(error));
}

main()
  .catch((error) => {
    process.exitCode = 1;
    console.error(error instanceof Sentence || error instanceof AppError ? `\n${error.message}\n` : error);
  })
  .finally(close);
