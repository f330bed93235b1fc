import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";

/**
 * The one way to the database: SQL as text through Kysely's `sql` template, which keeps values apart from words.
 * Instants come back as Date, bigint and numeric as number.
 */
export type Db = Kysely<unknown>;
export type Tx = Transaction<unknown>;
export { sql };

const int8 = 20;
const numeric = 1700;
const date = 1082;
pg.types.setTypeParser(int8, Number);
pg.types.setTypeParser(numeric, Number);
pg.types.setTypeParser(date, String);

export type Database = { db: Db; pool: pg.Pool; url: string; close: () => Promise<void> };

export function openDatabase(url: string, size = 12): Database {
  // Pipelined: what is asked without waiting for the answer before goes out at once (the event log's begin and first reads).
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: "yingda", pipeline: true });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, url, close: () => db.destroy() };
}

/** All rows of a statement. */
export async function rows<Row>(db: Db | Tx, statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await statement.execute(db)).rows;
}

export async function firstRow<Row>(db: Db | Tx, statement: ReturnType<typeof sql<Row>>): Promise<Row | null> {
  return (await statement.execute(db)).rows[0] ?? null;
}

export const isUniqueViolation = (error: unknown) => (error as { code?: string } | null)?.code === "23505";

/** Class 22: a value that no column takes, such as half a character in a text. */
export const isDataFault = (error: unknown) => (error as { code?: string } | null)?.code?.startsWith("22") ?? false;
