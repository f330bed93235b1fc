import type { SurveyName } from "@yingda/contract/routes/shop";
import { pageWords } from "./page-words.ts";

/** The scores one can give, and what they are called. */

export const scores: Record<SurveyName, readonly number[]> = {
  csat: [1, 2, 3, 4, 5],
  nps: Array.from({ length: 11 }, (_, score) => score),
  ces: [1, 2, 3, 4, 5, 6, 7],
};

/** Every star has a word of its own; of the other scales only the ends do. */
export function sayScore(survey: SurveyName, locale: "zh-CN" | "en", score: number): string {
  const words = pageWords[locale];
  if (survey === "csat") return words.stars[score - 1]!;
  if (score === scores[survey][0]) return words.lowest[survey];
  return score === scores[survey].at(-1) ? words.highest[survey] : "";
}
