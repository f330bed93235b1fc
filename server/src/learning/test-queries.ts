import type { KnowledgeTest, TestRun } from "@yingda/contract/routes/knowledge-tests";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";
import type { Answered } from "./answered.ts";

export type TestRow = {
  test_id: string;
  question: string;
  entry_id: string | null;
  expected: string | null;
  origin: KnowledgeTest["origin"];
  changed_at: Date;
  changed_by_name: string | null;
};

/** All of them; their number is bounded. */
export const listTests = (db: Db, shopId: string) =>
  rows(
    db,
    sql<TestRow>`
    select t.test_id, t.question, t.entry_id, k.question as expected, t.origin, t.changed_at,
           (select s.name from staff s where s.shop_id = t.shop_id and s.staff_id = t.changed_by) as changed_by_name
      from knowledge_test t left join knowledge_entry k on k.shop_id = t.shop_id and k.entry_id = t.entry_id
     where t.shop_id = ${shopId} order by t.changed_at desc, t.test_id`,
  );

export const countTests = async (db: Db | Tx, shopId: string) =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from knowledge_test where shop_id = ${shopId}`))!.n;

type NewTest = {
  testId: string;
  question: string;
  entryId: string | null;
  conversationId?: string | null;
};

/** A question that is there already gets the new expectation; what is the same stays. Returns what was written. */
export const writeTests = (
  db: Db | Tx,
  shopId: string,
  tests: NewTest[],
  by: { origin: KnowledgeTest["origin"]; at: Date; staffId: string },
) =>
  rows(
    db,
    sql<{ test_id: string; is_new: boolean }>`
    insert into knowledge_test (shop_id, test_id, question, entry_id, origin, conversation_id, changed_at, changed_by)
    select ${shopId}::uuid, t."testId", t.question, t."entryId", ${by.origin}, t."conversationId", ${by.at}::timestamptz, ${by.staffId}::uuid
      from jsonb_to_recordset(${JSON.stringify(tests)}::jsonb) as t ("testId" uuid, question text, "entryId" uuid, "conversationId" uuid)
    on conflict (shop_id, lower(question)) do update
       set question = excluded.question, entry_id = excluded.entry_id, origin = excluded.origin,
           conversation_id = excluded.conversation_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by
     where knowledge_test.entry_id is distinct from excluded.entry_id
    returning test_id, xmax = 0 as is_new`,
  );

export const findTestByQuestion = (db: Db, shopId: string, question: string) =>
  firstRow(
    db,
    sql<{ test_id: string }>`
    select test_id from knowledge_test where shop_id = ${shopId} and lower(question) = lower(${question})`,
  );

export const deleteTests = (db: Db, shopId: string, testIds: string[]) =>
  rows(
    db,
    sql`delete from knowledge_test where shop_id = ${shopId} and test_id = any(${testIds}::uuid[]) returning test_id`,
  );

/** By the database's idea of the same letters. */
export const findEntriesByQuestion = (db: Db, shopId: string, questions: string[]) =>
  rows(
    db,
    sql<{ n: number; entry_id: string }>`
    select t.n, k.entry_id from unnest(${questions}::text[]) with ordinality as t (question, n)
      join knowledge_entry k on k.shop_id = ${shopId} and lower(k.question) = lower(t.question)`,
  );

/**
 * Another mark: the knowledge is another, or what was learned. Every change of a row has the number of its transaction; of
 * all rows, since one with a lower number may be committed after one with a higher.
 */
export const readKnowledgeMark = async (db: Db, shopId: string) =>
  (await firstRow(
    db,
    sql<{ mark: string; changed_at: Date | null }>`
    select concat_ws('/', count(*), sum(hashtext(entry_id::text || xmin::text)::bigint),
                     (select run_id from learning_choice where shop_id = ${shopId})) as mark, max(updated_at) as changed_at
      from knowledge_entry where shop_id = ${shopId}`,
  ))!;

export const readTestsMark = async (db: Db, shopId: string) =>
  (await firstRow(
    db,
    sql<{ mark: string }>`
    select concat_ws('/', count(*), sum(hashtext(test_id::text || xmin::text)::bigint)) as mark from knowledge_test where shop_id = ${shopId}`,
  ))!.mark;

export const listShopsWithTests = async (db: Db) =>
  (await rows(db, sql<{ shop_id: string }>`select distinct shop_id from knowledge_test`)).map((row) => row.shop_id);

export type RunRow = {
  run_id: string;
  state: TestRun["state"];
  reason: TestRun["reason"];
  tests: number;
  done: number;
  passed: number;
  offered: number;
  mark: string;
  started_at: Date;
  finished_at: Date | null;
  started_by_name: string | null;
};

const runColumns = sql`r.run_id, r.state, r.reason, r.tests, r.done, r.passed, r.offered, r.mark, r.started_at, r.finished_at,
  (select s.name from staff s where s.shop_id = r.shop_id and s.staff_id = r.started_by) as started_by_name`;

export const listRuns = (db: Db, shopId: string, limit: number) =>
  rows(
    db,
    sql<RunRow>`
    select ${runColumns} from knowledge_test_run r where r.shop_id = ${shopId} order by r.started_at desc, r.run_id desc limit ${limit}`,
  );

export const findRun = (db: Db, shopId: string, runId: string) =>
  firstRow(
    db,
    sql<RunRow>`select ${runColumns} from knowledge_test_run r where r.shop_id = ${shopId} and r.run_id = ${runId}`,
  );

/** Nothing if one is running already. */
export const addRun = (
  db: Db,
  shopId: string,
  run: { runId: string; reason: TestRun["reason"]; tests: number; mark: string; at: Date; staffId: string | null },
) =>
  firstRow(
    db,
    sql<{ run_id: string }>`
    insert into knowledge_test_run (shop_id, run_id, state, reason, tests, mark, started_at, seen_at, started_by)
    values (${shopId}, ${run.runId}, 'running', ${run.reason}, ${run.tests}, ${run.mark}, ${run.at}, ${run.at}, ${run.staffId})
    on conflict do nothing returning run_id`,
  );

export const noteProgress = (db: Db, shopId: string, runId: string, { done, at }: { done: number; at: Date }) =>
  rows(
    db,
    sql`update knowledge_test_run set done = ${done}, seen_at = ${at} where shop_id = ${shopId} and run_id = ${runId} and state = 'running'`,
  );

export const endRun = (
  db: Db,
  shopId: string,
  runId: string,
  end: { state: "done" | "failed"; results: Answered[]; passed: number; offered: number; at: Date },
) =>
  rows(
    db,
    sql`
    update knowledge_test_run
       set state = ${end.state}, done = ${end.results.length}, passed = ${end.passed}, offered = ${end.offered},
           results = ${JSON.stringify(end.results)}::jsonb, finished_at = ${end.at}
     where shop_id = ${shopId} and run_id = ${runId} and state = 'running'`,
  );

/** Whoever carried it out is gone. */
export const failSilentRuns = (db: Db, { before, at }: { before: Date; at: Date }) =>
  rows(
    db,
    sql`update knowledge_test_run set state = 'failed', finished_at = ${at} where state = 'running' and seen_at < ${before}`,
  );

/** The pass rate stays for long, what each answered for a few. */
export const forgetOldRuns = (db: Db, shopId: string, { results, runs }: { results: number; runs: number }) =>
  rows(
    db,
    sql`
    with old as (
      select run_id, row_number() over (order by started_at desc, run_id desc) as n from knowledge_test_run where shop_id = ${shopId}
    ), emptied as (
      update knowledge_test_run r set results = null from old
       where r.shop_id = ${shopId} and r.run_id = old.run_id and old.n > ${results} and old.n <= ${runs} and r.results is not null
    )
    delete from knowledge_test_run r using old where r.shop_id = ${shopId} and r.run_id = old.run_id and old.n > ${runs}`,
  );

/** Of the latest two that are done. */
export const listLatestResults = (db: Db, shopId: string) =>
  rows(
    db,
    sql<{ results: Answered[] }>`
    select results from knowledge_test_run
     where shop_id = ${shopId} and state = 'done' and results is not null order by started_at desc, run_id desc limit 2`,
  );

/** Names of entries in results; those that are gone have none. */
export const listQuestions = (db: Db, shopId: string, entryIds: string[]) =>
  rows(
    db,
    sql<{ entry_id: string; question: string }>`
    select entry_id, question from knowledge_entry where shop_id = ${shopId} and entry_id = any(${entryIds}::uuid[])`,
  );
