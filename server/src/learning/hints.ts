import { findChitchat } from "@yingda/answering/chitchat";
import { pickQuestion } from "@yingda/answering/choice";
import { withoutHumanRequest } from "@yingda/answering/human-request";
import { readText } from "@yingda/answering/normalise";
import { isCommonWord, listWords } from "@yingda/answering/segment";
import type { WireEvent } from "@yingda/contract/conversation";
import type { EventOf } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { HintSource } from "@yingda/contract/routes/learning";

/**
 * What people did in a conversation that says which entry the customer's words meant. Pure: a log in, hints out, one for
 * each event that judges. Words that only mean something after what was said before teach nothing: alone they would be
 * taken for it everywhere.
 */
export type Hint = {
  text: string;
  source: HintSource;
  /** The words mean this entry (null: none), or they do not mean this one. */
  verdict: "means" | "not";
  entryId: string | null;
  weight: number;
  askedSeq: number;
  eventSeq: number;
  at: string;
  staffId: string | null;
};

/** How far each is to be believed beside a label. An answer that was sent after changing it fitted less well. */
export const weightOf = { bench: 1, label: 1, agent: 0.8, agentEdited: 0.5, click: 0.5, thumb: 0.3 };

/** The types of events that judge; a log without any, and without a list to choose from, gives no hint. */
export const judgingTypes = ["answer.labelled", "answer.rated", "option.clicked"] as const;

export function hintsOf(events: readonly WireEvent[]): Hint[] {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const recalled = new Set(events.flatMap((event) => (event.type === "message.recalled" ? [event.body.seq] : [])));
  const hints: Hint[] = [];
  let latest: EventOf<"bot.answered"> | null = null;
  let telling: { seq: number; text: string } | null = null;

  const chosenSeqs = new Set<number>();
  for (const event of events) {
    if (event.type === "bot.answered") latest = event;
    const chosen = choiceInWords(event, latest, bySeq);
    if (chosen) {
      chosenSeqs.add(event.seq);
      // "第二个" chooses like a click, and asks nothing by itself.
      const by = { eventSeq: event.seq, at: event.at, staffId: null };
      hints.push({ ...chosen, source: "click", verdict: "means", weight: weightOf.click, ...by });
      continue;
    }
    const said = tellingWords(event);
    if (said !== null) telling = { seq: event.seq, text: said };
    const by = { eventSeq: event.seq, at: event.at, staffId: event.actor.kind === "agent" ? event.actor.id : null };

    if (event.type === "message.sent" && event.actor.kind === "agent") {
      const { fromEntryId, edited } = event.body;
      if (!fromEntryId || !telling || recalled.has(event.seq)) continue;
      const weight = edited ? weightOf.agentEdited : weightOf.agent;
      const meant = { verdict: "means", entryId: fromEntryId, weight, askedSeq: telling.seq } as const;
      hints.push({ text: telling.text, source: "agent", ...meant, ...by });
      continue;
    }
    if (event.type !== "option.clicked" && event.type !== "answer.rated" && event.type !== "answer.labelled") continue;
    const answer = answerOf(event.body.answerSeq, bySeq, latest);
    const asked = answer?.body.trigger === "words" ? bySeq.get(answer.body.inReplyTo) : undefined;
    const text = asked && !chosenSeqs.has(asked.seq) && tellingWords(asked);
    if (!answer || !asked || !text) continue;
    const judged = judge(event, answer);
    if (judged) hints.push({ text, ...judged, askedSeq: asked.seq, ...by });
  }
  return hints;
}

type Choice = { text: string; entryId: string; askedSeq: number };

