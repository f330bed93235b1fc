import { getMetric } from "@yingda/measures/catalogue";
import { minimumCases, minimumShops, summarisePeers } from "@yingda/measures/peers";
import { type Ground, inShop } from "../../context.ts";
import { addDays as daysAfter, localDay } from "../../platform/local-time.ts";
import { eachOnItsOwn } from "../../platform/repeat.ts";
import { getShop, listShopIds } from "../../shops/shops.ts";
import { addDays, measureDays } from "../evaluate.ts";
import { comparableMetrics } from "./comparable.ts";
import * as queries from "./queries.ts";

/**
 * Once a day: what is usual, of every metric, among the shops of an industry that are about as busy as each other, over
 * the last 30 whole days. What fewer than ten shops say is not even written down.
 */

const days = 30;
const quartiles = 4;
const volume = getMetric("compare.bot_vs_human.conversations");

type Said = { shopId: string; industry: string; conversations: number; values: ReadonlyMap<string, number> };

/** Does nothing when today's are there already, or another process is at it. */
export async function reckonPeers(ground: Ground): Promise<void> {
  const today = ground.clock.now().toISOString().slice(0, 10);
  if ((await queries.findLastDay(ground.db)) === today) return;
  await ground.db.transaction().execute(async (tx) => {
    if (!(await queries.tryLock(tx))) return;
    const said: Said[] = [];
    const ask = async (shopId: string) => {
      const one = await listen(ground, shopId);
      if (one) said.push(one);
    };
    await eachOnItsOwn(await listShopIds(ground), ask, ground.log);
    const standings = rankByVolume(said);
    await queries.replaceAll(tx, today, standings, distribute(said, standings));
  });
}

/** null: the shop has named no industry, or nobody has come. */
async function listen(ground: Ground, shopId: string): Promise<Said | null> {
  const ctx = inShop(ground, shopId);
  const { industry, timeZone } = (await getShop(ctx)).settings;
  if (industry === "") return null;
  const today = localDay(ground.clock.now(), timeZone);
  const window = { from: daysAfter(today, -days), to: today };
  const byDay = await measureDays(ctx, [volume, ...comparableMetrics], window);
  const conversations = addDays(volume, byDay, window).numerator;
  if (conversations === 0) return null;
  const values = new Map<string, number>();
  for (const metric of comparableMetrics) {
    const { value, denominator } = addDays(metric, byDay, window);
    if (value !== null && denominator !== null && denominator >= minimumCases) values.set(metric.key, value);
  }
  return { shopId, industry, conversations, values };
}

/** As SQL's ntile: the first quartiles get the shops that don't divide evenly. */
function rankByVolume(said: readonly Said[]): queries.Standing[] {
  return [...Map.groupBy(said, (one) => one.industry).values()].flatMap((group) => {
    const rising = group.toSorted((a, b) => a.conversations - b.conversations || (a.shopId < b.shopId ? -1 : 1));
    const [size, larger] = [Math.floor(rising.length / quartiles), rising.length % quartiles];
    const edge = larger * (size + 1);
    return rising.map(({ shopId, industry }, i) => ({
      shopId,
      industry,
      tier: 1 + (i < edge ? Math.floor(i / (size + 1)) : larger + Math.floor((i - edge) / size)),
    }));
  });
}

function distribute(said: readonly Said[], standings: readonly queries.Standing[]): queries.Distribution[] {
  const valuesOf = new Map(said.map((one) => [one.shopId, one.values]));
  const cells = Map.groupBy(standings, ({ industry, tier }) => JSON.stringify([industry, tier]));
  return [...cells.values()].flatMap((shops) =>
    comparableMetrics.flatMap((metric) => {
      const values = shops.flatMap(({ shopId }) => valuesOf.get(shopId)?.get(metric.key) ?? []);
      if (values.length < minimumShops) return [];
      const { industry, tier } = shops[0]!;
      return [{ industry, tier, metric: metric.key, shops: values.length, points: summarisePeers(values)! }];
    }),
  );
}
