import type { SuspiciousAsked } from "@yingda/answering/learning/types";
import type { LearningRun, learningReport } from "@yingda/contract/routes/learning";
import type { z } from "zod";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

/** What is kept of a run's report: what is shown, and what it found suspicious. */
export type StoredReport = z.infer<typeof learningReport> & { suspicious: SuspiciousAsked[] };

export type RunRow = {
  run_id: string;
  state: LearningRun["state"];
  version: number | null;
  refusal: LearningRun["refusal"];
  hints: number;
  asked: number;
  hints_until: Date;
  report: StoredReport | null;
  started_at: Date;
  finished_at: Date | null;
  started_by_name: string | null;
};

const columns = sql`r.run_id, r.state, r.version, r.refusal, r.hints, r.asked, r.hints_until, r.started_at, r.finished_at,
  (select s.name from staff s where s.shop_id = r.shop_id and s.staff_id = r.started_by) as started_by_name`;

/** Newest first, without what they found suspicious. */
export const listRuns = (db: Db, shopId: string, limit: number) =>
  rows(
    db,
    sql<RunRow>`
    select ${columns}, r.report - 'suspicious' as report from learning_run r
     where r.shop_id = ${shopId} order by r.started_at desc, r.run_id desc limit ${limit}`,
  );

/** The last that came to an end with figures. */
export const findLatestReport = async (db: Db, shopId: string) =>
  (
    await firstRow(
      db,
      sql<{ report: StoredReport }>`
      select report from learning_run where shop_id = ${shopId} and report is not null
       order by started_at desc, run_id desc limit 1`,
    )
  )?.report ?? null;

/** Nothing if one is running already. */
export const addRun = (
  db: Db,
  shopId: string,
  run: { runId: string; hints: number; hintsUntil: Date; at: Date; staffId: string | null },
) =>
  firstRow(
    db,
    sql<{ run_id: string }>`
    insert into learning_run (shop_id, run_id, state, hints, asked, hints_until, started_at, seen_at, started_by)
    values (${shopId}, ${run.runId}, 'running', ${run.hints}, 0, ${run.hintsUntil}, ${run.at}, ${run.at}, ${run.staffId})
    on conflict do nothing returning run_id`,
  );

export const markAlive = (db: Db, shopId: string, runId: string, at: Date) =>
  rows(
    db,
    sql`update learning_run set seen_at = ${at} where shop_id = ${shopId} and run_id = ${runId} and state = 'running'`,
  );

type End = {
  state: "published" | "refused" | "failed";
  refusal: LearningRun["refusal"];
  asked: number;
  report: StoredReport | null;
  learned: ArrayBuffer | null;
  at: Date;
};

/** Says whether it was still running: one that was given up comes too late. */
export const endRun = async (tx: Tx, shopId: string, runId: string, end: End) =>
  (await firstRow(
    tx,
    sql`
    update learning_run r
       set state = ${end.state}, refusal = ${end.refusal}, asked = ${end.asked}, finished_at = ${end.at},
           report = ${end.report && JSON.stringify(end.report)}::jsonb, learned = ${end.learned && Buffer.from(end.learned)},
           version = case when ${end.state} = 'published'
             then 1 + coalesce((select max(v.version) from learning_run v where v.shop_id = ${shopId}), 0) end
     where r.shop_id = ${shopId} and r.run_id = ${runId} and r.state = 'running' returning r.run_id`,
  )) !== null;

export const failSilentRuns = (db: Db, { before, at }: { before: Date; at: Date }) =>
  rows(
    db,
    sql`update learning_run set state = 'failed', finished_at = ${at} where state = 'running' and seen_at < ${before}`,
  );

/** What was learned is kept of the latest and of what is in use; the figures of a few hundred. */
export const forgetOldRuns = (db: Db, shopId: string, { learned, runs }: { learned: number; runs: number }) =>
  rows(
    db,
    sql`
    with old as (
      select run_id, row_number() over (order by started_at desc, run_id desc) as n,
             row_number() over (partition by learned is not null order by started_at desc, run_id desc) as with_learned
        from learning_run r
       where shop_id = ${shopId}
         and not exists (select 1 from learning_choice c where c.shop_id = r.shop_id and c.run_id = r.run_id)
    ), emptied as (
      update learning_run r set learned = null from old
       where r.shop_id = ${shopId} and r.run_id = old.run_id and r.learned is not null
         and old.with_learned > ${learned} and old.n <= ${runs}
    )
    delete from learning_run r using old where r.shop_id = ${shopId} and r.run_id = old.run_id and old.n > ${runs}`,
  );

export type ChoiceRow = {
  run_id: string | null;
  chosen_at: Date;
  chosen_by: string | null;
  chosen_by_name: string | null;
};

export const findChoice = (db: Db, shopId: string) =>
  firstRow(
    db,
    sql<ChoiceRow>`
    select c.run_id, c.chosen_at, c.chosen_by,
           (select s.name from staff s where s.shop_id = c.shop_id and s.staff_id = c.chosen_by) as chosen_by_name
      from learning_choice c where c.shop_id = ${shopId}`,
  );

/** What a person chooses. */
export const writeChoice = (db: Db, shopId: string, choice: { runId: string | null; at: Date; staffId: string }) =>
  rows(
    db,
    sql`
    insert into learning_choice (shop_id, run_id, chosen_at, chosen_by)
    values (${shopId}, ${choice.runId}, ${choice.at}, ${choice.staffId})
    on conflict (shop_id) do update
       set run_id = excluded.run_id, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`,
  );

/** Chosen by the rule, because it was better; not over what a person chose while it was being learned. */
export const useLearned = (tx: Tx, shopId: string, { runId, at }: { runId: string; at: Date }) =>
  rows(
    tx,
    sql`
    insert into learning_choice as c (shop_id, run_id, chosen_at, chosen_by) values (${shopId}, ${runId}, ${at}, null)
    on conflict (shop_id) do update
       set run_id = excluded.run_id, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by
     where c.chosen_by is null
        or c.chosen_at <= (select r.started_at from learning_run r where r.shop_id = ${shopId} and r.run_id = ${runId})`,
  );

export const hasLearned = async (db: Db, shopId: string, runId: string) =>
  (await firstRow(
    db,
    sql`select 1 from learning_run where shop_id = ${shopId} and run_id = ${runId} and state = 'published' and learned is not null`,
  )) !== null;

/**
 * Shops where hints enough came since the last run that did not fail, and none is running or just ended; a person's choice
 * is left alone.
 */
export const listShopsToLearn = async (
  db: Db,
  due: { least: number; fresh: number; freshShare: number; restedBefore: Date },
) =>
  (
    await rows(
      db,
      sql<{ shop_id: string }>`
      select h.shop_id from (select shop_id, count(*) as hints from learning_hint group by shop_id having count(*) >= ${due.least}) h
        left join lateral (
          select started_at, state,
                 (select max(d.hints_until) from learning_run d where d.shop_id = h.shop_id and d.state <> 'failed') as hints_until
            from learning_run r where r.shop_id = h.shop_id
           order by started_at desc, run_id desc limit 1) last on true
       where last.state is distinct from 'running' and (last.started_at is null or last.started_at < ${due.restedBefore})
         and not exists (select 1 from learning_choice c where c.shop_id = h.shop_id and c.chosen_by is not null)
         and (select count(*) from learning_hint n
               where n.shop_id = h.shop_id and (last.hints_until is null or n.gathered_at > last.hints_until))
             >= greatest(${due.fresh}, ${due.freshShare}::real * h.hints)`,
    )
  ).map((row) => row.shop_id);
