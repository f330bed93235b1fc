import type { Lines, LiveStrip, Wall, WallAgent, WallNow } from "@yingda/contract/live";
import type { StaffMember } from "@yingda/contract/routes/staff";
import type { Ctx } from "../../context.ts";
import { listQuestionsOf } from "../../knowledge/knowledge.ts";
import { addDays } from "../../platform/local-time.ts";
import { listMembers } from "../../staff/staff.ts";
import { listAlerts } from "./alerts.ts";
import { type Board, findLongestWait, turnDay } from "./board.ts";
import { boardsOf, type Kept } from "./boards.ts";
import { linesOf, minuteOf } from "./day.ts";
import { listHottest } from "./hot-hour.ts";
import { readLines } from "./reading.ts";

/** The board in the words of the contract. Asks the tables for names only; every figure comes from the board. */

const hotShown = 6;
const agentsShown = 60;
/** A frame repeats what may have changed since the one before: events are told up to seconds after their instant. */
const recentMinutes = 3;

export async function describeLive(ctx: Ctx): Promise<LiveStrip> {
  const [{ board }, members] = await Promise.all([boardsOf(ctx).get(ctx), listMembers(ctx)]);
  return stripOf(board, members, ctx.clock.now().getTime());
}

export async function describeWall(ctx: Ctx, { against }: { against: "yesterday" | "last_week" }): Promise<Wall> {
  const kept = await boardsOf(ctx).get(ctx);
  const before = addDays(kept.board.day.day, against === "yesterday" ? -1 : -7);
  const linesBefore = await findLinesBefore(ctx, kept, before);
  const now = await describeKept(ctx, kept);
  const { day } = kept.board;
  return {
    now,
    lines: linesOf(day, 0, minuteOf(day, Date.parse(now.at)) + 1),
    before: { day: before, lines: linesBefore },
  };
}

export const describeNow = async (ctx: Ctx): Promise<WallNow> => describeKept(ctx, await boardsOf(ctx).get(ctx));

async function describeKept(ctx: Ctx, { board, edition }: Kept): Promise<WallNow> {
  const hottest = listHottest(board.hot, ctx.clock.now().getTime(), hotShown);
  const [members, hot] = await Promise.all([listMembers(ctx), nameHottest(ctx, hottest)]);
  const now = ctx.clock.now();
  turnDay(board, now.getTime());
  return { ...countNow(board, members, now), edition, hot };
}

/** From the board and the people alone: what a push costs when the names are known. */
export function countNow(board: Board, members: readonly StaffMember[], now: Date): Omit<WallNow, "edition" | "hot"> {
  const nowMs = now.getTime();
  const { day } = board;
  const strip = stripOf(board, members, nowMs);
  const agents = members.filter((member) => !member.isDisabled).map((member) => toAgent(board, member, nowMs));
  const freeSeats = agents
    .filter(({ status }) => status === "online")
    .reduce((sum, { capacity, inHand }) => sum + Math.max(0, capacity - inHand), 0);
  const longest = findLongestWait(board);
  const from = Math.max(0, minuteOf(day, nowMs) - recentMinutes + 1);
  return {
    ...strip,
    at: now.toISOString(),
    day: day.day,
    waitingSince: longest === null ? null : new Date(longest).toISOString(),
    agentsBusy: agents.filter(({ status }) => status === "busy").length,
    freeSeats,
    connect: { inTime: day.inTime, requests: day.requests, seconds: day.settings.connectSeconds },
    agents: agents
      .filter(({ status, inHand }) => status !== "offline" || inHand > 0)
      .sort(byNeed)
      .slice(0, agentsShown),
    alerts: listAlerts(board, nowMs, { agentsOnline: strip.agentsOnline, freeSeats }),
    recent: { from, lines: linesOf(day, from, minuteOf(day, nowMs) + 1) },
  };
}

function stripOf(board: Board, members: readonly StaffMember[], nowMs: number): LiveStrip {
  const { byHandling, day } = board;
  const longest = findLongestWait(board);
  return {
    waiting: board.waiting.size,
    inService: byHandling.agent,
    withBot: byHandling.bot,
    messages: byHandling.message,
    longestWaitSeconds: longest === null ? 0 : Math.max(0, (nowMs - longest) / 1000),
    agentsOnline: members.filter((member) => member.status === "online" && !member.isDisabled).length,
    todayConversations: day.conversations,
    todayBotOnly: day.botOnly,
  };
}

function toAgent(board: Board, { id, name, status, capacity }: StaffMember, nowMs: number): WallAgent {
  const conversations = board.byAgent.get(id) ?? new Set();
  const slowMs = board.shop.replyAlarmSeconds * 1000;
  const slow = [...conversations].filter(({ waitingMs }) => waitingMs !== null && nowMs - waitingMs > slowMs).length;
  return { id, name, status, capacity, inHand: conversations.size, slow };
}

const byNeed = (a: WallAgent, b: WallAgent): number =>
  b.slow - a.slow || b.inHand / b.capacity - a.inHand / a.capacity || (a.id < b.id ? -1 : 1);

/** Entries deleted meanwhile, and those of imported logs, have no name here. */
async function nameHottest(ctx: Ctx, hottest: { entryId: string; asked: number }[]): Promise<WallNow["hot"]> {
  const ours = hottest.filter(({ entryId }) => /^[0-9a-f-]{36}$/.test(entryId));
  if (ours.length === 0) return [];
  const questions = await listQuestionsOf(
    ctx,
    ours.map(({ entryId }) => entryId),
  );
  const words = new Map(questions.map(({ entryId, question }) => [entryId, question]));
  return ours.flatMap(({ entryId, asked }) => {
    const question = words.get(entryId);
    return question === undefined ? [] : [{ entryId, question, asked }];
  });
}

function findLinesBefore(ctx: Ctx, { before }: Kept, day: string): Promise<Lines> {
  const known = before.get(day);
  if (known) return known;
  const reading = readLines(ctx, day);
  before.set(day, reading);
  reading.catch(() => before.delete(day));
  return reading;
}
