import * as z from "zod";
import { id, instant, outcome } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { modelProblem } from "./models.ts";

const question = z.string().trim().min(1).max(limits.questionCharacters);

const entryFields = z.object({
  question,
  similar: z.array(question).max(limits.similarQuestions),
  /** Restricted HTML (p br strong em u s ul ol li a img h3 blockquote code); sanitised when saved and when shown. */
  answerHtml: z.string().trim().min(1).max(limits.answerCharacters),
  /** Two levels at most, written "售后/退款"; empty: none. */
  category: z.string().trim().max(80),
  isEnabled: z.boolean(),
});

/** Defaults are for new entries only: a change that does not name the category must not empty it. */
export const entryDraft = entryFields.extend({
  similar: entryFields.shape.similar.default([]),
  category: entryFields.shape.category.default(""),
  isEnabled: entryFields.shape.isEnabled.default(true),
});
export type EntryDraft = z.infer<typeof entryDraft>;

export const entry = entryFields.extend({ id, updatedAt: instant, updatedBy: z.string().nullable() });
export type KnowledgeEntry = z.infer<typeof entry>;

export const badRow = z.object({
  /** Row number as the spreadsheet shows it; the header is row 1. */
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: z.enum([
    "empty_question",
    "empty_answer",
    "too_long",
    "duplicate_question",
    "unknown_value",
    "too_many_similar",
    "unreadable",
  ]),
});

export const knowledgeImport = z.object({
  id,
  fileName: z.string(),
  state: z.enum(["preview", "running", "done", "failed"]),
  counts: z.object({ rows: z.number(), create: z.number(), update: z.number(), same: z.number(), bad: z.number() }),
  /** All of them, up to 1,000. */
  badRows: z.array(badRow),
  sample: z.array(
    z.object({
      row: z.number(),
      action: z.enum(["create", "update", "same"]),
      question: z.string(),
      similar: z.number(),
      answer: z.string(),
      category: z.string(),
    }),
  ),
  done: z.number().int(),
});
export type KnowledgeImport = z.infer<typeof knowledgeImport>;

/** Parts of what a shop learned, and its embedding model. */
export const groundPart = z.enum(["calibration", "weights", "memory", "classifier", "vectors", "model"]);

export const askReply = z.object({
  outcome,
  confidence: z.number(),
  wantsHuman: z.boolean(),
  resolvedText: z.string().nullable(),
  /** It asks several questions, each answered by itself. */
  asksSeveral: z.boolean(),
  language: z.enum(["zh", "en"]),
  /** What the customer would see. */
  reply: z.object({
    text: z.string(),
    html: z.string().nullable(),
    options: z.array(z.object({ entryId: id, question: z.string() })),
  }),
  candidates: z.array(
    z.object({
      entryId: id,
      question: z.string(),
      matched: z.string(),
      score: z.number(),
      signals: z.array(z.object({ name: z.string(), value: z.number() })),
      /** Log odds that what was learned and the embedding model added or took away. Empty: neither is in use. */
      grounds: z.array(z.object({ part: groundPart, odds: z.number() })),
      /** What the engine as it ships would think of it, 0…1. */
      unaided: z.number(),
      /** A question of old that speaks for it. */
      remembered: z.string().nullable(),
    }),
  ),
  thresholds: z.object({ answer: z.number(), recommend: z.number() }),
  /** The engine is unsure and a chat model is on: a customer first gets what it writes, if that passes the check. */
  mayBeWritten: z.boolean(),
  tookMs: z.number(),
});
export type AskReply = z.infer<typeof askReply>;

/** What the check of a written answer found: in a piece's words, or in the entries that it names. */
export const writtenFault = z.enum([
  "markup",
  "link",
  "name",
  "phone",
  "quantity",
  "denial",
  "condition",
  "words",
  "language",
  "long",
  "no_words",
  "not_given",
  "no_entry",
  "uncited",
]);
export type WrittenFault = z.infer<typeof writtenFault>;

const namedEntry = z.object({ entryId: id, question: z.string() });

