import type { Points } from "@yingda/measures/peers";
import { type Db, firstRow, rows, sql, type Tx } from "../../platform/db/database.ts";

export const findStanding = (db: Db, shopId: string) =>
  firstRow(
    db,
    sql<{ industry: string; tier: number; as_of: string }>`
    select industry, tier, as_of::text from peer_standing where shop_id = ${shopId}`,
  );

export type DistributionRow = { metric: string; shops: number; points: Points; as_of: string };

export const listDistributions = (db: Db, cell: { industry: string; tier: number }, metrics: readonly string[]) =>
  rows(
    db,
    sql<DistributionRow>`
    select metric, shops, points, as_of::text from peer_distribution
     where industry = ${cell.industry} and tier = ${cell.tier} and metric = any(${metrics}::text[])`,
  );

export const countShopsOf = async (db: Db, industry: string): Promise<number> =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from shop where settings->>'industry' = ${industry}`))!.n;

export const findLastDay = async (db: Db): Promise<string | null> =>
  (await firstRow(db, sql<{ day: string | null }>`select max(as_of)::text as day from peer_standing`))!.day;

/** One at a time on the whole installation; false when another process is at it. */
export const tryLock = async (tx: Tx): Promise<boolean> =>
  (await firstRow(tx, sql<{ ok: boolean }>`select pg_try_advisory_xact_lock(7243) as ok`))!.ok;

export type Standing = { shopId: string; industry: string; tier: number };
export type Distribution = { industry: string; tier: number; metric: string; shops: number; points: Points };

export async function replaceAll(tx: Tx, day: string, standings: Standing[], distributions: Distribution[]) {
  await rows(tx, sql`delete from peer_standing`);
  await rows(tx, sql`delete from peer_distribution`);
  await rows(
    tx,
    sql`
    insert into peer_standing (shop_id, industry, tier, as_of)
    select s."shopId", s.industry, s.tier, ${day}::date
      from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as s ("shopId" uuid, industry text, tier int)
     where exists (select 1 from shop where shop_id = s."shopId")`,
  );
  await rows(
    tx,
    sql`
    insert into peer_distribution (industry, tier, metric, shops, points, as_of)
    select d.industry, d.tier, d.metric, d.shops, d.points, ${day}::date
      from jsonb_to_recordset(${JSON.stringify(distributions)}::jsonb)
        as d (industry text, tier int, metric text, shops int, points jsonb)`,
  );
}

export type FileRow = { file_name: string; tier: string | null; imported_at: Date };

export const findFile = (db: Db, shopId: string) =>
  firstRow(db, sql<FileRow>`select file_name, tier, imported_at from benchmark_file where shop_id = ${shopId}`);

export const countFileRows = async (db: Db, shopId: string): Promise<number> =>
  (await firstRow(db, sql<{ n: number }>`select count(*) as n from benchmark where shop_id = ${shopId}`))!.n;

/** '' stands for any industry and for any tier. */
export const listTiers = async (db: Db, shopId: string, industry: string): Promise<string[]> =>
  (
    await rows(
      db,
      sql<{ tier: string }>`
      select distinct tier from benchmark where shop_id = ${shopId} and industry in (${industry}, '') order by tier`,
    )
  ).map((row) => row.tier);

export type BenchmarkRow = { metric: string; industry: string; tier: string; points: Points };

/** The most fitting row of each metric: of our industry before any, of our tier before any. */
export const listBenchmarks = (
  db: Db,
  shopId: string,
  { industry, tier, metrics }: { industry: string; tier: string; metrics: readonly string[] },
) =>
  rows(
    db,
    sql<BenchmarkRow>`
    select distinct on (metric) metric, industry, tier, points from benchmark
     where shop_id = ${shopId} and industry in (${industry}, '') and tier in (${tier}, '')
       and metric = any(${metrics}::text[])
     order by metric, industry desc, tier desc`,
  );

export async function replaceFile(tx: Tx, shopId: string, file: { name: string; at: Date }, found: BenchmarkRow[]) {
  await deleteFile(tx, shopId);
  await rows(
    tx,
    sql`insert into benchmark_file (shop_id, file_name, imported_at) values (${shopId}, ${file.name}, ${file.at})`,
  );
  await rows(
    tx,
    sql`
    insert into benchmark (shop_id, metric, industry, tier, points)
    select ${shopId}, b.metric, b.industry, b.tier, b.points
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        as b (metric text, industry text, tier text, points jsonb)`,
  );
}

export const deleteFile = (db: Db | Tx, shopId: string) =>
  rows(db, sql`delete from benchmark_file where shop_id = ${shopId}`);

export const chooseTier = (db: Db, shopId: string, tier: string) =>
  rows(db, sql`update benchmark_file set tier = ${tier} where shop_id = ${shopId} returning 1`);
