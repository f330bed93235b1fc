import type { Conclusion } from "./conclude.ts";
import { readText } from "./normalise.ts";
import { isCommonWord, listWords } from "./segment.ts";
import { listPieces, splitQuestions } from "./several.ts";
import type { Decision, Turn } from "./types.ts";

/** What was concluded about one question. */
export type One = Conclusion & Pick<Decision, "resolvedText" | "isRepeated">;

const optionsShown = 3;
/** Where each question of a message has a list. */
const optionsOfAll = 5;
/** "什么情况？" after a question is no question of its own. */
const contentLetters = 3;
const namesSomething = (text: string): boolean =>
  listWords(readText(text))
    .filter((word) => !isCommonWord(word))
    .join("").length >= contentLetters;
const isAnswer = ({ entryId }: One): boolean => entryId !== undefined;

/**
 * Several questions in one message are answered one by one; each may lean on the one before it. What the message says as a
 * whole stays when parting it brings nothing: a message that is guided or unknown as a whole is answered if one of its
 * questions can be, and guided if one of them can be.
 */
export function decideEach(
  text: string,
  history: readonly Turn[],
  whole: One,
  decideOne: (text: string, history: readonly Turn[]) => One,
): One & Pick<Decision, "parts"> {
  const questions = splitQuestions(text);
  if (questions.length < 2) return isAnswer(whole) ? whole : findInTale(text, whole, decideOne);
  const said = [...history];
  const parts: { text: string; one: One }[] = [];
  for (const question of questions) {
    const one = decideOne(question, said);
    said.push(
      { by: "customer", text: question },
      { by: "bot", text: "", ...(one.entryId ? { entryId: one.entryId } : {}) },
    );
    parts.push({ text: question, one });
  }
  const answers = parts.filter(({ one }) => isAnswer(one));
  const distinct = answers.filter(
    ({ one }, at) => answers.findIndex((other) => other.one.entryId === one.entryId) === at,
  );
  const given = new Set(distinct.map(({ one }) => one.entryId));
  // What the answer to another part may hold is no question left open.
  const open = parts.filter(
    ({ text: asked, one }) =>
      !isAnswer(one) && namesSomething(asked) && !one.options.some(({ entryId }) => given.has(entryId)),
  );
  if (distinct.length === 1 && open.length === 0 && !isAnswer(whole)) return distinct[0]!.one;
  const isOnlyPart =
    distinct.length === 1 && (!isAnswer(whole) || (open.length > 0 && whole.entryId === distinct[0]!.one.entryId));
  if (distinct.length >= 2 || isOnlyPart) {
    return {
      outcome: distinct.every(({ one }) => one.outcome === "direct") ? "direct" : "understood",
      entryId: distinct[0]!.one.entryId!,
      confidence: Math.min(...distinct.map(({ one }) => one.confidence)),
      options: listOpen(open, distinct),
      candidates: whole.candidates,
      parts: parts
        .filter((part) => open.includes(part) || distinct.includes(part))
        .map(({ text: asked, one }) => ({ text: asked, ...(one.entryId ? { entryId: one.entryId } : {}) })),
    };
  }
  if (isAnswer(whole)) return whole;
  const guided = parts.map(({ one }) => one).filter(({ outcome }) => outcome === "guided");
  if (guided.length === 0 || (guided.length === 1 && whole.outcome === "guided")) return whole;
  return guided.length === 1 ? guided[0]! : offerForEach(guided);
}

/** Surer than one question asked by itself: a story names many things on the way. */
const sureOfPiece = 0.9;

/** What a long story asks, by its pieces: an answer where just one of them is sure, else what they may mean. */
function findInTale(text: string, whole: One, decideOne: (text: string, history: readonly Turn[]) => One): One {
  const pieces = listPieces(text).map((piece) => decideOne(piece, []));
  const sure = pieces.filter((one) => isAnswer(one) && one.confidence >= sureOfPiece);
  const [first] = sure;
  if (first && sure.every(({ entryId }) => entryId === first.entryId)) return first;
  const likely = pieces.filter((one) => isAnswer(one) || one.outcome === "guided");
  if (likely.length === 0) return whole;
  const best = new Map<string, { question: string; confidence: number }>();
  const note = (entryId: string, question: string, confidence: number) => {
    if (confidence > (best.get(entryId)?.confidence ?? 0)) best.set(entryId, { question, confidence });
  };
  for (const one of [...likely, whole])
    for (const { entryId, question } of one.options.slice(0, 1)) note(entryId, question, one.confidence);
  for (const one of sure) note(one.entryId!, one.candidates[0]!.question, 1);
  const options = [...best].sort((a, b) => b[1].confidence - a[1].confidence).slice(0, optionsShown);
  if (options.length === 0) return whole;
  return {
    outcome: "guided",
    options: options.map(([entryId, { question }]) => ({ entryId, question })),
    confidence: options[0]![1].confidence,
    candidates: whole.candidates,
  };
}

/** A list with what each of the questions may mean: the likeliest of each, then the rest. */
function offerForEach(guided: readonly One[]): One {
  const rounds = Array.from({ length: optionsShown }, (_, at) => guided.flatMap(({ options }) => options[at] ?? []));
  const options = [...new Map(rounds.flat().map((option) => [option.entryId, option])).values()];
  return {
    outcome: "guided",
    options: options.slice(0, optionsOfAll),
    confidence: Math.min(...guided.map(({ confidence }) => confidence)),
    candidates: guided.flatMap(({ candidates }) => candidates.slice(0, 2)),
  };
}

/** What may be meant by the questions left open: each once, and nothing that is answered anyway. */
function listOpen(open: readonly { one: One }[], answered: readonly { one: One }[]): Decision["options"] {
  const offered = new Map(open.flatMap(({ one }) => one.options).map((option) => [option.question, option]));
  const given = new Set(answered.map(({ one }) => one.entryId));
  return [...offered.values()].filter(({ entryId }) => !given.has(entryId)).slice(0, optionsShown);
}
