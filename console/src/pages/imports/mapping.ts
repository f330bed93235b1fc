import { type LogImport, type LogMapping, type LogMappingGuess, logMapping } from "@yingda/contract/routes/imports";

/** The mapping as it is being filled in, and what it still lacks. */

export type Draft = LogMappingGuess;
export type Fields = LogImport["fields"];
export type Field = Fields[number];

const messagePlaces = ["actor", "text", "time", "agent", "event", "order"] as const;
const conversationPlaces = [
  "conversation",
  "customer",
  "rating",
  "channel",
  "intent",
  "product",
  "region",
  "closed",
] as const;
export type Place = (typeof messagePlaces)[number] | (typeof conversationPlaces)[number];
export const required: readonly Place[] = ["conversation", "actor", "text"];

const isOfMessage = (place: Place) => (messagePlaces as readonly string[]).includes(place);

/** Fields that may stand in a place: those of the messages, or those of the line they lie in. */
export function fieldsFor(place: Place, fields: Fields, draft: Draft): Fields {
  const inside = isOfMessage(place) ? (draft.messages ?? null) : null;
  return fields.filter((field) => field.inside === inside);
}

export const fieldOf = (place: Place, fields: Fields, draft: Draft): Field | undefined =>
  fieldsFor(place, fields, draft).find((field) => field.name === draft[place]);

/** The lists in which messages may lie; none in a table. */
export const listsIn = (fields: Fields): string[] => [
  ...new Set(fields.flatMap(({ inside }) => (inside === null ? [] : [inside]))),
];

export function setPlace(draft: Draft, place: Place, name: string | undefined, fields: Fields): Draft {
  const changed: Draft = { ...draft, [place]: name };
  if (place !== "actor") return changed;
  // Other values: who is who has to be said anew, as far as the names still fit.
  const values = fieldOf("actor", fields, changed)?.values ?? [];
  const keep = (kind: Kind) => (draft.actors?.[kind] ?? []).filter((value) => value === "*" || values.includes(value));
  return { ...changed, actors: { customer: keep("customer"), agent: keep("agent"), bot: keep("bot") } };
}

/** Other messages, other fields: what no longer exists is taken out. */
export function setList(draft: Draft, list: string | undefined, fields: Fields): Draft {
  const changed: Draft = { ...draft, messages: list };
  for (const place of [...messagePlaces, ...conversationPlaces])
    if (!fieldOf(place, fields, changed)) delete changed[place];
  return changed;
}

export const kinds = ["customer", "agent", "bot"] as const;
export type Kind = (typeof kinds)[number];

export const kindOf = (draft: Draft, value: string): Kind | "none" =>
  kinds.find((kind) => draft.actors?.[kind].some((known) => known.toLowerCase() === value.toLowerCase())) ?? "none";

export function setKind(draft: Draft, value: string, kind: Kind | "none"): Draft {
  const actors = { customer: [], agent: [], bot: [], ...draft.actors } as NonNullable<Draft["actors"]>;
  const without = (values: string[]) => values.filter((known) => known.toLowerCase() !== value.toLowerCase());
  const changed = { customer: without(actors.customer), agent: without(actors.agent), bot: without(actors.bot) };
  if (kind !== "none") changed[kind] = [...changed[kind], value];
  return { ...draft, actors: changed };
}

/** Null while something required is missing. */
export function completeMapping(draft: Draft): LogMapping | null {
  const cleaned = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = logMapping.safeParse(cleaned);
  return parsed.success ? parsed.data : null;
}
