import type { Actor } from "@yingda/contract/events";
import { knowledge } from "../knowledge.ts";
import { products } from "../products.ts";
import type { AgentKey, KnowledgeEntry, Product } from "../types.ts";
import type { Random } from "./random.ts";
import type { Recorder } from "./recorder.ts";
import type { Script } from "./script.ts";
import type { UnknownQuestion } from "./unknown-questions.ts";

export type Locale = "zh-CN" | "en";

/** Everything that the parts of one conversation share. */
export type Story = {
  random: Random;
  log: Recorder;
  locale: Locale;
  customer: Actor;
  /** The knowledge tree's first level: what the customer came for. */
  theme: string;
  /** What the customer asks first. */
  entry: KnowledgeEntry;
  product: Product | null;
  /** What the bot did not know just before the customer asked for a person. */
  unanswered: UnknownQuestion | null;
  /** Talks of the last days, shared by all conversations: the same one must not come again so soon. */
  recentScripts: Script[];
  /** 0 at the beginning of the history, 1 at its end: the bot gets better, see `bot-part.ts`. */
  progress: number;
  /** In the latest 30 days one agent has become slower, see `roster.ts`. */
  isRecent: boolean;
  isBadHour: boolean;
  onDuty: readonly AgentKey[];
  entryIdOf: (key: string) => string;
  agentIdOf: (key: AgentKey) => string;
};

/** What customers come for, as shares of all conversations. */
const themes: readonly (readonly [string, number])[] = [
  ["物流配送", 26],
  ["退换退款", 18],
  ["价格优惠", 11],
  ["服装鞋靴", 9],
  ["订单", 8],
  ["帐篷睡眠", 7],
  ["背包箱包", 5],
  ["露营装备", 4],
  ["保修维修", 4],
  ["会员账号", 4],
  ["门店服务", 4],
  ["发票", 4],
  ["支付", 3],
];

export function pickTheme(locale: Locale, random: Random): string {
  return locale === "en" ? "English" : random.weighted(themes);
}

const entriesByTheme = Map.groupBy(knowledge, (entry) => entry.category.split("/")[0] as string);

export function entriesOf(theme: string): readonly KnowledgeEntry[] {
  return entriesByTheme.get(theme) ?? [];
}

/** Entries stand in their files roughly by how often they are asked. */
export function pickEntry(theme: string, random: Random): KnowledgeEntry {
  return random.weighted(entriesOf(theme).map((entry, index) => [entry, 1 / (1 + 0.3 * index)] as const));
}

/** Which product an entry speaks of, by the beginning of its key. */
const productOfKey: readonly (readonly [string, string])[] = [
  ["tent-", "tent-yunji"],
  ["bag-sleep-", "sleeping-bag-wanxing"],
  ["mat-", "mat-shiban"],
  ["pack-20", "pack-qingzhou"],
  ["pack-", "pack-changpo"],
  ["case-", "case-tuoling"],
  ["cubes-", "cubes-houniao"],
  ["jacket-", "jacket-wuling"],
  ["fleece-", "fleece-xuexian"],
  ["tee-", "tee-xigu"],
  ["shoes-", "shoes-yanyang"],
  ["poles-", "poles-zhezhu"],
  ["lamp-", "lamp-shichai"],
  ["flask-", "flask-shanquan"],
  ["en-tent", "tent-yunji"],
  ["en-bag-", "sleeping-bag-wanxing"],
  ["en-mat", "mat-shiban"],
  ["en-pack-20", "pack-qingzhou"],
  ["en-pack-45", "pack-changpo"],
  ["en-case", "case-tuoling"],
  ["en-jacket", "jacket-wuling"],
  ["en-fleece", "fleece-xuexian"],
  ["en-tee", "tee-xigu"],
  ["en-boots", "shoes-yanyang"],
  ["en-poles", "poles-zhezhu"],
  ["en-lamp", "lamp-shichai"],
  ["en-flask", "flask-shanquan"],
];

/** The page that the customer writes from, if it is a product's. */
export function pickProduct(entry: KnowledgeEntry, random: Random): Product | null {
  const known = productOfKey.find(([prefix]) => entry.key.startsWith(prefix))?.[1];
  if (known) return products.find((product) => product.id === known) ?? null;
  return random.chance(0.55) ? random.pick(products) : null;
}
