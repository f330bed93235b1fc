import { type FactName, factColumns, factKeys } from "@yingda/measures/facts";
import { sql } from "../platform/db/database.ts";

/** Between a fact's names and its table's. Only names that measures declares ever become words of a statement. */

export const factNames = Object.keys(factColumns) as FactName[];

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const tableName = (fact: FactName): string => `fact_${snakeCase(fact)}`;
export const tableOf = (fact: FactName) => sql.table(tableName(fact));

/** Each column of a fact with the name it has in the table. */
export const columnNames = (fact: FactName): [column: string, name: string][] =>
  Object.keys(factColumns[fact]).map((column) => [column, snakeCase(column)]);

export function columnOf(fact: FactName, column: string) {
  if (!Object.hasOwn(factColumns[fact], column)) throw new RangeError(`${fact} has no column ${column}`);
  return sql.ref(snakeCase(column));
}

/** What tells the rows of one conversation apart; null where there is one row only. */
export function keyWithin(fact: FactName): string | null {
  const keys: readonly string[] = factKeys[fact];
  return keys.find((column) => column !== "conversationId") ?? null;
}
