import type { HeldOutFigures, LearningReport, Share } from "@yingda/answering/learning/types";
import type { LearningRun } from "@yingda/contract/routes/learning";

/**
 * Whether what was learned is used. The rule: of questions that were not learned from, no smaller share finds the right
 * entry first, no smaller share of the answers is right, and one of the two is larger, or more is answered rightly; not much
 * less is answered rightly, for who hardly answers is hardly wrong; on questions that came since the version in use was
 * learned it is not clearly worse than that; and no test of the shop's own that passes fails.
 */
export type TestsOfLearning = { total: number; before: number; after: number; broken: number };

export function judgeLearning(
  { before, after, since }: Pick<LearningReport, "before" | "after" | "since">,
  isLearned: boolean,
  tests: TestsOfLearning | null,
): LearningRun["refusal"] {
  if (!isLearned) return "nothing_learned";
  const [first, precision, answers] = [
    { before: before.rightFirst?.share ?? 0, after: after.rightFirst?.share ?? 0 },
    // Who answers nothing is never wrong: that is no precision to keep up with.
    { before: before.rightAnswered?.share ?? 0, after: after.rightAnswered?.share ?? 1 },
    { before: countRight(before), after: countRight(after) },
  ];
  const isWorse =
    [first, precision].some((figure) => figure.after < figure.before - rounding) ||
    answers.after < leastAnswers * answers.before;
  const isBetter = [first, precision, answers].some((figure) => figure.after > figure.before + rounding);
  if (isWorse || !isBetter) return "not_better";
  if (since && isClearlyWorse(since)) return "worse_than_used";
  return tests && tests.broken > 0 ? "tests" : null;
}

/** Few questions say little: beyond the interval. */
function isClearlyWorse({ before, after }: NonNullable<LearningReport["since"]>): boolean {
  return ([(one) => one.rightFirst, (one) => one.rightAnswered] satisfies ((one: HeldOutFigures) => Share)[]).some(
    (of) => (of(after)?.high ?? 1) < (of(before)?.share ?? 0),
  );
}

/** One right answer in twenty may go for surer ones. */
const leastAnswers = 0.95;
/** Shares are sums of weights; the last digits say nothing. */
const rounding = 1e-9;

const countRight = ({ answered, rightAnswered }: HeldOutFigures): number => answered * (rightAnswered?.share ?? 0);
