import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../platform/db/embedded.ts";
import { migrate } from "../platform/db/migrate.ts";

/** A throw-away PostgreSQL for tests, with one migrated database as the template of all the others. */
export type TestCluster = { url: string; stop: () => Promise<void> };

export const templateDatabase = "yingda_template";

export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), "yingda-test-"));
  const embedded = await startEmbeddedPostgres(folder, { isDurable: false });
  const url = embedded.url("postgres");
  await withClient(url, (client) => client.query(`create database ${templateDatabase}`));
  await migrate(embedded.url(templateDatabase));
  return {
    url,
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
