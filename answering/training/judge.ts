import type { Model } from "../src/rank.ts";
import { pickForms } from "./learn.ts";
import type { Example } from "./shops.ts";

/**
 * How well a model serves a trade: `found` = the right entry is among the candidates, `top1` = it is the first,
 * `loss` = mean −log P of what was right, `cov90`/`cov80` = share of answerable questions answered rightly where at least
 * that share of answers is right, `sure` = share right among those answered from P ≥ .8 on, and `dared` = their share.
 */
export type Judgement = {
  found: number;
  top1: number;
  loss: number;
  cov80: number;
  cov90: number;
  sure: number;
  dared: number;
};

export function judge(model: Model, examples: readonly Example[]): Judgement {
  let [asked, found, right, loss, total, dared, sure] = [0, 0, 0, 0, 0, 0, 0];
  const scored = examples.map((example) => {
    const { weight, kind } = example;
    const picked = pickForms(model, example).sort((a, b) => b.odds - a.odds);
    const mass = picked.reduce((sum, { odds }) => sum + Math.exp(odds), 1);
    const meant = picked.find(({ isRight }) => isRight);
    loss -= weight * Math.log((meant ? Math.exp(meant.odds) : 1) / mass);
    total += weight;
    if (kind === "in") asked += weight;
    if (meant) found += weight;
    const [top] = picked;
    if (top?.isRight) right += weight;
    const score = top ? Math.exp(top.odds) / mass : 0;
    if (score >= 0.8) dared += weight;
    if (score >= 0.8 && top!.isRight) sure += weight;
    return { score, weight, isRight: top?.isRight ?? false };
  });
  return {
    found: found / asked,
    top1: right / asked,
    loss: loss / total,
    cov80: coverageAt(scored, 0.8) / asked,
    cov90: coverageAt(scored, 0.9) / asked,
    sure: dared === 0 ? 1 : sure / dared,
    dared: dared / total,
  };
}

function coverageAt(scored: readonly { score: number; weight: number; isRight: boolean }[], precision: number): number {
  let [answered, right, best] = [0, 0, 0];
  for (const { weight, isRight } of scored.toSorted((a, b) => b.score - a.score)) {
    answered += weight;
    if (isRight) right += weight;
    if (right / answered >= precision) best = right;
  }
  return best;
}

export function meanOf(rows: readonly Judgement[]): Judgement {
  const names = Object.keys(rows[0]!) as (keyof Judgement)[];
  return Object.fromEntries(
    names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0) / rows.length]),
  ) as Judgement;
}

export const showRow = (row: Judgement) =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`)
    .join("  ");
