import type { ModelKind, ModelProblem, ModelUsageDay } from "@yingda/contract/routes/models";
import { type Db, firstRow, rows, sql } from "../platform/db/database.ts";

export type SettingRow = {
  kind: ModelKind;
  base_url: string;
  key_sealed: string | null;
  model: string;
  is_on: boolean;
  price_in: number | null;
  price_out: number | null;
  daily_tokens: number | null;
};

export const listSettings = (db: Db, shopId: string) =>
  rows(
    db,
    sql<SettingRow>`
    select kind, base_url, key_sealed, model, is_on, price_in, price_out, daily_tokens
      from model_setting where shop_id = ${shopId}`,
  );

export const saveSetting = (db: Db, shopId: string, row: SettingRow) =>
  rows(
    db,
    sql`
    insert into model_setting (shop_id, kind, base_url, key_sealed, model, is_on, price_in, price_out, daily_tokens)
    values (${shopId}, ${row.kind}, ${row.base_url}, ${row.key_sealed}, ${row.model}, ${row.is_on}, ${row.price_in},
            ${row.price_out}, ${row.daily_tokens})
    on conflict (shop_id, kind) do update
       set base_url = excluded.base_url, key_sealed = excluded.key_sealed, model = excluded.model,
           is_on = excluded.is_on, price_in = excluded.price_in, price_out = excluded.price_out,
           daily_tokens = excluded.daily_tokens`,
  );

export const deleteSetting = (db: Db, shopId: string, kind: ModelKind) =>
  rows(db, sql`delete from model_setting where shop_id = ${shopId} and kind = ${kind}`);

export type Count = {
  calls: number;
  failures: number;
  tokensIn: number;
  tokensOut: number;
  estimatedCalls: number;
  cost: number;
  used: number;
  declined: number;
  rejected: number;
  failure: { problem: ModelProblem; detail: string; at: Date } | null;
};

export const addUsage = (db: Db, shopId: string, kind: ModelKind, day: string, count: Count) =>
  rows(
    db,
    sql`
    insert into model_usage as u (shop_id, kind, day, calls, failures, tokens_in, tokens_out, estimated_calls, cost,
                                  used, declined, rejected, last_problem, last_detail, last_failed_at)
    values (${shopId}, ${kind}, ${day}, ${count.calls}, ${count.failures}, ${count.tokensIn}, ${count.tokensOut},
            ${count.estimatedCalls}, ${count.cost}, ${count.used}, ${count.declined}, ${count.rejected},
            ${count.failure?.problem ?? null}, ${count.failure?.detail ?? null}, ${count.failure?.at ?? null})
    on conflict (shop_id, kind, day) do update
       set calls = u.calls + excluded.calls, failures = u.failures + excluded.failures,
           tokens_in = u.tokens_in + excluded.tokens_in, tokens_out = u.tokens_out + excluded.tokens_out,
           estimated_calls = u.estimated_calls + excluded.estimated_calls, cost = u.cost + excluded.cost,
           used = u.used + excluded.used, declined = u.declined + excluded.declined,
           rejected = u.rejected + excluded.rejected,
           last_problem = coalesce(excluded.last_problem, u.last_problem),
           last_detail = coalesce(excluded.last_detail, u.last_detail),
           last_failed_at = coalesce(excluded.last_failed_at, u.last_failed_at)`,
  );

export const tokensOn = async (db: Db, shopId: string, kind: ModelKind, day: string): Promise<number> =>
  (
    await firstRow(
      db,
      sql<{ tokens: number }>`
      select tokens_in + tokens_out as tokens from model_usage
       where shop_id = ${shopId} and kind = ${kind} and day = ${day}`,
    )
  )?.tokens ?? 0;

export const listUsage = (db: Db, shopId: string, from: string) =>
  rows(
    db,
    sql<ModelUsageDay>`
    select day, kind, calls, failures, tokens_in as "tokensIn", tokens_out as "tokensOut",
           estimated_calls as "estimatedCalls", cost, used, declined, rejected
      from model_usage where shop_id = ${shopId} and day >= ${from} order by day, kind`,
  );

export const listLastFailures = (db: Db, shopId: string, from: string) =>
  rows(
    db,
    sql<{ kind: ModelKind; at: Date; problem: ModelProblem; detail: string }>`
    select distinct on (kind) kind, last_failed_at as at, last_problem as problem, last_detail as detail
      from model_usage where shop_id = ${shopId} and day >= ${from} and last_problem is not null
     order by kind, day desc`,
  );

export const listShopsEmbedding = async (db: Db) =>
  (
    await rows(
      db,
      sql<{ shop_id: string }>`select shop_id from model_setting where kind = 'embedding' and is_on order by shop_id`,
    )
  ).map(({ shop_id }) => shop_id);

export type VectorRow = { text_hash: string; vector: Buffer; step: number };

export const listVectors = (db: Db, shopId: string, modelId: string) =>
  rows(
    db,
    sql<VectorRow>`select text_hash, vector, step from wording_vector where shop_id = ${shopId} and model_id = ${modelId}`,
  );

export const countVectors = async (db: Db, shopId: string, modelId: string): Promise<number> =>
  (await firstRow(
    db,
    sql<{ n: number }>`select count(*) as n from wording_vector where shop_id = ${shopId} and model_id = ${modelId}`,
  ))!.n;

export const addVectors = (db: Db, shopId: string, modelId: string, vectors: readonly VectorRow[]) =>
  rows(
    db,
    sql`
    insert into wording_vector (shop_id, model_id, text_hash, vector, step)
    select ${shopId}::uuid, ${modelId}, * from unnest(
      ${vectors.map(({ text_hash }) => text_hash)}::text[], ${vectors.map(({ vector }) => vector)}::bytea[],
      ${vectors.map(({ step }) => step)}::real[])
    on conflict do nothing`,
  );

/** What no wording of the shop's stands for any more, or another model made. */
export const deleteOtherVectors = (db: Db, shopId: string, modelId: string, kept: readonly string[]) =>
  rows(
    db,
    sql`
    delete from wording_vector
     where shop_id = ${shopId} and (model_id <> ${modelId} or not text_hash = any(${kept}::text[]))`,
  );
