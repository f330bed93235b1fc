import { createHash } from "node:crypto";
import { join } from "node:path";
import { buildIndex } from "@yingda/answering/index-build";
import { openIndex } from "@yingda/answering/index-open";
import { learnFromAsked } from "@yingda/answering/learning/learn";
import type { Asked } from "@yingda/answering/learning/types";
import { readText } from "@yingda/answering/normalise";
import { rankEntries, toCandidate } from "@yingda/answering/rank";
import type * as metrics from "./answer-metrics.ts";
import { type AnswerSet, listSets, readLines, readSet, type SetRow } from "./answer-sets.ts";

/** What a shop's own questions add: the same engine after so many labelled ones, with and without unlabelled ones. */

export type Learned = Record<"dev" | "test" | "noisy", metrics.Answered[]> & {
  asked: number;
  /** Of a core's time. */
  learnMs: number;
  /** How many of the knowledge bases kept each part. */
  kept: Map<string, number>;
  bases: number;
};

/**
 * Sets with questions of their own to learn from: of faq those with logs.jsonl; and lists of intents of which there are a
 * few examples (NAME-10shot) and all (NAME-full), taken as a knowledge base of the few whose customers asked the others,
 * by a chance that is the same every time.
 */
export function listLearnable(folder: string): { name: string; read: () => { set: AnswerSet; logs: SetRow[] } }[] {
  const faq = listSets(folder, "faq").map((name) => ({
    name: `faq/${name}`,
    read: () => ({
      set: readSet(folder, "faq", name),
      logs: readLines<SetRow>(join(folder, "faq", name, "logs.jsonl")),
    }),
  }));
  const intents = listSets(folder, "intent");
  const few = intents.filter((name) => name.endsWith(fewMark) && intents.includes(name.replace(fewMark, "-full")));
  return [...faq, ...few.map((name) => ({ name: `intent/${name}`, read: () => readFew(folder, name) }))];
}

const fewMark = "-10shot";

function readFew(folder: string, name: string): { set: AnswerSet; logs: SetRow[] } {
  const set = readSet(folder, "intent", name);
  const known = new Set(set.entries.flatMap(({ questions }) => questions));
  const all = readSet(folder, "intent", name.replace(fewMark, "-full"));
  const logs = all.entries.flatMap(({ id, questions }) => questions.map((text): SetRow => ({ text, id })));
  const place = ({ text }: SetRow) => createHash("sha256").update(text).digest("hex");
  const mixed = logs.filter(({ text }) => !known.has(text)).map((row) => ({ row, at: place(row) }));
  return { set, logs: mixed.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ row }) => row) };
}

/** All texts of a file of rows, but for those that judge. */
export function readTexts(file: string, set: AnswerSet): string[] {
  const judged = new Set([...set.dev, ...set.test, ...set.noisy].map(({ text }) => readText(text).core));
  const texts = readLines<Record<string, unknown>>(file).flatMap((row) =>
    Object.values(row).filter((value): value is string => typeof value === "string"),
  );
  return [...new Set(texts)].filter((text) => !judged.has(readText(text).core));
}

/** `most`: labelled questions for each knowledge base, the first of its own. */
export function learnAndJudge(
  set: AnswerSet,
  logs: readonly SetRow[],
  most: number,
  texts: readonly string[],
): Learned {
  const judged: Learned = { dev: [], test: [], noisy: [], asked: 0, learnMs: 0, kept: new Map(), bases: 0 };
  for (const base of new Set(set.entries.map(({ t = 0 }) => t))) {
    const isOwn = ({ t = 0 }: { t?: number }) => t === base;
    const entries = set.entries
      .filter(isOwn)
      .map(({ id, questions }) => ({ id, question: questions[0]!, similar: questions.slice(1), answer: "" }));
    const asked = logs
      .filter(isOwn)
      .slice(0, most)
      .map(({ text, id }): Asked => ({ text, entryId: id }));
    const startedAt = process.cpuUsage();
    const { learned, report } = learnFromAsked(entries, asked, { texts });
    const { user, system } = process.cpuUsage(startedAt);
    judged.learnMs += (user + system) / 1000;
    judged.asked += asked.length;
    judged.bases++;
    for (const part of report.kept) judged.kept.set(part, (judged.kept.get(part) ?? 0) + 1);
    const index = openIndex(buildIndex(entries), learned);
    for (const part of ["dev", "test", "noisy"] as const) {
      for (const { text, id, kind = "oos" } of set[part].filter(isOwn)) {
        const hits = rankEntries(index, readText(text))
          .slice(0, 10)
          .map((ranked) => toCandidate(index, ranked))
          .map(({ entryId, score }) => ({ id: entryId, score }));
        judged[part].push({ gold: id, kind, hits });
      }
    }
  }
  return judged;
}
