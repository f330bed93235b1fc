import { buildIndex } from "../src/index-build.ts";
import { entryIdAt, openIndex } from "../src/index-open.ts";
import { readText } from "../src/normalise.ts";
import { readQuery, retrieve } from "../src/retrieve.ts";
import { isCommonWord, listWords } from "../src/segment.ts";
import { type Signals, signal } from "../src/signal-names.ts";
import { compareForm } from "../src/signals.ts";
import type { Language } from "../src/types.ts";
import { rephrase } from "./rephrase.ts";
import { disturb, type Random, shuffle } from "./slips.ts";

/**
 * Made-up shops: each hides one wording of every entry and some entries altogether. Asked are the hidden wordings (some
 * with a slip), the hidden entries (near: nothing answers them), known questions with a word exchanged (near too), and
 * far questions.
 */
export type Trade = { name: string; language: Language; entries: string[][]; far: readonly string[] };
export type Kind = "in" | "near" | "far";
/** One candidate entry: the signals of its wordings. */
export type Choice = { isRight: boolean; forms: Signals[] };
export type Example = { kind: Kind; weight: number; choices: Choice[] };

const choicesKept = 16;

export function makeExamples(trade: Trade, shops: number, random: Random): Example[] {
  const examples: Example[] = [];
  for (let shop = 0; shop < shops; shop++) {
    const mixed = shuffle(trade.entries, random);
    const size = Math.max(4, Math.floor(mixed.length * (0.2 + 0.65 * random())));
    const asked: { text: string; id: string | undefined; kind: Kind }[] = [];
    const fewWordings = random() < 0.6;
    const entries = mixed.slice(0, size).map((wordings, i) => {
      const [hidden, ...rest] = shuffle(wordings, random);
      // Half of what customers write is what the shop wrote, put a little differently.
      const said = random() < 0.5 ? rephrase(rest[0] ?? hidden!, random) : hidden!;
      asked.push({ text: random() < 0.25 ? disturb(said, random) : said, id: `e${i}`, kind: "in" });
      const kept = fewWordings ? rest.slice(0, 1) : rest;
      return { id: `e${i}`, question: kept[0] ?? hidden!, similar: kept.slice(1), answer: "" };
    });
    for (const wordings of mixed.slice(size, size * 2))
      asked.push({ text: wordings[Math.floor(random() * wordings.length)]!, id: undefined, kind: "near" });
    for (const { question } of entries) {
      const text = almost(question, trade, random);
      if (text !== undefined && random() < 0.08) asked.push({ text, id: undefined, kind: "near" });
    }
    for (const text of shuffle(trade.far, random).slice(0, size / 2)) asked.push({ text, id: undefined, kind: "far" });
    const index = openIndex(buildIndex(entries));
    for (const { text, id, kind } of asked) {
      const query = readQuery(index, readText(text));
      const choices = retrieve(index, query).map(
        ({ entry, forms, answerCoverage }): Choice => ({
          isRight: entryIdAt(index, entry) === id,
          forms: forms.map((form) => compareForm(index, query, form, answerCoverage)),
        }),
      );
      // Exact wordings are settled by rule; they would only teach the weights to lean on them.
      if (choices.some(({ forms }) => forms.some((signals) => signals[signal.exact] === 1))) continue;
      const best = ({ forms }: Choice) => Math.max(...forms.map((signals) => signals[signal.cosine]!));
      const near = choices.toSorted((a, b) => best(b) - best(a));
      examples.push({ kind, weight: 1, choices: near.filter((one, i) => i < choicesKept || one.isRight) });
    }
  }
  balance(examples);
  return examples;
}

/** 80 % of the mix answerable, most of the rest near, because near ones are the costly mistakes; every trade counts the same. */
function balance(examples: Example[]) {
  const share = { in: 0.8, near: 0.12, far: 0.08 };
  const counts = { in: 0, near: 0, far: 0 };
  for (const { kind } of examples) counts[kind]++;
  for (const example of examples) example.weight = share[example.kind] / counts[example.kind];
}

/** A question that shares nearly everything with a known one and yet asks another thing. */
function almost(text: string, trade: Trade, random: Random): string | undefined {
  const way = random();
  if (way < 0.1 && /\d/.test(text)) return text.replace(/\d+/, (number) => String(Number(number) * 3 + 1));
  if (way < 0.15 && /(?<!不)(?:能|可以|会|有)(?!不)/.test(text))
    return text.replace(/能|可以|会|有/, (word) => (word === "有" ? "没有" : `不${word}`));
  if (way < 0.15 && /\b(?:can|does|is|do)\b/.test(text))
    return text.replace(/\b(can|does|is|do)\b(?: (\w+))/i, "$1 $2 not");
  const own = contentWords(text);
  const other = contentWords(trade.entries[Math.floor(random() * trade.entries.length)]![0]!).filter(
    (word) => !text.includes(word),
  );
  const foreign = contentWords(trade.far[Math.floor(random() * trade.far.length)]!).filter(
    (word) => !text.includes(word),
  );
  const pool = random() < 0.5 ? other : foreign;
  if (own.length < 2 || pool.length === 0) return undefined;
  return text.replace(own[Math.floor(random() * own.length)]!, pool[Math.floor(random() * pool.length)]!);
}

function contentWords(text: string): string[] {
  return listWords(readText(text)).filter((word) => word.length > 1 && !isCommonWord(word) && text.includes(word));
}