/** Written instead of clicked: which of the offered questions was meant, as the bot took it, and by which words before. */
function choiceInWords(
  event: WireEvent,
  offer: EventOf<"bot.answered"> | null,
  bySeq: ReadonlyMap<number, WireEvent>,
): Choice | null {
  const options = offer?.body.outcome === "guided" ? (offer.body.options ?? []) : [];
  if (!offer || options.length === 0 || event.type !== "message.sent" || event.actor.kind !== "customer") return null;
  if (event.body.content.kind !== "text") return null;
  const questions = options.map(({ question }) => question);
  const entryId = options[pickQuestion(event.body.content.text, questions)]?.entryId;
  const taken = [...bySeq.values()].find(
    (one) => one.type === "bot.answered" && one.body.inReplyTo === event.seq && one.body.entryId === entryId,
  );
  const asked = bySeq.get(offer.body.inReplyTo);
  const text = entryId && taken && asked ? tellingWords(asked) : null;
  return text ? { text, entryId: entryId!, askedSeq: asked!.seq } : null;
}

/** Logs from elsewhere do not name the answer: then it is the one before. */
function answerOf(
  seq: number | undefined,
  bySeq: ReadonlyMap<number, WireEvent>,
  latest: EventOf<"bot.answered"> | null,
): EventOf<"bot.answered"> | null {
  if (seq === undefined) return latest;
  const named = bySeq.get(seq);
  return named?.type === "bot.answered" ? named : null;
}

type Judging = EventOf<"option.clicked"> | EventOf<"answer.rated"> | EventOf<"answer.labelled">;

function judge(
  event: Judging,
  { body: answer }: EventOf<"bot.answered">,
): Pick<Hint, "source" | "verdict" | "entryId" | "weight"> | null {
  if (event.type === "option.clicked") {
    if (answer.outcome !== "guided" && answer.outcome !== "unknown") return null;
    return { source: "click", verdict: "means", entryId: event.body.entryId, weight: weightOf.click };
  }
  // Of several questions in one message, or several entries in one answer, nobody said which.
  const isOfOne = !answer.parts && (!answer.generated || answer.sources?.length === 1);
  if (event.type === "answer.rated") {
    if (!answer.entryId || !isOfOne) return null;
    const verdict = event.body.thumb === "up" ? "means" : "not";
    // What a model wrote may be wrong though the entry is right.
    if (verdict === "not" && answer.generated) return null;
    return { source: "thumb", verdict, entryId: answer.entryId, weight: weightOf.thumb };
  }
  const label = { source: "label", weight: weightOf.label } as const;
  const { entryId } = event.body;
  if (answer.parts) return null;
  if (event.body.label === "wrong") {
    if (entryId !== undefined) return { ...label, verdict: "means", entryId };
    // What a model wrote may be wrong though the entry is right.
    return answer.entryId && !answer.generated ? { ...label, verdict: "not", entryId: answer.entryId } : null;
  }
  if (!isOfOne) return null;
  if (answer.entryId) return { ...label, verdict: "means", entryId: answer.entryId };
  // That it did not know was right; of a list nobody said which line.
  return answer.outcome === "unknown" ? { ...label, verdict: "means", entryId: null } : null;
}

/** The customer's words, if they say by themselves what is asked; without the wish for a person. */
function tellingWords(event: WireEvent): string | null {
  if (event.type !== "message.sent" || event.actor.kind !== "customer" || event.body.content.kind !== "text")
    return event.type === "offline_message.left" ? askable(event.body.text) : null;
  return askable(event.body.content.text);
}

function askable(said: string): string | null {
  const text = withoutHumanRequest(said).trim();
  return text.length <= limits.questionCharacters && standsAlone(text) ? text : null;
}

const leansOn = {
  zh: /^(?:那|那么|还有|另外)|它|这款|那款|这个|那个|这种|这件/,
  en: /^(?:and|but|then|what about|how about)\b|\b(?:it|this|that|they|them)\b/,
};

/** "多久" and "那换货呢" ask about what was said before. */
export function standsAlone(text: string): boolean {
  const reading = readText(text);
  if (reading.core === "" || findChitchat(text, reading.language) !== undefined) return false;
  if (leansOn[reading.language].test(reading.core)) return false;
  return listWords(reading).some((word) => !isCommonWord(word));
}
