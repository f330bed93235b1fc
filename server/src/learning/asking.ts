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
  /** `otherwise` is worked out of the entries that the bot knows now; null: nothing else. */
  ask: (
    ctx: Ctx,
    tests: TestCase[],
    otherwise?: (entries: readonly Entry[]) => Otherwise,
  ) => Promise<{ before: Answered[]; after: Answered[] | null }>;
  close: () => Promise<void>;
};

export function openTestAsking(): TestAsking {
  const worker = openWorker<TestsQuestion, TestsAnswer>(new URL("./tests-worker.ts", import.meta.url), {
    failure: "asking the tests ended early",
  });
  return {
    ask: async (ctx, tests, otherwise) => {
      const { mark } = await queries.readKnowledgeMark(ctx.db, ctx.shopId);
      const key = `${ctx.shopId}/${mark}`;
      const entries = otherwise && (await listPlainEntries(ctx));
      const question = { otherwise: otherwise?.(entries!), tests };
      const answer = await worker.ask({ knowledge: { key }, ...question });
      if (!("isMissing" in answer)) return answer;
      const knowledge = {
        key,
        entries: entries ?? (await listPlainEntries(ctx)),
        learned: await readLearnedInUse(ctx),
      };
      const again = await worker.ask({ knowledge, ...question });
      if ("isMissing" in again) throw new Error("the knowledge was given and is missing");
      return again;
    },
    close: () => worker.close(),
  };
}

async function listPlainEntries(ctx: Ctx): Promise<Entry[]> {
  return listEntriesForIndex(ctx);
}
