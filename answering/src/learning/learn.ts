import { contradicts } from "../conclude.ts";
import { buildIndex } from "../index-build.ts";
import { entryIdAt, findEntry, formTextAt, type KnowledgeIndex, openIndex } from "../index-open.ts";
import { type Reading, readText } from "../normalise.ts";
import { rankEntries } from "../rank.ts";
import { readQuery } from "../retrieve.ts";
import { hashText, listWords } from "../segment.ts";
import type { Entry } from "../types.ts";
import { models } from "../weights.ts";
import { adaptModel, chooseParts, fewest, priorOf } from "./choosing.ts";
import { fitDoubting, listSuspicious, listTrust } from "./doubting.ts";
import { type Labelled, trainEntryClassifier } from "./entry-classifier.ts";
import { fitLogit } from "./fit.ts";
import { chooseFitted, figuresOf, type Judged, judgeAsked } from "./judging.ts";
import { packLearned, placeLearned } from "./learned.ts";
import { makeLessons, place } from "./lessons.ts";
import { buildMemory, openMemory } from "./memory.ts";
import { type AskedOnce, hashAsked, listAsked, listUnseen } from "./questions.ts";
import type { Asked, LearnedPart, Learning, LearningOptions, LearningReport } from "./types.ts";
import { trainVectors } from "./vectors.ts";

/**
 * Learns from what a shop's customers asked and which entry was right, for openIndex(snapshot, learned). A part is kept
 * only if it foretells held-out questions better. For a worker; the same questions, in whatever order, teach the same.
 * It never learns words of an answer, and changes no knowledge.
 */
export function learnFromAsked(
  source: Iterable<Entry>,
  asked: readonly Asked[],
  { texts = [], before = null }: LearningOptions = {},
): Learning {
  const knowledge = buildIndex(source);
  const index = openIndex(knowledge);
  const { questions, leftOut } = listAsked(asked, index, mostAsked);
  const { snapshot, trust: memoryTrust } = buildMemory(
    questions.map(({ text, entryId, weight }) => ({ text, entryId, trust: Math.min(1, weight) })),
    openIndex,
  );
  const memory = { ...openMemory(openIndex(snapshot), memoryTrust), weights: [] };
  const vectors = learnVectors(index, texts, questions);
  const trained = questions.length < fewest.classifier ? null : learnClassifier(index, questions);
  const learned = placeLearned(index, {
    seen: hashAsked([]),
    models,
    memory,
    vectors: vectors && { ...vectors, weights: [] },
    classifier: trained && { ...trained.classifier, weights: [] },
  });
  const lessons = makeLessons({ ...index, learned }, questions, trained?.heldOut ?? null);
  const isThere = {
    calibration: true,
    memory: true,
    classifier: trained !== null,
    vectors: vectors !== null,
    weights: true,
  };
  const { kept, tried, shipped, best } = chooseParts(lessons, (part) => isThere[part]);
  const prior = priorOf(kept);
  const trust = listTrust(lessons, best, questions);
  const doubted = kept.length > 0 ? fitDoubting(lessons, best, trust, prior) : null;
  const after = judgeAsked(lessons, doubted?.heldOut ?? best);
  const report: LearningReport = {
    learnedFrom: questions.length,
    leftOut,
    before: figuresOf(judgeAsked(lessons, shipped), questions),
    after: figuresOf(after, questions),
    since: compareSince(openIndex(knowledge, before), questions, after),
    kept,
    tried,
    isDoubting: doubted !== null,
    suspicious: kept.length === 0 ? [] : listSuspicious(index, lessons, best, trust, questions),
  };
  if (kept.length === 0) return { learned: null, report };
  const taught = doubted?.lessons ?? lessons;
  const values = fitLogit(taught, chooseFitted(taught, [...taught.weights.keys()]), prior);
  const has = (part: LearnedPart) => kept.includes(part);
  const weightsOf = (from: number, to: number) => Float32Array.from(values.slice(from, to));
  return {
    learned: packLearned({
      seen: hashAsked(questions),
      weights: { zh: adaptModel("zh", values), en: adaptModel("en", values) },
      memory: has("memory") ? { snapshot, trust: memoryTrust, weights: weightsOf(place.memory, place.meaning) } : null,
      vectors: has("vectors") && vectors ? { ...vectors, weights: weightsOf(place.meaning, place.classifier) } : null,
      classifier:
        has("classifier") && trained
          ? { ...trained.classifier, weights: weightsOf(place.classifier, place.bias) }
          : null,
    }),
    report,
  };
}

/** More are not learned from: the weightiest are. */
const mostAsked = 10_000;
const mostTexts = 50_000;
/** Fewer have no words that stand among the same words. */
const fewestTexts = 500;

/** On the questions that what was learned before has not seen; null where they are too few to say anything. */
function compareSince(
  index: KnowledgeIndex,
  questions: readonly AskedOnce[],
  after: readonly Judged[],
): LearningReport["since"] {
  if (!index.learned) return null;
  const unseen = listUnseen(questions, index.learned.seen);
  if (unseen.length < fewest.calibration) return null;
  const asked = unseen.map((q) => questions[q]!);
  const before = asked.map(({ reading, entryId }): Judged => {
    const [top] = rankEntries(index, reading);
    if (!top) return null;
    return { isRight: entryIdAt(index, top.entry) === entryId, share: top.score, contradicts: contradicts(top) };
  });
  const now = unseen.map((q) => after[q]!);
  return { before: figuresOf(before, asked), after: figuresOf(now, asked) };
}

/** Words of everything the shop has written down as a question or was asked. */
function learnVectors(index: KnowledgeIndex, texts: readonly string[], questions: readonly AskedOnce[]) {
  const cores = new Set<string>();
  const words: string[][] = [];
  const add = (reading: Reading) => {
    if (reading.core === "" || cores.has(reading.core)) return;
    cores.add(reading.core);
    words.push(listWords(reading));
  };
  for (let form = 0; form < index.formCount; form++) add(readText(formTextAt(index, form)));
  for (const { reading } of questions) add(reading);
  const byChance = texts.length > mostTexts ? texts.map((text) => ({ text, at: hashText(text) })) : null;
  const chosen = byChance?.sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1)).slice(0, mostTexts);
  for (const text of chosen?.map((one) => one.text) ?? texts) add(readText(text));
  return words.length < fewestTexts ? null : trainVectors(words);
}

function learnClassifier(index: KnowledgeIndex, questions: readonly AskedOnce[]) {
  const asked = questions.map(
    ({ reading, entryId, weight }): Labelled => ({
      query: readQuery(index, reading),
      core: reading.core,
      entryId,
      weight,
    }),
  );
  const { formStarts } = index.sections;
  const known = [...new Set(questions.map(({ entryId }) => entryId))].flatMap((entryId) => {
    const entry = entryId === null ? -1 : findEntry(index, entryId);
    if (entry < 0) return [];
    return Array.from({ length: formStarts[entry + 1]! - formStarts[entry]! }, (_, at): Labelled => {
      const reading = readText(formTextAt(index, formStarts[entry]! + at));
      return { query: readQuery(index, reading), core: reading.core, entryId, weight: 1 };
    });
  });
  return trainEntryClassifier(asked, known);
}
