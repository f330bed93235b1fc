import { dayLines, type Lines, type Wall, type WallNow } from "@yingda/contract/live";

/** The lines of the day on screen: kept up by pushes, smoothed for reading from afar. */

/** A push carries the last minutes only. Null when it does not fit what is on screen: then the whole is asked for. */
export function withPush(wall: Wall, now: WallNow): Wall | null {
  const { from, lines: recent } = now.recent;
  const known = wall.lines.messages.length;
  if (now.edition !== wall.now.edition || now.day !== wall.now.day || from > known) return null;
  const lines = { ...wall.lines };
  for (const line of dayLines) lines[line] = [...lines[line].slice(0, from), ...recent[line]];
  return { ...wall, now, lines };
}

const smoothedOver = 5;

/** Per minute, as the mean of the last five; the first minutes of a day have fewer before them. */
export function smooth(minutes: readonly number[]): number[] {
  let sum = 0;
  return minutes.map((value, i) => {
    sum += value - (minutes[i - smoothedOver] ?? 0);
    return sum / Math.min(i + 1, smoothedOver);
  });
}

/** The minute under way is not over: its count would look like a fall. */
export const finished = (minutes: readonly number[]): number[] => minutes.slice(0, -1);

export const sum = (minutes: readonly number[]): number => minutes.reduce((total, each) => total + each, 0);

/** Of the other day up to the same minute. */
export const sumUntil = (minutes: readonly number[], length: number): number => sum(minutes.slice(0, length));

export const isEmptyDay = (lines: Lines): boolean => dayLines.every((line) => sum(lines[line]) === 0);
