/**
 * Claim: the bot finds the right answer, knows when it has none, tells intents and feelings, and is fast.
 *
 *   npm run bench -- answering FOLDER [--only faq|intent|sentiment|speed] [--set NAME]
 *                                      [--without-peers | --peers MiniSearch,nlp.js]
 *   npm run bench -- answering FOLDER --learning [--set NAME] [--texts FILE]
 *   npm run bench -- answering FOLDER --embeddings URL [--model NAME] [--set NAME]
 *
 * FOLDER holds faq/NAME, intent/NAME and sentiment/NAME, each with meta.json {task, lang}, entries.jsonl {id, questions, t?},
 * dev.jsonl and test.jsonl {text, id|null, kind, t?} and perhaps test_noisy.jsonl; and speed with questions.jsonl {id, q}
 * and queries.jsonl {text}. Every engine learns a set's entries and is asked its texts; each `t` is a knowledge base of
 * its own, all are scored together. With --learning: what labelled questions of faq/NAME/logs.jsonl {text, id|null, t?} add,
 * and what unlabelled ones do (every text of the rows of FILE). With --embeddings: what a model at that address adds, on faq
 * sets and on short lists of intents taken as knowledge. The sets are others': they judge, nothing is tuned to them or learned from them.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { decide } from "@yingda/answering/decide";
import type { Outcome } from "@yingda/answering/types";
import { type MakeEngine, makeOurs, openKnowledge } from "./parts/answer-engines.ts";
import { learnAndJudge, listLearnable, readTexts } from "./parts/answer-learning.ts";
import * as metrics from "./parts/answer-metrics.ts";
import { type Embedder, makeAlone, makeBeside, openEmbedder } from "./parts/answer-nearness.ts";
import { fetchPeers, findPeer, peerNames } from "./parts/answer-peers.ts";
import { type AnswerSet, listSets, readSet, type SetRow, type SetTask } from "./parts/answer-sets.ts";
import { describeMachine } from "./parts/machine.ts";
import { showTable } from "./parts/numbers.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    set: { type: "string" },
    "without-peers": { type: "boolean" },
    peers: { type: "string" },
    learning: { type: "boolean" },
    texts: { type: "string" },
    embeddings: { type: "string" },
    model: { type: "string", default: "default" },
  },
});
const folder = positionals[0];
if (!folder) {
  console.error("Which folder are the sets in? npm run bench -- answering FOLDER");
  process.exit(1);
}

const peersHome = options["without-peers"] || options.learning || options.embeddings ? null : fetchPeers();
const engines = new Map<string, MakeEngine>([["Yingda", makeOurs]]);
const wanted = options.peers?.split(",") ?? peerNames;
if (peersHome) {
  for (const name of peerNames) if (wanted.includes(name)) engines.set(name, findPeer(peersHome, name));
}
const faqHeading = ["top1", "top3", "mrr", "noisy", "cov90", "dev90 p", "dev90 cov", "refuse F1", "far"];
const has = (part: string) => !options.learning && !options.embeddings && (!options.only || options.only === part);
const share = (value: number) => value.toFixed(3);

console.log(describeMachine());
console.log(
  "\ntop1, top3, mrr: of answerable texts. noisy: top1 with a typing error in each. cov90: answerable texts answered rightly at\n" +
    "the widest threshold with 90 % of answers right, in a mix of 80 % answerable texts. dev90: what dev's threshold for that gives\n" +
    "on test. refuse F1, far: refusing at dev's best threshold, and far texts refused there. oos: texts of no intent refused at\n" +
    "dev's best threshold, in scope: right answers left there. Yingda answers by the best entry's chance among all candidates and\n" +
    "refuses by its chance against nothing at all; the tables use the first for both, a line below them says the second.\n",
);
if (has("faq")) await tabulate("faq", faqHeading, rowOfFaq);
if (has("intent"))
  await tabulate("intent", ["acc", "top3", "noisy", "cov90", "oos", "in scope", "learn s"], rowOfIntent);
if (has("sentiment")) await tabulate("sentiment", ["acc", "cov90", "learn s"], rowOfSentiment);
if (has("speed") && !options.set) tabulateSpeed(join(folder, "speed"));

if (options.learning) tabulateLearning();
if (options.embeddings) await tabulateNearness(openEmbedder(options.embeddings, options.model));

type Judged = Record<"dev" | "test" | "noisy", metrics.Answered[]> & { learnMs: number };

async function tabulate(task: SetTask, heading: string[], rowOf: (judged: Judged) => string[]): Promise<void> {
  for (const name of listSets(folder!, task).filter((name) => !options.set || name === options.set)) {
    const set = readSet(folder!, task, name);
    const rows: string[][] = [];
    let refusals = "";
    for (const [engine, make] of engines) {
      console.error(`${name}: ${engine} …`);
      const judged = await judge(make, set);
      rows.push([engine, ...rowOf(judged)]);
      if (task === "faq" && engine === "Yingda") refusals = sayRefusals(judged);
    }
    console.log(`${showTable([`${task}/${name}`, ...heading], rows)}`);
    if (task === "faq") console.log(`${refusals}\nYingda at its default thresholds: ${countOutcomes(set)}`);
    console.log("");
  }
}

async function judge(make: MakeEngine, set: AnswerSet): Promise<Judged> {
  const judged: Judged = { dev: [], test: [], noisy: [], learnMs: 0 };
  for (const base of new Set(set.entries.map(({ t = 0 }) => t))) {
    const engine = make(set);
    const startedAt = performance.now();
    await engine.train(set.entries.filter(({ t = 0 }) => t === base));
    judged.learnMs += performance.now() - startedAt;
    for (const part of ["dev", "test", "noisy"] as const) {
      for (const { text, id, kind = "oos" } of set[part].filter(({ t = 0 }) => t === base))
        judged[part].push({ gold: id, kind, hits: await engine.query(text, 10) });
    }
  }
  return judged;
}

async function tabulateNearness(embed: Embedder): Promise<void> {
  const beside = { Yingda: makeOurs, [options.model]: makeAlone(embed), both: makeBeside(embed) };
  for (const { name, read } of listLearnable(folder!)) {
    if (options.set && !name.endsWith(`/${options.set}`)) continue;
    const set: AnswerSet = { ...read().set, task: "faq" };
    const rows: string[][] = [];
    for (const [engine, make] of Object.entries(beside)) {
      console.error(`${name}: ${engine} …`);
      rows.push([engine, ...rowOfFaq(await judge(make, set))]);
    }
    console.log(`${showTable([name, ...faqHeading], rows)}\n`);
  }
}

/** A row for each number of labelled questions per knowledge base; then all of them with unlabelled ones beside. */
function tabulateLearning(): void {
  for (const { name, read } of listLearnable(folder!)) {
    if (options.set && !name.endsWith(`/${options.set}`)) continue;
    const { set, logs } = read();
    if (logs.length === 0) continue;
    const texts = options.texts ? readTexts(options.texts, set) : [];
    const perBase = Math.max(...[...Map.groupBy(logs, ({ t = 0 }) => t).values()].map((rows) => rows.length), 0);
    const steps = [0, 50, 200, 1_000, 10_000].filter((_, at, all) => at === 0 || all[at - 1]! < perBase);
    const rows: string[][] = [];
    for (const [most, unlabelled] of [
      ...steps.map((most) => [most, [] as string[]] as const),
      [steps.at(-1)!, texts] as const,
    ]) {
      if (most !== 0 && rows.length >= steps.length && texts.length === 0) continue;
      console.error(`${name}: ${most} labelled, ${unlabelled.length} unlabelled …`);
      const judged = learnAndJudge(set, logs, most, unlabelled);
      const kept = [...judged.kept].map(([part, bases]) => (judged.bases > 1 ? `${part} ${bases}` : part)).join(", ");
      rows.push([
        String(judged.asked),
        String(unlabelled.length),
        ...rowOfFaq(judged),
        (judged.learnMs / 1000).toFixed(1),
        kept || "–",
      ]);
    }
    const bases = new Set(set.entries.map(({ t = 0 }) => t)).size;
    console.log(`${name}, ${bases === 1 ? "one knowledge base" : `${bases} knowledge bases`}`);
    console.log(`${showTable(["labelled", "unlabelled", ...faqHeading, "learn s", "kept"], rows)}\n`);
  }
}

