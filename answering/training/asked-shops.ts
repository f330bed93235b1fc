import type { Asked } from "../src/learning/types.ts";
import type { Entry } from "../src/types.ts";
import { rephrase } from "./rephrase.ts";
import type { Kind, Trade } from "./shops.ts";
import { disturb, type Random, shuffle } from "./slips.ts";

/**
 * Made-up shops with a past: of every entry the shop wrote one wording. Customers ask it in several, some far oftener than
 * others, and some entries far oftener than others; the future is like the past, but for a third it asks in wordings that
 * the past never used.
 */
export type AskedShop = {
  entries: Entry[];
  asked: Asked[];
  tests: { text: string; entryId: string | null; kind: Kind; isNew: boolean }[];
};

export function makeAskedShop(
  trade: Trade,
  { logs, wrong, random }: { logs: number; wrong: number; random: Random },
): AskedShop {
  const mixed = shuffle(trade.entries, random).filter(({ length }) => length >= 3);
  const size = Math.floor(mixed.length * 0.75);
  const put = (said: string) => {
    const other = random() < 0.6 ? rephrase(said, random) : said;
    return random() < 0.15 ? disturb(other, random) : other;
  };
  const known = mixed.slice(0, size).map((wordings, i) => {
    const [written, ...others] = shuffle(wordings, random);
    const entry: Entry = { id: `e${i}`, question: written!, similar: [], answer: "" };
    return { entry, ...partWordings(others.length > 2 ? others : [written!, ...others]) };
  });
  const gone = mixed.slice(size).map(partWordings);
  const far = shuffle(trade.far, random);
  // Zipf's law, softened: the tenth most asked entry a quarter as often as the first.
  const chances = known.map((_, i) => (i + 1) ** -0.6);
  const total = chances.reduce((sum, one) => sum + one, 0);
  const draw = () => {
    let at = random() * total;
    const found = known.findIndex((_, i) => {
      at -= chances[i]!;
      return at <= 0;
    });
    return known[Math.max(0, found)]!;
  };
  const ask = (isNew: boolean): { text: string; entryId: string | null; kind: Kind } => {
    const way = random();
    const say = (from: { old: string[]; new: string[] }) => put(drawWording(isNew ? from.new : from.old, random));
    if (way < 0.08) return { text: far[Math.floor(random() * far.length)]!, entryId: null, kind: "far" };
    if (way < 0.2) return { text: say(gone[Math.floor(random() * gone.length)]!), entryId: null, kind: "near" };
    const { entry, ...wordings } = draw();
    return { text: say(wordings), entryId: entry.id, kind: "in" };
  };
  const asked = Array.from({ length: logs }, (_, i): Asked => {
    const { text, entryId } = ask(false);
    return { id: `a${i}`, text, entryId: random() < wrong ? draw().entry.id : entryId };
  });
  const tests = Array.from({ length: 400 }, () => {
    const isNew = random() < 1 / 3;
    return { ...ask(isNew), isNew };
  });
  return { entries: known.map(({ entry }) => entry), asked, tests };
}

/** What the past says, and what only the future will. */
function partWordings(wordings: readonly string[]): { old: string[]; new: string[] } {
  const half = Math.ceil(wordings.length / 2);
  return { old: wordings.slice(0, half), new: wordings.slice(half) };
}

/** The first half of the time, the second a quarter, … */
function drawWording(wordings: readonly string[], random: Random): string {
  const at = Math.floor(-Math.log2(1 - random()));
  return wordings[Math.min(at, wordings.length - 1)]!;
}
