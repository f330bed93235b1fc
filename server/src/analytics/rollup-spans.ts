import { addDays } from "../platform/local-time.ts";

/**
 * How days are put together: each span is three of the next smaller ones, and begins at a multiple of its own length
 * counted from 1970. Any thirty days are eight spans at most.
 */

/** Half-open: days from `from` to before `to`, YYYY-MM-DD. */
export type Span = { from: string; to: string };

const parts = 3;
/** Days of a span, the smallest first. */
export const lengths = [1, parts, parts ** 2, parts ** 3] as const;

const dayMs = 86_400_000;

export const lengthOf = ({ from, to }: Span): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The span of each length that a day is in, the smallest first: the day itself. */
export const spansOf = (day: string): Span[] =>
  lengths.map((length) => {
    const from = addDays(day, -((Date.parse(day) / dayMs) % length));
    return { from, to: addDays(from, length) };
  });

/** The three that a span is made of. */
export function partsOf(span: Span): Span[] {
  const length = lengthOf(span) / parts;
  return Array.from({ length: parts }, (_, i) => {
    const from = addDays(span.from, i * length);
    return { from, to: addDays(from, length) };
  });
}

/** As few of the spans as cover a window as far as they can, and the days left over. Spans may lie in each other only. */
export function cover(window: Span, spans: readonly Span[]): { spans: Span[]; open: string[] } {
  const longest = new Map<string, Span>();
  for (const span of spans) {
    if (span.from < window.from || span.to > window.to) continue;
    const known = longest.get(span.from);
    if (!known || known.to < span.to) longest.set(span.from, span);
  }
  const chosen: Span[] = [];
  const open: string[] = [];
  for (let day = window.from; day < window.to; ) {
    const span = longest.get(day);
    if (span) chosen.push(span);
    else open.push(day);
    day = span?.to ?? addDays(day, 1);
  }
  return { spans: chosen, open };
}

/** As PostgreSQL writes a daterange. */
export const toRange = ({ from, to }: Span): string => `[${from},${to})`;
