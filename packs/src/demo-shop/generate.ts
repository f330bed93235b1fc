import { playBotPart } from "./history/bot-part.ts";
import { conversationsOn, type LocalDay, listBadHours, listDays, startOn } from "./history/calendar.ts";
import { type InventedCustomer, makeCustomer, regionOf } from "./history/customers.ts";
import { endBotConversation, endServed, endUnserved } from "./history/ending.ts";
import { playHumanPart } from "./history/human-part.ts";
import { labelAnswers } from "./history/labels.ts";
import { type Random, seededRandom } from "./history/random.ts";
import { startRecorder, type TimedEvent } from "./history/recorder.ts";
import { listOnDuty } from "./history/roster.ts";
import type { Script } from "./history/script.ts";
import { pickEntry, pickProduct, pickTheme, type Story } from "./history/story.ts";
import type { AgentKey } from "./types.ts";

/** The demo shop's invented past. It makes events and nothing else: ids come from the caller, who also stores them. */

export type HistoryOptions = {
  seed: string;
  /** Nothing happens at or after this instant. */
  now: Date;
  /** Whole local days before today; today is added up to `now`. */
  days?: number;
  /** Mean conversations a day; the default gives about 1,600 in 60 days. */
  perDay?: number;
  timeZone?: string;
  entryIdOf: (key: string) => string;
  customerIdOf: (key: string) => string;
  agentIds: Readonly<Record<AgentKey, string>>;
};

export type InventedConversation = { customer: InventedCustomer; channel: string; events: readonly TimedEvent[] };

/** Conversations in the order in which they began. The same options give the same conversations. */
export function generateHistory(options: HistoryOptions): InventedConversation[] {
  const { seed, now, days = 60, perDay = 26.5, timeZone = "Asia/Shanghai" } = options;
  const conversations: InventedConversation[] = [];
  const visits: Visit[] = [];
  const recentScripts: Script[] = [];
  for (const day of listDays(now.getTime(), days, timeZone)) {
    const random = seededRandom(`${seed}/${day.age}`);
    const badHours = listBadHours(day, random);
    const starts = Array.from({ length: conversationsOn(day, days, perDay, random) }, () => startOn(day, random));
    for (const start of starts.sort((a, b) => a.atMs - b.atMs)) {
      const visit = pickVisit(visits, start.atMs, random);
      visits.push(visit);
      const isBadHour = badHours.has(start.hour);
      const conversation = playConversation({ options, day, days, start, visit, isBadHour, random, recentScripts });
      const end = conversation.events.at(-1);
      if (end && Date.parse(end.at) < now.getTime()) conversations.push(conversation);
    }
  }
  return conversations;
}

type Visit = { customer: InventedCustomer; theme: string; atMs: number };

const threeDaysMs = 3 * 86_400_000;

/** Some come back within three days about the same thing, some later about another, most are new. */
function pickVisit(visits: readonly Visit[], atMs: number, random: Random): Visit {
  const latest = visits.slice(-60).filter((visit) => atMs - visit.atMs < threeDaysMs);
  if (latest.length > 0 && random.chance(0.09)) return { ...random.pick(latest), atMs };
  if (visits.length > 0 && random.chance(0.22)) {
    const { customer } = random.pick(visits);
    return { customer, theme: pickTheme(customer.locale, random), atMs };
  }
  const locale = random.chance(0.045) ? "en" : "zh-CN";
  return { customer: makeCustomer(visits.length + 1, locale, random), theme: pickTheme(locale, random), atMs };
}

type Scene = {
  options: HistoryOptions;
  day: LocalDay;
  days: number;
  start: { hour: number; atMs: number };
  visit: Visit;
  isBadHour: boolean;
  random: Random;
  recentScripts: Script[];
};

function playConversation({
  options,
  day,
  days,
  start,
  visit,
  isBadHour,
  random,
  recentScripts,
}: Scene): InventedConversation {
  const { customer } = visit;
  const entry = pickEntry(visit.theme, random);
  const product = pickProduct(entry, random);
  const log = startRecorder(start.atMs);
  const story: Story = {
    random,
    log,
    locale: customer.locale,
    customer: { kind: "customer", id: options.customerIdOf(customer.key) },
    theme: visit.theme,
    entry,
    product,
    unanswered: null,
    recentScripts,
    progress: (days - day.age) / days,
    isRecent: day.age < 30,
    isBadHour,
    onDuty: listOnDuty(day, start.hour),
    entryIdOf: options.entryIdOf,
    agentIdOf: (key) => options.agentIds[key],
  };
  const channel = random.chance(0.72) ? "web" : "h5";
  log.add(
    "conversation.started",
    { kind: "system" },
    {
      channel,
      locale: customer.locale,
      pageUrl: product ? `https://shop.example/products/${product.id}` : "https://shop.example/",
      region: regionOf(customer),
      ...(product && { productId: product.id, category: product.category }),
    },
  );
  const botEnding = playBotPart(story);
  if (botEnding.kind === "left") endBotConversation(story, botEnding);
  else {
    const ending = playHumanPart(story);
    if (ending.kind === "served") endServed(story, ending);
    else endUnserved(story);
  }
  labelAnswers(story, options.now.getTime());
  return { customer, channel, events: log.events };
}
