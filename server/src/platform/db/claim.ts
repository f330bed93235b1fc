import pg from "pg";
import { Sentence } from "../sentence.ts";

/** One copy of the program per data folder, held by a database lock that ends with the process, however it ends. */
const claimNumber = 7242;

export async function claimFolder(
  url: string,
  folder: string,
): Promise<{ ensureDatabase: (name: string) => Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ ok: boolean }>("select pg_try_advisory_lock($1) as ok", [claimNumber]);
  if (!rows[0]!.ok) {
    await client.end();
    throw new Sentence(
      `Another copy of Yingda is using the data folder ${folder}. Stop it first, or set YINGDA_DATA to another folder.`,
    );
  }
  return {
    ensureDatabase: async (name) => {
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
      if (!rowCount) await client.query(`create database ${name}`);
    },
    release: () => client.end(),
  };
}
