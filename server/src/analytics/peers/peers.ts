import type { PeerStanding, PeerState, PeersOverview } from "@yingda/contract/routes/peers";
import type { Metric } from "@yingda/measures/metric";
import { minimumShops, type Points, standAmong } from "@yingda/measures/peers";
import type { Peers } from "@yingda/measures/tags";
import type { Ctx } from "../../context.ts";
import { getShop } from "../../shops/shops.ts";
import { comparableMetrics } from "./comparable.ts";
import * as queries from "./queries.ts";

/**
 * 同行同层: whom a shop is compared with. A benchmark file of its own comes first; else the shops of its industry and
 * volume quartile on this installation, as reckoned last night. It never tells whose a value is, nor of few.
 */

type Known = { points: Points; n: number | null; source: PeerStanding["source"]; asOf: string };
export type FoundPeers = { state: PeerState; byMetric: ReadonlyMap<string, Known> };

const nobody = (state: PeerState): FoundPeers => ({ state, byMetric: new Map() });

export async function findPeers(ctx: Ctx, metricKeys: readonly string[]): Promise<FoundPeers> {
  const { industry } = (await getShop(ctx)).settings;
  const file = await queries.findFile(ctx.db, ctx.shopId);
  return file ? findInFile(ctx, file, industry, metricKeys) : findOnInstallation(ctx, industry, metricKeys);
}

async function findInFile(
  ctx: Ctx,
  file: queries.FileRow,
  industry: string,
  metrics: readonly string[],
): Promise<FoundPeers> {
  const tiers = await queries.listTiers(ctx.db, ctx.shopId, industry);
  if (tiers.length === 0) return nobody("not_in_file");
  const tier = tierOf(file.tier, tiers);
  if (tier === null) return nobody("no_tier");
  const found = await queries.listBenchmarks(ctx.db, ctx.shopId, { industry, tier, metrics });
  const rest = { n: null, source: "file", asOf: file.imported_at.toISOString().slice(0, 10) } as const;
  return { state: "found", byMetric: new Map(found.map(({ metric, points }) => [metric, { points, ...rest }])) };
}

/** '' fits everybody. Of several tiers a person chooses: guessing would compare a corner shop with a giant. */
function tierOf(chosen: string | null, tiers: readonly string[]): string | null {
  if (chosen !== null && tiers.includes(chosen)) return chosen;
  const named = tiers.filter((tier) => tier !== "");
  if (named.length === 0) return "";
  return named.length === 1 ? named[0]! : null;
}

async function findOnInstallation(ctx: Ctx, industry: string, metrics: readonly string[]): Promise<FoundPeers> {
  if (industry === "") return nobody("no_industry");
  const standing = await queries.findStanding(ctx.db, ctx.shopId);
  if (!standing || standing.industry !== industry) {
    const shops = await queries.countShopsOf(ctx.db, industry);
    return nobody(shops < minimumShops ? "too_few_shops" : "not_computed");
  }
  const found = await queries.listDistributions(ctx.db, standing, metrics);
  if (found.length === 0) return nobody("too_few_shops");
  const known = ({ metric, points, shops, as_of }: queries.DistributionRow): [string, Known] => [
    metric,
    { points, n: shops, source: "installation", asOf: as_of },
  ];
  return { state: "found", byMetric: new Map(found.map(known)) };
}

/** null: nobody to compare this metric with. */
export function standingOf({ byMetric }: FoundPeers, metricKey: string, value: number | null): PeerStanding | null {
  const known = byMetric.get(metricKey);
  if (!known) return null;
  const { points, ...rest } = known;
  return { ...standAmong(points, value), ...rest };
}

/** In the words of tagRate and tagMean. */
export function peersOf({ byMetric }: FoundPeers, { key, good }: Pick<Metric, "key" | "good">): Peers | null {
  const known = byMetric.get(key);
  if (!known) return null;
  const { median, p25, p75 } = standAmong(known.points, null);
  return { median, worseQuartile: good === "up" ? p25 : p75 };
}

export async function describePeers(ctx: Ctx): Promise<PeersOverview> {
  const { industry } = (await getShop(ctx)).settings;
  const [found, file, standing, shops] = await Promise.all([
    findPeers(
      ctx,
      comparableMetrics.map((metric) => metric.key),
    ),
    queries.findFile(ctx.db, ctx.shopId),
    queries.findStanding(ctx.db, ctx.shopId),
    industry ? queries.countShopsOf(ctx.db, industry) : 0,
  ]);
  const isCurrent = standing?.industry === industry;
  return {
    state: found.state,
    source: file ? "file" : "installation",
    industry,
    shops,
    shopsNeeded: minimumShops,
    tier: isCurrent ? standing.tier : null,
    asOf: isCurrent ? standing.as_of : null,
    metrics: found.byMetric.size,
    file: file && (await describeFile(ctx, file, industry)),
  };
}

async function describeFile(ctx: Ctx, file: queries.FileRow, industry: string): Promise<PeersOverview["file"]> {
  const [rows, tiers] = await Promise.all([
    queries.countFileRows(ctx.db, ctx.shopId),
    queries.listTiers(ctx.db, ctx.shopId, industry),
  ]);
  const named = tiers.filter((tier) => tier !== "");
  const tier = tierOf(file.tier, tiers);
  return { name: file.file_name, importedAt: file.imported_at.toISOString(), rows, tiers: named, tier: tier || null };
}