export const writtenReply = z.object({
  /**
   * used: a customer would get it; declined: the model says that the entries hold no answer; rejected: the check refused
   * it; failed: nothing came of the call; not_asked: the engine is sure enough, has nothing to give, or no model is on.
   */
  outcome: z.enum(["used", "declined", "rejected", "failed", "not_asked"]),
  /** What passed the check, up to the fault if there is one. */
  text: z.string(),
  /** Named by what passed, in the order named. */
  sources: z.array(namedEntry),
  /** What the model was given to answer from. */
  given: z.array(namedEntry),
  refused: z.object({ fault: writtenFault, text: z.string(), sources: z.array(namedEntry) }).nullable(),
  problem: modelProblem.nullable(),
  tookMs: z.number().int(),
});
export type WrittenReply = z.infer<typeof writtenReply>;

const benchQuestion = z.object({
  text: z.string().max(limits.messageCharacters),
  previous: z.string().max(limits.messageCharacters).optional(),
});

const format = z.enum(["xlsx", "csv"]);
const entryId = z.object({ entryId: id });
const importId = z.object({ importId: id });

export const knowledgeRoutes = {
  listEntries: route({
    method: "GET",
    path: "/api/knowledge",
    permission: "knowledge.read",
    summary: "Entries, newest change first; search looks in questions, similar questions and answers",
    query: z.object({
      search: z.string().trim().max(200).optional(),
      category: z.string().max(80).optional(),
      isEnabled: z.enum(["true", "false"]).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({
      items: z.array(entry),
      total: z.number(),
      categories: z.array(z.object({ name: z.string(), entries: z.number() })),
    }),
  }),
  getEntry: route({
    method: "GET",
    path: "/api/knowledge/:entryId",
    permission: "knowledge.read",
    summary: "One entry",
    params: entryId,
    reply: entry,
  }),
  createEntry: route({
    method: "POST",
    path: "/api/knowledge",
    permission: "knowledge.edit",
    summary: "Add an entry; the bot knows it within two seconds",
    body: entryDraft,
    reply: entry,
  }),
  updateEntry: route({
    method: "PATCH",
    path: "/api/knowledge/:entryId",
    permission: "knowledge.edit",
    summary: "Change an entry",
    params: entryId,
    body: entryFields.partial(),
    reply: entry,
  }),
  deleteEntries: route({
    method: "POST",
    path: "/api/knowledge/delete",
    permission: "knowledge.edit",
    summary: "Delete entries",
    body: z.object({ entryIds: z.array(id).min(1).max(1000) }),
    reply: z.object({ deleted: z.number() }),
  }),
  ask: route({
    method: "POST",
    path: "/api/knowledge/ask",
    permission: "knowledge.read",
    summary: "Test bench: what would the bot decide, and why",
    body: benchQuestion,
    reply: askReply,
  }),
  askWritten: route({
    method: "POST",
    path: "/api/knowledge/ask/written",
    permission: "knowledge.edit",
    summary:
      "Test bench: have the shop's chat model write the answer now, which costs tokens, and say what the check finds",
    body: benchQuestion,
    reply: writtenReply,
  }),
  getImportTemplate: route({
    method: "GET",
    path: "/api/knowledge-imports/template",
    permission: "knowledge.read",
    summary: "Empty sheet with the columns explained",
    query: z.object({ format: format.default("xlsx"), locale: z.enum(["zh-CN", "en"]).default("zh-CN") }),
    reply: "bytes",
  }),
  exportEntries: route({
    method: "GET",
    path: "/api/knowledge-imports/export",
    permission: "knowledge.read",
    summary: "All entries in the template's columns",
    query: z.object({ format: format.default("xlsx"), locale: z.enum(["zh-CN", "en"]).default("zh-CN") }),
    reply: "bytes",
  }),
  previewKnowledgeImport: route({
    method: "POST",
    path: "/api/knowledge-imports",
    permission: "knowledge.edit",
    summary: "Read a sheet and say what it would do; nothing changes until confirmed",
    query: z.object({ name: z.string().min(1).max(200) }),
    body: "bytes",
    maxBytes: limits.fileBytes,
    reply: knowledgeImport,
  }),
  confirmKnowledgeImport: route({
    method: "POST",
    path: "/api/knowledge-imports/:importId/confirm",
    permission: "knowledge.edit",
    summary: "Carry out a previewed import (good rows only)",
    params: importId,
    reply: knowledgeImport,
  }),
  getKnowledgeImport: route({
    method: "GET",
    path: "/api/knowledge-imports/:importId",
    permission: "knowledge.edit",
    summary: "How far an import is",
    params: importId,
    reply: knowledgeImport,
  }),
};
