import type { Actor, DissatisfactionReason } from "@yingda/contract/events";
import { intentOfEntry } from "../intents.ts";
import { settings } from "../shop.ts";
import type { AgentKey } from "../types.ts";
import type { BotEnding } from "./bot-part.ts";
import type { HumanEnding } from "./human-part.ts";
import { paceOf } from "./roster.ts";
import type { Story } from "./story.ts";
import { inviteToStars, survey } from "./surveys.ts";
import { afterthoughts, comments, customerThanks } from "./talk.ts";

type Served = Extract<HumanEnding, { kind: "served" }>;

const system = { kind: "system" } as const;
const idleSeconds = settings.idleCloseMinutes * 60;

/** After the bot alone: sometimes a rating, then silence until the conversation is closed. */
export function endBotConversation(story: Story, ending: BotEnding): void {
  const { random, log } = story;
  if (random.chance(0.15)) {
    log.pass(random.logNormal(20, 0.5));
    log.add("rating.invited", system, { target: "bot" });
    if (random.chance(0.72)) {
      log.pass(random.logNormal(15, 0.6));
      const given = ending.content
        ? random.weighted([
            [5, 50],
            [4, 30],
            [3, 12],
            [2, 5],
            [1, 3],
          ] as const)
        : random.weighted([
            [5, 4],
            [4, 12],
            [3, 28],
            [2, 28],
            [1, 28],
          ] as const);
      const comment = random.chance(0.2) ? comments.bot[random.integer(0, 2) + (given >= 4 ? 0 : 3)] : undefined;
      log.add("rating.given", story.customer, { target: "bot", stars: given, ...(comment && { comment }) });
    }
  }
  classify(
    story,
    intentOf(story),
    ending.content
      ? random.weighted([
          ["neutral", 8],
          ["positive", 2],
        ] as const)
      : "neutral",
  );
  close(story, random.chance(0.2) ? "customer" : "idle", null);
  survey(story, "ces", ending.content ? 4.3 : 2.7);
}

/** What was wanted when no agent's talk tells: the last thing nobody could answer, or the first asked. */
function intentOf(story: Story): string {
  return story.unanswered?.intent ?? intentOfEntry(story.entry.key);
}

/** Nobody served the customer: the conversation ends by itself. */
export function endUnserved(story: Story): void {
  classify(story, intentOf(story), story.random.chance(0.35) ? "negative" : "neutral");
  close(story, "idle", null);
}

/** After an agent: invitation, rating, closing, and now and then a return or a survey. */
export function endServed(story: Story, ending: Served): void {
  const { random, log } = story;
  const agent: Actor = { kind: "agent", id: story.agentIdOf(ending.agent) };
  const happiness = happinessOf(story, ending);
  if (ending.wasSilent) {
    classify(story, ending.script.intent, "negative");
    close(story, "idle", null);
    if (random.chance(0.3)) rate(story, ending, 1);
    return;
  }
  const invitesFirst = random.chance(0.55);
  if (invitesFirst) {
    log.pass(random.logNormal(15, 0.5));
    log.add("rating.invited", agent, { target: "human" });
    if (random.chance(0.58)) rate(story, ending, starsFor(story, happiness));
  }
  classify(story, ending.script.intent, sentimentFor(story, ending));
  close(
    story,
    random.weighted([
      ["agent", 55],
      ["idle", 33],
      ["customer", 12],
    ] as const),
    agent,
  );
  if (!invitesFirst) inviteToStars(story);
  if (!invitesFirst && random.chance(0.22)) rate(story, ending, starsFor(story, happiness));
  if (random.chance(0.03)) comeBack(story, ending.agent, agent);
  survey(story, "nps", happiness);
}

/** Around 4.5 when all went well; a matter left open, slowness and the agent's manner pull it down. */
function happinessOf(story: Story, ending: Served): number {
  const open = ending.script.solved ? 0 : 1.5;
  const upset = ending.script.mood === "upset" ? 0.5 : 0;
  const slow = Math.min(1.4, Math.max(0, ending.meanReplySeconds - 60) / 90);
  return 4.6 - open - upset - slow + paceOf(ending.agent, story.isRecent).warmth;
}

function starsFor(story: Story, happiness: number): number {
  const felt = Math.round(happiness + story.random.between(-1.25, 1.1));
  return Math.min(5, Math.max(1, felt));
}

function rate(story: Story, ending: Served, stars: number): void {
  const { random, log } = story;
  log.pass(random.logNormal(25, 0.7));
  const reasons = stars <= 3 ? [reasonFor(story, ending)] : undefined;
  const words = comments[stars >= 4 ? "good" : (reasons?.[0] ?? "other")];
  const comment = random.chance(stars <= 3 ? 0.5 : 0.24) ? random.pick(words) : undefined;
  log.add("rating.given", story.customer, {
    target: "human",
    stars,
    ...(reasons && { reasons }),
    ...(comment && { comment }),
  });
}

function reasonFor(story: Story, ending: Served): DissatisfactionReason {
  return story.random.weighted([
    ["unsolved", ending.script.solved ? 0.3 : 3],
    ["slow", ending.meanReplySeconds > 75 ? 3.2 : 0.4],
    ["attitude", 0.45],
    ["repeat", 0.5],
    ["other", 0.35],
  ] as const);
}

function sentimentFor(story: Story, { script, meanReplySeconds }: Served): "positive" | "neutral" | "negative" {
  if (script.mood === "upset") return script.solved && story.random.chance(0.4) ? "neutral" : "negative";
  if (meanReplySeconds > 200) return "negative";
  if (!script.solved) return story.random.chance(0.4) ? "negative" : "neutral";
  return story.random.chance(0.38) ? "positive" : "neutral";
}

function classify(story: Story, intent: string, sentiment: "positive" | "neutral" | "negative"): void {
  const { product, random } = story;
  story.log.add("conversation.classified", system, {
    by: "engine",
    intent,
    confidence: Math.round(random.between(0.58, 0.98) * 100) / 100,
    sentiment,
    ...(sentiment === "negative" && random.chance(0.3) && { isAngry: true }),
    ...(product && { productId: product.id, category: product.category }),
  });
}

function close(story: Story, by: "agent" | "customer" | "idle", agent: Actor | null): void {
  const { log, random } = story;
  if (by === "idle" || (by === "agent" && !agent)) {
    log.pass(idleSeconds + random.between(0, 20));
    log.add("conversation.closed", system, { by: "idle" });
  } else {
    log.pass(random.logNormal(by === "agent" ? 70 : 30, 0.7));
    log.add("conversation.closed", by === "agent" && agent ? agent : story.customer, { by });
  }
}

/** The customer thought of something else; the same agent is still there. */
function comeBack(story: Story, key: AgentKey, agent: Actor): void {
  const { log, random, locale } = story;
  log.pass(random.logNormal(420, 0.6));
  log.add("conversation.reopened", story.customer, { agentId: story.agentIdOf(key) });
  const { more, reply } = random.pick(afterthoughts[locale]);
  log.add("message.sent", story.customer, { content: { kind: "text", text: more } });
  log.pass(Math.max(4, random.logNormal(paceOf(key, story.isRecent).replySeconds, 0.7)));
  log.add("message.sent", agent, { content: { kind: "text", text: reply } });
  log.pass(random.logNormal(14, 0.5));
  const thanks = random.pick(customerThanks[locale]);
  log.add("message.sent", story.customer, { content: { kind: "text", text: thanks }, courtesy: true });
  close(story, "agent", agent);
}
