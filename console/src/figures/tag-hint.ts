import type { HomeMetric } from "@yingda/contract/routes/analytics";
import { tagRules } from "@yingda/contract/tag-rules";
import type { TFunction } from "i18next";

export type Tag = HomeMetric["tags"][number];

/** The rule by which the server gives the tag, with its numbers. */
export function tagHint(tag: Tag, t: TFunction<"figures">): string {
  const { urgentExcess, worseningChange } = tagRules;
  return t(`tagHint.${tag}`, { urgent: Math.round(urgentExcess * 100), worsening: Math.round(worseningChange * 100) });
}
