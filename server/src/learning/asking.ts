import type { Entry } from "@yingda/answering/types";
import type { Ctx } from "../context.ts";
import { listEntriesForIndex } from "../knowledge/knowledge.ts";
import { openFairWorkers } from "../platform/fair-workers.ts";
import type { Answered, TestCase } from "./answered.ts";
import { readLearnedInUse } from "./learned.ts";
import * as queries from "./test-queries.ts";
import type { Otherwise, TestsAnswer, TestsQuestion } from "./tests-worker.ts";

/** Asks tests in workers that all shops share, of the knowledge as it is and as it would be otherwise. */
export type TestAsking = {
  ask: (
    ctx: Ctx,
    tests: TestCase[],
    otherwise?: Otherwise | OtherwiseOf,
  ) => Promise<{ before: Answered[]; after: Answered[] | null }>;
  close: () => Promise<void>;
};
/** Worked out of the entries that the bot knows now. */
export type OtherwiseOf = (entries: readonly Entry[]) => Otherwise;

/** Entries that are put into an index in about a second; other shops need not wait for more than that. */
const mostQuick = 5_000;

export function openTestAsking(): TestAsking {
  const workers = openFairWorkers<TestsQuestion, TestsAnswer>(new URL("./tests-worker.ts", import.meta.url), {
    failure: "asking the tests ended early",
  });
  const ask = (question: TestsQuestion) => {
    const { knowledge, otherwise } = question;
    const entries = (knowledge.entries?.length ?? 0) + (otherwise?.saved?.length ?? 0);
    return workers.ask(knowledge.shopId, question, { isHeavy: entries > mostQuick });
  };
  return {
    ask: async (ctx, tests, wish) => {
      const { shopId } = ctx;
      const { mark } = await queries.readKnowledgeMark(ctx.db, shopId);
      const needed = typeof wish === "function" ? await listEntriesForIndex(ctx) : null;
      const otherwise = typeof wish === "function" ? wish(needed!) : wish;
      const answer = await ask({ knowledge: { shopId, mark }, otherwise, tests });
      if (!("isMissing" in answer)) return answer;
      const [entries, learned] = await Promise.all([needed ?? listEntriesForIndex(ctx), readLearnedInUse(ctx)]);
      const again = await ask({ knowledge: { shopId, mark, entries, learned }, otherwise, tests });
      if ("isMissing" in again) throw new Error("the knowledge was given and is missing");
      return again;
    },
    close: () => workers.close(),
  };
}
