/**
 * How well short texts are understood after an answer, on all material of our own. Asked after entry A, in made-up shops:
 * - left: a wording of B without the word that it shares with A ("多久到账" after "怎么退款"); B is meant.
 * - swapped: what B's question has where A's has something else ("那换货呢" after "退货运费谁出"); B is meant.
 * - whole: a short wording of C, which has nothing in common with A; C is meant, the subject has changed.
 * - world: a short question about the world; nothing is meant.
 *
 *   node answering/training/check-follow-ups.ts packs/src/demo-shop/knowledge.ts
 *
 * "offered" counts a list that has the entry meant; the time is that of a decision, with the index warm.
 */
import { decide } from "../src/decide.ts";
import { buildIndex } from "../src/index-build.ts";
import { type KnowledgeIndex, openIndex } from "../src/index-open.ts";
import { makeRandom } from "../src/intents/random.ts";
import { readText } from "../src/normalise.ts";
import { isCommonWord, listWords } from "../src/segment.ts";
import type { Language } from "../src/types.ts";
import type { Trade } from "./shops.ts";
import { shuffle } from "./slips.ts";
import { loadTrades } from "./trades.ts";

type Kind = "left" | "swapped" | "whole" | "world";
type Asked = { kind: Kind; after: string; text: string; meant: string | undefined };
type Counts = { asked: number; right: number; offered: number; wrong: number; ms: number };

const entriesOfShop = 120;
const askedOfKind = 150;
const short = { zh: 10, en: 36 };
const longest = (language: Language) => short[language];

function drawShop(trade: Trade, random: () => number) {
  return shuffle(trade.entries, random)
    .slice(0, entriesOfShop)
    .map((wordings, at) => {
      const [hidden, ...kept] = shuffle(wordings, random);
      return { id: `e${at}`, hidden: hidden!, question: kept[0] ?? hidden!, similar: kept.slice(1), answer: `${at}` };
    });
}

const contentOf = (text: string) =>
  listWords(readText(text)).filter((word) => word.length > 1 && !isCommonWord(word) && text.includes(word));

/** What `other` has where `one` has something else, if they have most in common. */
function differingPart(one: string, other: string): string | undefined {
  let from = 0;
  while (from < other.length && one[from] === other[from]) from++;
  let to = 0;
  while (to < other.length - from && to < one.length - from && one.at(-1 - to) === other.at(-1 - to)) to++;
  const part = other.slice(from, other.length - to).trim();
  return from + to >= other.length / 2 && part.length >= 2 && one.length > from + to ? part : undefined;
}

function listAsked(trade: Trade, shop: ReturnType<typeof drawShop>, random: () => number): Asked[] {
  const asked: Record<Kind, Asked[]> = { left: [], swapped: [], whole: [], world: [] };
  const note = (kind: Kind, after: string, text: string, meant?: string) => {
    const core = text.trim();
    if (core.length >= 2 && core.length <= longest(trade.language))
      asked[kind].push({ kind, after, text: core, meant });
  };
  for (const [at, one] of shop.entries())
    for (const other of shop) {
      if (one === other) continue;
      const shared = contentOf(one.question).filter((word) => other.hidden.includes(word));
      if (shared.length === 1)
        note("left", one.question, other.hidden.replace(shared[0]!, "").replace(/ {2,}/g, " "), other.id);
      const part = differingPart(one.question, other.question);
      if (part) note("swapped", one.question, trade.language === "zh" ? `那${part}呢` : `what about ${part}`, other.id);
      if (shared.length === 0 && (at + Number(other.id.slice(1))) % 40 === 0)
        note("whole", one.question, other.hidden, other.id);
    }
  for (const text of trade.far) note("world", shop[Math.floor(random() * shop.length)]!.question, text);
  return Object.values(asked).flatMap((list) => shuffle(list, random).slice(0, askedOfKind));
}

function judge(
  index: KnowledgeIndex,
  shop: ReturnType<typeof drawShop>,
  { after, text, meant }: Asked,
  counts: Counts,
) {
  const entryId = shop.find(({ question }) => question === after)!.id;
  const history = [
    { by: "customer" as const, text: after },
    { by: "bot" as const, text: "", entryId },
  ];
  const startedAt = performance.now();
  const decision = decide(index, { text, history });
  counts.ms += performance.now() - startedAt;
  counts.asked++;
  if (decision.entryId === meant) counts.right++;
  else if (decision.entryId !== undefined) counts.wrong++;
  else if (decision.options.some((option) => option.entryId === meant)) counts.offered++;
}

const random = makeRandom(7);
const all = new Map<string, Counts>();
for (const trade of await loadTrades(process.argv.slice(2))) {
  const shop = drawShop(trade, random);
  const index = openIndex(buildIndex(shop));
  for (const one of listAsked(trade, shop, random)) {
    const name = `${trade.language} ${one.kind}`;
    const counts = all.get(name) ?? { asked: 0, right: 0, offered: 0, wrong: 0, ms: 0 };
    all.set(name, counts);
    judge(index, shop, one, counts);
  }
}
for (const [name, { asked, right, offered, wrong, ms }] of [...all].sort())
  console.log(
    `${name.padEnd(12)} ${String(asked).padStart(5)}: right ${(right / asked).toFixed(3)}, offered ${(offered / asked).toFixed(3)},`,
    `another answered ${(wrong / asked).toFixed(3)}; ${(ms / asked).toFixed(2)} ms`,
  );
