import * as conversation from "@yingda/contract/conversation";
import { errorReply } from "@yingda/contract/errors";
import * as events from "@yingda/contract/events";
import * as figures from "@yingda/contract/figures";
import * as frames from "@yingda/contract/frames";
import * as analytics from "@yingda/contract/routes/analytics";
import * as conversationRoutes from "@yingda/contract/routes/conversations";
import * as figureRoutes from "@yingda/contract/routes/figures";
import * as imports from "@yingda/contract/routes/imports";
import * as knowledge from "@yingda/contract/routes/knowledge";
import * as metrics from "@yingda/contract/routes/metrics";
import * as session from "@yingda/contract/routes/session";
import * as shop from "@yingda/contract/routes/shop";
import * as staff from "@yingda/contract/routes/staff";
import * as widget from "@yingda/contract/routes/widget";
import * as z from "zod";

/** The contract's Zod schemas as JSON Schema, those with a name as components that the others refer to. */

export type Schema = { [key: string]: unknown };
export type SchemaWriter = {
  /** What is sent to us, or what we send; a named one comes back as a reference. */
  write: (schema: z.ZodType, io: Io) => Schema;
  /** All named ones that were met, by name; and the whole with its references set right. Called last. */
  finish: <T extends object>(rest: T) => { rest: T; schemas: Record<string, Schema> };
};
type Io = "input" | "output";

/** Whose exports have a name of their own; what is not exported, or from elsewhere, stands where it is used. */
const modules: Record<string, unknown>[] = [
  ...[events, conversation, figures, frames, { errorReply }, analytics, conversationRoutes, figureRoutes, imports],
  ...[knowledge, metrics, session, shop, staff, widget],
];

export function makeSchemaWriter(): SchemaWriter {
  // What may be left out of an input has its default in the output: the same schema in two forms.
  const names = { output: nameSchemas(""), input: nameSchemas(inputEnding) };
  const schemas: Record<string, Schema> = {};
  return {
    write: (schema, io) => {
      const made = z.toJSONSchema(schema, { io, metadata: names[io], unrepresentable: "any", target: "draft-2020-12" });
      const { $defs = {}, $schema: _dialect, ...own } = tidy(made) as Schema & { $defs?: Record<string, Schema> };
      const { id } = names[io].get(schema) ?? {};
      const met = { ...$defs, ...(id && !own.$ref && { [id]: own }) };
      for (const [name, { id: _id, ...one }] of Object.entries(met)) schemas[name] = one;
      return id ? { $ref: refOf(id) } : own;
    },
    finish: (rest) => joinForms(rest, schemas),
  };
}

const inputEnding = "Input";
const refOf = (name: string): string => `#/components/schemas/${name}`;

function nameSchemas(ending: string): z.core.$ZodRegistry<{ id: string }> {
  const named = z.registry<{ id: string }>();
  const taken = new Set<string>();
  for (const [name, schema] of modules.flatMap((module) => Object.entries(module))) {
    const id = `${name[0]!.toUpperCase()}${name.slice(1)}${ending}`;
    const isTelling = schema instanceof z.ZodObject || schema instanceof z.ZodUnion || schema instanceof z.ZodEnum;
    if (!isTelling || named.has(schema) || taken.has(id)) continue;
    named.add(schema, { id });
    taken.add(id);
  }
  return named;
}

/** Where a schema is the same in both forms, one is enough. */
function joinForms<T extends object>(rest: T, schemas: Record<string, Schema>) {
  const inputs = Object.keys(schemas).filter((name) => name.endsWith(inputEnding));
  const plain = (name: string) => name.slice(0, -inputEnding.length);
  let joined = inputs;
  for (;;) {
    const isJoined = new Set(joined);
    const rename = (text: string): string =>
      text.replace(/"#\/components\/schemas\/(\w+)"/g, (ref, name: string) =>
        isJoined.has(name) ? JSON.stringify(refOf(plain(name))) : ref,
      );
    const same = joined.filter((name) => {
      const output = schemas[plain(name)];
      return !output || rename(JSON.stringify(schemas[name])) === JSON.stringify(output);
    });
    if (same.length === joined.length) {
      const all = { ...Object.fromEntries(joined.map((name) => [plain(name), schemas[name]])), ...schemas };
      for (const name of joined) delete all[name];
      const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
      return JSON.parse(rename(JSON.stringify({ rest, schemas: sorted }))) as {
        rest: T;
        schemas: Record<string, Schema>;
      };
    }
    joined = same;
  }
}

/** References lead to the document's components; what a format says already, and that nothing else may come, is left out. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== "object") return value;
  const isFormat = "format" in value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key === "pattern" && isFormat) return [];
    if (key === "additionalProperties" && inner === false) return [];
    if (typeof inner === "number" && Math.abs(inner) === Number.MAX_SAFE_INTEGER) return [];
    if (key === "$ref" && typeof inner === "string") return [[key, inner.replace("#/$defs/", "#/components/schemas/")]];
    return [[key, tidy(inner)]];
  });
  return Object.fromEntries(entries);
}
