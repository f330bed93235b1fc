import type { WireEvent } from "@yingda/contract/conversation";
import type { Actor, Content, DissatisfactionReason, EventOf, EventType } from "@yingda/contract/events";

/**
 * From the event log to what a person reads: bubbles, answers, notes, small grey lines, days, and the bot's part as one
 * piece. Pure, so that the same conversation looks the same in the workspace, in the history and in a test.
 */

type Speaker = { by: "customer" | "bot" | "agent"; agentId: string | null };

export type Item =
  | ({ kind: "message"; key: string; seq: number; at: string; content: Content; isFirst: boolean } & Speaker & {
        /** How it came: typed, clicked from a list, left while nobody was there, greeted by the system. */
        way: "said" | "hot" | "option" | "left" | "greeting" | "assist";
        contact: string | null;
        quoteSeq: number | null;
        isRecalled: boolean;
      })
  | {
      kind: "answer";
      key: string;
      seq: number;
      at: string;
      isFirst: boolean;
      body: EventOf<"bot.answered">["body"];
      thumb: "up" | "down" | null;
      label: "correct" | "wrong" | null;
      /** What would have been right: an entry, or null for none; undefined: nobody said. */
      meantEntryId?: string | null;
      clickedEntryId: string | null;
    }
  | { kind: "note"; key: string; seq: number; at: string; agentId: string | null; text: string }
  | {
      kind: "rating";
      key: string;
      seq: number;
      at: string;
      target: "bot" | "human";
      stars: number;
      reasons: DissatisfactionReason[];
      comment: string | null;
    }
  | { kind: "system"; key: string; seq: number; at: string; event: SystemEvent }
  | { kind: "day"; key: string; at: string }
  | { kind: "botPart"; key: string; at: string; items: Item[]; summary: BotSummary };

const systemTypes = [
  "conversation.started",
  "human.requested",
  "queue.entered",
  "queue.rejected",
  "queue.left",
  "agent.connected",
  "conversation.transferred",
  "rating.invited",
  "survey.invited",
  "survey.answered",
  "goal.tracked",
  "conversation.closed",
  "conversation.reopened",
] as const satisfies EventType[];
export type SystemEvent = { [T in (typeof systemTypes)[number]]: EventOf<T> }[(typeof systemTypes)[number]];

type BotSummary = { questions: number; unknown: number; lastQuestion: string | null };

export type ArrangeOptions = {
  /** Which local day an instant falls on. */
  dayOf: (at: string) => string;
  /** Where people took over, the bot's part becomes one line that unfolds. */
  foldsBotPart: boolean;
};

/** Same speaker within this time: one turn, one head. */
const sameTurnMs = 3 * 60_000;

export function isUntimed(events: readonly WireEvent[]) {
  const first = events[0];
  return first?.type === "conversation.started" && first.body.untimed === true;
}

export function arrange(events: readonly WireEvent[], options: ArrangeOptions): Item[] {
  const items = withTurns(events.flatMap(itemsOf(marksOf(events))));
  const folded = options.foldsBotPart ? foldBotParts(items) : items;
  return isUntimed(events) ? folded : withDays(folded, options.dayOf);
}

type Marks = {
  recalled: Set<number>;
  thumbs: Map<number, "up" | "down">;
  labels: Map<number, EventOf<"answer.labelled">["body"]>;
  clicks: Map<number, string>;
};

/** What later events say about earlier ones. Imported logs don't name the answer: then it is the last one before. */
function marksOf(events: readonly WireEvent[]): Marks {
  const marks: Marks = { recalled: new Set(), thumbs: new Map(), labels: new Map(), clicks: new Map() };
  let lastAnswer = 0;
  for (const event of events) {
    if (event.type === "bot.answered") lastAnswer = event.seq;
    if (event.type === "message.recalled") marks.recalled.add(event.body.seq);
    if (event.type === "answer.rated") marks.thumbs.set(event.body.answerSeq ?? lastAnswer, event.body.thumb);
    if (event.type === "answer.labelled") marks.labels.set(event.body.answerSeq ?? lastAnswer, event.body);
    if (event.type === "option.clicked") marks.clicks.set(event.body.answerSeq ?? lastAnswer, event.body.entryId);
  }
  return marks;
}

const speakerOf = (actor: Actor): Speaker => {
  if (actor.kind === "customer") return { by: "customer", agentId: null };
  if (actor.kind === "agent") return { by: "agent", agentId: actor.id };
  return { by: "bot", agentId: null };
};

