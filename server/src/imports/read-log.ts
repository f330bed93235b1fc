import { limits } from "@yingda/contract/limits";
import type { ImportBadRow, LogMapping } from "@yingda/contract/routes/imports";
import { type Apart, listCloses, readApart, settleClose } from "./apart.ts";
import { arrangeMessages } from "./arrange.ts";
import type { Complaints } from "./bad-rows.ts";
import { lookUp, textOf } from "./fields.ts";
import { type LogRecord, readRecords } from "./records.ts";
import type { LogSource } from "./source.ts";
import { isUnrated, readStars } from "./vocabulary.ts";

/**
 * From records to conversations, by a mapping: whole ones line by line, or grouped from single messages. It names what
 * it can't read and goes on; it knows nothing of shops, ids or the database.
 */

export type Said = {
  row: number;
  field: string;
  by: "customer" | "agent" | "bot";
  agent: string | null;
  text: string;
  /** Null: the log does not say. */
  atMs: number | null;
  /** As the log writes it. */
  time: string;
  order: number | null;
  about: About | null;
  /** The message as the log has it, where it stands in a list of its own. */
  raw: string | null;
};

/** What is said of the whole conversation; in a log of single messages, on any of them. */
export type About = {
  customer?: string;
  channel?: string;
  intent?: string;
  product?: string;
  region?: string;
  stars?: number;
};

export type LoggedConversation = {
  key: string;
  about: About;
  said: Said[];
  isTimed: boolean;
  /** Not before the last message. Null: the log does not say. */
  closedAtMs: number | null;
};

export type LogReader = {
  mapping: LogMapping;
  readTime: (text: string) => number | null;
  complaints: Complaints;
  /** Rows seen so far, for the counts. */
  countRow: () => void;
};

const longest = { customer: 80, channel: 40, intent: 80, product: 80, region: 80 } as const;
const agentCharacters = 80;
const keyCharacters = 200;

export async function* readConversations(source: LogSource, reader: LogReader): AsyncGenerator<LoggedConversation> {
  const seen = new Set<string>();
  for await (const { key, said, apart, row } of reader.mapping.messages === undefined
    ? groupMessages(source, reader)
    : splitLines(source, reader)) {
    if (seen.has(key)) {
      reader.complaints.add({ row, field: reader.mapping.conversation, value: key, reason: "duplicate" });
      continue;
    }
    seen.add(key);
    const arranged = arrangeMessages(said, reader.complaints);
    const closedAtMs = settleClose(apart, arranged, reader.complaints);
    for (const { stars } of apart) if (stars !== undefined) arranged.about.stars = stars;
    if (arranged.said.length > 0) yield { key, ...arranged, closedAtMs };
  }
}

type Grouped = { key: string; said: Said[]; apart: Apart[]; row: number };

async function* splitLines(source: LogSource, reader: LogReader): AsyncGenerator<Grouped> {
  for await (const record of readGood(source, reader)) {
    const { row, fields } = record;
    const complain = complainOf(reader, row);
    const key = readKey(fields, reader, complain);
    if (key === null) continue;
    const list = lookUp(fields, reader.mapping.messages!);
    if (!Array.isArray(list) || list.length === 0) {
      complain(reader.mapping.messages!, textOf(list), "missing");
      continue;
    }
    const about = readAbout(fields, reader, complain);
    const said: Said[] = [];
    const apart: Apart[] = listCloses(fields, row, reader);
    for (const [i, message] of list.entries()) {
      const place = `${reader.mapping.messages}[${i + 1}]`;
      const own = readApart(message, place, row, reader);
      if (own) apart.push(...own);
      const one = own ? null : readMessage(message, place, row, reader);
      if (one) said.push({ ...one, about: null, raw: JSON.stringify(message) });
    }
    if (said[0]) said[0].about = about;
    yield { key, said, apart, row };
  }
}

/** The rows of one conversation may stand anywhere, so all are read before the first is known to be whole. */
async function* groupMessages(source: LogSource, reader: LogReader): AsyncGenerator<Grouped> {
  const byKey = new Map<string, Omit<Grouped, "key">>();
  for await (const { row, fields } of readGood(source, reader)) {
    const complain = complainOf(reader, row);
    const key = readKey(fields, reader, complain);
    if (key === null) continue;
    const apart = readApart(fields, "", row, reader);
    const one = apart ? null : readMessage(fields, "", row, reader);
    if (!one && !apart) continue;
    const known = byKey.get(key) ?? { said: [], apart: [], row };
    byKey.set(key, known);
    known.apart.push(...(apart ?? []), ...listCloses(fields, row, reader));
    if (!one) continue;
    const about = readAbout(fields, reader, complain);
    known.said.push({ ...one, about: Object.keys(about).length > 0 ? about : null, raw: null });
  }
  for (const [key, grouped] of byKey) yield { key, ...grouped };
}

