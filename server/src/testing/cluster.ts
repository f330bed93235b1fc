import pg from "pg";
import { startThrowAwayPostgres } from "../platform/db/throw-away.ts";

/** A throw-away PostgreSQL for tests, with one migrated database as the template of all the others. */
export type TestCluster = { url: string; stop: () => Promise<void> };

export const templateDatabase = "yingda_template";

export async function startTestCluster(): Promise<TestCluster> {
  const { url, stop } = await startThrowAwayPostgres(templateDatabase);
  return { url: url("postgres"), stop };
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
