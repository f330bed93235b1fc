export type Agreement = {
  /** Share of items judged alike. */
  agreement: number;
  /** Share that chance alone would give. */
  expected: number;
  /** Null when chance alone would agree on everything. */
  kappa: number | null;
};

/**
 * Cohen's kappa of two reviewers who judged the same items in the same order: (agreement − expected)/(1 − expected).
 * Null of nothing; throws RangeError when the lists differ in length. Computed over whole counts.
 */
export function measureAgreement(first: readonly string[], second: readonly string[]): Agreement | null {
  const n = first.length;
  if (second.length !== n) throw new RangeError("both reviewers must have judged the same items");
  if (n === 0) return null;
  const alike = first.filter((judgement, index) => judgement === second[index]).length;
  let byChance = 0;
  for (const category of new Set(first)) {
    byChance += countOf(first, category) * countOf(second, category);
  }
  return {
    agreement: alike / n,
    expected: byChance / (n * n),
    kappa: byChance === n * n ? null : (alike * n - byChance) / (n * n - byChance),
  };
}

function countOf(judgements: readonly string[], category: string): number {
  return judgements.filter((one) => one === category).length;
}
