import type { ConversationSummary } from "@yingda/contract/conversation";
import { limits } from "@yingda/contract/limits";

/** Which rows the lists hold and in which order. Rows keep their places: what jumps under the mouse is opened by mistake. */

export type Scope = "mine" | "queue" | "open";

function belongsTo(scope: Scope, row: ConversationSummary, staffId: string) {
  if (scope === "mine") return row.handling === "agent" && row.agentId === staffId;
  if (scope === "queue") return row.handling === "queue" || row.handling === "message";
  return row.handling !== "closed";
}

type Page = { items: ConversationSummary[]; nextCursor: string | null };

/** A row that is known is replaced where it stands, or leaves; a new one goes last, for all-open first. */
export function placeRow<P extends Page>(pages: P[], scope: Scope, row: ConversationSummary, staffId: string): P[] {
  const belongs = belongsTo(scope, row, staffId);
  const isKnown = pages.some((page) => page.items.some(({ id }) => id === row.id));
  if (!isKnown && !belongs) return pages;
  if (!isKnown) {
    // The end of the list is not fetched yet: the row comes with its page, unless it goes before others.
    if (scope !== "open" && pages.at(-1)?.nextCursor && row.urgentWords === null) return pages;
    const target = scope === "open" ? 0 : pages.length - 1;
    return pages.map((page, index) => {
      if (index !== target) return page;
      return { ...page, items: scope === "open" ? [row, ...page.items] : [...page.items, row] };
    });
  }
  return pages.map((page) => {
    const index = page.items.findIndex(({ id }) => id === row.id);
    if (index < 0) return page;
    // A push that was overtaken by a later one must not turn the row back.
    if (page.items[index]!.lastSeq > row.lastSeq) return page;
    return { ...page, items: belongs ? page.items.with(index, row) : page.items.toSpliced(index, 1) };
  });
}

/**
 * Mine by when they began, the queue by whose turn it is, as the server gives out seats; pages may overlap when rows moved
 * between fetches.
 */
export function orderRows(pages: Page[], scope: Scope, isUrgentFirst = false): ConversationSummary[] {
  const rows = [...new Map(pages.flatMap(({ items }) => items).map((row) => [row.id, row])).values()];
  if (scope === "open") return rows;
  const since = (row: ConversationSummary) =>
    scope === "queue" ? turnOf(row, isUrgentFirst) : Date.parse(row.startedAt);
  return rows.sort((a, b) => since(a) - since(b) || a.id.localeCompare(b.id));
}

/** Who can't wait is taken to have waited longer. */
function turnOf({ handling, queuedAt, startedAt, urgentWords }: ConversationSummary, isUrgentFirst: boolean): number {
  const hasHeadStart = isUrgentFirst && handling === "queue" && urgentWords !== null;
  return Date.parse(queuedAt ?? startedAt) - (hasHeadStart ? limits.urgentHeadStartSeconds * 1_000 : 0);
}

/** Since when somebody has been left waiting; null when it is not our turn. */
export function waitsSince(row: ConversationSummary): string | null {
  if (row.handling === "queue") return row.queuedAt;
  if (row.handling === "agent" || row.handling === "message") return row.waitingSince;
  return null;
}

export function longestWaiting(rows: ConversationSummary[]): ConversationSummary | null {
  const waiting = rows.filter((row) => waitsSince(row) !== null);
  return waiting.reduce<ConversationSummary | null>(
    (longest, row) => (longest === null || waitsSince(row)! < waitsSince(longest)! ? row : longest),
    null,
  );
}

/**
 * The row `step` places on, round the end. Where the open one has left the list (closed, handed over), its neighbour
 * has moved into its place: `lastIndex` says where that was.
 */
export function neighbour(rows: ConversationSummary[], openId: string | undefined, step: 1 | -1, lastIndex: number) {
  if (rows.length === 0) return null;
  const index = rows.findIndex(({ id }) => id === openId);
  const target = index >= 0 ? index + step : openId && step === 1 ? lastIndex : step === 1 ? 0 : lastIndex - 1;
  return rows[(target + rows.length) % rows.length]!;
}

export type WaitLevel = "calm" | "soon" | "late";

/** Amber at half of the alarm, red at it. */
export function waitLevel(seconds: number, alarmSeconds: number): WaitLevel {
  if (seconds >= alarmSeconds) return "late";
  return seconds >= alarmSeconds / 2 ? "soon" : "calm";
}
