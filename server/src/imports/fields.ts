import type { LogImport } from "@yingda/contract/routes/imports";
import type { LogRecord } from "./records.ts";

/** What fields a log has: their names, an example each, and their values where these are few. */

type LogField = LogImport["fields"][number];

/** Values of a field in one of the first records, to guess from. */
export type FieldSample = { field: LogField; values: string[] };

const recordsLookedAt = 500;
const fieldsKept = 120;
const deepest = 4;
const fewValues = 12;
const exampleCharacters = 120;
const samplesKept = 400;

type Seen = { inside: string | null; samples: string[]; distinct: Set<string> };

export function makeFieldFinder() {
  const seen = new Map<string, Seen>();
  let records = 0;
  return {
    see(record: LogRecord): void {
      if ("broken" in record || ++records > recordsLookedAt) return;
      walk(record.fields, "", null, seen, 0);
    },
    list(): FieldSample[] {
      return [...seen].map(([key, { inside, samples, distinct }]) => {
        const values = distinct.size <= fewValues && distinct.size > 0 ? [...distinct].sort() : [];
        const name = inside === null ? key : key.slice(inside.length + 2);
        return { field: { name, example: shorten(samples[0] ?? ""), inside, values }, values: samples };
      });
    },
  };
}

function walk(value: object, path: string, inside: string | null, seen: Map<string, Seen>, depth: number): void {
  for (const [name, inner] of Object.entries(value)) {
    const here = clean(path ? `${path}.${name}` : name);
    if (isListOfObjects(inner)) {
      if (inside === null && depth < deepest) for (const one of inner) walk(one, "", here, seen, 0);
    } else if (inner !== null && typeof inner === "object") {
      if (!Array.isArray(inner) && depth < deepest) walk(inner, here, inside, seen, depth + 1);
    } else note(seen, inside === null ? here : `${inside}[]${here}`, inside, inner);
  }
}

const isListOfObjects = (value: unknown): value is object[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => one !== null && typeof one === "object");

function note(seen: Map<string, Seen>, key: string, inside: string | null, value: unknown): void {
  let known = seen.get(key);
  if (!known) {
    if (seen.size >= fieldsKept) return;
    known = { inside, samples: [], distinct: new Set() };
    seen.set(key, known);
  }
  const text = textOf(value);
  if (text === "") return;
  if (known.samples.length < samplesKept) known.samples.push(text);
  if (known.distinct.size <= fewValues) known.distinct.add(shorten(text));
}

/** A field's value as text that the database can hold; "" for none and for what is no single value. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === "object") return "";
  return clean(String(value)).trim();
}

const clean = (text: string): string => text.replaceAll("\0", "").toWellFormed();

/** Half an emoji is no text to the database either. */
export const cut = (text: string, characters: number): string =>
  clean(text.length > characters ? `${text.slice(0, characters - 1)}…` : text);

const shorten = (text: string): string => cut(text, exampleCharacters);

/** "attrs.customer" in {attrs: {customer}}; a name with a dot in it comes first. */
export function lookUp(fields: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let value: unknown = fields;
  for (const name of path.split(".")) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
