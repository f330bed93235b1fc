/** How often each entry answered in the last hour: counted by the minute, so that what is older can be taken off. */
export type HotHour = { minutes: Map<number, Map<string, number>>; totals: Map<string, number> };

export const hotForMs = 60 * 60_000;
const minuteMs = 60_000;

export function countAsked(hot: HotHour, entryId: string, atMs: number, times = 1): void {
  const minute = Math.floor(atMs / minuteMs);
  const counts = hot.minutes.get(minute) ?? new Map<string, number>();
  // Also where nobody looks: an hour is held, not a week.
  if (counts.size === 0) forgetBefore(hot, atMs - hotForMs);
  hot.minutes.set(minute, counts);
  counts.set(entryId, (counts.get(entryId) ?? 0) + times);
  hot.totals.set(entryId, (hot.totals.get(entryId) ?? 0) + times);
}

function forgetBefore({ minutes, totals }: HotHour, sinceMs: number): void {
  for (const [minute, counts] of minutes) {
    if ((minute + 1) * minuteMs > sinceMs) continue;
    for (const [entryId, times] of counts) {
      const left = totals.get(entryId)! - times;
      if (left > 0) totals.set(entryId, left);
      else totals.delete(entryId);
    }
    minutes.delete(minute);
  }
}

/** The most asked first; among equals the order is by id, so that a screen does not flicker. */
export function listHottest(hot: HotHour, atMs: number, most: number): { entryId: string; asked: number }[] {
  forgetBefore(hot, atMs - hotForMs);
  return [...hot.totals]
    .map(([entryId, asked]) => ({ entryId, asked }))
    .sort((a, b) => b.asked - a.asked || (a.entryId < b.entryId ? -1 : 1))
    .slice(0, most);
}
