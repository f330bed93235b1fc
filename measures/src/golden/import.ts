import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import type { ConversationLog } from "../fold.ts";
import { readInstant } from "../local-time.ts";
import { readCsv } from "./csv.ts";
import { translateEvent } from "./translate.ts";

/** What happened so far in the session, for rows that refer to "the previous …". */
export type Progress = { answerSeq?: number; inputSeq?: number; isConnected: boolean };

type Stamped = { row: Record<string, string>; atMs: number };

/**
 * Reads sessions.csv and events.csv of the plain event shape into logs of our own vocabulary. Rows go by time, rows of
 * the same instant in file order. A session without events is none; events of a session that sessions.csv does not
 * list are a conversation nothing else is known of. Times without an offset are wall-clock times of `timeZone`.
 * `complain` hears about each row that had to be left out.
 */
export function importLogs(
  sessionsCsv: string,
  eventsCsv: string,
  timeZone: string,
  complain: (words: string) => void,
): ConversationLog[] {
  const sessions = new Map(readCsv(sessionsCsv).map((row) => [row.session!, row]));
  const bySession = new Map<string, Stamped[]>();
  readCsv(eventsCsv).forEach((row, index) => {
    const atMs = readInstant(row.time ?? "", timeZone);
    if (atMs === null) {
      complain(`events.csv row ${index + 2}: no time in "${row.time}"`);
      return;
    }
    const known = bySession.get(row.session!);
    if (known) known.push({ row, atMs });
    else bySession.set(row.session!, [{ row, atMs }]);
  });
  const order = [...sessions.keys(), ...[...bySession.keys()].filter((session) => !sessions.has(session))];
  return order.flatMap((session) => {
    const rows = bySession.get(session);
    return rows ? [importSession(session, sessions.get(session) ?? {}, rows, complain)] : [];
  });
}

function importSession(
  session: string,
  about: Record<string, string>,
  rows: Stamped[],
  complain: (words: string) => void,
): ConversationLog {
  const sorted = rows.toSorted((a, b) => a.atMs - b.atMs);
  const customerId = about.customer || session;
  const started: NewEvent = {
    type: "conversation.started",
    actor: { kind: "customer", id: customerId },
    body: {
      channel: about.channel || "unknown",
      productId: about.product || undefined,
      category: about.category || undefined,
      intent: about.intent || undefined,
    },
  };
  const events: ConversationEvent[] = [];
  const append = (event: NewEvent, atMs: number) => {
    events.push({ ...event, seq: events.length + 1, at: new Date(atMs).toISOString() } as ConversationEvent);
  };
  append(started, sorted[0]!.atMs);
  const progress: Progress = { isConnected: false };
  for (const { row, atMs } of sorted) {
    const event = translateEvent(row, customerId, progress);
    if (!event) {
      complain(`session ${session}: left out ${row.actor} ${row.type} "${row.value}" at ${row.time}`);
      continue;
    }
    append(event, atMs);
    if (event.type === "bot.answered") progress.answerSeq = events.length;
    if (event.type === "agent.connected") progress.isConnected = true;
    if (isInput(event)) progress.inputSeq = events.length;
  }
  return { conversationId: session, customerId, events };
}

function isInput(event: NewEvent): boolean {
  if (event.type === "message.sent") return event.actor.kind === "customer";
  return event.type === "option.clicked" || event.type === "hot_question.clicked";
}
