import { industries } from "@yingda/contract/industries";
import { limits } from "@yingda/contract/limits";
import type { BenchmarkPreview, PeersOverview } from "@yingda/contract/routes/peers";
import { getMetric } from "@yingda/measures/catalogue";
import { standAmong } from "@yingda/measures/peers";
import type { Ctx } from "../../context.ts";
import { type SheetFormat, writeTables } from "../../knowledge/sheet.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Bytes } from "../../platform/http/handle.ts";
import { readInWorker, tooManyRows } from "../../platform/read-in-worker.ts";
import { getShop } from "../../shops/shops.ts";
import { getMeasureSettings } from "../measure-settings.ts";
import { describeMetric } from "../metric-words.ts";
import { columns, type SheetLocale } from "./benchmark-columns.ts";
import type { ReadBenchmark } from "./benchmark-rows.ts";
import type { BenchmarkJob, BenchmarkReading } from "./benchmark-worker.ts";
import { comparableMetrics } from "./comparable.ts";
import { describePeers } from "./peers.ts";
import * as queries from "./queries.ts";

/** A shop's own benchmark by file: template, preview that names every bad row, import, removal. */

const rowsShown = 100;

export async function makeBenchmarkTemplate(
  ctx: Ctx,
  { format, locale }: { format: SheetFormat; locale: SheetLocale },
): Promise<Bytes> {
  const { industry } = (await getShop(ctx)).settings;
  const settings = await getMeasureSettings(ctx);
  const own = Object.hasOwn(industries, industry) ? industries[industry as keyof typeof industries][locale] : industry;
  const rows = comparableMetrics.map((metric) => {
    const known: Record<string, string> = {
      metric: metric.key,
      name: describeMetric(metric, settings).name[locale],
      industry: own,
    };
    return columns.map(({ key }) => known[key] ?? "");
  });
  const words = {
    "zh-CN": ["同行基准", "填写说明", "列", "怎么填"],
    en: ["Benchmark", "How to fill in", "Column", "What goes in"],
  };
  const [sheet, notes, column, how] = words[locale] as [string, string, string, string];
  const explanations = columns.map((each) => [each.names[locale], each.how[locale]]);
  const bytes = await writeTables(format, [
    {
      name: sheet,
      widths: columns.map(({ width }) => width),
      rows: [columns.map(({ names }) => names[locale]), ...rows],
      isHeaded: true,
    },
    { name: notes, widths: [14, 90], rows: [[column, how], ...explanations], isHeaded: true },
  ]);
  const mime =
    format === "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { bytes, name: `${locale === "en" ? "benchmark-template" : "同行基准模板"}.${format}`, mime };
}

export async function previewBenchmark(ctx: Ctx, { bytes }: { bytes: Uint8Array }): Promise<BenchmarkPreview> {
  const { rows, untouched, good, bad, badRows } = await readBenchmark(ctx, bytes);
  const settings = await getMeasureSettings(ctx);
  return {
    counts: { rows, good: good.length, bad: badRows, untouched },
    badRows: bad,
    sample: good.slice(0, rowsShown).map(({ row, metric, industry, tier, points }) => {
      const { key, name, unit } = describeMetric(getMetric(metric), settings);
      const { median, p25, p75 } = standAmong(points, null);
      return { row, metric: { key, name, unit }, industry, tier, p25, median, p75 };
    }),
  };
}

export async function importBenchmark(
  ctx: Ctx,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<PeersOverview> {
  const { good } = await readBenchmark(ctx, bytes);
  if (good.length === 0) throw unreadable("it has no row that can be used", { why: "no_rows" });
  const found = good.map(({ row: _row, ...rest }) => rest);
  const file = { name, at: ctx.clock.now() };
  await ctx.db.transaction().execute((tx) => queries.replaceFile(tx, ctx.shopId, file, found));
  return describePeers(ctx);
}

export async function chooseBenchmarkTier(ctx: Ctx, { tier }: { tier: string }): Promise<PeersOverview> {
  const { industry } = (await getShop(ctx)).settings;
  const tiers = await queries.listTiers(ctx.db, ctx.shopId, industry);
  if (!tiers.includes(tier)) throw notFound("tier");
  await queries.chooseTier(ctx.db, ctx.shopId, tier);
  return describePeers(ctx);
}

export async function removeBenchmark(ctx: Ctx): Promise<PeersOverview> {
  await queries.deleteFile(ctx.db, ctx.shopId);
  return describePeers(ctx);
}

const unreadable = (why: string, details: Record<string, string> = {}) =>
  new AppError("unreadable_file", `The file can't be used as a benchmark: ${why}. Start from the template.`, details);

async function readBenchmark(ctx: Ctx, bytes: Uint8Array): Promise<ReadBenchmark> {
  const ownIndustry = (await getShop(ctx)).settings.industry;
  const data: BenchmarkJob = { bytes, ownIndustry };
  const reading = await readInWorker<BenchmarkReading>({
    worker: new URL("./benchmark-worker.ts", import.meta.url),
    data,
    heapMb: 512,
    patienceMs: 30_000,
    unreadable,
  });
  if ("unreadable" in reading) throw unreadable(reading.unreadable, { why: reading.missing ? "columns" : "file" });
  if ("tooManyRows" in reading) throw tooManyRows(reading.tooManyRows, limits.benchmarkRows);
  return reading;
}
