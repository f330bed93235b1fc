import { decide } from "@yingda/answering/decide";
import { findEntry, isSameToCustomer, type KnowledgeIndex } from "@yingda/answering/index-open";
import type { Decision, Outcome } from "@yingda/answering/types";
import type { TestVerdict } from "@yingda/contract/routes/knowledge-tests";

/** What the bot makes of a test's question, and whether that is what the shop expects. Pure. */
export type TestCase = { testId: string; question: string; entryId: string | null };
export type Answered = { testId: string; verdict: TestVerdict; outcome: Outcome; entryId: string | null };

export function answerTest(index: KnowledgeIndex, { testId, question, entryId: expected }: TestCase): Answered {
  const decision = decide(index, { text: question });
  return {
    testId,
    verdict: expected === null ? judgeSilence(decision) : judgeAnswer(index, decision, expected),
    outcome: decision.outcome,
    entryId: decision.entryId ?? decision.options[0]?.entryId ?? null,
  };
}

function judgeSilence({ outcome, entryId }: Decision): TestVerdict {
  if (entryId !== undefined) return "wrong";
  return outcome === "guided" ? "offered" : "right";
}

function judgeAnswer(index: KnowledgeIndex, { entryId, parts, options }: Decision, expected: string): TestVerdict {
  const isIt = (id: string) => id === expected || isSame(index, id, expected);
  // Of several questions in one each has its answer.
  const said = parts ? parts.flatMap((part) => part.entryId ?? []) : entryId === undefined ? [] : [entryId];
  if (said.length > 0) return said.some(isIt) ? "right" : "wrong";
  return options.some((option) => isIt(option.entryId)) ? "offered" : "silent";
}

/** Two entries with one question or one answer are the same to a customer. */
function isSame(index: KnowledgeIndex, one: string, other: string): boolean {
  const [a, b] = [findEntry(index, one), findEntry(index, other)];
  return a >= 0 && b >= 0 && isSameToCustomer(index, a, b);
}

/** Another verdict, or other words for the customer. */
export const isOther = (before: Answered, after: Answered): boolean =>
  before.verdict !== after.verdict ||
  isSaid(before) !== isSaid(after) ||
  (isSaid(before) && before.entryId !== after.entryId);

const isSaid = ({ outcome }: Answered): boolean => outcome === "direct" || outcome === "understood";
