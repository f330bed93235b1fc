import * as z from "zod";
import { id, instant } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

/**
 * How a foreign log is read. Values are column names (CSV, XLSX) or dotted paths (JSONL, e.g. "messages", "attrs.customer").
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
  region: z.string().max(100).optional(),
  rating: z.string().max(100).optional(),
  /** When the conversation was closed; of several the last. */
  closed: z.string().max(100).optional(),
  /**
   * What a row is, in logs of events: “close”, “rate” and the like are no messages (a rating's stars are in `rating`, else
   * in `text`); every other value is a message.
   */
  event: z.string().max(100).optional(),
  /** A number that orders the messages of a conversation: alone where there are no times, among equal times otherwise. */
  order: z.string().max(100).optional(),
  /**
   * What the log is a log of. A conversation is known again by this and its id in the log, so a later export of the
   * same system needs the same name; default the file's name.
   */
  source: z.string().trim().min(1).max(80).optional(),
  /** Which values of the actor field mean whom, capitals aside; "*" = all others. Values not named make a bad row. */
  actors: z.object({
    customer: z.array(z.string()).min(1),
    agent: z.array(z.string()).min(1),
    bot: z.array(z.string()).default([]),
  }),
  /** For times without an offset: an IANA zone; default the shop's. */
  timeZone: z.string().max(60).optional(),
});
export type LogMapping = z.infer<typeof logMapping>;

/** What could be guessed; a form starts from it. */
export const logMappingGuess = logMapping
  .extend({
    actors: z.object({ customer: z.array(z.string()), agent: z.array(z.string()), bot: z.array(z.string()) }),
  })
  .partial();
export type LogMappingGuess = z.infer<typeof logMappingGuess>;

/**
 * What was wrong in a row. The message is left out, but for `time_backwards` (goes in where its time belongs),
 * `bad_rating`, `close_too_early` and too long names of agent, customer, channel, intent, product or region (the value alone is left out).
 */
export const importBadRow = z.object({
  /** Line of a JSONL file, row of a table (its heading is row 1). */
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
    "close_too_early",
  ]),
});

export type ImportBadRow = z.infer<typeof importBadRow>;

/**
 * Measured on the turns of the conversations that go in: a turn is one or more customer messages until the next agent
 * message. Seconds are of answered turns with times; null where there are none.
 */
export const importStatistics = z.object({
  conversations: z.number(),
  messages: z.number(),
  customerMessages: z.number(),
  agentMessages: z.number(),
  botMessages: z.number(),
  agents: z.number(),
  conversationsWithSeveralAgents: z.number(),
  ratings: z.number(),
  untimedConversations: z.number(),
  customerTurns: z.number(),
  answeredTurns: z.number(),
  unansweredTurns: z.number(),
  timedTurns: z.number(),
  meanResponseSeconds: z.number().nullable(),
  medianResponseSeconds: z.number().nullable(),
  /** The least response time that 90 % of the turns do not exceed: one that occurred, not interpolated. */
  p90ResponseSeconds: z.number().nullable(),
  meanFirstResponseSeconds: z.number().nullable(),
  medianFirstResponseSeconds: z.number().nullable(),
  shareWithin180Seconds: z.number().nullable(),
  /** As the platforms count: a turn nobody answers is 600 s. */
  meanWithUnansweredSeconds: z.number().nullable(),
  /** Local days of the first and the last conversation's beginning; null where none has times. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
});
export type ImportStatistics = z.infer<typeof importStatistics>;

export const logImport = z.object({
  id,
  fileName: z.string(),
  format: z.enum(["jsonl", "csv", "xlsx"]),
  state: z.enum(["mapping", "preview", "running", "done", "failed"]),
  createdAt: instant,
  /** Fields found in the file, for the mapping form, with an example each. */
  fields: z.array(
    z.object({
      name: z.string(),
      example: z.string(),
      /** The list of messages it was found in; null: of the line or row itself. */
      inside: z.string().nullable(),
      /** All values seen, when they are few. */
      values: z.array(z.string()),
    }),
  ),
  guess: logMappingGuess,
  mapping: logMapping.nullable(),
  counts: z.object({
    rows: z.number(),
    conversations: z.number(),
    messages: z.number(),
    bad: z.number(),
    /** Known from an earlier import; they stay as they are, but for the grown ones. */
    alreadyHere: z.number(),
    /** Of those, the ones that have more messages now: replaced. */
    grown: z.number(),
  }),
  /** The first of them; all by downloadImportBadRows. */
  badRows: z.array(importBadRow),
  statistics: importStatistics.nullable(),
  sample: z.array(
    z.object({
      /** Its id in the log. */
      conversation: z.string(),
      /** Ours, which it has or will have. */
      conversationId: id,
      messageCount: z.number().int(),
      messages: z.array(
        z.object({
          by: z.enum(["customer", "agent", "bot"]),
          agent: z.string().nullable(),
          at: instant.nullable(),
          text: z.string(),
        }),
      ),
    }),
  ),
  /** Conversations gone through so far, of counts.conversations. */
  done: z.number().int(),
  /** Why it failed: an error code of the contract. */
  failure: z.string().nullable(),
});
export type LogImport = z.infer<typeof logImport>;

const importId = z.object({ importId: id });

export const importRoutes = {
  listLogImports: route({
    method: "GET",
    path: "/api/imports",
    permission: "imports.run",
    summary: "Imports so far",
    reply: z.object({ items: z.array(logImport.omit({ badRows: true, sample: true, fields: true, guess: true })) }),
  }),
  uploadLog: route({
    method: "POST",
    path: "/api/imports",
    permission: "imports.run",
    summary: "Upload a conversation log (JSONL or CSV, may be gzipped, or XLSX); the reply guesses a mapping",
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
  downloadImportBadRows: route({
    method: "GET",
    path: "/api/imports/:importId/bad-rows",
    permission: "imports.run",
    summary: "Everything that was wrong with the file, as CSV",
    params: importId,
    query: z.object({ locale: z.enum(["zh-CN", "en"]).default("zh-CN") }),
    reply: "bytes",
  }),
};
