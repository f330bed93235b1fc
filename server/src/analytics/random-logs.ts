import { actor, type ConversationEvent, eventBodies, type NewEvent } from "@yingda/contract/events";
import fc from "fast-check";
import type { PastConversation, PastCustomer } from "../conversations/backfill.ts";
import { newId } from "../platform/ids.ts";

/** For tests: logs of any shape, likely or not, over some weeks and customers who come back. */

type Step = { kind: number; gapMs: number; pick: number; flag: boolean };
type Visit = {
  customer: number;
  startMs: number;
  intent: number;
  isUntimed: boolean;
  steps: Step[];
  isClosed: boolean;
};

const dayMs = 86_400_000;

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 99 }),
  gapMs: fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(20_000, 20_001, 600_000, 0), fc.nat(dayMs)),
  pick: fc.nat(1000),
  flag: fc.boolean(),
});

/** `spanDays` before `end`. */
export const visits = (end: string, spanDays: number, size: { min: number; max: number }): fc.Arbitrary<Visit[]> =>
  fc.array(
    fc.record({
      customer: fc.nat({ max: Math.ceil(size.max / 3) }),
      startMs: fc.integer({ min: Date.parse(end) - spanDays * dayMs, max: Date.parse(end) }),
      intent: fc.nat({ max: 3 }),
      isUntimed: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
      steps: fc.array(step, { maxLength: 25, size: "max" }),
      isClosed: fc.boolean(),
    }),
    { minLength: size.min, maxLength: size.max, size: "max" },
  );

const intents = [undefined, "refund", "size", "delivery"];
const agents = ["agent-a", "agent-b", "agent-c"];
const texts = ["什么时候发货", "谢谢", "尺码怎么选", "好的，谢谢"];

export function toPast(found: readonly Visit[]): { customers: PastCustomer[]; conversations: PastConversation[] } {
  const customers = new Map<number, PastCustomer>();
  const hasOpen = new Set<number>();
  const conversations = found.map((visit): PastConversation => {
    const { customer } = visit;
    const known = customers.get(customer) ?? {
      customerId: newId(),
      name: `客户 ${customer}`,
      locale: "zh-CN",
      firstSeenAt: new Date(visit.startMs).toISOString(),
    };
    customers.set(customer, known);
    // A customer has one open conversation at most.
    const isClosed = visit.isClosed || hasOpen.has(customer);
    if (!isClosed) hasOpen.add(customer);
    return {
      conversationId: newId(),
      customerId: known.customerId,
      channel: visit.intent % 2 ? "web" : "h5",
      origin: "import",
      events: listEvents(visit, known.customerId, isClosed),
    };
  });
  return { customers: [...customers.values()], conversations };
}

function listEvents(visit: Visit, customerId: string, isClosed: boolean): PastConversation["events"] {
  const events: PastConversation["events"] = [];
  let atMs = visit.startMs;
  const add = (event: NewEvent) =>
    events.push({ ...event, at: new Date(atMs).toISOString() } as (typeof events)[number]);
  const started = { channel: visit.intent % 2 ? "web" : "h5", intent: intents[visit.intent] };
  add({
    type: "conversation.started",
    actor: { kind: "system" },
    body: { ...started, ...(visit.isUntimed && { untimed: true }) },
  });
  for (const one of visit.steps) {
    atMs += one.gapMs;
    add(eventOf(one, customerId, events.length));
  }
  if (isClosed) {
    atMs += 60_000;
    add({ type: "conversation.closed", actor: { kind: "system" }, body: { by: "idle" } });
  }
  return events;
}

const outcomes = ["chitchat", "direct", "understood", "guided", "unknown"] as const;

/** Heavier on what people say than on what seldom happens. */
function eventOf({ kind, pick, flag }: Step, customerId: string, before: number): NewEvent {
  const customer = { kind: "customer", id: customerId } as const;
  const agentId = agents[pick % agents.length]!;
  const agent = { kind: "agent", id: agentId } as const;
  const bot = { kind: "bot" } as const;
  const system = { kind: "system" } as const;
  const content = { kind: "text", text: texts[pick % texts.length]! } as const;
  const stars = (pick % 5) + 1;
  const target = flag ? "human" : "bot";
  if (kind < 22) return { type: "message.sent", actor: customer, body: { content } };
  if (kind < 40) return { type: "message.sent", actor: agent, body: { content } };
  if (kind < 58) {
    const outcome = outcomes[pick % 5]!;
    const options = outcome === "guided" ? [{ entryId: newId(), question: "怎么退货" }] : undefined;
    const body = { outcome, trigger: flag ? "words" : "click", inReplyTo: before, text: "答", options } as const;
    return { type: "bot.answered", actor: bot, body };
  }
  if (kind < 66) return { type: "human.requested", actor: customer, body: { by: flag ? "button" : "words" } };
  if (kind < 72) return { type: "agent.connected", actor: system, body: { agentId } };
  if (kind < 76) return { type: "queue.entered", actor: system, body: { priority: 0 } };
  if (kind < 78) return { type: "queue.rejected", actor: system, body: { reason: flag ? "full" : "offline" } };
  if (kind < 80) return { type: "queue.left", actor: customer, body: {} };
  if (kind < 82) return { type: "conversation.transferred", actor: agent, body: { toAgentId: agentId } };
  if (kind < 84) return { type: "offline_message.left", actor: customer, body: { text: "请回电" } };
  if (kind < 88) {
    const reasons = stars < 4 ? (["slow", "attitude"] as const).slice(0, 1 + (pick % 2)) : undefined;
    return { type: "rating.given", actor: customer, body: { target, stars, reasons: reasons && [...reasons] } };
  }
  if (kind < 90) return { type: "hot_question.clicked", actor: customer, body: { entryId: newId(), question: "运费" } };
  if (kind < 92) return { type: "option.clicked", actor: customer, body: { entryId: newId(), question: "怎么退货" } };
  if (kind < 93) return { type: "answer.rated", actor: customer, body: { thumb: flag ? "up" : "down" } };
  if (kind < 94) return { type: "answer.labelled", actor: agent, body: { label: flag ? "correct" : "wrong" } };
  if (kind < 95 && pick % 2) {
    if (flag) return { type: "rating.invited", actor: system, body: { target: "human", via: "popup" } };
    const survey = pick % 3 ? "nps" : "ces";
    return { type: "survey.invited", actor: system, body: { survey, via: pick % 5 ? "popup" : "link" } };
  }
  if (kind < 95) return { type: "goal.tracked", actor: system, body: { result: flag ? "done" : "failed" } };
  if (kind < 97) {
    const more = pick % 2 ? { via: "link" as const, comment: texts[pick % texts.length]! } : {};
    const body = flag
      ? ({ survey: "nps", value: pick % 11, ...more } as const)
      : ({ survey: "ces", value: (pick % 7) + 1, ...more } as const);
    return { type: "survey.answered", actor: customer, body };
  }
  if (kind < 98) {
    const sentiment = (["positive", "neutral", "negative"] as const)[pick % 3];
    return { type: "conversation.classified", actor: system, body: { intent: intents[pick % 4], sentiment } };
  }
  return { type: "conversation.reopened", actor: agent, body: flag ? { agentId } : {} };
}

/** As the contract would read it: a test of the test's own logs. */
export const isWellFormed = (event: ConversationEvent | PastConversation["events"][number]): boolean =>
  actor.safeParse(event.actor).success && eventBodies[event.type].safeParse(event.body).success;
