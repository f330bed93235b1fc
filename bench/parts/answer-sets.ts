import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Sets that the answering bench is given, read where they lie. They are others' data: nothing of them is kept or learned. */

export type SetTask = "faq" | "intent" | "sentiment";
/** `t` parts a set into knowledge bases of their own. */
export type SetEntry = { id: string; questions: string[]; t?: number };
export type SetRow = { text: string; id: string | null; kind?: string; t?: number };
export type AnswerSet = {
  name: string;
  task: SetTask;
  language: "zh" | "en";
  entries: SetEntry[];
  dev: SetRow[];
  test: SetRow[];
  /** One typing error in each; empty if the set has none. */
  noisy: SetRow[];
};
type Meta = { task: SetTask; lang: "zh" | "en"; trainFrom?: string };

export function readLines<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as T);
}

/** Names of the sets of a task: folders in `FOLDER/TASK`. */
export function listSets(folder: string, task: SetTask): string[] {
  const home = join(folder, task);
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((name) => existsSync(join(home, name, "meta.json")))
    .sort();
}

export function readSet(folder: string, task: SetTask, name: string): AnswerSet {
  const home = join(folder, task, name);
  const meta = JSON.parse(readFileSync(join(home, "meta.json"), "utf8")) as Meta;
  // A set may be judged by what was learned from another; the path is as seen from beside the folder.
  const from = meta.trainFrom && meta.trainFrom !== "." ? join(folder, "..", meta.trainFrom) : home;
  return {
    name,
    task,
    language: meta.lang,
    entries: readLines(join(from, "entries.jsonl")),
    dev: readLines(join(home, "dev.jsonl")),
    test: readLines(join(home, "test.jsonl")),
    noisy: readLines(join(home, "test_noisy.jsonl")),
  };
}