function itemsOf(marks: Marks) {
  return (event: WireEvent): Item[] => {
    const { seq, at } = event;
    // The optimistic copy carries the same key, so that the bubble stays when its event arrives.
    const key = event.clientId ?? String(seq);
    const said = {
      kind: "message",
      key,
      seq,
      at,
      contact: null,
      quoteSeq: null,
      isRecalled: false,
      isFirst: true,
    } as const;
    switch (event.type) {
      case "message.sent":
        return [
          {
            ...said,
            ...speakerOf(event.actor),
            content: event.body.content,
            way: event.body.assist ? "assist" : "said",
            quoteSeq: event.body.quoteSeq ?? null,
            isRecalled: marks.recalled.has(seq),
          },
        ];
      case "greeting.sent": {
        const content: Content = { kind: "text", text: event.body.text };
        return [{ ...said, by: "agent", agentId: event.body.agentId, content, way: "greeting" }];
      }
      case "hot_question.clicked":
      case "option.clicked": {
        const content: Content = { kind: "text", text: event.body.question };
        const way = event.type === "option.clicked" ? "option" : "hot";
        return [{ ...said, by: "customer", agentId: null, content, way }];
      }
      case "offline_message.left": {
        const content: Content = { kind: "text", text: event.body.text };
        return [{ ...said, by: "customer", agentId: null, content, way: "left", contact: event.body.contact ?? null }];
      }
      case "bot.answered":
        return [
          {
            kind: "answer",
            key,
            seq,
            at,
            isFirst: true,
            body: event.body,
            thumb: marks.thumbs.get(seq) ?? null,
            label: marks.labels.get(seq)?.label ?? null,
            meantEntryId: marks.labels.get(seq)?.entryId,
            clickedEntryId: marks.clicks.get(seq) ?? null,
          },
        ];
      case "note.added":
        return [{ kind: "note", key, seq, at, agentId: speakerOf(event.actor).agentId, text: event.body.text }];
      case "rating.given": {
        const { target, stars, reasons = [], comment = null } = event.body;
        return [{ kind: "rating", key, seq, at, target, stars, reasons, comment }];
      }
      case "conversation.transferred": {
        const line: Item = { kind: "system", key, seq, at, event };
        const { note, fromAgentId } = event.body;
        if (!note) return [line];
        const agentId = speakerOf(event.actor).agentId ?? fromAgentId ?? null;
        return [line, { kind: "note", key: `${key}-note`, seq, at, agentId, text: note }];
      }
      case "message.recalled":
      case "answer.rated":
      case "answer.labelled":
      case "conversation.classified":
        return [];
      default:
        return [{ kind: "system", key, seq, at, event }];
    }
  };
}

function withTurns(items: Item[]): Item[] {
  let last: { who: string; at: number } | null = null;
  return items.map((item) => {
    const who = item.kind === "message" ? `${item.by}/${item.agentId}` : item.kind === "answer" ? "bot/null" : null;
    const at = Date.parse(item.at);
    const isFirst = who === null || last?.who !== who || at - last.at > sameTurnMs;
    last = who === null ? null : { who, at };
    return item.kind === "message" || item.kind === "answer" ? { ...item, isFirst } : item;
  });
}

/** From the start, or from where a person left, to the next call for a person: that stretch is the bot's. */
function foldBotParts(items: Item[]): Item[] {
  const folded: Item[] = [];
  let stretch: Item[] = [];
  let isBots = true;
  for (const item of items) {
    const type = item.kind === "system" ? item.event.type : null;
    const endsBotPart = type === "human.requested" || type === "agent.connected" || isLeft(item);
    if (isBots && endsBotPart) {
      folded.push(...asBotPart(stretch));
      stretch = [];
      isBots = false;
    }
    if (isBots) stretch.push(item);
    else folded.push(item);
    if (type === "queue.left" || type === "queue.rejected") isBots = true;
  }
  return [...folded, ...stretch];
}

const isLeft = (item: Item) => item.kind === "message" && item.way === "left";

/** One exchange is no longer than its summary would be. */
function asBotPart(stretch: Item[]): Item[] {
  const bubbles = stretch.filter((item) => item.kind === "message" || item.kind === "answer");
  if (bubbles.length < 3) return stretch;
  const first = stretch[0]!;
  return [{ kind: "botPart", key: `bot-${first.key}`, at: first.at, items: stretch, summary: summarise(stretch) }];
}

function summarise(stretch: Item[]): BotSummary {
  const summary: BotSummary = { questions: 0, unknown: 0, lastQuestion: null };
  let said: string | null = null;
  for (const item of stretch) {
    if (item.kind === "message" && item.by === "customer" && item.content.kind === "text") said = item.content.text;
    // Thanks, greetings and asking for a person are no questions.
    if (item.kind !== "answer" || item.body.outcome === "chitchat") continue;
    summary.lastQuestion = said;
    summary.questions += 1;
    if (item.body.outcome === "unknown") summary.unknown += 1;
  }
  return summary;
}

/** A mark at the beginning and wherever the day changes. */
function withDays(items: Item[], dayOf: (at: string) => string): Item[] {
  let last: string | null = null;
  return items.flatMap((item): Item[] => {
    const day = dayOf(item.at);
    if (day === last) return [item];
    last = day;
    return [{ kind: "day", key: `day-${day}`, at: item.at }, item];
  });
}
