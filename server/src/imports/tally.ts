import type { ConversationEvent } from "@yingda/contract/events";
import type { ImportStatistics } from "@yingda/contract/routes/imports";
import { fold } from "@yingda/measures/fold";
import { readLocalTime } from "@yingda/measures/local-time";
import type { MeasureSettings } from "@yingda/measures/settings";
import { quantile } from "@yingda/measures/statistics";
import type { Past } from "./as-events.ts";
import type { LoggedConversation } from "./read-log.ts";

/** Counts what goes in, and measures it on the facts that the same events will have in the database. */

export type Tally = { add: (past: Past, logged: LoggedConversation) => void; sum: () => ImportStatistics };

export function makeTally(settings: MeasureSettings): Tally {
  const n = { conversations: 0, customer: 0, agent: 0, bot: 0, several: 0, untimed: 0, ratings: 0 };
  const turns = { answered: 0, unanswered: 0 };
  const agents = new Set<string>();
  const replySeconds: number[] = [];
  const firstSeconds: number[] = [];
  /** With the 600 seconds of those nobody answered. */
  const allSeconds: number[] = [];
  let firstDay: string | null = null;
  let lastDay: string | null = null;

  function add({ conversation }: Past, { said, isTimed }: LoggedConversation): void {
    n.conversations += 1;
    if (!isTimed) n.untimed += 1;
    for (const one of said) n[one.by] += 1;
    const named = new Set(said.flatMap((one) => one.agent ?? []));
    for (const agent of named) agents.add(agent);
    if (named.size > 1) n.several += 1;

    const { conversationId, customerId } = conversation;
    const events = conversation.events.map((event, i) => ({ ...event, seq: i + 1 })) as ConversationEvent[];
    const facts = fold({ conversationId, customerId, events }, settings, events.at(-1)!.at);
    n.ratings += facts.rating.length;
    for (const turn of facts.turn) {
      turns[turn.isAnswered ? "answered" : "unanswered"] += 1;
      if (turn.replySeconds === null) continue;
      allSeconds.push(turn.replySeconds);
      if (turn.isAnswered) replySeconds.push(turn.replySeconds);
    }
    const first = facts.conversation[0]?.humanFirstResponseSeconds;
    if (first !== null && first !== undefined) firstSeconds.push(first);
    if (isTimed) noteDay(readLocalTime(said[0]!.atMs!, settings.timeZone).day);
  }

  function noteDay(day: string): void {
    if (firstDay === null || day < firstDay) firstDay = day;
    if (lastDay === null || day > lastDay) lastDay = day;
  }

  return {
    add,
    sum: () => ({
      conversations: n.conversations,
      messages: n.customer + n.agent + n.bot,
      customerMessages: n.customer,
      agentMessages: n.agent,
      botMessages: n.bot,
      agents: agents.size,
      conversationsWithSeveralAgents: n.several,
      ratings: n.ratings,
      untimedConversations: n.untimed,
      customerTurns: turns.answered + turns.unanswered,
      answeredTurns: turns.answered,
      unansweredTurns: turns.unanswered,
      timedTurns: replySeconds.length,
      meanResponseSeconds: meanOf(replySeconds),
      medianResponseSeconds: quantile(replySeconds, 0.5),
      p90ResponseSeconds: leastCovering(replySeconds, 0.9),
      meanFirstResponseSeconds: meanOf(firstSeconds),
      medianFirstResponseSeconds: quantile(firstSeconds, 0.5),
      shareWithin180Seconds:
        replySeconds.length === 0 ? null : replySeconds.filter((s) => s <= 180).length / replySeconds.length,
      meanWithUnansweredSeconds: meanOf(allSeconds),
      firstDay,
      lastDay,
    }),
  };
}

/** Added as whole milliseconds, so that the order of the conversations does not matter. */
function meanOf(seconds: number[]): number | null {
  if (seconds.length === 0) return null;
  return seconds.reduce((total, value) => total + Math.round(value * 1000), 0) / 1000 / seconds.length;
}

/** Nearest rank, as PostgreSQL's percentile_disc: the reference of imported logs is a value that occurred. */
function leastCovering(values: number[], share: number): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
}
