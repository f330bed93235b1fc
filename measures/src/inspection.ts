/** 语言表达, 问题解决, 服务态度, 工作效率, 专业知识, 团队合作, 工作纪律 with their weights of 100. */
export const defaultRubric = {
  language: 15,
  solving: 25,
  attitude: 20,
  efficiency: 15,
  knowledge: 15,
  /** Applies to hand-overs only. */
  teamwork: 5,
  discipline: 5,
} as const;

export type Review = {
  /** 1–5 per dimension of the rubric; null or missing = does not apply. */
  stars: Readonly<Record<string, number | null>>;
  /** Points taken off, each positive. */
  deductions?: readonly number[];
  /** Abuse, privacy leak, trade off the platform, false promise: the whole conversation scores 0. */
  isFatal?: boolean;
};

/**
 * Inspection total of one conversation, 0–100, and its stars. Points = weight × (star − 1)/4; dimensions that do not
 * apply drop out and the rest is rescaled to 100; deductions come off afterwards, never below 0. Score and star are
 * null when nothing applies. Source: metrics, "Quality inspection".
 */
export function scoreReview(
  review: Review,
  rubric: Readonly<Record<string, number>>,
): { score: number | null; star: number | null } {
  if (review.isFatal) return { score: 0, star: 1 };
  let points = 0;
  let weights = 0;
  for (const [dimension, weight] of Object.entries(rubric)) {
    const star = review.stars[dimension] ?? null;
    if (star === null) continue;
    points += (weight * (star - 1)) / 4;
    weights += weight;
  }
  if (weights === 0) return { score: null, star: null };
  const deducted = (review.deductions ?? []).reduce((total, one) => total + one, 0);
  const score = Math.max(0, (points * 100) / weights - deducted);
  return { score, star: findStar(score) };
}

function findStar(score: number): number {
  if (score >= 90) return 5;
  if (score >= 75) return 4;
  if (score >= 60) return 3;
  return score >= 40 ? 2 : 1;
}

/** Efficiency stars from the median turn in seconds; null = nobody answered. */
export function rateEfficiency(medianSeconds: number | null): number {
  if (medianSeconds === null) return 1;
  if (medianSeconds <= 15) return 5;
  if (medianSeconds <= 30) return 4;
  if (medianSeconds <= 60) return 3;
  return medianSeconds <= 180 ? 2 : 1;
}
