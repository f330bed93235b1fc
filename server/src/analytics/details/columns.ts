import type { ColumnKind, DetailColumn } from "@yingda/contract/details";
import type { RawBuilder } from "kysely";
import { sql } from "../../platform/db/database.ts";

/** A column of a table read row by row: its words, and how it is read. */

export type Column = DetailColumn & {
  sql: RawBuilder<unknown>;
  /** What it is read from, besides the row itself. */
  join?: RawBuilder<unknown>;
  isNeverNull?: boolean;
};

type Bilingual = DetailColumn["name"];
type Rest = Partial<Omit<Column, "key" | "kind" | "group" | "name" | "sql" | "explanation">> & {
  explanation?: [zh: string, en: string];
};

export function declare(
  group: DetailColumn["group"],
  key: string,
  kind: ColumnKind,
  [zh, en]: readonly [zh: string, en: string],
  read: RawBuilder<unknown>,
  { explanation, ...rest }: Rest = {},
): Column {
  return {
    ...{ key, kind, group, choices: null, isUsual: false, canFilter: false },
    name: { "zh-CN": zh, en },
    explanation: explanation ? { "zh-CN": explanation[0], en: explanation[1] } : null,
    ...rest,
    sql: read,
  };
}

/** What crosses the wire. */
export const describeColumn = ({ sql: _sql, join: _join, isNeverNull: _isNeverNull, ...words }: Column): DetailColumn =>
  words;

const words = (pairs: Record<string, [zh: string, en: string]>): Record<string, Bilingual> =>
  Object.fromEntries(Object.entries(pairs).map(([key, [zh, en]]) => [key, { "zh-CN": zh, en }]));

export const channels = words({
  web: ["网页", "Web"],
  h5: ["手机网页", "Mobile web"],
  app: ["App", "App"],
  import: ["导入", "Import"],
});
export const handlers = words({
  bot: ["仅机器人", "Bot only"],
  human: ["仅人工", "People only"],
  both: ["机器人与人工", "Bot, then people"],
  none: ["无人接待", "Nobody"],
});
export const sentiments = words({
  positive: ["正面", "Positive"],
  neutral: ["中性", "Neutral"],
  negative: ["负面", "Negative"],
});
export const reasons = words({
  attitude: ["态度差", "Bad attitude"],
  unsolved: ["未解决问题", "Not solved"],
  slow: ["回复慢", "Slow replies"],
  repeat: ["让我重复描述", "Had to repeat myself"],
  other: ["其他", "Other"],
});

/** What is compared in the database; also of the text that a cursor carries. */
export const sqlTypeOf = (kind: ColumnKind) => sql.raw(sqlTypes[kind]);

const sqlTypes: Record<ColumnKind, string> = {
  text: "text",
  choice: "text",
  instant: "timestamptz",
  day: "date",
  count: "float8",
  seconds: "float8",
  stars: "float8",
  ratio: "float8",
  flag: "boolean",
};
