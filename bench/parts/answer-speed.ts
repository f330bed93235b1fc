import { join } from "node:path";
import { makeDecider } from "./answer-engines.ts";
import { findPeer, type PeerName } from "./answer-peers.ts";
import { readLines } from "./answer-sets.ts";
import { percentile } from "./numbers.ts";

// One engine with one number of questions, in a process of its own: bench/answering.ts starts it on one core, with
// --expose-gc, and reads the line it prints.

const [folder, name, questions, peersHome] = process.argv.slice(2) as [string, string, string, string];
/** A slow engine is asked for so long. */
const askMs = 40_000;

const entries = readLines<{ id: string; q: string }>(join(folder, "questions.jsonl"))
  .slice(0, Number(questions))
  .map(({ id, q }) => ({ id, questions: [q] }));
const texts = readLines<{ text: string }>(join(folder, "queries.jsonl")).map(({ text }) => text);
const engine = name === "ours" ? makeDecider() : findPeer(peersHome, name as PeerName)({ task: "faq", language: "zh" });

const collect = () => globalThis.gc?.();
collect();
const before = process.memoryUsage().rss;
const startedAt = performance.now();
await engine.train(entries);
const buildMs = performance.now() - startedAt;
collect();
const memoryMb = (process.memoryUsage().rss - before) / 2 ** 20;

for (const text of texts.slice(0, 200)) await engine.query(text, 5);
// The second time the code is compiled, as in a server that has run for a minute.
const [first, again] = [await ask(), await ask()];
console.log(JSON.stringify({ first, again, buildMs, memoryMb }));

async function ask() {
  const tookMs: number[] = [];
  const askedAt = performance.now();
  for (const text of texts) {
    const at = performance.now();
    await engine.query(text, 5);
    tookMs.push(performance.now() - at);
    if (performance.now() - askedAt > askMs) break;
  }
  const perSecond = (1000 * tookMs.length) / tookMs.reduce((sum, one) => sum + one, 0);
  return { perSecond, p50: percentile(tookMs, 0.5), p99: percentile(tookMs, 0.99) };
}
