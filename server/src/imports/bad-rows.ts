import type { ImportBadRow } from "@yingda/contract/routes/imports";
import { stringify } from "csv-stringify/sync";
import { cut } from "./fields.ts";

/** What was wrong with a log, row by row: the first for the page, all for a download. */

export const badRowsShown = 200;
/** Beyond these they are only counted: a file in which everything is wrong needs no hundred thousand proofs. */
const badRowsKept = 100_000;
const valueCharacters = 120;

export type Complaints = {
  add: (bad: ImportBadRow) => void;
  count: () => number;
  list: () => ImportBadRow[];
};

export function makeComplaints(): Complaints {
  const kept: ImportBadRow[] = [];
  let count = 0;
  return {
    add: (bad) => {
      count += 1;
      if (kept.length < badRowsKept) kept.push({ ...bad, value: cut(bad.value, valueCharacters) });
    },
    count: () => count,
    list: () => kept.toSorted((a, b) => a.row - b.row),
  };
}

const words = {
  "zh-CN": {
    heading: ["行", "字段", "内容", "原因", "怎么处理的"],
    reason: {
      unreadable: ["读不懂", "没有导入"],
      missing: ["缺少内容", "没有导入"],
      unknown_actor: ["不知道是谁说的", "没有导入"],
      bad_time: ["不是时间", "没有导入"],
      time_backwards: ["时间顺序不对", "按时间放回原位后导入"],
      too_long: ["太长", "没有导入这一项"],
      bad_rating: ["不是 1–5 星", "没有导入评分"],
      duplicate: ["重复", "没有再次导入"],
      close_too_early: ["结束时间早于第一条消息", "没有采用，以最后一条消息为结束"],
    },
  },
  en: {
    heading: ["Row", "Field", "Value", "Reason", "What was done"],
    reason: {
      unreadable: ["Can't be read", "Left out"],
      missing: ["Missing", "Left out"],
      unknown_actor: ["Unknown sender", "Left out"],
      bad_time: ["Not a time", "Left out"],
      time_backwards: ["Out of order by its time", "Went in, placed by its time"],
      too_long: ["Too long", "This value was left out"],
      bad_rating: ["Not 1–5 stars", "The rating was left out"],
      duplicate: ["Duplicate", "Not taken twice"],
      close_too_early: ["Closed before the first message", "Not taken; the last message ends it"],
    },
  },
} as const;

export function writeBadRows(badRows: ImportBadRow[], locale: "zh-CN" | "en"): Buffer {
  const { heading, reason } = words[locale];
  const rows = badRows.map((bad) => [String(bad.row), bad.field, bad.value, ...reason[bad.reason]]);
  // The mark tells Excel that this is UTF-8; a cell from a stranger's file must not run as a formula.
  return Buffer.from(stringify([heading, ...rows], { bom: true, record_delimiter: "\r\n", escape_formulas: true }));
}
