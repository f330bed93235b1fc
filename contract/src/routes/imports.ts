import { z } from "zod";
import { id, instant } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

/**
 * How a foreign log is read. Values are column names (CSV) or dotted paths (JSONL, e.g. "messages", "attrs.customer").
 * With `messages` set, each line is a whole conversation and the message fields are looked up inside it;
 * without, each line is one message and `conversation` groups them.
 */
export const logMapping = z.object({
  conversation: z.string().min(1).max(100),
  messages: z.string().max(100).optional(),
  actor: z.string().min(1).max(100),
  text: z.string().min(1).max(100),
  time: z.string().max(100).optional(),
  agent: z.string().max(100).optional(),
  customer: z.string().max(100).optional(),
  channel: z.string().max(100).optional(),
  intent: z.string().max(100).optional(),
  product: z.string().max(100).optional(),
  rating: z.string().max(100).optional(),
  /** Which values of the actor field mean whom; values not named make a bad row. */
  actors: z.object({
    customer: z.array(z.string()).min(1),
    agent: z.array(z.string()).min(1),
    bot: z.array(z.string()).default([]),
  }),
  /** For times without an offset: an IANA zone; default the shop's. */
  timeZone: z.string().max(60).optional(),
});
export type LogMapping = z.infer<typeof logMapping>;

export const importBadRow = z.object({
  row: z.number().int(),
  field: z.string(),
  value: z.string(),
  reason: z.enum([
    "unreadable",
    "missing",
    "unknown_actor",
    "bad_time",
    "time_backwards",
    "too_long",
    "bad_rating",
    "duplicate",
  ]),
});

export const importStatistics = z.object({
  conversations: z.number(),
  messages: z.number(),
  customerMessages: z.number(),
  agentMessages: z.number(),
  agents: z.number(),
  untimedConversations: z.number(),
  customerTurns: z.number(),
  answeredTurns: z.number(),
  unansweredTurns: z.number(),
  meanResponseSeconds: z.number().nullable(),
  medianResponseSeconds: z.number().nullable(),
  p90ResponseSeconds: z.number().nullable(),
});
export type ImportStatistics = z.infer<typeof importStatistics>;

export const logImport = z.object({
  id,
  fileName: z.string(),
  format: z.enum(["jsonl", "csv"]),
  state: z.enum(["mapping", "preview", "running", "done", "failed"]),
  createdAt: instant,
  /** Fields found in the file, for the mapping form, with an example each. */
  fields: z.array(z.object({ name: z.string(), example: z.string() })),
  mapping: logMapping.nullable(),
  counts: z.object({
    rows: z.number(),
    conversations: z.number(),
    messages: z.number(),
    bad: z.number(),
    alreadyHere: z.number(),
  }),
  badRows: z.array(importBadRow),
  statistics: importStatistics.nullable(),
  sample: z.array(
    z.object({
      conversation: z.string(),
      messages: z.array(z.object({ by: z.string(), at: instant.nullable(), text: z.string() })),
    }),
  ),
  done: z.number().int(),
});
export type LogImport = z.infer<typeof logImport>;

const importId = z.object({ importId: id });

export const importRoutes = {
  listLogImports: route({
    method: "GET",
    path: "/api/imports",
    permission: "imports.run",
    summary: "Imports so far",
    reply: z.object({ items: z.array(logImport.omit({ badRows: true, sample: true, fields: true })) }),
  }),
  uploadLog: route({
    method: "POST",
    path: "/api/imports",
    permission: "imports.run",
    summary: "Upload a conversation log (JSONL or CSV, may be gzipped); the reply guesses a mapping",
    query: z.object({ name: z.string().min(1).max(200) }),
    body: "bytes",
    maxBytes: limits.importBytes,
    reply: logImport,
  }),
  previewLogImport: route({
    method: "POST",
    path: "/api/imports/:importId/preview",
    permission: "imports.run",
    summary: "What this mapping would bring; nothing changes",
    params: importId,
    body: z.object({ mapping: logMapping }),
    reply: logImport,
  }),
  runLogImport: route({
    method: "POST",
    path: "/api/imports/:importId/run",
    permission: "imports.run",
    summary: "Bring it in; a repeat changes nothing",
    params: importId,
    reply: logImport,
  }),
  getLogImport: route({
    method: "GET",
    path: "/api/imports/:importId",
    permission: "imports.run",
    summary: "How far it is",
    params: importId,
    reply: logImport,
  }),
};
