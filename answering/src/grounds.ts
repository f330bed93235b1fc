import { withoutHumanRequest } from "./human-request.ts";
import { entryIdAt, formTextAt, type KnowledgeIndex } from "./index-open.ts";
import { type Heard, hear, judgeLearned, type LearnedOfIndex } from "./learning/learned.ts";
import type { LearnedPart } from "./learning/types.ts";
import type { Near } from "./nearness.ts";
import { type Reading, readText } from "./normalise.ts";
import { logOdds, type Model, type Ranked, rankEntries } from "./rank.ts";
import { readQuery } from "./retrieve.ts";
import { signal } from "./signal-names.ts";
import type { Decision } from "./types.ts";
import { models } from "./weights.ts";

/**
 * What a candidate's probability is made of: the engine as it ships, each part of what the shop learned, and the embedding
 * model. Worked out again for whoever asks why; the way to a decision pays nothing for it.
 */
export type Grounds = {
  entryId: string;
  /** Log odds by the weights that ship, of the wording that fits best. */
  shipped: number;
  /** Log odds that each part added or took away; with `shipped` they add up to what was decided by. */
  parts: readonly { part: LearnedPart | "model"; odds: number }[];
  /** Its probability if nothing had been learned and no model asked, 0…1; 0 too where it would not have been thought of. */
  unaided: number;
  /** What was asked before, means the same and speaks for it loudest, as it was asked. */
  remembered: string | null;
};

/** Of the candidates of a decision, in their order. `text` and `near` as they were decided on; about three decisions' time. */
export function explainDecision(
  index: KnowledgeIndex,
  { text, near }: { text: string; near?: Near },
  { resolvedText, wantsHuman, language, candidates }: Decision,
): Grounds[] {
  const reading =
    resolvedText === undefined
      ? readText(wantsHuman ? withoutHumanRequest(text) : text)
      : readText(resolvedText, language);
  const grounds = explainRanking(index, reading, resolvedText === undefined ? near : undefined);
  return candidates.flatMap(({ entryId }) => grounds.find((one) => one.entryId === entryId) ?? []);
}

/** Of every ranked entry, best first. */
export function explainRanking(index: KnowledgeIndex, reading: Reading, near?: Near): Grounds[] {
  const { learned } = index;
  const ranked = rankEntries(index, reading, { near });
  if (!learned && !near)
    return ranked.map(({ entry, odds, score }) => ({
      ...{ entryId: entryIdAt(index, entry), shipped: odds, parts: [], unaided: score, remembered: null },
    }));
  const unaided = new Map(
    rankEntries({ ...index, learned: null }, reading).map(({ entry, score }) => [entry, score] as const),
  );
  const learnedOf = learned ? judgeParts(index, learned, reading) : () => ({ parts: [], remembered: null });
  return ranked.map((one) => {
    const entryId = entryIdAt(index, one.entry);
    const { parts, remembered } = learnedOf(one);
    const shipped = logOdds(models[reading.language], one.signals);
    const before = parts.reduce((sum, { odds }) => sum + odds, shipped);
    const isLeaning = near !== undefined && one.signals[signal.exact] !== 1;
    return {
      entryId,
      shipped,
      parts: isLeaning ? [...parts, { part: "model", odds: one.odds - before }] : parts,
      unaided: unaided.get(one.entry) ?? 0,
      remembered,
    };
  });
}

type OfLearned = Pick<Grounds, "parts" | "remembered">;

/** Each part by itself: what is learned says the same of an entry whether or not the other parts speak. */
function judgeParts(index: KnowledgeIndex, learned: LearnedOfIndex, reading: Reading): (ranked: Ranked) => OfLearned {
  const query = readQuery(index, reading);
  const heard = hear(learned, query);
  const silent: LearnedOfIndex = { ...learned, memory: null, vectors: null, meaning: null, classifier: null };
  const { memory, vectors, meaning, classifier } = learned;
  const alone = [
    ["memory", memory && { ...silent, memory }],
    ["classifier", classifier && { ...silent, classifier }],
    ["vectors", vectors && meaning && { ...silent, vectors, meaning }],
  ] as const;
  const voices = alone.flatMap(([part, only]) =>
    only ? [{ part, oddsOf: judgeLearned(index, only, query, heard) }] : [],
  );
  const [shop, shipped] = [learned.models[reading.language], models[reading.language]];
  return ({ entry, form, signals }) => ({
    parts: [
      ...splitWeights(shop, shipped, signals),
      ...voices.map(({ part, oddsOf }) => ({ part, odds: oddsOf(entry, form) })),
    ],
    remembered: findRemembered(learned, heard, entry),
  });
}

/**
 * A shop's weights are those that ship, all by one factor, and some moved beside that. The factor shows at weights that no
 * lesson moves; it and the bias are how sure to be, the rest is what to look at.
 */
function splitWeights(shop: Model, shipped: Model, signals: ArrayLike<number>): Grounds["parts"] {
  const factor = shop.weights[signal.negation]! / shipped.weights[signal.negation]!;
  const scaled = factor * logOdds(shipped, signals) + shop.bias - factor * shipped.bias;
  return [
    { part: "calibration", odds: scaled - logOdds(shipped, signals) },
    { part: "weights", odds: logOdds(shop, signals) - scaled },
  ];
}

/** Voices are sorted, the loudest first. */
function findRemembered({ memory, targetOfEntry }: LearnedOfIndex, { voices }: Heard, entry: number): string | null {
  const voice = memory && voices.find(({ target }) => target === targetOfEntry[entry]);
  return memory && voice ? formTextAt(memory.index, voice.form) : null;
}
