/** The keys with one of them moved a place; null where there is no place to move to. */
export function movedBy(keys: readonly string[], key: string, step: -1 | 1): string[] | null {
  const at = keys.indexOf(key);
  const to = at + step;
  if (at < 0 || to < 0 || to >= keys.length) return null;
  return keys.with(at, keys[to]!).with(to, key);
}

/** Those in use in their order, then the retired. */
export const inUseFirst = <T extends { isRetired: boolean }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => Number(a.isRetired) - Number(b.isRetired));

/** Phrasings as they are typed: one a line. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];
