import { agents } from "../shop.ts";
import type { AgentKey } from "../types.ts";
import type { LocalDay } from "./calendar.ts";
import type { Random } from "./random.ts";

/** How an agent works. Reply times are log-normal around a median. */
export type Pace = {
  replySeconds: number;
  spread: number;
  /** Share of connected conversations that never get a real reply. */
  silentShare: number;
  /** Moves the stars that customers give. */
  warmth: number;
};

/** 徐婉 has become slow in the latest 30 days: this is what the diagnosis page has to find. */
export function paceOf(agent: AgentKey, isRecent: boolean): Pace {
  if (agent === "linxiao") return { replySeconds: 16, spread: 0.65, silentShare: 0.008, warmth: 0.25 };
  if (agent === "zhouhang") return { replySeconds: 24, spread: 0.7, silentShare: 0.012, warmth: 0.1 };
  return isRecent
    ? { replySeconds: 78, spread: 0.85, silentShare: 0.055, warmth: -0.1 }
    : { replySeconds: 36, spread: 0.75, silentShare: 0.02, warmth: 0 };
}

export function nameOf(agent: AgentKey): string {
  return agents.find((known) => known.key === agent)?.name ?? agent;
}

/** Two agents take turns between the early and the late shift; the supervisor helps on working days. */
export function listOnDuty(day: LocalDay, hour: number): AgentKey[] {
  const [early, late]: [AgentKey, AgentKey] = day.age % 2 ? ["zhouhang", "xuwan"] : ["xuwan", "zhouhang"];
  const duty: AgentKey[] = [];
  if (hour >= 9 && hour < 18) duty.push(early);
  if (hour >= 13 && hour < 22) duty.push(late);
  if (hour >= 10 && hour < 19 && day.weekday >= 1 && day.weekday <= 5) duty.push("linxiao");
  return duty;
}

/** The supervisor takes fewer conversations than those whose work it is. */
export function pickAgent(onDuty: readonly AgentKey[], random: Random): AgentKey {
  return random.weighted(onDuty.map((agent) => [agent, agent === "linxiao" ? 0.6 : 1] as const));
}
