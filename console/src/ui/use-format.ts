import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { usePreferences } from "../preferences.ts";
import { meQuery } from "../session.ts";
import * as format from "./format.ts";

/** The formats of format.ts in the person's language and the shop's time zone. */
export function useFormat() {
  const { language } = usePreferences();
  const timeZone = useQuery(meQuery).data?.shop.timeZone ?? "Asia/Shanghai";
  return useMemo(
    () => ({
      language,
      timeZone,
      number: (value: number | null, digits?: number) => format.formatNumber(value, language, digits),
      ratio: (value: number | null) => format.formatRatio(value, language),
      duration: (seconds: number | null) => format.formatDuration(seconds, language),
      value: (value: number | null, unit: format.Unit) => format.formatValue(value, unit, language),
      change: (change: number | null, unit: format.Unit) => format.formatChange(change, unit, language),
      time: (at: string | Date | null) => format.formatTime(at, language, timeZone),
      hour: (at: string | Date) => format.formatHour(new Date(at), timeZone),
      /** Which local day of the shop an instant falls on, "2026-11-21". */
      dayOf: (at: string | Date) => format.isoDay(new Date(at), timeZone),
      day: (day: string) => format.formatDay(day, language, format.isoDay(new Date(), timeZone)),
    }),
    [language, timeZone],
  );
}
