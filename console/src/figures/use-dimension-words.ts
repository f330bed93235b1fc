import type { Dimension, GroupKey } from "@yingda/contract/figures";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useChannelName } from "../transcript/channel.ts";
import { useFormat } from "../ui/use-format.ts";

/** Values that are words of ours rather than of the shop. */
const spoken = {
  handledBy: ["bot", "human", "both", "none"],
  sentiment: ["positive", "neutral", "negative"],
  reason: ["attitude", "unsolved", "slow", "repeat", "other"],
  trigger: ["words", "click"],
  requestedBy: ["button", "words", "bot", "sentiment"],
  surveyVia: ["popup", "link"],
  outcome: [
    "chitchat",
    "direct",
    "understood",
    "guided",
    "unknown",
    "connected",
    "left",
    "rejected_full",
    "rejected_offline",
    "waiting",
  ],
} as const satisfies Partial<Record<Dimension, readonly string[]>>;
export type SpokenDimension = keyof typeof spoken;

/** Dimensions whose "none" has a name of its own. */
const nameless = ["agent", "intent", "intentGroup", "question", "product", "category", "region", "reason"] as const;

export const spokenValuesOf = (dimension: Dimension): readonly string[] | null =>
  dimension in spoken ? spoken[dimension as SpokenDimension] : null;

export function useDimensionName() {
  const { t } = useTranslation("figures");
  return useCallback((dimension: Dimension) => t(`dimension.${dimension}`), [t]);
}

/** What a person calls one value of a dimension. */
export function useValueName() {
  const { t } = useTranslation("figures");
  const { day, language } = useFormat();
  const channel = useChannelName();
  return useCallback(
    (dimension: Dimension, { key, name }: GroupKey): string => {
      if (key === null) return t(`none.${nameless.find((one) => one === dimension) ?? "other"}`);
      if (dimension === "day") return day(key);
      if (dimension === "week") return t("weekOf", { day: day(key) });
      if (dimension === "month") return monthName(key, language);
      if (dimension === "weekday") return weekdayName(Number(key), language);
      if (dimension === "hour" || dimension === "requestHour") return hourName(Number(key));
      if (dimension === "channel") return channel(key);
      if (spokenValuesOf(dimension)?.includes(key)) {
        return t(`value.${dimension as SpokenDimension}.${key}` as "value.handledBy.bot");
      }
      return name?.[language] ?? key;
    },
    [t, day, language, channel],
  );
}

/** 1 is Monday. */
export function weekdayName(weekday: number, language: string, width: "short" | "long" = "long") {
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));
}

const hourName = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

function monthName(key: string, language: string) {
  return new Intl.DateTimeFormat(language, { year: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${key.slice(0, 7)}-01T00:00:00Z`),
  );
}
