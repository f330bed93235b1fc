import type { HintSource } from "@yingda/contract/routes/learning";

/** The last so many days up to this one, oldest first: "2026-11-21". */
export function daysUpTo(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) =>
    new Date(end - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10),
  );
}

export function sumBySource(days: readonly { source: HintSource; hints: number }[]): Record<HintSource, number> {
  const sums: Record<HintSource, number> = { bench: 0, label: 0, agent: 0, click: 0, thumb: 0 };
  for (const { source, hints } of days) sums[source] += hints;
  return sums;
}
