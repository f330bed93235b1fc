import { toSimplified } from "../traditional.ts";

/** Which of the shop's products a text names: by its whole name or an alias, nothing fuzzier. */

export type NamedProduct = { id: string; names: readonly string[] };
export type ProductFinder = {
  /** First letters of a name → names that begin so, longest first. */
  byStart: ReadonlyMap<string, readonly { name: string; id: string }[]>;
};

const startLength = 2;
const readCharacters = 2_000;

export function buildProductFinder(products: readonly NamedProduct[]): ProductFinder {
  const owners = new Map<string, Set<string>>();
  for (const { id, names } of products) {
    for (const name of names) {
      const plain = plainOf(name);
      // One letter is in everything.
      if (plain.replaceAll(" ", "").length < startLength) continue;
      owners.set(plain, (owners.get(plain) ?? new Set()).add(id));
    }
  }
  const byStart = new Map<string, { name: string; id: string }[]>();
  for (const [name, ids] of owners) {
    // What two products are called says nothing about which is meant.
    if (ids.size > 1) continue;
    const start = name.slice(0, startLength);
    byStart.set(start, [...(byStart.get(start) ?? []), { name, id: [...ids][0]! }]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  return { byStart };
}

/** Products in the order in which they are first named, each with how often. */
export function findProducts({ byStart }: ProductFinder, text: string): { id: string; times: number }[] {
  const plain = plainOf(text.slice(0, readCharacters));
  const found = new Map<string, number>();
  for (let at = 0; at + startLength <= plain.length; at++) {
    const named = byStart.get(plain.slice(at, at + startLength))?.find(({ name }) => standsAt(plain, at, name));
    if (!named) continue;
    found.set(named.id, (found.get(named.id) ?? 0) + 1);
    at += named.name.length - 1;
  }
  return [...found].map(([id, times]) => ({ id, times }));
}

/** "ink" is not in "drinking": Latin words begin and end at their own ends. */
function standsAt(plain: string, at: number, name: string): boolean {
  if (!plain.startsWith(name, at)) return false;
  const isWord = (letter: string | undefined) => letter !== undefined && /[a-z\d]/.test(letter);
  const before = plain[at - 1];
  const after = plain[at + name.length];
  return !(isWord(before) && isWord(name[0])) && !(isWord(after) && isWord(name.at(-1)));
}

/** Small letters, simplified, half width; spaces only between Latin words. */
function plainOf(text: string): string {
  return toSimplified(text.toWellFormed().normalize("NFKC").toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .trim();
}
