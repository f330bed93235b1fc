import type { ColumnKind } from "@yingda/contract/details";
import type { Figure } from "@yingda/contract/figures";
import { limits } from "@yingda/contract/limits";
import type { DownloadWish } from "@yingda/contract/routes/details";
import type { FigureReply } from "@yingda/contract/routes/figures";
import { getDimension } from "@yingda/measures/dimensions";
import type { Ctx } from "../../context.ts";
import { AppError } from "../../platform/errors.ts";
import { getShop } from "../../shops/shops.ts";
import type { Column } from "../details/columns.ts";
import { ask, countDetails } from "../details/details.ts";
import { compileOrder } from "../details/keyset.ts";
import { queryFigures } from "../query.ts";
import type { RawRow, Sheet, SheetColumn } from "./sheet.ts";
import type { SheetJob } from "./sheet-worker.ts";

/** From what was wished for to what a thread can write: the statement or the rows, the headings, the words. */

type Locale = "zh-CN" | "en";
export type Plan = Pick<SheetJob, "sheet" | "timeZone" | "source"> & { totalRows: number };

const titles: Record<DownloadWish["table"], Record<Locale, string>> = {
  conversations: { "zh-CN": "会话明细", en: "Conversations" },
  agents: { "zh-CN": "客服明细", en: "Agents" },
  agent_days: { "zh-CN": "客服明细（按天）", en: "Agents by day" },
  figures: { "zh-CN": "指标", en: "Figures" },
};
const seconds: Record<Locale, string> = { "zh-CN": "（秒）", en: " (s)" };
const yesNo = { "zh-CN": { yes: "是", no: "否" }, en: { yes: "Yes", no: "No" } } as const;

/** As the file is called, without its ending. */
export function nameDownload(wish: DownloadWish, locale: Locale): string {
  const { from, to } = wish.table === "figures" ? wish.query.window : wish.window;
  return `${titles[wish.table][locale]} ${from === to ? from : `${from}–${to}`}`;
}

/** Throws what would be refused on a page too. */
export async function planDownload(ctx: Ctx, wish: DownloadWish, locale: Locale): Promise<Plan> {
  const { timeZone } = (await getShop(ctx)).settings;
  const sheetOf = (columns: SheetColumn[]): Sheet => ({ name: titles[wish.table][locale], columns, ...yesNo[locale] });
  if (wish.table === "figures") {
    const { columns, rows } = layOut(await queryFigures(ctx, wish.query), wish, locale);
    return { sheet: sheetOf(columns), timeZone, source: { rows }, totalRows: rows.length };
  }
  const asked = await ask(ctx, wish);
  const { count, isMore } = await countDetails(ctx, asked, limits.downloadRows);
  if (isMore)
    throw new AppError("too_many_rows", `A file can have ${limits.downloadRows} rows; choose a shorter time.`);
  const { wanted, sorted, order } = asked;
  const all = await asked.table.compileAll(ctx, wish, { wanted, sorted, order: compileOrder(order) });
  const { sql, parameters } = all.compile(ctx.db);
  return {
    sheet: sheetOf(wanted.map((column) => toSheetColumn(column, locale))),
    timeZone,
    source: { text: sql, values: parameters },
    totalRows: count,
  };
}

function toSheetColumn({ name, kind, choices }: Column, locale: Locale): SheetColumn {
  return {
    heading: name[locale] + (kind === "seconds" ? seconds[locale] : ""),
    kind,
    choices: choices && Object.fromEntries(Object.entries(choices).map(([key, words]) => [key, words[locale]])),
  };
}

type FigureWish = Extract<DownloadWish, { table: "figures" }>;
type FigureColumn = SheetColumn & { read: (now: Figure[], before: Figure[] | null) => number | null };

/** What the figures are cut by, then of each its value, what it is made of, how it is spread, and what it was before. */
function layOut({ metrics, rows, total }: FigureReply, { query }: FigureWish, locale: Locale) {
  const isZh = locale === "zh-CN";
  const cuts = query.dimensions.map((key): SheetColumn => {
    const { name } = getDimension(key);
    return { heading: isZh ? name.zh : name.en, kind: key === "day" ? "day" : "text", choices: null };
  });
  const figures = metrics.flatMap(({ name, unit }, i): FigureColumn[] => {
    const kind: ColumnKind = { ratio: "ratio", seconds: "seconds", count: "count", stars: "stars", points: "stars" }[
      unit
    ] as ColumnKind;
    const column = (zh: string, en: string, of: ColumnKind, read: FigureColumn["read"]): FigureColumn => ({
      heading: name[locale] + (isZh ? zh : en) + (of === "seconds" ? seconds[locale] : ""),
      ...{ kind: of, choices: null, read },
    });
    const isSpread = rows.some(({ now }) => now[i]!.median !== null) || total.now[i]!.median !== null;
    return [
      column("", "", kind, (now) => now[i]!.value),
      ...(unit === "count"
        ? []
        : [
            column("·分子", ", numerator", "stars", (now) => now[i]!.numerator),
            column("·分母", ", denominator", "count", (now) => now[i]!.denominator),
          ]),
      ...(isSpread
        ? [
            column("·中位数", ", median", kind, (now) => now[i]!.median),
            column("·P90", ", P90", kind, (now) => now[i]!.p90),
          ]
        : []),
      ...(query.compare === "none"
        ? []
        : [column("·对比期", ", compared", kind, (_now, before) => before?.[i]?.value ?? null)]),
    ];
  });
  const lines = query.dimensions.length === 0 ? [{ keys: [], ...total }] : rows;
  const text = (value: number | null) => (value === null ? null : String(value));
  return {
    columns: [...cuts, ...figures.map(({ read: _read, ...column }) => column)],
    rows: lines.map(
      ({ keys, now, before }): RawRow => [
        ...keys.map(({ key, name }) => name?.[locale] ?? key),
        ...figures.map(({ read }) => text(read(now, before))),
      ],
    ),
  };
}
