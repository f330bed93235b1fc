import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { Sentence } from "../sentence.ts";

const folder = join(import.meta.dirname, "../../../migrations");

/** Brings the schema up to date, each file in a transaction of its own. Refuses a database that a newer version wrote. */
export async function migrate(url: string): Promise<void> {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort();
  const newestKnown = Number(files.at(-1)!.slice(0, 4));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Several nodes may start at once.
    await client.query("select pg_advisory_lock(7241)");
    await client.query(
      "create table if not exists migration (number int primary key, name text not null, at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ number: number }>("select number from migration");
    const done = new Set(rows.map((row) => row.number));
    const newest = Math.max(0, ...done);
    if (newest > newestKnown) {
      throw new Sentence(
        `The database was written by a newer version of Yingda (schema ${newest}, this version knows ${newestKnown}). Nothing was changed. Update Yingda, or point YINGDA_DATA at another folder.`,
      );
    }
    for (const file of files) {
      const number = Number(file.slice(0, 4));
      if (done.has(number)) continue;
      await client.query("begin");
      await client.query(readFileSync(join(folder, file), "utf8"));
      await client.query("insert into migration (number, name) values ($1, $2)", [number, file]);
      await client.query("commit");
    }
  } finally {
    await client.end();
  }
}
