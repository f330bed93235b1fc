/** A seeded source of chance: the same seed gives the same past, on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next: () => number;
  chance: (probability: number) => boolean;
  /** Inclusive on both sides. */
  integer: (from: number, to: number) => number;
  between: (from: number, to: number) => number;
  pick: <T>(items: readonly T[]) => T;
  weighted: <T>(items: readonly (readonly [item: T, weight: number])[]) => T;
  /** Waits and reply times are log-normal: most are short, a few are very long. */
  logNormal: (median: number, spread: number) => number;
  /** The number of digits asked for, never starting with 0. */
  digits: (count: number) => string;
};

export function seededRandom(seed: string): Random {
  const next = sfc32(hash(seed));
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error("nothing to pick from");
    return items[Math.floor(next() * items.length)] as T;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    integer,
    between: (from, to) => from + next() * (to - from),
    pick,
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items)[0];
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    digits: (count) => String(integer(1, 9)) + Array.from({ length: count - 1 }, () => integer(0, 9)).join(""),
  };
}

/** FNV-1a, stirred into four words for the generator below. */
function hash(text: string): [number, number, number, number] {
  let h = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193);
  return [h | 0, Math.imul(h, 0x9e3779b1) | 0, Math.imul(h, 0x85ebca6b) | 0, 1];
}

/** Small Fast Counter, 32 bits (Chris Doty-Humphrey, public domain): small, quick and good enough for stories. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}
