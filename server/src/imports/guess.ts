import type { LogMappingGuess } from "@yingda/contract/routes/imports";
import type { FieldSample } from "./fields.ts";
import { makeTimeReader } from "./times.ts";
import { actorWords, names, type Place, plain, readEvent } from "./vocabulary.ts";

/**
 * A first idea of which field is what, from names and then from values. It is shown to a person before anything
 * happens, so a wrong guess costs a click; what could not be guessed is left out.
 */

/** Of the line when messages lie inside it, else of the one row there is. */
const aboutConversation: Place[] = [
  "conversation",
  "customer",
  "channel",
  "intent",
  "product",
  "region",
  "rating",
  "closed",
];
const aboutMessage: Place[] = ["actor", "text", "time", "agent", "order"];

export function guessMapping(samples: FieldSample[], { fileName, nowMs }: { fileName: string; nowMs: number }) {
  const messages = guessList(samples);
  const outer = samples.filter(({ field }) => field.inside === null);
  const inner = messages === null ? outer : samples.filter(({ field }) => field.inside === messages);
  const guess: LogMappingGuess = { source: sourceOf(fileName) };
  if (messages !== null) guess.messages = messages;
  const taken = new Set<FieldSample>();
  const take = (place: Place, from: FieldSample[], byValues?: (sample: FieldSample) => boolean) => {
    const free = from.filter((sample) => !taken.has(sample) && sample.values.length > 0);
    const named = listNamed(place, free);
    // The name and the values; the values alone; the name alone, for a person to correct.
    const found = byValues ? (named.find(byValues) ?? free.find(byValues) ?? named[0]) : named[0];
    if (!found) return;
    taken.add(found);
    Object.assign(guess, { [place]: found.field.name });
  };

  const readTime = makeTimeReader("UTC", nowMs);
  // The sure ones first: a field is one thing only.
  take("actor", inner, namesActors);
  take("time", inner, ({ values }) => values.filter((value) => readTime(value) !== null).length >= values.length * 0.8);
  for (const place of aboutConversation) take(place, outer);
  const event = listNamed("event", inner).find((sample) => !taken.has(sample) && namesEvents(sample));
  if (event) {
    taken.add(event);
    guess.event = event.field.name;
  }
  for (const place of aboutMessage) if (!(place in guess) && place !== "text") take(place, inner);
  take("text", inner);
  if (!guess.text) {
    const longest = inner.filter((sample) => !taken.has(sample)).toSorted((a, b) => meanLength(b) - meanLength(a))[0];
    if (longest && meanLength(longest) >= 4) guess.text = longest.field.name;
  }
  const actors = samples.find(({ field }) => field.name === guess.actor && field.inside === messages);
  if (actors) guess.actors = guessActors(actors.field.values);
  return guess;
}

/** The list whose members look most like messages. */
function guessList(samples: FieldSample[]): string | null {
  const lists = [...new Set(samples.map(({ field }) => field.inside).filter((inside) => inside !== null))];
  const likeness = (list: string) => {
    const inside = samples.filter(({ field }) => field.inside === list);
    const places = aboutMessage.filter((place) => listNamed(place, inside).length > 0).length;
    return places + (names.messages.includes(lastName(list)) ? 0.5 : 0);
  };
  return lists.toSorted((a, b) => likeness(b) - likeness(a)).find((list) => likeness(list) >= 1) ?? null;
}

/** The more telling name first. */
const listNamed = (place: Place, samples: FieldSample[]): FieldSample[] =>
  names[place].flatMap((name) =>
    samples.filter(({ field }) => plain(field.name) === name || lastName(field.name) === name),
  );

const lastName = (path: string): string => plain(path.split(".").at(-1)!);

const namesActors = ({ field }: FieldSample): boolean =>
  field.values.length >= 1 &&
  field.values.some((value) => actorOf(value) === "customer") &&
  field.values.some((value) => actorOf(value) === "agent" || actorOf(value) === "bot");

/** A column called “type” may say anything. */
const namesEvents = ({ values }: FieldSample): boolean => values.some((value) => readEvent(value) !== "message");

const kinds = ["customer", "agent", "bot"] as const;
const actorOf = (value: string) => kinds.find((kind) => actorWords[kind].includes(plain(value)));

function guessActors(values: string[]) {
  const of = (kind: (typeof kinds)[number]) => values.filter((value) => actorOf(value) === kind);
  return { customer: of("customer"), agent: of("agent"), bot: of("bot") };
}

const meanLength = ({ values }: FieldSample): number =>
  values.reduce((total, value) => total + value.length, 0) / (values.length || 1);

const sourceOf = (fileName: string): string =>
  fileName
    .replace(/^.*[/\\]/, "")
    .replace(/(?:\.(?:gz|jsonl|ndjson|json|csv|tsv|txt))+$/i, "")
    .trim()
    .slice(0, 80) || "log";
