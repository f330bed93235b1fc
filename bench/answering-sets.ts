/**
 * Claim: the bot finds the right knowledge and knows when it has none.
 *
 *   node bench/answering-sets.ts FOLDER …
 *
 * FOLDER holds entries.jsonl {id, questions, t?}, dev.jsonl and test.jsonl {text, id|null, kind, t?}, test_noisy.jsonl.
 * `t` parts the set into knowledge bases of their own. Printed: top1/top3 over answerable questions; noisy = top1 with
 * one typing defect each; cov90 = share of answerable questions answered rightly at the widest threshold with precision
 * ≥ .90 in a mix of 80 % answerable and 20 % unanswerable ones; held = precision and coverage on test at the threshold
 * that gave .90 on dev; reject = F1 of refusing on test at dev's best threshold. Nothing is tuned to these sets.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decide, defaultThresholds } from "@yingda/answering/decide";
import { buildIndex } from "@yingda/answering/index-build";
import { type KnowledgeIndex, openIndex } from "@yingda/answering/index-open";
import { readText } from "@yingda/answering/normalise";
import { rankEntries, toCandidate } from "@yingda/answering/rank";
import type { Outcome } from "@yingda/answering/types";

type Row = { text: string; id: string | null; kind: string; t?: number };
type Scored = Row & { ids: string[]; score: number };

function readRows<T>(folder: string, file: string): T[] {
  return readFileSync(join(folder, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

function openBases(folder: string): Map<number, KnowledgeIndex> {
  const rows = readRows<{ id: string; questions: string[]; t?: number }>(folder, "entries.jsonl");
  const byBase = Map.groupBy(rows, (row) => row.t ?? 0);
  return new Map(
    [...byBase].map(([base, entries]) => [
      base,
      openIndex(
        buildIndex(
          entries.map((e) => ({ id: e.id, question: e.questions[0]!, similar: e.questions.slice(1), answer: "" })),
        ),
      ),
    ]),
  );
}

function scoreRows(bases: Map<number, KnowledgeIndex>, rows: readonly Row[]): Scored[] {
  return rows.map((row) => {
    const index = bases.get(row.t ?? 0)!;
    const candidates = rankEntries(index, readText(row.text))
      .slice(0, 10)
      .map((ranked) => toCandidate(index, ranked));
    return { ...row, ids: candidates.map((candidate) => candidate.entryId), score: candidates[0]?.score ?? -1 };
  });
}

const isRight = (row: Scored) => row.id !== null && row.ids[0] === row.id;

function hitRate(rows: readonly Scored[], depth: number): number {
  const asked = rows.filter((row) => row.id !== null);
  return asked.filter((row) => row.ids.slice(0, depth).includes(row.id!)).length / (asked.length || 1);
}

/** Weights that make 80 % of the mix answerable and share the rest equally among the kinds of unanswerable rows. */
function mixWeights(rows: readonly Row[]): number[] {
  const counts = new Map<string, number>();
  const kindOf = (row: Row) => (row.id === null ? row.kind : "in");
  for (const row of rows) counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1);
  const others = counts.size - (counts.has("in") ? 1 : 0);
  return rows.map((row) => (row.id === null ? 0.2 / others : others > 0 ? 0.8 : 1) / counts.get(kindOf(row))!);
}

function coverageAt(rows: readonly Scored[], precision: number): { coverage: number; threshold: number } {
  const weights = mixWeights(rows);
  const sorted = rows.map((row, i) => ({ row, weight: weights[i]! })).sort((a, b) => b.row.score - a.row.score);
  const all = sorted.reduce((sum, { row, weight }) => sum + (row.id === null ? 0 : weight), 0);
  let answered = 0;
  let right = 0;
  let best = { coverage: 0, threshold: Number.POSITIVE_INFINITY };
  for (const [i, { row, weight }] of sorted.entries()) {
    if (row.ids.length === 0) break;
    answered += weight;
    if (isRight(row)) right += weight;
    if (sorted[i + 1]?.row.score === row.score || i < 9) continue;
    if (right / answered >= precision) best = { coverage: right / all, threshold: row.score };
  }
  return best;
}

