import type { AlertRuleDraft } from "@yingda/contract/routes/alerts";

/** A rule as people fill it in: ratios in percent, threshold and tag side by side so that changing one's mind is free. */
export type RuleForm = Omit<AlertRuleDraft, "condition"> & {
  kind: "above" | "below" | "tag";
  threshold: number;
  tag: "urgent" | "worsening";
};

type IsRatio = (metric: string) => boolean;

export function fromDraft(draft: AlertRuleDraft, isRatio: IsRatio): RuleForm {
  const { metric, windowDays, minimumCases, recipients, isShown, language, coolDownHours, isOn, condition } = draft;
  const shared = { metric, windowDays, minimumCases, recipients, isShown, language, coolDownHours, isOn };
  if (condition.kind === "tag")
    return { ...shared, kind: "tag", threshold: isRatio(metric) ? 80 : 60, tag: condition.tag };
  const threshold = isRatio(metric) ? round(condition.threshold * 100) : condition.threshold;
  return { ...shared, kind: condition.kind, threshold, tag: "worsening" };
}

export function toDraft({ kind, threshold, tag, ...rest }: RuleForm, isRatio: IsRatio): AlertRuleDraft {
  if (kind === "tag") return { ...rest, condition: { kind, tag } };
  return { ...rest, condition: { kind, threshold: isRatio(rest.metric) ? round(threshold / 100) : threshold } };
}

/** 0.29 × 100 is 28.999999999999996 to a machine. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;
