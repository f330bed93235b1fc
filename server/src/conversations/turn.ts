import { limits } from "@yingda/contract/limits";
import { sql } from "../platform/db/database.ts";

/**
 * When a waiting conversation's turn counts from: who can't wait goes before whoever came less than the head start earlier,
 * and never before somebody who has waited longer than that. `table`: its name or alias in the statement.
 */
export const turnText = (table: string, isUrgentFirst: boolean): string =>
  isUrgentFirst
    ? `(${table}.queued_at - case when ${table}.handling = 'queue' and ${table}.urgent_words is not null
                                  then interval '${limits.urgentHeadStartSeconds} seconds' else interval '0' end)`
    : `${table}.queued_at`;

export const turnOf = (table: string, isUrgentFirst: boolean) => sql.raw(turnText(table, isUrgentFirst));
