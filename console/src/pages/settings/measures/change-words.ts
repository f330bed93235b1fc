import {
  type MeasureName,
  type MeasureRules,
  type ScoreMetric,
  type ScorePart,
  scoreMetrics,
} from "@yingda/contract/measure-rules";
import { type Period, type ServiceHours, type Weekday, weekdays } from "@yingda/contract/service-hours";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { toShown } from "./anchors.ts";
import { metricWords } from "./rules.ts";

/** A change of a setting in the words of the page, a line for each thing that is different. */
export function useChangeWords(rules: MeasureRules) {
  const { t } = useTranslation("measures");
  const format = useFormat();

  const fromTo = (before: string, after: string) => [
    before === after ? t("history.lookAlike") : t("history.change", { before, after }),
  ];
  const metricName = (key: ScoreMetric) => t(`metric.${metricWords[key]}`, { seconds: rules.connectSeconds });
  const tellValue = (value: number, unit: "ratio" | "seconds") =>
    unit === "ratio" ? `${toShown(value, unit)}%` : format.duration(value);
  const tellAnchors = ({ metric, anchors }: ScorePart) =>
    anchors.map(([value, points]) => `${tellValue(value, scoreMetrics[metric].unit)}=${points}`).join(t("and"));
  const tellPeriods = (periods: readonly Period[]) =>
    periods.length === 0 ? t("history.rest") : periods.map(({ from, to }) => `${from}–${to}`).join(t("and"));

  function tellHours({ weekly, holidays }: ServiceHours): string {
    const runs: { days: Weekday[]; told: string }[] = [];
    for (const day of weekdays) {
      const told = tellPeriods(weekly[day]);
      const last = runs.at(-1);
      if (last?.told === told) last.days.push(day);
      else runs.push({ days: [day], told });
    }
    const name = (day: Weekday) => t(`week.${day}`);
    const week = runs.map(({ days, told }) => {
      const [first, last] = [days[0]!, days.at(-1)!];
      return `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${told}`;
    });
    const rest = holidays.length > 0 ? [t("history.holidays", { count: holidays.length })] : [];
    return [...week, ...rest].join(" · ");
  }

  function tellScore(before: ScorePart[], after: ScorePart[]): string[] {
    return after.flatMap((part) => {
      const old = before.find(({ metric }) => metric === part.metric);
      if (!old) return [];
      const name = metricName(part.metric);
      const [was, is] = [tellAnchors(old), tellAnchors(part)];
      return [
        ...(old.weight === part.weight ? [] : [t("history.weight", { name, before: old.weight, after: part.weight })]),
        ...(was === is ? [] : [t("history.anchors", { name, before: was, after: is })]),
      ];
    });
  }

  function tellOne(name: MeasureName, value: unknown): string {
    switch (name) {
      case "connectSeconds":
      case "unansweredSeconds":
        return `${value} ${t("limits.seconds")}`;
      case "returnHours":
        return `${value} ${t("limits.hours")}`;
      case "satisfiedStars":
      case "dissatisfiedStars":
      case "imBadStars":
        return t("history.stars", { stars: (value as number[]).join(t("and")) });
      case "examHours":
        return tellPeriods([value as Period]);
      case "serviceHours":
        return tellHours(value as ServiceHours);
      default:
        return String(value);
    }
  }

  return (name: MeasureName, before: unknown, after: unknown): string[] =>
    name === "score"
      ? tellScore(before as ScorePart[], after as ScorePart[])
      : fromTo(tellOne(name, before), tellOne(name, after));
}
