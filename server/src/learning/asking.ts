import type { Entry } from "@yingda/answering/types";
import type { Ctx } from "../context.ts";
import { listEntriesForIndex } from "../knowledge/knowledge.ts";
import { openWorker } from "../platform/worker.ts";
import type { Answered, TestCase } from "./answered.ts";
import { readLearnedInUse } from "./learned.ts";
import * as queries from "./test-queries.ts";
import type { Otherwise, TestsAnswer, TestsQuestion } from "./tests-worker.ts";

/** Asks tests in a worker, of the knowledge as it is and as it would be otherwise. */
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

export function openTestAsking(): TestAsking {
  const worker = openWorker<TestsQuestion, TestsAnswer>(new URL("./tests-worker.ts", import.meta.url), {
    failure: "asking the tests ended early",
  });
  return {
    ask: async (ctx, tests, wish) => {
      const { shopId } = ctx;
      const { mark } = await queries.readKnowledgeMark(ctx.db, shopId);
      const needed = typeof wish === "function" ? await listEntriesForIndex(ctx) : null;
      const otherwise = typeof wish === "function" ? wish(needed!) : wish;
      const answer = await worker.ask({ knowledge: { shopId, mark }, otherwise, tests });
      if (!("isMissing" in answer)) return answer;
      const [entries, learned] = await Promise.all([needed ?? listEntriesForIndex(ctx), readLearnedInUse(ctx)]);
      const again = await worker.ask({ knowledge: { shopId, mark, entries, learned }, otherwise, tests });
      if ("isMissing" in again) throw new Error("the knowledge was given and is missing");
      return again;
    },
    close: () => worker.close(),
  };
}
