import type { Actor } from "@yingda/contract/events";
import { settings } from "../shop.ts";
import type { AgentKey } from "../types.ts";
import { productCard } from "./product-card.ts";
import type { Random } from "./random.ts";
import { nameOf, type Pace, paceOf, pickAgent } from "./roster.ts";
import type { Script } from "./script.ts";
import { scriptsAboutAfterSales } from "./scripts-aftersales.ts";
import { moreScripts } from "./scripts-more.ts";
import { scriptsAboutOrders } from "./scripts-orders.ts";
import { scriptsAboutProducts } from "./scripts-products.ts";
import { productSlots } from "./slots.ts";
import type { Story } from "./story.ts";
import {
  agentClosings,
  agentOpenings,
  customerThanks,
  impatience,
  offlineWords,
  plainOpenings,
  transferNotes,
  workNotes,
} from "./talk.ts";
import type { UnknownQuestion } from "./unknown-questions.ts";
import { spell } from "./wording.ts";

/** How the part with people went; `agent` is the last one in charge. */
export type HumanEnding =
  | { kind: "unserved" }
  | { kind: "served"; agent: AgentKey; script: Script; wasSilent: boolean; meanReplySeconds: number };

const system = { kind: "system" } as const;
const scripts = [...scriptsAboutOrders, ...scriptsAboutAfterSales, ...scriptsAboutProducts, ...moreScripts];
const rememberedScripts = 12;

/** From the request to the last words with an agent, or to the end of a vain wait. */
export function playHumanPart(story: Story): HumanEnding {
  const { random, log } = story;
  if (story.onDuty.length === 0) return reject(story, "offline");
  if (story.isBadHour && random.chance(0.1)) return reject(story, "full");
  log.add("queue.entered", system, { priority: 0 });
  const waitSeconds = story.isBadHour ? random.logNormal(52, 0.75) : random.logNormal(7, 0.6);
  const patience = random.logNormal(95, 0.6);
  if (waitSeconds > patience) return giveUp(story, patience);

  const script = pickScript(story);
  const slots = { ...productSlots(story.product, random, story.locale), ...cityOf(story) };
  const lines = script.lines.map((line) => ({ by: line.by, text: spell(line.pattern, slots, random) }));
  const speaksInQueue = waitSeconds > 9 && lines[0]?.by === "customer" && random.chance(0.5);
  if (speaksInQueue) {
    const first = random.between(2, waitSeconds - 3);
    log.pass(first);
    sayAs(story, story.customer, lines.shift()?.text ?? "");
    log.pass(waitSeconds - first);
  } else log.pass(waitSeconds);

  const agent = pickAgent(story.onDuty, random);
  log.add("agent.connected", system, {
    agentId: story.agentIdOf(agent),
    because: story.isBadHour ? "first_free" : "least_busy",
    waitedSeconds: Math.round(waitSeconds * 1000) / 1000,
  });
  greet(story, agent);
  return talk(story, agent, script, lines);
}

function pickScript(story: Story): Script {
  const { entry, theme, random, recentScripts, unanswered } = story;
  if (unanswered && random.chance(0.85)) return scriptOf(unanswered, random);
  const exact = scripts.filter((script) => script.about === entry.category || script.about === theme);
  const near = scripts.filter((script) => script.about.split("/")[0] === theme);
  const isFresh = (script: Script) => !recentScripts.includes(script);
  const fitting = [exact.filter(isFresh), near.filter(isFresh), exact, near].find((some) => some.length > 0);
  const picked = random.pick(fitting ?? scripts);
  recentScripts.push(picked);
  if (recentScripts.length > rememberedScripts) recentScripts.shift();
  return picked;
}

/** The agent answers what the bot could not. */
function scriptOf({ about, intent, question, answer }: UnknownQuestion, random: Random): Script {
  return {
    about,
    intent,
    mood: "calm",
    solved: true,
    lines: [
      // Some say it again, others expect it to be read.
      ...(random.chance(0.6) ? [{ by: "customer", pattern: question } as const] : []),
      { by: "agent", pattern: answer },
      {
        by: "customer",
        pattern: about.startsWith("English") ? "(I see|Got it|Okay)" : "(这样啊|好的|明白了|行|哦哦|知道啦)",
      },
    ],
  };
}

/** Places are named in the customer's language. */
function cityOf(story: Story): Record<string, string> {
  return story.locale === "en" ? { 商品: story.product?.title.en ?? "Changpo pack" } : {};
}

function greet(story: Story, agent: AgentKey): void {
  const text = settings.greeting[story.locale].replace("{agent}", nameOf(agent));
  story.log.add("greeting.sent", system, { agentId: story.agentIdOf(agent), text });
}

type Line = { by: "customer" | "agent"; text: string };