function rowOfFaq({ dev, test, noisy }: Pick<Judged, "dev" | "test" | "noisy">): string[] {
  const { top1, top3, mrr } = metrics.measureRanking(test);
  const held = metrics.measureAt(test, metrics.findCoverage(dev, 0.9).threshold);
  const refused = metrics.measureRefusal(
    test,
    metrics.findThreshold(dev, ({ f1 }) => f1),
  );
  return [
    ...[top1, top3, mrr, metrics.measureRanking(noisy).top1, metrics.findCoverage(test, 0.9).coverage],
    ...[held.precision, held.coverage, refused.f1, refused.far],
  ].map(share);
}

/** One score for both would have rivals' chances count against answering at all. */
function sayRefusals({ dev, test }: Pick<Judged, "dev" | "test">): string {
  const threshold = metrics.findThreshold(dev, ({ f1 }) => f1, metrics.aloneOf);
  const { f1, far } = metrics.measureRefusal(test, threshold, metrics.aloneOf);
  return `Yingda by the figure that it refuses by: refuse F1 ${share(f1)}, far ${share(far)}`;
}

function rowOfIntent({ dev, test, noisy, learnMs }: Judged): string[] {
  const { top1, top3 } = metrics.measureRanking(test);
  const isOpen = test.some(({ gold }) => gold === null);
  const refused = metrics.measureRefusal(
    test,
    metrics.findThreshold(dev, ({ kept, recall }) => kept + recall),
  );
  const cells = [top1, top3, metrics.measureRanking(noisy).top1, metrics.findCoverage(test, 0.9).coverage].map(share);
  return [
    ...cells,
    ...(isOpen ? [share(refused.recall), share(refused.kept)] : ["–", "–"]),
    (learnMs / 1000).toFixed(1),
  ];
}

