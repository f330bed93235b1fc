import { buildIndex } from "../index-build.ts";
import { entryIdAt, formTextAt, type KnowledgeIndex, openIndex } from "../index-open.ts";
import { type Reading, readText } from "../normalise.ts";
import { readQuery } from "../retrieve.ts";
import { listWords } from "../segment.ts";
import type { Entry } from "../types.ts";
import { models } from "../weights.ts";
import { adaptModel, chooseParts, fewest, priorOf } from "./choosing.ts";
import { fitDoubting, listSuspicious, listTrust } from "./doubting.ts";
import { type Labelled, trainEntryClassifier } from "./entry-classifier.ts";
import { fitLogit } from "./fit.ts";
import { chooseFitted, figuresOf } from "./judging.ts";
import { packLearned, placeLearned } from "./learned.ts";
import { makeLessons, place } from "./lessons.ts";
import { buildMemory, openMemory } from "./memory.ts";
import { type AskedOnce, listAsked } from "./questions.ts";
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
  { texts = [] }: LearningOptions = {},
): Learning {
  const index = openIndex(buildIndex(source));
  const { questions, leftOut } = listAsked(asked, index, mostAsked);
  const { snapshot, trust: memoryTrust } = buildMemory(
    questions.map(({ text, entryId, weight }) => ({ text, entryId, trust: Math.min(1, weight) })),
    openIndex,
  );
  const memory = { ...openMemory(openIndex(snapshot), memoryTrust), weights: [] };
  const vectors = learnVectors(index, texts, questions);
  const trained = questions.length < fewest.classifier ? null : learnClassifier(index, questions);
  const learned = placeLearned(index, {
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
  const isAnswerable = questions.map(({ entryId }) => entryId !== null);
  const report: LearningReport = {
    learnedFrom: questions.length,
    leftOut,
    before: figuresOf(lessons, shipped, isAnswerable),
    after: figuresOf(lessons, doubted?.heldOut ?? best, isAnswerable),
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
  for (const text of [...texts].sort().slice(0, mostTexts)) add(readText(text));
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
  const known = Array.from({ length: index.formCount }, (_, form): Labelled => {
    const reading = readText(formTextAt(index, form));
    const entryId = entryIdAt(index, index.entryOfForm[form]!);
    return { query: readQuery(index, reading), core: reading.core, entryId, weight: 1 };
  });
  return trainEntryClassifier(asked, known);
}
