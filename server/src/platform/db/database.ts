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
  surviveOutages(pool);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, url, close: () => db.destroy() };
}

/**
 * A connection that breaks is replaced at the next query. The pool listens to the idle ones; one that breaks while it
 * is in use, between two statements, has no listener but ours, and would end the process.
 */
export function surviveOutages(pool: pg.Pool): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
}

/** All rows of a statement. */
export async function rows<Row>(db: Db | Tx, statement: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await statement.execute(db)).rows;
}

export async function firstRow<Row>(db: Db | Tx, statement: ReturnType<typeof sql<Row>>): Promise<Row | null> {
  return (await statement.execute(db)).rows[0] ?? null;
}

/** The database is away, or going, or coming: nothing is wrong with what was asked. */
export function isOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code) return /^(?:08...|57P0[123]|53300|55000|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code);
  // The driver gives these no code.
  return /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/.test(
    message ?? "",
  );
}

export const isUniqueViolation = (error: unknown) => (error as { code?: string } | null)?.code === "23505";

/** Class 22: a value that no column takes, such as half a character in a text. */
export const isDataFault = (error: unknown) => (error as { code?: string } | null)?.code?.startsWith("22") ?? false;

export const isDeadlock = (error: unknown) => (error as { code?: string } | null)?.code === "40P01";
