import { type Industry, industries, industryKeys } from "@yingda/contract/industries";
import type { BenchmarkBadRow } from "@yingda/contract/routes/peers";
import type { Metric } from "@yingda/measures/metric";
import type { Points } from "@yingda/measures/peers";
import { defaultSettings } from "@yingda/measures/settings";
import { fillWords } from "@yingda/measures/words";
import { findColumn, percentileColumns } from "./benchmark-columns.ts";
import { comparableMetrics } from "./comparable.ts";

/** From a table's rows to percentiles and named bad rows. It guesses nothing: a ratio of 62 is not taken for 62 %. */

type GoodRow = { row: number; metric: string; industry: string; tier: string; points: Points };
export type ReadBenchmark = {
  rows: number;
  untouched: number;
  good: GoodRow[];
  bad: BenchmarkBadRow[];
  badRows: number;
};

const badCellsNamed = 500;
const tierCharacters = 60;
const required = ["median", "p25", "p75"];

/** null: no line of the table names both a metric and a median. */
export function readBenchmarkRows(
  tables: readonly string[][][],
  { ownIndustry }: { ownIndustry: string },
): ReadBenchmark | null {
  for (const table of tables) {
    const headingAt = table.findIndex((cells) => cells.some((cell) => cell.trim()));
    const places = placesOf(table[headingAt] ?? []);
    if (required.every((key) => places.has(key)) && places.has("metric"))
      return readTable(table, headingAt, places, ownIndustry);
  }
  return null;
}

type Places = ReadonlyMap<string, { at: number; name: string }>;

function placesOf(heading: readonly string[]): Places {
  const places = new Map<string, { at: number; name: string }>();
  heading.forEach((name, at) => {
    const key = findColumn(name);
    if (key && !places.has(key)) places.set(key, { at, name: name.trim() });
  });
  return places;
}

function readTable(table: readonly string[][], headingAt: number, places: Places, ownIndustry: string): ReadBenchmark {
  const read: ReadBenchmark = { rows: 0, untouched: 0, good: [], bad: [], badRows: 0 };
  const seen = new Set<string>();
  table.forEach((cells, n) => {
    if (n <= headingAt || cells.every((cell) => cell.trim() === "")) return;
    const cellOf = (key: string) => cells[places.get(key)?.at ?? -1]?.trim() ?? "";
    read.rows += 1;
    // The template names every metric; who knows nothing of one leaves it as it came.
    if (percentileColumns.every(({ key }) => cellOf(key) === "")) {
      read.untouched += 1;
      return;
    }
    const found = readRow(n + 1, cellOf, places, { ownIndustry, seen });
    if (Array.isArray(found)) {
      read.badRows += 1;
      for (const bad of found) if (read.bad.length < badCellsNamed) read.bad.push(bad);
    } else read.good.push(found);
  });
  return read;
}

function readRow(
  row: number,
  cellOf: (key: string) => string,
  places: Places,
  { ownIndustry, seen }: { ownIndustry: string; seen: Set<string> },
): GoodRow | BenchmarkBadRow[] {
  const bad: BenchmarkBadRow[] = [];
  const refuse = (key: string, reason: BenchmarkBadRow["reason"], value = cellOf(key)) =>
    bad.push({ row, column: places.get(key)?.name ?? key, value: value.slice(0, 200), reason });

  const metric = findMetric(cellOf("metric"));
  if (!metric) refuse("metric", cellOf("metric") ? "unknown_metric" : "missing");
  const industry = findIndustry(cellOf("industry"), ownIndustry);
  if (industry === null) refuse("industry", "unknown_industry");
  const tier = cellOf("tier");
  if (tier.length > tierCharacters) refuse("tier", "too_long");

  const points: { p: number; value: number }[] = [];
  for (const { key, p } of percentileColumns) {
    const cell = cellOf(key);
    if (cell === "") {
      if (required.includes(key)) refuse(key, "missing");
      continue;
    }
    const value = readNumber(cell, metric);
    if (typeof value === "string") refuse(key, value);
    else if (points.length > 0 && value < points.at(-1)!.value) refuse(key, "not_ascending");
    else points.push({ p, value });
  }
  const key = JSON.stringify([metric?.key, industry, tier]);
  if (bad.length === 0 && seen.has(key)) refuse("metric", "duplicate");
  if (bad.length > 0) return bad;
  seen.add(key);
  return { row, metric: metric!.key, industry: industry!, tier, points };
}

const byName = new Map<string, Metric>(
  comparableMetrics.flatMap((metric) => {
    const { zh, en } = fillWords(metric.name, defaultSettings);
    return [metric.key, zh, en].map((name) => [name.toLowerCase(), metric] as const);
  }),
);
const findMetric = (cell: string): Metric | null => byName.get(cell.toLowerCase()) ?? null;

const industryByName = new Map<string, Industry>(
  industryKeys.flatMap((key) =>
    [key, industries[key]["zh-CN"], industries[key].en].map((name) => [name.toLowerCase(), key] as const),
  ),
);
const any = new Set(["", "*", "all", "any", "全部", "所有", "不限"]);

/** '' for any; null when nobody knows it. A shop that has its own word for its industry may use that. */
function findIndustry(cell: string, ownIndustry: string): string | null {
  const word = cell.toLowerCase();
  if (any.has(word)) return "";
  return industryByName.get(word) ?? (ownIndustry !== "" && word === ownIndustry.toLowerCase() ? ownIndustry : null);
}

function readNumber(cell: string, metric: Metric | null): number | "not_a_number" | "out_of_range" {
  const plain = cell
    .replace(/[,，\s]/g, "")
    .replace("％", "%")
    .replace(/(?:秒|s)$/i, "");
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?(?:e-?\d+)?)(%?)$/i.exec(plain) ?? [];
  if (digits === undefined) return "not_a_number";
  const value = percent ? Number(digits) / 100 : Number(digits);
  if (!Number.isFinite(value)) return "not_a_number";
  if (percent && metric && metric.unit !== "ratio") return "out_of_range";
  if (metric?.unit === "ratio") return value < 0 || value > 1 ? "out_of_range" : value;
  if (metric?.unit === "points") return Math.abs(value) > 100 ? "out_of_range" : value;
  return value < 0 || value > 1e9 ? "out_of_range" : value;
}
