/**
 * What the tables of bench/answering.ts say, computed from answers. A hit's score must be comparable between texts and
 * knowledge bases; an answer is given where the best score reaches a threshold.
 */
export type Hit = {
  id: string;
  score: number;
  /** Where an engine refuses by another figure than it answers by: how likely it is that this entry is meant, or nothing. */
  alone?: number;
};
/** `gold` null: nothing answers it; `kind` then says why (near: same trade, far: something else). */
export type Answered = { gold: string | null; kind: string; hits: readonly Hit[] };

const scoreOf = ({ hits }: Answered) => hits[0]?.score ?? Number.NEGATIVE_INFINITY;
/** What is refused by: the score, or what the best hit says of itself. */
export type Doubt = (row: Answered) => number;
export const aloneOf: Doubt = (row) => row.hits[0]?.alone ?? scoreOf(row);
const isRight = ({ gold, hits }: Answered): boolean => gold !== null && hits[0]?.id === gold;

export type Ranking = { top1: number; top3: number; mrr: number };

/** Over answerable texts; `mrr` counts the first ten. */
export function measureRanking(rows: readonly Answered[]): Ranking {
  const places = rows.filter((row) => row.gold !== null).map((row) => row.hits.findIndex((hit) => hit.id === row.gold));
  const mean = (value: (place: number) => number) =>
    places.reduce((sum, place) => sum + (place < 0 ? 0 : value(place)), 0) / (places.length || 1);
  return {
    top1: mean((place) => (place === 0 ? 1 : 0)),
    top3: mean((place) => (place < 3 ? 1 : 0)),
    mrr: mean((place) => (place < 10 ? 1 / (place + 1) : 0)),
  };
}

/** As traffic might be: 80 % answerable; the rest shared equally among the kinds of unanswerable texts. */
function mixWeights(rows: readonly Answered[]): number[] {
  const kindOf = (row: Answered) => (row.gold === null ? row.kind : "in");
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1);
  const others = [...counts.keys()].filter((kind) => kind !== "in").length;
  return rows.map((row) => {
    const share = row.gold === null ? 0.2 / others : others > 0 ? 0.8 : 1;
    return share / counts.get(kindOf(row))!;
  });
}

/** The widest threshold at which answers in the mix are right this often, and the share of answerable texts so answered. */
export function findCoverage(rows: readonly Answered[], precision: number): { coverage: number; threshold: number } {
  const weights = mixWeights(rows);
  const sorted = rows.map((row, i) => ({ row, weight: weights[i]! })).sort((a, b) => scoreOf(b.row) - scoreOf(a.row));
  const answerable = sorted.reduce((sum, { row, weight }) => sum + (row.gold === null ? 0 : weight), 0);
  let [answered, right] = [0, 0];
  let best = { coverage: 0, threshold: Number.POSITIVE_INFINITY };
  for (const [i, { row, weight }] of sorted.entries()) {
    if (row.hits.length === 0) break;
    answered += weight;
    if (isRight(row)) right += weight;
    const next = sorted[i + 1];
    // Ties stand or fall together; of fewer than ten answers nothing follows.
    if ((next && scoreOf(next.row) === scoreOf(row)) || i < 9) continue;
    if (right / answered >= precision) best = { coverage: right / answerable, threshold: scoreOf(row) };
  }
  return best;
}

export function measureAt(rows: readonly Answered[], threshold: number): { precision: number; coverage: number } {
  const weights = mixWeights(rows);
  let [answerable, answered, right] = [0, 0, 0];
  for (const [i, row] of rows.entries()) {
    if (row.gold !== null) answerable += weights[i]!;
    if (scoreOf(row) < threshold) continue;
    answered += weights[i]!;
    if (isRight(row)) right += weights[i]!;
  }
  return { precision: answered > 0 ? right / answered : 1, coverage: right / (answerable || 1) };
}

/** `recall`: of unanswerable texts refused; `kept`: of answerable ones answered rightly; `far`: of far ones refused. */
export type Refusal = { f1: number; recall: number; kept: number; far: number };

export function measureRefusal(rows: readonly Answered[], threshold: number, by: Doubt = scoreOf): Refusal {
  let [refused, wrongly, missed, kept, answerable, far, farRefused] = [0, 0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const isRefused = by(row) < threshold;
    if (row.gold === null) {
      if (isRefused) refused++;
      else missed++;
      if (row.kind === "far") far++;
      if (row.kind === "far" && isRefused) farRefused++;
      continue;
    }
    answerable++;
    if (isRefused) wrongly++;
    else if (isRight(row)) kept++;
  }
  const precision = refused / (refused + wrongly || 1);
  const recall = refused / (refused + missed || 1);
  return {
    f1: (2 * precision * recall) / (precision + recall || 1),
    recall,
    kept: kept / (answerable || 1),
    far: farRefused / (far || 1),
  };
}

/** The threshold of these rows where refusing is worth most, among 400 of their scores. */
export function findThreshold(
  rows: readonly Answered[],
  worth: (refusal: Refusal) => number,
  by: Doubt = scoreOf,
): number {
  const scores = [...new Set(rows.map(by))].filter(Number.isFinite).sort((a, b) => a - b);
  let best = { worth: -1, threshold: Number.NEGATIVE_INFINITY };
  for (let i = 0; i < scores.length; i += Math.max(1, Math.floor(scores.length / 400))) {
    const here = worth(measureRefusal(rows, scores[i]!, by));
    if (here > best.worth) best = { worth: here, threshold: scores[i]! };
  }
  return best.threshold;
}
