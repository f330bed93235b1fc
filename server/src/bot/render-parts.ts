import type { Decision } from "@yingda/answering/types";
import type { Option } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { KnownAnswers } from "../knowledge/knowledge.ts";
import { asParagraphs } from "../knowledge/sanitise.ts";
import type { BotReply } from "./bot.ts";
import { say } from "./words.ts";

type Said = { text: string; html: string };

/**
 * One answer under each question of the message, headed by the shop's own wording of it. What has no room any more is left
 * to be chosen. `answers` holds at least one of them; `hasOptions`: what may be meant by the others is offered below.
 */
export function renderParts(
  parts: NonNullable<Decision["parts"]>,
  answers: KnownAnswers,
  { locale, hasOptions }: { locale: string; hasOptions: boolean },
): Pick<BotReply, "entryId" | "parts" | "offerHuman" | keyof Said> & { left: Option[] } {
  const sections = parts.map(({ text, entryId }) => {
    const entry = entryId ? answers.get(entryId) : undefined;
    const heading = entry?.question ?? text;
    const said = entry
      ? { text: entry.answer || entry.question, html: entry.html }
      : saySelf(hasOptions ? "partNear" : "partUnknown", locale);
    return {
      part: { text: text.slice(0, limits.questionCharacters), ...(entry ? { entryId: entry.id } : {}) },
      heading,
      said,
      text: `${heading}\n${said.text}`,
      html: `<h3>${asParagraphs(heading)
        .replace(/<\/?p>|<br \/>/g, " ")
        .trim()}</h3>${said.html || asParagraphs(said.text)}`,
    };
  });
  const shown: typeof sections = [];
  for (const section of sections) if (fits(joinAll([...shown, section]))) shown.push(section);
  const hasRoom = shown.some(({ part }) => part.entryId);
  // Under its question not even one fits: it goes alone, as to a message that asks nothing else.
  const whole = sections.find(({ part }) => part.entryId)!;
  const given = hasRoom ? shown : [whole];
  return {
    ...(hasRoom ? joinAll(given) : whole.said),
    entryId: given.find(({ part }) => part.entryId)!.part.entryId,
    parts: given.map(({ part }) => part),
    left: sections.flatMap((section) =>
      section.part.entryId && !given.includes(section)
        ? [{ entryId: section.part.entryId, question: section.heading }]
        : [],
    ),
    ...(given.some(({ part }) => !part.entryId) ? { offerHuman: true } : {}),
  };
}

/**
 * The shop's answers alone, as plain text, to somebody who waits for a person anyway: nothing is offered that they have
 * asked for already. Empty: there is none.
 */
export function renderAssist({ entryId, parts = [] }: Decision, answers: KnownAnswers): string {
  const known = parts.flatMap((part) => (part.entryId ? (answers.get(part.entryId) ?? []) : []));
  if (known.length > 1) return known.map(({ question, answer }) => `${question}\n${answer || question}`).join("\n\n");
  const entry = known[0] ?? (entryId ? answers.get(entryId) : undefined);
  return entry ? entry.answer || entry.question : "";
}

/** The same answer once more, and what else can be done. */
export function addAgain({ text, html }: { text: string; html?: string }, locale: string): Partial<BotReply> {
  const again = saySelf("again", locale);
  const both = joinAll([{ text, html: html || asParagraphs(text) }, again]);
  return { ...(fits(both) ? both : {}), isRepeated: true, offerHuman: true };
}

/** Words of our own before a reply, where there is room. */
export function addBefore({ text, html }: { text: string; html?: string }, words: string): Partial<BotReply> {
  const both = joinAll([
    { text: words, html: asParagraphs(words) },
    { text, html: html || asParagraphs(text) },
  ]);
  return fits(both) ? both : {};
}

function saySelf(key: Parameters<typeof say>[0], locale: string): Said {
  const text = say(key, locale);
  return { text, html: asParagraphs(text) };
}

const joinAll = (said: readonly Said[]): Said => ({
  text: said.map(({ text }) => text).join("\n\n"),
  html: said.map(({ html }) => html).join(""),
});

const fits = ({ text, html }: Said): boolean =>
  text.length <= limits.answerCharacters && html.length <= limits.answerCharacters;