function talk(story: Story, first: AgentKey, script: Script, lines: readonly Line[]): HumanEnding {
  const { random, log } = story;
  let agent = first;
  let pace = paceOf(agent, story.isRecent);
  if (random.chance(pace.silentShare)) return staySilent(story, agent, script, lines);
  const replies: number[] = [];
  const transferAfter = random.chance(0.06) ? 2 : Number.POSITIVE_INFINITY;
  let hasReplied = false;
  let before: Line["by"] | null = null;
  for (const [index, line] of lines.entries()) {
    if (index > transferAfter && line.by === "agent" && before === "customer") {
      const next = transfer(story, agent);
      if (next !== agent) pace = paceOf(next, story.isRecent);
      agent = next;
    }
    if (line.by === "customer") {
      log.pass(random.logNormal(index === 0 ? 7 : 24, 0.7));
      sayAs(story, story.customer, line.text);
      if (index === 0) showProduct(story);
    } else {
      const isFollowUp = before === "agent";
      const seconds = isFollowUp ? random.logNormal(22, 0.5) : replySeconds(story, pace, hasReplied);
      if (!isFollowUp) replies.push(seconds);
      log.pass(seconds);
      sayAs(story, agentActor(story, agent), hasReplied ? line.text : open(story, line.text));
      hasReplied = true;
    }
    before = line.by;
  }
  if (before === "customer") endOnAgent(story, agent, pace, script, replies);
  thank(story, agent, pace, script);
  if (random.chance(0.09)) log.add("note.added", agentActor(story, agent), { text: random.pick(workNotes) });
  const meanReplySeconds = replies.reduce((sum, seconds) => sum + seconds, 0) / Math.max(1, replies.length);
  return { kind: "served", agent, script, wasSilent: false, meanReplySeconds };
}

/** The first reply takes longer: there is a history to read. */
function replySeconds(story: Story, pace: Pace, hasReplied: boolean): number {
  const rush = story.isBadHour ? 1.5 : 1;
  return Math.max(3, story.random.logNormal(pace.replySeconds * rush * (hasReplied ? 1 : 1.25), pace.spread));
}

function open(story: Story, text: string): string {
  if (story.locale === "en" || /您好|抱歉|对不起/.test(text.slice(0, 8))) return text;
  const hasRecord = story.log.events.some((event) => event.type === "bot.answered");
  return `${story.random.pick(hasRecord ? agentOpenings : plainOpenings)}${text}`;
}

/** The customer had the last word: a good agent doesn't leave it there. */
function endOnAgent(story: Story, agent: AgentKey, pace: Pace, script: Script, replies: number[]): void {
  if (story.random.chance(script.solved ? 0.05 : 0.12)) return;
  const seconds = replySeconds(story, pace, true);
  replies.push(seconds);
  story.log.pass(seconds);
  const closings = agentClosings[story.locale][script.solved ? "solved" : "unsolved"];
  sayAs(story, agentActor(story, agent), story.random.pick(closings));
}

function thank(story: Story, agent: AgentKey, pace: Pace, script: Script): void {
  if (!story.random.chance(script.solved ? 0.42 : 0.08)) return;
  story.log.pass(story.random.logNormal(14, 0.6));
  const text = story.random.pick(customerThanks[story.locale]);
  story.log.add("message.sent", story.customer, { content: { kind: "text", text }, courtesy: true });
  if (!story.random.chance(0.92)) return;
  story.log.pass(replySeconds(story, pace, true));
  sayAs(story, agentActor(story, agent), story.random.pick(agentClosings[story.locale].farewell));
}

function transfer(story: Story, from: AgentKey): AgentKey {
  const others = story.onDuty.filter((agent) => agent !== from);
  if (others.length === 0) return from;
  const to = others.includes("linxiao") ? "linxiao" : story.random.pick(others);
  story.log.pass(story.random.between(8, 25));
  story.log.add("conversation.transferred", agentActor(story, from), {
    fromAgentId: story.agentIdOf(from),
    toAgentId: story.agentIdOf(to),
    note: story.random.pick(transferNotes),
  });
  return to;
}

function staySilent(story: Story, agent: AgentKey, script: Script, lines: readonly Line[]): HumanEnding {
  const { random, log } = story;
  const first = lines.find((line) => line.by === "customer");
  if (first) {
    log.pass(random.logNormal(8, 0.5));
    sayAs(story, story.customer, first.text);
  }
  for (let asked = random.integer(1, 2); asked > 0; asked--) {
    log.pass(random.logNormal(120, 0.5));
    sayAs(story, story.customer, random.pick(impatience[story.locale]));
  }
  return { kind: "served", agent, script, wasSilent: true, meanReplySeconds: 600 };
}

function reject(story: Story, reason: "full" | "offline"): HumanEnding {
  story.log.add("queue.rejected", system, { reason });
  if (story.random.chance(0.62)) leaveMessage(story);
  return { kind: "unserved" };
}

function giveUp(story: Story, afterSeconds: number): HumanEnding {
  story.log.pass(afterSeconds);
  story.log.add("queue.left", story.customer, {});
  if (story.random.chance(0.3)) leaveMessage(story);
  return { kind: "unserved" };
}

function leaveMessage(story: Story): void {
  const { random, log } = story;
  log.pass(random.logNormal(40, 0.5));
  const text = spell(
    random.pick(offlineWords[story.locale]),
    productSlots(story.product, random, story.locale),
    random,
  );
  const contact = random.chance(0.6) ? `1${random.pick(["38", "59", "86"])}****${random.digits(4)}` : undefined;
  log.add("offline_message.left", story.customer, contact ? { text, contact } : { text });
}

function showProduct(story: Story): void {
  if (!story.product || !story.random.chance(0.16)) return;
  story.log.pass(story.random.between(1, 4));
  story.log.add("message.sent", story.customer, { content: productCard(story.product, story.locale) });
}

function agentActor(story: Story, agent: AgentKey): Actor {
  return { kind: "agent", id: story.agentIdOf(agent) };
}

function sayAs(story: Story, actor: Actor, text: string): void {
  story.log.add("message.sent", actor, { content: { kind: "text", text } });
}
