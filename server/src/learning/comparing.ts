import type { Entry } from "@yingda/answering/types";
import type { ChangedTest, Comparison, KnowledgeChange } from "@yingda/contract/routes/knowledge-tests";
import type { StaffCtx } from "../context.ts";
import { prepareEntry } from "../knowledge/drafts.ts";
import { listPendingRows } from "../knowledge/importing.ts";
import { getEntry, listEntriesOf } from "../knowledge/knowledge.ts";
import { plainTextOf } from "../knowledge/sanitise.ts";
import { newId } from "../platform/ids.ts";
import { type Answered, isOther } from "./answered.ts";
import type { OtherwiseOf, TestAsking } from "./asking.ts";
import * as queries from "./test-queries.ts";
import { expectedOf, nameEntries } from "./tests.ts";
import type { Otherwise } from "./tests-worker.ts";

/** What a change of the knowledge would do to the shop's tests, before it is made. It changes nothing. */

const itemsShown = 100;

export async function compareTests(
  ctx: StaffCtx,
  asking: TestAsking,
  { change }: { change: KnowledgeChange },
): Promise<Comparison> {
  const startedMs = performance.now();
  const { otherwise, names } = await readChange(ctx, change);
  const tests = await queries.listTests(ctx.db, ctx.shopId);
  const took = () => performance.now() - startedMs;
  if (tests.length === 0) {
    const nothing = { tests: 0, changed: 0, broken: 0, mended: 0, passedBefore: 0, passedAfter: 0 };
    return { ...nothing, items: [], tookMs: took() };
  }
  const cases = tests.map((row) => ({ testId: row.test_id, question: row.question, entryId: row.entry_id }));
  const { before, after } = await asking.ask(ctx, cases, otherwise);
  const gone = new Set(change.kind === "delete" ? change.entryIds : []);
  const changes = tests.flatMap((row, i) => {
    const pair = { row, before: before[i]!, after: after![i]!, goes: row.entry_id !== null && gone.has(row.entry_id) };
    return pair.goes || isOther(pair.before, pair.after) ? [pair] : [];
  });
  const isBroken = (one: (typeof changes)[number]) => passes(one.before) && !passes(one.after);
  changes.sort((a, b) => Number(isBroken(b)) - Number(isBroken(a)));
  const shown = changes.slice(0, itemsShown);
  const nameBefore = await nameEntries(
    ctx,
    shown.map((one) => one.before),
  );
  const nameAfter = await nameEntries(
    ctx,
    shown.map((one) => one.after),
    names,
  );
  return {
    tests: tests.length,
    changed: changes.length,
    broken: changes.filter(isBroken).length,
    mended: changes.filter((one) => !passes(one.before) && passes(one.after)).length,
    passedBefore: before.filter(passes).length,
    passedAfter: after!.filter(passes).length,
    items: shown.map(
      ({ row, before, after, goes }): ChangedTest => ({
        testId: row.test_id,
        question: row.question,
        expected: expectedOf(row),
        before: nameBefore(before),
        after: nameAfter(after),
        goes,
      }),
    ),
    tookMs: took(),
  };
}

type Change = {
  otherwise: Otherwise | OtherwiseOf;
  /** Of entries as they would be called then. */
  names: Map<string, string>;
};

async function readChange(ctx: StaffCtx, change: KnowledgeChange): Promise<Change> {
  const names = new Map<string, string>();
  switch (change.kind) {
    case "save": {
      if (change.entryId !== null) await getEntry(ctx, change.entryId);
      const { isEnabled, ...draft } = prepareEntry(change.entryId ?? newId(), change.draft);
      names.set(draft.entryId, draft.question);
      const saved = [toEntry({ ...draft, id: draft.entryId, answer: draft.answerText })];
      return { otherwise: isEnabled ? { saved } : { removed: [draft.entryId] }, names };
    }
    case "delete":
      return { otherwise: { removed: change.entryIds }, names };
    case "switch": {
      if (!change.isEnabled) return { otherwise: { removed: change.entryIds }, names };
      const found = await listEntriesOf(ctx, change.entryIds);
      return { otherwise: { saved: found.map(toEntry) }, names };
    }
    case "import": {
      const rows = await listPendingRows(ctx, change.importId);
      for (const row of rows) names.set(row.entryId, row.question);
      const otherwise = (entries: readonly Entry[]) => {
        const known = new Map(entries.map((entry) => [entry.question.toLowerCase(), entry]));
        const read = rows.map((row) => ({ row, entry: known.get(row.question.toLowerCase()) }));
        // What is switched off, and the sheet does not say so, stays off: the bot does not know it.
        const isOn = ({ row }: (typeof read)[number]) => row.isEnabled !== false;
        return {
          removed: read.filter((one) => !isOn(one)).flatMap(({ entry }) => entry?.id ?? []),
          saved: read.filter(isOn).map(({ row, entry }) => ({
            id: entry?.id ?? row.entryId,
            question: row.question,
            similar: row.similar ?? entry?.similar ?? [],
            answer: row.answerText || plainTextOf(row.answerHtml),
            category: row.category ?? entry?.category ?? "",
          })),
        };
      };
      return { otherwise, names };
    }
  }
}

const toEntry = ({ id, question, similar, answer, category }: Entry): Entry => ({
  id,
  question,
  similar,
  answer,
  category,
});

export const passes = ({ verdict }: Answered): boolean => verdict === "right";