function rowOfSentiment({ test, learnMs }: Judged): string[] {
  const { top1 } = metrics.measureRanking(test);
  return [share(top1), share(metrics.findCoverage(test, 0.9).coverage), (learnMs / 1000).toFixed(1)];
}

/** What a customer would get. */
function countOutcomes(set: AnswerSet): string {
  const bases = Map.groupBy(set.entries, ({ t = 0 }) => t);
  const indexes = new Map([...bases].map(([base, entries]) => [base, openKnowledge(entries)]));
  const counts = new Map<Outcome, { all: number; right: number }>();
  for (const { text, id, t = 0 } of set.test satisfies SetRow[]) {
    const { outcome, entryId, options: offered } = decide(indexes.get(t)!, { text });
    const count = counts.get(outcome) ?? { all: 0, right: 0 };
    counts.set(outcome, count);
    count.all++;
    const isOffered = outcome === "guided" && offered.some((option) => option.entryId === id);
    if (isOffered || (entryId === undefined ? id === null : entryId === id)) count.right++;
  }
  return [...counts]
    .map(([outcome, { all, right }]) => `${outcome} ${all} (${((100 * right) / all).toFixed(0)} % right)`)
    .join(", ");
}

type Pass = { perSecond: number; p50: number; p99: number };
type Speed = { first: Pass; again: Pass; buildMs: number; memoryMb: number };

function tabulateSpeed(home: string): void {
  console.log(
    "Speed: one core, one process each; ours makes the whole decision, the others search for five entries. The texts are asked\n" +
      "twice: in a process a second old, and again when its code is compiled.",
  );
  for (const questions of [10_000, 100_000]) {
    const rows = [...engines.keys()].map((name) => {
      // It learns 10,000 questions in minutes, and takes more than linear time.
      if (name === "nlp.js" && questions > 10_000) return [name, ...Array.from({ length: 8 }, () => "–")];
      const { first, again, buildMs, memoryMb } = measureSpeed(home, name === "Yingda" ? "ours" : name, questions);
      const show = ({ perSecond, p50, p99 }: Pass) => [
        Math.round(perSecond).toString(),
        p50.toFixed(2),
        p99.toFixed(2),
      ];
      return [name, ...show(first), ...show(again), (buildMs / 1000).toFixed(1), Math.round(memoryMb).toString()];
    });
    const pass = ["p50 ms", "p99 ms"];
    const heading = [
      ...[`${questions.toLocaleString("en-US")} questions`, "per second", ...pass],
      ...["again", ...pass, "build s", "MB"],
    ];
    console.log(`${showTable(heading, rows)}\n`);
  }
}

function measureSpeed(home: string, name: string, questions: number): Speed {
  const script = join(import.meta.dirname, "parts/answer-speed.ts");
  const command = [process.execPath, "--expose-gc", script, home, name, String(questions), peersHome ?? ""];
  const pinned = process.platform === "linux" ? ["taskset", "-c", "0", ...command] : command;
  const done = spawnSync(pinned[0]!, pinned.slice(1), { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (done.status !== 0) throw new Error(`${name} did not end well with ${questions} questions.`);
  return JSON.parse(done.stdout.trim().split("\n").at(-1)!) as Speed;
}
