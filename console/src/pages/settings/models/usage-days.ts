import type { ModelUsageDay } from "@yingda/contract/routes/models";

export const usageMeasures = ["tokens", "calls", "failures", "cost"] as const;
export type UsageMeasure = (typeof usageMeasures)[number];
export type UsageSum = Record<UsageMeasure, number> &
  Pick<ModelUsageDay, "estimatedCalls" | "used" | "declined" | "rejected">;

const nothing: UsageSum = {
  ...{ tokens: 0, calls: 0, failures: 0, cost: 0 },
  ...{ estimatedCalls: 0, used: 0, declined: 0, rejected: 0 },
};

export const sumUsage = (days: readonly ModelUsageDay[]): UsageSum =>
  days.reduce(
    (sum, day) => ({
      tokens: sum.tokens + day.tokensIn + day.tokensOut,
      calls: sum.calls + day.calls,
      failures: sum.failures + day.failures,
      cost: sum.cost + day.cost,
      estimatedCalls: sum.estimatedCalls + day.estimatedCalls,
      used: sum.used + day.used,
      declined: sum.declined + day.declined,
      rejected: sum.rejected + day.rejected,
    }),
    nothing,
  );

/** Every day of the span, also those on which nothing was asked; both models' use of a day is one row. */
export function listUsageDays({
  from,
  to,
  days,
}: {
  from: string;
  to: string;
  days: readonly ModelUsageDay[];
}): { day: string; chat: UsageSum; embedding: UsageSum }[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  const rows: { day: string; chat: UsageSum; embedding: UsageSum }[] = [];
  for (const at = new Date(`${from}T00:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10);
    if (day > to) return rows;
    const of = (kind: ModelUsageDay["kind"]) => sumUsage((byDay.get(day) ?? []).filter((one) => one.kind === kind));
    rows.push({ day, chat: of("chat"), embedding: of("embedding") });
  }
}
