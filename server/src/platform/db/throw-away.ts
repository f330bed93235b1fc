import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded.ts";
import { migrate } from "./migrate.ts";

/** A real PostgreSQL in a folder of its own that stops and is gone with `stop`; nothing in it outlives a power cut. */
export async function startThrowAwayPostgres(database: string): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "yingda-throw-away-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let embedded: EmbeddedPostgres | null = null;
  const stop = async () => {
    await embedded?.stop();
    remove();
  };
  try {
    embedded = await startEmbeddedPostgres(folder, { isDurable: false });
    const client = new pg.Client({ connectionString: embedded.url("postgres") });
    await client.connect();
    await client.query(`create database ${database}`);
    await client.end();
    await migrate(embedded.url(database));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: embedded.url, stop };
}