function heldAt(rows: readonly Scored[], threshold: number): { precision: number; coverage: number } {
  const weights = mixWeights(rows);
  let [all, answered, right] = [0, 0, 0];
  for (const [i, row] of rows.entries()) {
    if (row.id !== null) all += weights[i]!;
    if (row.score < threshold || row.ids.length === 0) continue;
    answered += weights[i]!;
    if (isRight(row)) right += weights[i]!;
  }
  return { precision: answered === 0 ? 1 : right / answered, coverage: right / (all || 1) };
}

function rejection(rows: readonly Scored[], threshold: number): { f1: number; far: number } {
  let [hit, wrong, missed, far, farAll] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const isRefused = row.score < threshold;
    if (row.id === null) isRefused ? hit++ : missed++;
    else if (isRefused) wrong++;
    if (row.kind !== "far") continue;
    farAll++;
    if (isRefused) far++;
  }
  return { f1: hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed), far: far / (farAll || 1) };
}

function bestRejection(dev: readonly Scored[]): number {
  const scores = [...new Set(dev.map((row) => row.score))].sort((a, b) => a - b);
  let best = { f1: -1, threshold: Number.NEGATIVE_INFINITY };
  for (let i = 0; i < scores.length; i += Math.max(1, Math.floor(scores.length / 400))) {
    const { f1 } = rejection(dev, scores[i]!);
    if (f1 > best.f1) best = { f1, threshold: scores[i]! };
  }
  return best.threshold;
}

/** What a customer would get at the default thresholds. */
function outcomes(bases: Map<number, KnowledgeIndex>, rows: readonly Row[]): string {
  const counts = new Map<Outcome, { all: number; right: number }>();
  for (const row of rows) {
    const decision = decide(bases.get(row.t ?? 0)!, { text: row.text });
    const count = counts.get(decision.outcome) ?? { all: 0, right: 0 };
    counts.set(decision.outcome, count);
    count.all++;
    if (decision.entryId !== undefined ? decision.entryId === row.id : row.id === null) count.right++;
    else if (decision.outcome === "guided" && decision.options.some((option) => option.entryId === row.id))
      count.right++;
  }
  return [...counts]
    .map(([outcome, { all, right }]) => `${outcome} ${all} (${((100 * right) / all).toFixed(1)} % right)`)
    .join(", ");
}

const show = (value: number) => value.toFixed(4);

for (const folder of process.argv.slice(2)) {
  const startedAt = performance.now();
  const bases = openBases(folder);
  const builtMs = performance.now() - startedAt;
  const [dev, noisy] = [readRows<Row>(folder, "dev.jsonl"), readRows<Row>(folder, "test_noisy.jsonl")].map((rows) =>
    scoreRows(bases, rows),
  ) as [Scored[], Scored[]];
  const askedAt = performance.now();
  const rows = readRows<Row>(folder, "test.jsonl");
  const test = scoreRows(bases, rows);
  const perSecond = (1000 * rows.length) / (performance.now() - askedAt);
  const held = heldAt(test, coverageAt(dev, 0.9).threshold);
  const refused = rejection(test, bestRejection(dev));
  console.log(folder);
  console.log(`  top1 ${show(hitRate(test, 1))}  top3 ${show(hitRate(test, 3))}  noisy ${show(hitRate(noisy, 1))}`);
  console.log(
    `  cov90 ${show(coverageAt(test, 0.9).coverage)}  held: precision ${show(held.precision)} coverage ${show(held.coverage)}`,
  );
  console.log(`  reject F1 ${show(refused.f1)}  far refused ${show(refused.far)}`);
  const byDefault = heldAt(test, defaultThresholds.answer);
  console.log(
    `  answered by default: precision ${show(byDefault.precision)} coverage ${show(byDefault.coverage)} (in the mix)`,
  );
  console.log(`  at the default thresholds: ${outcomes(bases, rows)}`);
  console.log(`  build ${Math.round(builtMs)} ms, ${Math.round(perSecond)} questions/s`);
}
