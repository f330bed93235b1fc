import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FactName } from "../../measures/src/facts.ts";

/** DuckDB beside ours, on the same facts. It is no dependency of the product: the bench fetches it from npm when it runs. */

const version = "1.5.6-r.1";

type Connection = {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRows: () => unknown[][] }>;
};

export async function openDuckDb(folder: string, threads: number): Promise<Connection> {
  const home = join(folder, "duckdb");
  const done = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--no-save", "--prefix", home, `@duckdb/node-api@${version}`],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (done.status !== 0) throw new Error("DuckDB could not be fetched from npm.");
  const { DuckDBInstance } = createRequire(join(home, "package.json"))("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  return instance.connect();
}

/** The columns that the compared questions read, and those that they are cut and filtered by. */
const shared = [
  "shop_id",
  "conversation_id",
  "local_day",
  "start_hour",
  "channel",
  "intent",
  "product_id",
  "category",
  "region",
  "question_id",
  "in_exam_hours",
];
export const comparedColumns: Partial<Record<FactName, readonly string[]>> = {
  turn: [...shared, "agent_id", "reply_seconds"],
  conversation: [...shared, "agent_id", "is_eligible", "is_resolved", "is_connected", "is_replied"],
  rating: [...shared, "agent_id", "target", "is_satisfied", "is_dissatisfied"],
};

export const loadCsv = (table: string, file: string) =>
  `create table ${table} as select * from read_csv('${file}', header = true, nullstr = '', auto_type_candidates = ['BOOLEAN', 'BIGINT', 'DOUBLE', 'DATE', 'VARCHAR'])`;

type Span = { from: string; to: string };

/** What queryFigures is asked below, by hand. */
export function writeReport(by: string | null, shopId: string, { from, to }: Span, filter: string): string[] {
  const key = by ?? "''";
  const where = (more: string) =>
    `where shop_id = '${shopId}' and local_day >= date '${from}' and local_day <= date '${to}' and ${filter} and ${more} group by 1`;
  return [
    `select ${key} as key, sum(reply_seconds), count(*), quantile_cont(reply_seconds, [0.5, 0.9]) from turn ${where("in_exam_hours and reply_seconds is not null")}`,
    `select ${key} as key, count(*) filter (is_eligible and is_resolved), count(*) filter (is_eligible), count(*) filter (is_connected and is_replied), count(*) filter (is_connected) from conversation ${where("true")}`,
    `select ${key} as key, count(*) filter (is_satisfied), count(*) from rating ${where("target = 'human' and (is_satisfied or is_dissatisfied)")}`,
  ];
}
