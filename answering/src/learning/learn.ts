import { buildIndex } from "../index-build.ts";
import { type KnowledgeIndex, openIndex } from "../index-open.ts";
import { signal, signalNames } from "../signals.ts";
import type { Entry } from "../types.ts";
import { models } from "../weights.ts";
import { fitLogit, type Prior } from "./fit.ts";
import { chooseFitted, compareHeldOut, figuresOf, type HeldOut, holdOut } from "./judging.ts";
import { packLearned, placeLearned } from "./learned.ts";
import { type AskedLessons, makeLessons, place, rowSize } from "./lessons.ts";
import { buildMemory, memorySignalNames, openMemory } from "./memory.ts";
import { type AskedOnce, listAsked } from "./questions.ts";
import type { Asked, LearnedPart, Learning, LearningOptions, LearningReport } from "./types.ts";

/**
 * Learns from what a shop's customers asked and which entry was right, for openIndex(snapshot, learned). A part is kept
 * only if it foretells held-out questions better. For a worker; the same questions, in whatever order, teach the same.
 * It never learns words of an answer, and changes no knowledge.
 */
export function learnFromAsked(
  source: Iterable<Entry>,
  asked: readonly Asked[],
  _options: LearningOptions = {},
): Learning {
  const index = openIndex(buildIndex(source));
  const { questions, leftOut } = listAsked(asked, index, mostAsked);
  const { snapshot, trust } = buildMemory(
    questions.map(({ text, entryId }) => ({ text, entryId, trust: 1 })),
    openIndex,
  );
  const memory = openMemory(openIndex(snapshot), trust);
  const learning: KnowledgeIndex = {
    ...index,
    learned: placeLearned(index, { models, memory, memoryWeights: new Float32Array(memorySignalNames.length) }),
  };
  const lessons = makeLessons(learning, memory, questions);
  const chosen = chooseParts(lessons, questions);
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
  const weights = values.slice(place.memory, place.bias);
  return {
    learned: packLearned({
      weights: { zh: adapt("zh", values), en: adapt("en", values) },
      memory: chosen.kept.includes("memory") ? { snapshot, trust, weights: Float32Array.from(weights) } : null,
    }),
    report,
  };
}

/** More are not learned from: the weightiest are. */
const mostAsked = 10_000;
/** Fewer say nothing about what helps. */
const fewestAsked = 20;

/** What the memory is worth before a shop's own questions say so, in the order of memorySignalNames. */
const memoryMeans = [3, 2, -3];
const memorySpread = 0.7;
const adapted = { odds: 0.3, bias: 0.7, signal: 0.3 };
/** Too rare in one shop, or settled by rule. */
const given: readonly (keyof typeof signal)[] = ["exact", "edit", "negation", "number", "bare"];

function priorOf(parts: readonly LearnedPart[]): Prior {
  const means = new Float64Array(rowSize);
  const spreads = new Float64Array(rowSize);
  means[place.odds] = 1;
  if (parts.includes("memory")) {
    means.set(memoryMeans, place.memory);
    spreads.fill(memorySpread, place.memory, place.bias);
  }
  if (parts.includes("weights")) {
    spreads[place.odds] = adapted.odds;
    spreads.fill(adapted.signal, place.signals, place.memory);
    for (const name of given) spreads[place.signals + signal[name]] = 0;
    spreads[place.bias] = adapted.bias;
  }
  return { means, spreads };
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

function chooseParts(lessons: AskedLessons, questions: readonly AskedOnce[]): Chosen {
  const answerable = questions.filter(({ entryId }) => entryId !== null);
  const folds = Uint8Array.from([...questions, ...answerable], ({ fold }) => fold).slice(0, lessons.weights.length);
  const shipped = holdOut(lessons, folds, priorOf([]));
  let best = shipped;
  const kept: LearnedPart[] = [];
  const tried: LearningReport["tried"][number][] = [];
  if (questions.length < fewestAsked) return { kept, shipped, best, tried };
  for (const part of ["memory", "weights"] as const) {
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
