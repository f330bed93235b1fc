/**
 * How much a shop's own questions teach (src/learning), on made-up shops of our own material, each judged by 400 later
 * questions; `new`: the third of them in wordings that nobody had used before.
 *
 *   node answering/training/check-learning.ts [--wrong 0.3] [--logs 50,200,1000] [--shops 1] FILE …
 */
import { parseArgs } from "node:util";
import { buildIndex } from "../src/index-build.ts";
import { entryIdAt, openIndex } from "../src/index-open.ts";
import { learnFromAsked } from "../src/learning/learn.ts";
import { readText } from "../src/normalise.ts";
import { rankEntries } from "../src/rank.ts";
import { makeAskedShop } from "./asked-shops.ts";
import { makeRandom } from "./slips.ts";
import { loadTrades } from "./trades.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wrong: { type: "string", default: "0" },
    logs: { type: "string", default: "50,200,1000" },
    shops: { type: "string", default: "1" },
  },
});

type Row = { top1: number; loss: number; cov90: number; dared: number; sure: number };

function judge(index: ReturnType<typeof openIndex>, tests: ReturnType<typeof makeAskedShop>["tests"]): Row {
  let [answerable, first, loss, dared, sure] = [0, 0, 0, 0, 0];
  const scored = tests.map(({ text, entryId }) => {
    const ranked = rankEntries(index, readText(text));
    const [top] = ranked;
    const meant = ranked.find(({ entry }) => entryIdAt(index, entry) === entryId);
    const none = 1 - ranked.reduce((sum, { score }) => sum + score, 0);
    loss -= Math.log(0.02 + 0.98 * Math.max(0, meant ? meant.score : none));
    const isRight = top !== undefined && top === meant;
    if (entryId !== null) answerable++;
    if (isRight) first++;
    if ((top?.score ?? 0) >= 0.8) dared++;
    if ((top?.score ?? 0) >= 0.8 && isRight) sure++;
    return { score: top?.score ?? 0, isRight };
  });
  let [answered, right, best] = [0, 0, 0];
  for (const { isRight } of scored.sort((a, b) => b.score - a.score)) {
    answered++;
    if (isRight) right++;
    if (right / answered >= 0.9) best = right;
  }
  return {
    top1: first / answerable,
    loss: loss / tests.length,
    cov90: best / answerable,
    dared: dared / tests.length,
    sure: dared === 0 ? 1 : sure / dared,
  };
}

const mean = (rows: readonly Row[]) =>
  (Object.keys(rows[0]!) as (keyof Row)[])
    .map((name) => `${name} ${(rows.reduce((sum, row) => sum + row[name], 0) / rows.length).toFixed(3)}`)
    .join("  ");

const trades = await loadTrades(positionals);
for (const logs of options.logs.split(",").map(Number)) {
  const before: Row[] = [];
  const after: Row[] = [];
  const beforeNew: Row[] = [];
  const afterNew: Row[] = [];
  const kept = new Map<string, number>();
  let tookMs = 0;
  for (const [i, trade] of trades.entries()) {
    for (let shop = 0; shop < Number(options.shops); shop++) {
      const random = makeRandom(1_000 * shop + i + 1);
      const { entries, asked, tests } = makeAskedShop(trade, { logs, wrong: Number(options.wrong), random });
      const snapshot = buildIndex(entries);
      const startedAt = performance.now();
      const { learned, report } = learnFromAsked(entries, asked);
      tookMs += performance.now() - startedAt;
      for (const part of report.kept) kept.set(part, (kept.get(part) ?? 0) + 1);
      before.push(judge(openIndex(snapshot), tests));
      after.push(judge(openIndex(snapshot, learned), tests));
      const fresh = tests.filter(({ isNew }) => isNew);
      beforeNew.push(judge(openIndex(snapshot), fresh));
      afterNew.push(judge(openIndex(snapshot, learned), fresh));
    }
  }
  console.log(`${logs} asked`.padEnd(12), mean(before));
  console.log("  learned".padEnd(12), mean(after));
  console.log("  new".padEnd(12), mean(beforeNew));
  console.log("  learned".padEnd(12), mean(afterNew));
  console.log(
    "  kept",
    JSON.stringify([...kept]),
    `of ${after.length} shops, ${(tookMs / after.length / 1000).toFixed(2)} s each`,
  );
}