async function* readGood(source: LogSource, reader: LogReader): AsyncGenerator<Exclude<LogRecord, { broken: string }>> {
  for await (const record of readRecords(source)) {
    reader.countRow();
    if ("broken" in record) complainOf(reader, record.row)("", record.broken, "unreadable");
    else yield record;
  }
}

type Complain = (field: string, value: string, reason: ImportBadRow["reason"]) => null;

function complainOf({ complaints }: LogReader, row: number): Complain {
  return (field, value, reason) => {
    complaints.add({ row, field, value, reason });
    return null;
  };
}

function readKey(fields: Record<string, unknown>, { mapping }: LogReader, complain: Complain): string | null {
  const key = textOf(lookUp(fields, mapping.conversation));
  if (key === "") return complain(mapping.conversation, "", "missing");
  return key.length > keyCharacters ? complain(mapping.conversation, key, "too_long") : key;
}

function readMessage(
  message: unknown,
  place: string,
  row: number,
  reader: LogReader,
): Omit<Said, "about" | "raw"> | null {
  const { mapping } = reader;
  const complain = complainOf(reader, row);
  if (message === null || typeof message !== "object" || Array.isArray(message))
    return complain(place, textOf(message), "unreadable");
  const fields = message as Record<string, unknown>;
  const fieldOf = (name: string) => (place ? `${place}.${name}` : name);
  const read = (name: string | undefined) => (name === undefined ? "" : textOf(lookUp(fields, name)));

  const actor = read(mapping.actor);
  const by = findActor(actor, mapping);
  if (!by) return complain(fieldOf(mapping.actor), actor, actor === "" ? "missing" : "unknown_actor");
  const text = read(mapping.text);
  if (text === "") {
    const isList = typeof lookUp(fields, mapping.text) === "object" && lookUp(fields, mapping.text) !== null;
    return complain(fieldOf(mapping.text), "", isList ? "unreadable" : "missing");
  }
  if (text.length > limits.messageCharacters) return complain(fieldOf(mapping.text), text, "too_long");

  const time = read(mapping.time);
  const atMs = time === "" ? null : reader.readTime(time);
  if (time !== "" && atMs === null) return complain(fieldOf(mapping.time!), time, "bad_time");
  const order = read(mapping.order);
  if (order !== "" && !Number.isFinite(Number(order))) return complain(fieldOf(mapping.order!), order, "unreadable");

  let agent = by === "agent" ? read(mapping.agent) || null : null;
  if (agent && agent.length > agentCharacters) agent = complain(fieldOf(mapping.agent!), agent, "too_long");
  return {
    row,
    field: fieldOf(mapping.time ?? ""),
    by,
    agent,
    text,
    atMs,
    time,
    order: order === "" ? null : Number(order),
  };
}

function findActor(value: string, { actors }: LogMapping): Said["by"] | null {
  if (value === "") return null;
  const kinds = ["customer", "agent", "bot"] as const;
  const wanted = value.toLowerCase();
  return (
    kinds.find((kind) => actors[kind].some((known) => known.toLowerCase() === wanted)) ??
    kinds.find((kind) => actors[kind].includes("*")) ??
    null
  );
}

function readAbout(fields: Record<string, unknown>, { mapping }: LogReader, complain: Complain): About {
  const about: About = {};
  for (const place of ["customer", "channel", "intent", "product", "region"] as const) {
    const name = mapping[place];
    if (name === undefined) continue;
    const value = textOf(lookUp(fields, name));
    if (value.length > longest[place]) complain(name, value, "too_long");
    else if (value !== "") about[place] = value;
  }
  const rating = mapping.rating === undefined ? "" : textOf(lookUp(fields, mapping.rating));
  if (!isUnrated(rating)) {
    const stars = readStars(rating);
    if (stars === null) complain(mapping.rating!, rating, "bad_rating");
    else about.stars = stars;
  }
  return about;
}
