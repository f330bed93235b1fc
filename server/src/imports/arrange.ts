import type { Complaints } from "./bad-rows.ts";
import type { About, Said } from "./read-log.ts";

/** Puts a conversation's messages in order. Times decide where there are any; else the log's own numbers or places. */

export function arrangeMessages(
  said: Said[],
  { isWhole, complaints }: { isWhole: boolean; complaints: Complaints },
): { said: Said[]; about: About; isTimed: boolean } {
  const isTimed = said.some((one) => one.atMs !== null);
  const timed = isTimed ? said.filter((one) => one.atMs !== null || complainOfMissing(one, complaints)) : said;
  // As the log has them: whole conversations are lists, and some systems list the newest first.
  const listed = isWhole && isTimed && isNewestFirst(timed) ? timed.toReversed() : timed;
  const inLogOrder = listed.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  if (isTimed && isWhole) nameBackwards(inLogOrder, complaints);
  const inOrder = isTimed ? inLogOrder.toSorted((a, b) => a.atMs! - b.atMs!) : inLogOrder;
  const arranged = isWhole ? inOrder : withoutTwins(inOrder, complaints);
  return { said: arranged, about: gatherAbout(said, arranged), isTimed };
}

function complainOfMissing(one: Said, complaints: Complaints): false {
  complaints.add({ row: one.row, field: one.field, value: "", reason: "missing" });
  return false;
}

function isNewestFirst(said: Said[]): boolean {
  const times = said.map((one) => one.atMs!);
  return times[0]! > times.at(-1)! && times.every((at, i) => i === 0 || at <= times[i - 1]!);
}

function nameBackwards(said: Said[], complaints: Complaints): void {
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const one of said) {
    if (one.atMs! < latestMs) {
      const value = new Date(one.atMs!).toISOString();
      complaints.add({ row: one.row, field: one.field, value, reason: "time_backwards" });
    }
    latestMs = Math.max(latestMs, one.atMs!);
  }
}

/** A table joined with another repeats its rows. Without a time or a number two equal messages may both be meant. */
function withoutTwins(said: Said[], complaints: Complaints): Said[] {
  const seen = new Set<string>();
  return said.filter((one) => {
    if (one.atMs === null && one.order === null) return true;
    const key = JSON.stringify([one.atMs, one.order, one.by, one.agent, one.text]);
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
