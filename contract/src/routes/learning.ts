import * as z from "zod";
import { id, instant } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

/** Where a hint comes from: a correction on the test bench, a label, an agent's choice, a customer's click or thumb. */
export const hintSources = ["bench", "label", "agent", "click", "thumb"] as const;
export const hintSource = z.enum(hintSources);
export type HintSource = z.infer<typeof hintSource>;

/** An entry as it is shown; null: nothing in the knowledge answers it. */
const named = z.object({ entryId: id, question: z.string() }).nullable();

export const hint = z.object({
  hintId: id,
  text: z.string(),
  source: hintSource,
  /** means: the words mean this entry, or none; not: they do not mean this one. */
  verdict: z.enum(["means", "not"]),
  entry: named,
  conversationId: id.nullable(),
  askedSeq: z.number().int().nullable(),
  at: instant,
  /** Somebody said that it should not count. */
  isDropped: z.boolean(),
});
export type LearningHint = z.infer<typeof hint>;

/** A share with its 95 % interval; null where there was nothing to divide by. */
const share = z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable();
const heldOut = z.object({
  asked: z.number(),
  answerable: z.number(),
  /** Of those that an entry answers: it came first. */
  rightFirst: share,
  answered: z.number(),
  /** Of those answered: with the right entry. */
  rightAnswered: share,
});
export type HeldOutReply = z.infer<typeof heldOut>;

export const learningReport = z.object({
  learnedFrom: z.number(),
  leftOut: z.number(),
  before: heldOut,
  after: heldOut,
  /** The version in use beside this one, on questions that came since; null where they are too few. */
  since: z.object({ before: heldOut, after: heldOut }).nullable(),
  /** Parts that made held-out questions come out better. */
  kept: z.array(z.string()),
  /** The shop's own tests; null where it has none. */
  tests: z
    .object({ total: z.number().int(), before: z.number().int(), after: z.number().int(), broken: z.number().int() })
    .nullable(),
});

export const learningRun = z.object({
  runId: id,
  state: z.enum(["running", "published", "refused", "failed"]),
  version: z.number().int().nullable(),
  /** Why it is not used. */
  refusal: z.enum(["nothing_learned", "not_better", "worse_than_used", "tests"]).nullable(),
  hints: z.number().int(),
  asked: z.number().int(),
  report: learningReport.nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** Null: by itself. */
  startedBy: z.string().nullable(),
  isInUse: z.boolean(),
});
export type LearningRun = z.infer<typeof learningRun>;

const suspicious = z.object({
  hintId: id,
  text: z.string(),
  entry: named,
  likely: named,
  probability: z.number(),
  conversationId: id.nullable(),
  source: hintSource,
});
export type SuspiciousHint = z.infer<typeof suspicious>;

export const learningRoutes = {
  getLearning: route({
    method: "GET",
    path: "/api/learning",
    permission: "knowledge.edit",
    summary: "What came in to learn from, what was learned and when, and what is in use",
    reply: z.object({
      hints: z.number().int(),
      /** Since the last time something was learned; enough of them, and it is learned anew. */
      newHints: z.number().int(),
      neededHints: z.number().int(),
      /** By day of the shop, oldest first, the last 30 days; days without any are left out. */
      days: z.array(z.object({ day: z.string(), source: hintSource, hints: z.number().int() })),
      /** Newest first. */
      runs: z.array(learningRun),
      isRunning: z.boolean(),
      /** When a person chose what is in use; null: the newest published is. */
      chosenAt: instant.nullable(),
      chosenBy: z.string().nullable(),
      suspicious: z.number().int(),
    }),
  }),
  listHints: route({
    method: "GET",
    path: "/api/learning/hints",
    permission: "knowledge.edit",
    summary: "What people did that says which entry a customer's words meant, newest first",
    query: z.object({
      source: hintSource.optional(),
      page: z.coerce.number().int().min(1).max(1_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({ items: z.array(hint), total: z.number().int() }),
  }),
  addHint: route({
    method: "POST",
    path: "/api/learning/hints",
    permission: "knowledge.edit",
    summary: "Say on the test bench which entry a text means (null: none)",
    body: z.object({ text: z.string().trim().min(1).max(limits.questionCharacters), entryId: id.nullable() }),
    reply: z.object({ hintId: id }),
  }),
  reviewHint: route({
    method: "POST",
    path: "/api/learning/hints/:hintId/review",
    permission: "knowledge.edit",
    summary: "Of a hint that looks wrong: it is right (keep), it should not count (drop), or it means another (move)",
    params: z.object({ hintId: id }),
    body: z.discriminatedUnion("decision", [
      z.object({ decision: z.literal("keep") }),
      z.object({ decision: z.literal("drop") }),
      z.object({ decision: z.literal("move"), entryId: id.nullable() }),
    ]),
    reply: z.object({ decision: z.enum(["keep", "drop", "move"]) }),
  }),
  listSuspiciousHints: route({
    method: "GET",
    path: "/api/learning/suspicious",
    permission: "knowledge.edit",
    summary:
      "Hints that the others contradict, as the last run found them: those of staff first, likeliest mistakes first",
    reply: z.object({ items: z.array(suspicious) }),
  }),
  learnNow: route({
    method: "POST",
    path: "/api/learning/runs",
    permission: "knowledge.edit",
    summary: "Learn from what came in; used only if held-out questions come out better",
    reply: z.object({ runId: id }),
  }),
  chooseLearned: route({
    method: "PUT",
    path: "/api/learning/choice",
    permission: "knowledge.edit",
    summary: "Use what a published run learned, or (null) the engine as it comes",
    body: z.object({ runId: id.nullable() }),
    reply: z.object({ runId: id.nullable() }),
  }),
};
