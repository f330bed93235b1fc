import { buildIndex } from "../index-build.ts";
import { formTextAt, type KnowledgeIndex, openIndex } from "../index-open.ts";
import { type Reading, readText } from "../normalise.ts";
import { listWords } from "../segment.ts";
import { signal, signalNames } from "../signals.ts";
import type { Entry } from "../types.ts";
import { models } from "../weights.ts";
import { fitLogit, type Prior } from "./fit.ts";
import { chooseFitted, compareHeldOut, figuresOf, type HeldOut, holdOut } from "./judging.ts";
import { packLearned, placeLearned } from "./learned.ts";
import { type AskedLessons, makeLessons, place, rowSize } from "./lessons.ts";
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
  const { snapshot, trust } = buildMemory(
    questions.map(({ text, entryId }) => ({ text, entryId, trust: 1 })),
    openIndex,
  );
  const memory = { ...openMemory(openIndex(snapshot), trust), weights: [] };
  const vectors = learnVectors(index, texts, questions);
  const learned = placeLearned(index, { models, memory, vectors: vectors && { ...vectors, weights: [] } });
  const lessons = makeLessons({ ...index, learned }, memory, questions);
  const chosen = chooseParts(
    lessons,
    questions,
    partNames.filter((part) => part !== "vectors" || vectors),
  );
  const values = fitLogit(lessons, chooseFitted(lessons, [...lessons.weights.keys()]), priorOf(chosen.kept));
  const isAnswerable = questions.map(({ entryId }) => entryId !== null);
  const report: LearningReport = {
    learnedFrom: questions.length,
    leftOut,
    before: figuresOf(lessons, chosen.shipped, isAnswerable),
    after: figuresOf(lessons, chosen.best, isAnswerable),
    kept: chosen.kept,
    tried: chosen.tried,
    suspicious: [],
  };
  if (chosen.kept.length === 0) return { learned: null, report };
  const has = (part: LearnedPart) => chosen.kept.includes(part);
  const weightsOf = (from: number, to: number) => Float32Array.from(values.slice(from, to));
  return {
    learned: packLearned({
      weights: { zh: adapt("zh", values), en: adapt("en", values) },
      memory: has("memory") ? { snapshot, trust, weights: weightsOf(place.memory, place.meaning) } : null,
      vectors: has("vectors") && vectors ? { ...vectors, weights: weightsOf(place.meaning, place.bias) } : null,
    }),
    report,
  };
}

const partNames: readonly LearnedPart[] = ["calibration", "memory", "vectors", "weights"];

/** More are not learned from: the weightiest are. */
const mostAsked = 10_000;
const mostTexts = 50_000;
/** Fewer have no words that stand among the same words. */
const fewestTexts = 500;
/** Fewer say nothing about what helps. */
const fewestAsked = 20;

/** What the memory is worth before a shop's own questions say so, in the order of memorySignalNames. */
const memoryMeans = [3, 2, -3];
/** Standard deviations: how far a shop may be from what ships. The bias pays for what the word vectors give to all. */
const adapted = { odds: 0.3, bias: 0.7, memory: 0.7, meaning: 3, biasWithMeaning: 3, signal: 0.3 };
/** Too rare in one shop, or settled by rule. */
const given: readonly (keyof typeof signal)[] = ["exact", "edit", "negation", "number", "bare"];

function priorOf(parts: readonly LearnedPart[]): Prior {
  const means = new Float64Array(rowSize);
  const spreads = new Float64Array(rowSize);
  means[place.odds] = 1;
  if (parts.length > 0) {
    spreads[place.odds] = adapted.odds;
    spreads[place.bias] = adapted.bias;
  }
  if (parts.includes("memory")) {
    means.set(memoryMeans, place.memory);
    spreads.fill(adapted.memory, place.memory, place.meaning);
  }
  if (parts.includes("vectors")) {
    spreads.fill(adapted.meaning, place.meaning, place.bias);
    spreads[place.bias] = adapted.biasWithMeaning;
  }
  if (parts.includes("weights")) {
    spreads.fill(adapted.signal, place.signals, place.memory);
    for (const name of given) spreads[place.signals + signal[name]] = 0;
  }
  return { means, spreads };
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
  for (const text of [...texts].sort().slice(0, mostTexts)) add(readText(text));
  return words.length < fewestTexts ? null : trainVectors(words);
}

function adapt(language: keyof typeof models, values: Float64Array) {
  const { bias, weights } = models[language];
  const scale = values[place.odds]!;
  return {
    bias: scale * bias + values[place.bias]!,
    weights: signalNames.map((_, i) => scale * weights[i]! + values[place.signals + i]!),
  };
}

type Chosen = { kept: LearnedPart[]; shipped: HeldOut; best: HeldOut; tried: LearningReport["tried"] };

function chooseParts(lessons: AskedLessons, questions: readonly AskedOnce[], parts: readonly LearnedPart[]): Chosen {
  const answerable = questions.filter(({ entryId }) => entryId !== null);
  const folds = Uint8Array.from([...questions, ...answerable], ({ fold }) => fold).slice(0, lessons.weights.length);
  const shipped = holdOut(lessons, folds, priorOf([]));
  let best = shipped;
  const kept: LearnedPart[] = [];
  const tried: LearningReport["tried"][number][] = [];
  if (questions.length < fewestAsked) return { kept, shipped, best, tried };
  for (const part of parts) {
    const held = holdOut(lessons, folds, priorOf([...kept, part]));
    const { without, with: withIt, gain, error } = compareHeldOut(lessons, best, held);
    const isKept = gain > error;
    tried.push({ part, without, with: withIt, isKept });
    if (!isKept) continue;
    kept.push(part);
    best = held;
  }
  return { kept, shipped, best, tried };
}
