import * as z from "zod";
import { id, instant, outcome } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { entryDraft } from "./knowledge.ts";

const question = z.string().trim().min(1).max(limits.questionCharacters);
const named = z.object({ entryId: id, question: z.string() }).nullable();

/**
 * right: answered with the entry that is expected (or, where nothing should answer, not answered). offered: it is one of
 * those to choose from (or something is, where nothing should). wrong: answered with another. silent: not answered.
 */
export const testVerdict = z.enum(["right", "offered", "wrong", "silent"]);
export type TestVerdict = z.infer<typeof testVerdict>;

/** What the bot makes of a test's question. */
const answer = z.object({ verdict: testVerdict, outcome, entry: named });
export type TestAnswer = z.infer<typeof answer>;

export const knowledgeTest = z.object({
  testId: id,
  question: z.string(),
  /** Null: nothing in the knowledge should answer it. */
  expected: named,
  origin: z.enum(["hand", "bench", "label", "import"]),
  changedAt: instant,
  changedBy: z.string().nullable(),
  /** In the latest run, and in the one before; null: it was not there yet. */
  now: answer.nullable(),
  before: answer.nullable(),
});
export type KnowledgeTest = z.infer<typeof knowledgeTest>;

export const testRun = z.object({
  testRunId: id,
  state: z.enum(["running", "done", "failed"]),
  reason: z.enum(["asked", "change"]),
  tests: z.number().int(),
  done: z.number().int(),
  passed: z.number().int(),
  offered: z.number().int(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  startedBy: z.string().nullable(),
});
export type TestRun = z.infer<typeof testRun>;

/** A change of the knowledge that is not made yet. */
const change = z.discriminatedUnion("kind", [
  /** entryId null: a new entry. */
  z.object({ kind: z.literal("save"), entryId: id.nullable(), draft: entryDraft }),
  z.object({ kind: z.literal("delete"), entryIds: z.array(id).min(1).max(1000) }),
  z.object({ kind: z.literal("switch"), entryIds: z.array(id).min(1).max(1000), isEnabled: z.boolean() }),
  z.object({ kind: z.literal("import"), importId: id }),
]);
export type KnowledgeChange = z.infer<typeof change>;

const changedTest = z.object({
  testId: id,
  question: z.string(),
  expected: named,
  before: answer,
  after: answer,
  /** It expects an entry that would be deleted, and goes with it. */
  goes: z.boolean(),
});
export type ChangedTest = z.infer<typeof changedTest>;

export const comparison = z.object({
  tests: z.number().int(),
  /** Of the tests: how many would get another answer, pass no longer, and pass anew. */
  changed: z.number().int(),
  broken: z.number().int(),
  mended: z.number().int(),
  passedBefore: z.number().int(),
  passedAfter: z.number().int(),
  /** Those that change, broken ones first; at most 100. */
  items: z.array(changedTest),
  tookMs: z.number(),
});
export type Comparison = z.infer<typeof comparison>;

export const knowledgeTestRoutes = {
  listTests: route({
    method: "GET",
    path: "/api/knowledge-tests",
    permission: "knowledge.read",
    summary: "The shop's test questions with what the bot last answered; failed ones first",
    query: z.object({
      search: z.string().trim().max(200).optional(),
      verdict: testVerdict.optional(),
      page: z.coerce.number().int().min(1).max(1_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({
      items: z.array(knowledgeTest),
      total: z.number().int(),
      /** Of all tests, by the latest run; `none`: not run yet. */
      counts: z.object({
        all: z.number().int(),
        right: z.number().int(),
        offered: z.number().int(),
        wrong: z.number().int(),
        silent: z.number().int(),
        none: z.number().int(),
      }),
      limit: z.number().int(),
    }),
  }),
  saveTest: route({
    method: "POST",
    path: "/api/knowledge-tests",
    permission: "knowledge.edit",
    summary: "Keep a question as a test; one that is there already gets this expectation",
    body: z.object({
      question,
      entryId: id.nullable(),
      origin: z.enum(["hand", "bench", "label"]).default("hand"),
      /** With origin label: whose words they are. */
      conversationId: id.optional(),
    }),
    reply: z.object({ testId: id }),
  }),
  importTests: route({
    method: "POST",
    path: "/api/knowledge-tests/import",
    permission: "knowledge.edit",
    summary: "Tests from a sheet or pasted rows: question, and the entry's question; empty or “-”: none should answer",
    body: "bytes",
    maxBytes: limits.testSheetBytes,
    reply: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      /** Up to 100. */
      bad: z.array(
        z.object({
          row: z.number().int(),
          question: z.string(),
          expected: z.string(),
          reason: z.enum(["empty_question", "too_long", "unknown_entry", "repeated", "full"]),
        }),
      ),
      badRows: z.number().int(),
    }),
  }),
  deleteTests: route({
    method: "POST",
    path: "/api/knowledge-tests/delete",
    permission: "knowledge.edit",
    summary: "Take tests out",
    body: z.object({ testIds: z.array(id).min(1).max(limits.knowledgeTests) }),
    reply: z.object({ deleted: z.number().int() }),
  }),
  startTestRun: route({
    method: "POST",
    path: "/api/knowledge-test-runs",
    permission: "knowledge.edit",
    summary: "Ask all tests now",
    reply: testRun,
  }),
  listTestRuns: route({
    method: "GET",
    path: "/api/knowledge-test-runs",
    permission: "knowledge.read",
    summary: "Runs of the tests, newest first",
    query: z.object({ pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(60) }),
    reply: z.object({ items: z.array(testRun) }),
  }),
  getTestRun: route({
    method: "GET",
    path: "/api/knowledge-test-runs/:testRunId",
    permission: "knowledge.read",
    summary: "How far a run is",
    params: z.object({ testRunId: id }),
    reply: testRun,
  }),
  compareTests: route({
    method: "POST",
    path: "/api/knowledge-tests/compare",
    permission: "knowledge.edit",
    summary: "Which tests would get another answer after a change of the knowledge; nothing is changed",
    body: z.object({ change }),
    reply: comparison,
  }),
};
