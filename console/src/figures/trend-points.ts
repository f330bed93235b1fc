import type { DayWindow, Figure, MetricWords } from "@yingda/contract/figures";
import type { SheetCell } from "../ui/sheet-cell.ts";
import type { Figures } from "./ask.ts";
import { changeOf, differenceColumn, figureColumns, type SheetWords, sheetOf } from "./figure-sheet.ts";
import { type Grain, stretchesOf } from "./ranges.ts";

/** A metric along time: every stretch of the window beside its place in the window compared with. Pure. */

export type Point = { key: string; now: Figure | null; before: Figure | null; beforeKey: string | null };

/** Days are aligned by the server; weeks and months by their place. */
export function pointsOf(
  figures: Figures,
  metric: string,
  grain: Grain,
  { window, before }: { window: DayWindow; before: DayWindow | null },
): Point[] {
  const byKey = new Map(figures.rows.map(({ keys, figures: own }) => [keys[0]!.key, own.get(metric)]));
  const earlier = before ? stretchesOf(before, grain) : [];
  return stretchesOf(window, grain).map((key, i) => {
    const beforeKey = earlier[i] ?? null;
    const aligned = byKey.get(grain === "day" ? key : beforeKey);
    return { key, now: byKey.get(key)?.now ?? null, before: aligned?.before ?? null, beforeKey };
  });
}

export function trendSheet(
  points: readonly Point[],
  metric: MetricWords,
  grain: Grain,
  words: SheetWords,
): SheetCell[][] {
  const { t, language } = words;
  const name = metric.name[language];
  const earlier = t("trend.before");
  const hasBefore = points.some(({ before }) => before);
  return sheetOf(points, [
    { title: t(`trend.${grain}`), cell: ({ key }) => ({ date: key }) },
    ...figureColumns(metric, points, ({ now }) => now, words),
    ...(hasBefore
      ? [
          {
            title: `${earlier} ${t(`trend.${grain}`)}`,
            cell: ({ beforeKey }: Point) => (beforeKey === null ? null : { date: beforeKey }),
          },
          ...figureColumns(metric, points, ({ before }) => before, words, `${earlier} ${name}`),
          differenceColumn(`${name} ${t("sheet.change")}`, metric, (point: Point) => changeOf(point), words),
        ]
      : []),
  ]);
}
