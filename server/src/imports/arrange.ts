import type { Complaints } from "./bad-rows.ts";
import type { About, Said } from "./read-log.ts";

/** Puts a conversation's messages in order. Times decide where there are any; else the log's own numbers or places. */

export function arrangeMessages(
  said: Said[],
  complaints: Complaints,
): { said: Said[]; about: About; isTimed: boolean } {
  const isTimed = said.some((one) => one.atMs !== null);
  const timed = isTimed ? said.filter((one) => one.atMs !== null || complainOfMissing(one, complaints)) : said;
  // As the log has them; some systems list the newest first.
  const listed = isTimed && isNewestFirst(timed) ? timed.toReversed() : timed;
  const inLogOrder = listed.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  if (isTimed) nameBackwards(inLogOrder, complaints);
  const inOrder = isTimed ? inLogOrder.toSorted((a, b) => a.atMs! - b.atMs!) : inLogOrder;
  const arranged = withoutTwins(inOrder, complaints);
  return { said: arranged, about: gatherAbout(said, arranged), isTimed };
}

function complainOfMissing(one: Said, complaints: Complaints): false {
  complaints.add({ row: one.row, field: one.field, value: "", reason: "missing" });
  return false;
}

/** Of a table two rows the wrong way round are a mistake rather than an order. */
function isNewestFirst(said: Said[]): boolean {
  if (said.length === 2 && said[0]!.raw === null) return false;
  const times = said.map((one) => one.atMs!);
  return times[0]! > times.at(-1)! && times.every((at, i) => i === 0 || at <= times[i - 1]!);
}

/** The fewest messages that have to be moved: one clock gone wrong is one row, not all that come after it. */
function nameBackwards(said: Said[], complaints: Complaints): void {
  const inOrder = findLongestRun(said.map((one) => one.atMs!));
  for (const [i, one] of said.entries()) {
    if (inOrder.has(i)) continue;
    complaints.add({ row: one.row, field: one.field, value: one.time, reason: "time_backwards" });
  }
}

/**
 * Places of a longest subsequence that never falls, by the beginnings of the best one of each length. From the end, so
 * that of two that changed places the second is the odd one.
 */
function findLongestRun(values: number[]): Set<number> {
  const beginnings: number[] = [];
  const after: number[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    let low = 0;
    let high = beginnings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[beginnings[middle]!]! >= values[i]!) low = middle + 1;
      else high = middle;
    }
    after[i] = low > 0 ? beginnings[low - 1]! : -1;
    beginnings[low] = i;
  }
  const places = new Set<number>();
  for (let i = beginnings.at(-1) ?? -1; i >= 0; i = after[i]!) places.add(i);
  return places;
}

/**
 * A table joined with another repeats its rows, and a sender that hears no answer its messages. Without a time or a number
 * two equal messages may both be meant; in a list of its own a message is the same only if all is the same.
 */
function withoutTwins(said: Said[], complaints: Complaints): Said[] {
  const seen = new Set<string>();
  return said.filter((one) => {
    if (one.atMs === null && one.order === null) return true;
    const key = one.raw ?? JSON.stringify([one.atMs, one.order, one.by, one.agent, one.text]);
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    complaints.add({ row: one.row, field: "", value: one.text, reason: "duplicate" });
    return false;
  });
}

/** The first that says something; of ratings the last. */
function gatherAbout(all: Said[], arranged: Said[]): About {
  // What a message left out says of the whole conversation is still true.
  const inside = new Set(arranged);
  const inOrder = [...arranged, ...all.filter((one) => !inside.has(one))];
  const about: About = {};
  for (const one of inOrder) {
    if (!one.about) continue;
    const { stars, ...rest } = one.about;
    Object.assign(about, { ...rest, ...about });
    if (stars !== undefined) about.stars = stars;
  }
  return about;
}
