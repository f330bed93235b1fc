import type { DefaultIntent } from "../types.ts";

/** Phrasings of our own, one after the other between bars: first Chinese, then English. */
export function intent(key: string, zh: string, en: string, sayings: { zh: string; en: string }): DefaultIntent {
  return { key, name: { "zh-CN": zh, en }, examples: [...split(sayings.zh), ...split(sayings.en)] };
}

export const split = (sayings: string): string[] =>
  sayings
    .split("|")
    .map((saying) => saying.trim())
    .filter((saying) => saying !== "");
