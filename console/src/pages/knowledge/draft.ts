import { limits } from "@yingda/contract/limits";
import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { addWordings, checkWordings } from "./wordings.ts";

/** An entry while somebody writes it. */
export type Draft = Pick<KnowledgeEntry, "question" | "similar" | "answerHtml" | "category" | "isEnabled">;

export const blankDraft = (start: Partial<Draft> = {}): Draft => ({
  question: "",
  similar: [],
  answerHtml: "",
  category: "",
  isEnabled: true,
  ...start,
});

const withoutBlank = (draft: Draft): Draft => ({
  ...draft,
  question: draft.question.trim(),
  similar: draft.similar.map((wording) => wording.trim()).filter((wording) => wording !== ""),
  category: draft.category.trim(),
});

/** What is sent. */
export const toSend = withoutBlank;

export const isSameDraft = (a: Draft, b: Draft) => {
  const [one, other] = [withoutBlank(a), withoutBlank(b)];
  return (
    one.question === other.question &&
    one.answerHtml === other.answerHtml &&
    one.category === other.category &&
    one.isEnabled === other.isEnabled &&
    one.similar.join("\n") === other.similar.join("\n")
  );
};

export type Problem = "empty" | "too_long" | "too_many" | "too_deep" | "taken" | "wordings" | "refused";
export type Problems = Partial<Record<"question" | "similar" | "answer" | "category", Problem>>;

/** Checked here so that it shows in place; the server checks it again. */
export function problemsOf(draft: Draft): Problems {
  const { question, similar, answerHtml, category } = withoutBlank(draft);
  const problems: Problems = {};
  if (question === "") problems.question = "empty";
  else if (question.length > limits.questionCharacters) problems.question = "too_long";
  if (similar.length > limits.similarQuestions) problems.similar = "too_many";
  else if ([...checkWordings(similar, question).values()].includes("too_long")) problems.similar = "wordings";
  if (answerHtml === "") problems.answer = "empty";
  else if (answerHtml.length > limits.answerCharacters) problems.answer = "too_long";
  if (category.split(/[/／]/).filter((part) => part.trim()).length > 2) problems.category = "too_deep";
  else if (category.length > 80) problems.category = "too_long";
  return problems;
}

/**
 * The entry was changed elsewhere (a wording added on the test bench, a colleague) while somebody writes: what they
 * have not touched follows, wordings of both sides stay, and what both changed stays as it is being written.
 */
export function followServer(mine: Draft, before: Draft, now: Draft): Draft {
  const pick = <K extends keyof Draft>(key: K) => (mine[key] === before[key] ? now[key] : mine[key]);
  const come = now.similar.filter((wording) => !before.similar.includes(wording));
  const gone = new Set(before.similar.filter((wording) => !now.similar.includes(wording)));
  const kept = mine.similar.filter((wording) => !gone.has(wording));
  return {
    question: pick("question"),
    similar: addWordings(kept, mine.question, come).similar,
    answerHtml: pick("answerHtml"),
    category: pick("category"),
    isEnabled: pick("isEnabled"),
  };
}
