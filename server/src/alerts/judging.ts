import type { AlertCondition } from "@yingda/contract/routes/alerts";
import type { Tag } from "@yingda/measures/tags";

/** Whether an alarm begins or ends. Pure; told once until it has ended, and ending asks for more than not beginning. */

export type RuleState = { state: "calm" | "alarmed"; calmSince: Date | null; lastFiredAt: Date | null };
export type Seen = { value: number | null; cases: number; tags: readonly Tag[] };
export type Verdict = RuleState & { happened: "fired" | "recovered" | null };

/** Back inside by this share of the threshold ends the alarm of a threshold. */
const margin = 0.05;
/** A tag must have been away for so long. */
const calmMs = 3600_000;
const hourMs = 3600_000;

export function judgeRule(
  rule: { condition: AlertCondition; minimumCases: number; coolDownHours: number },
  was: RuleState,
  seen: Seen,
  now: Date,
): Verdict {
  const same: Verdict = { ...was, happened: null };
  // Too little to say anything: neither good news nor bad.
  if (seen.value === null || seen.cases < rule.minimumCases) return same;
  if (was.state === "calm") {
    const isCooling =
      was.lastFiredAt !== null && now.getTime() - was.lastFiredAt.getTime() < rule.coolDownHours * hourMs;
    if (isCooling || !isBad(rule.condition, seen.value, seen.tags)) return same;
    return { state: "alarmed", calmSince: null, lastFiredAt: now, happened: "fired" };
  }
  if (!isWellAgain(rule.condition, seen.value, seen.tags)) return { ...same, calmSince: null };
  const calmSince = was.calmSince ?? now;
  if (rule.condition.kind === "tag" && now.getTime() - calmSince.getTime() < calmMs) return { ...same, calmSince };
  return { ...was, state: "calm", calmSince: null, happened: "recovered" };
}

function isBad(condition: AlertCondition, value: number, tags: readonly Tag[]): boolean {
  if (condition.kind === "tag") return tags.includes(condition.tag);
  return condition.kind === "above" ? value > condition.threshold : value < condition.threshold;
}

function isWellAgain(condition: AlertCondition, value: number, tags: readonly Tag[]): boolean {
  // A sample that is too small to carry a tag does not take it away.
  if (condition.kind === "tag") return !tags.includes(condition.tag) && !tags.includes("small_sample");
  const { kind, threshold } = condition;
  // Never beyond what the figure can reach: a rate can't be above 1 nor anything below 0.
  if (kind === "above") return value <= threshold * (1 - margin) || value === 0;
  return value >= threshold * (1 + margin) || (threshold <= 1 && value === 1);
}
