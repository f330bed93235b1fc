import type { ImportBadRow } from "@yingda/contract/routes/imports";
import type { Complaints } from "./bad-rows.ts";
import { lookUp, textOf } from "./fields.ts";
import type { LogReader, Said } from "./read-log.ts";
import { isUnrated, readEvent, readStars } from "./vocabulary.ts";

/** What a log says apart from messages: that the conversation was closed, or rated. */

export type Apart = { row: number; field: string; value: string; closedAtMs?: number; stars?: number };

/**
 * Null for a message. Of a row that says how the conversation ended or was rated: that, or nothing when it can't be read,
 * which is then named.
 */
export function readApart(fields: unknown, place: string, row: number, reader: LogReader): Apart[] | null {
  const { event, time, rating, text } = reader.mapping;
  if (event === undefined || fields === null || typeof fields !== "object") return null;
  const read = (name: string | undefined) =>
    name === undefined ? "" : textOf(lookUp(fields as Record<string, unknown>, name));
  const kind = readEvent(read(event));
  if (kind === "message") return null;
  const complain = (name: string, value: string, reason: ImportBadRow["reason"]): Apart[] => {
    reader.complaints.add({ row, field: place ? `${place}.${name}` : name, value, reason });
    return [];
  };
  if (kind === "close") {
    const value = read(time);
    if (value === "") return [];
    const closedAtMs = reader.readTime(value);
    return closedAtMs === null ? complain(time!, value, "bad_time") : [{ row, field: time!, value, closedAtMs }];
  }
  const own = read(rating);
  const [name, value] = own === "" ? [text, read(text)] : [rating!, own];
  if (isUnrated(value)) return [];
  const stars = readStars(value);
  return stars === null ? complain(name, value, "bad_rating") : [{ row, field: name, value, stars }];
}

/** The close that a column of the line or row tells of. */
export function listCloses(fields: Record<string, unknown>, row: number, reader: LogReader): Apart[] {
  const field = reader.mapping.closed;
  const value = field === undefined ? "" : textOf(lookUp(fields, field));
  if (field === undefined || value === "") return [];
  const closedAtMs = reader.readTime(value);
  if (closedAtMs !== null) return [{ row, field, value, closedAtMs }];
  reader.complaints.add({ row, field, value, reason: "bad_time" });
  return [];
}

/** Of several closes the last; one before the first message closed something else, and is named. */
export function settleClose(
  apart: readonly Apart[],
  { said, isTimed }: { said: readonly Said[]; isTimed: boolean },
  complaints: Complaints,
): number | null {
  if (!isTimed && said.length > 0) return null;
  const firstMs = said[0]?.atMs ?? Number.POSITIVE_INFINITY;
  let closedAtMs: number | null = null;
  // A table repeats it on every row of the conversation.
  const named = new Set<number>();
  for (const { row, field, value, closedAtMs: atMs } of apart) {
    if (atMs === undefined) continue;
    if (atMs >= firstMs) closedAtMs = Math.max(closedAtMs ?? said.at(-1)!.atMs!, atMs);
    else if (!named.has(atMs)) complaints.add({ row, field, value, reason: "close_too_early" });
    named.add(atMs);
  }
  return closedAtMs;
}
