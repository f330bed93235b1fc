import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { MeasureRules } from "@yingda/contract/measure-rules";
import { routes } from "@yingda/contract/routes";
import type { ScorePreview } from "@yingda/contract/routes/measure-settings";
import { useEffect, useState } from "react";
import { call } from "../../../api.ts";

const settleMs = 300;

/** What the score would be, tried again a moment after the last stroke; rules that are at fault are not tried. */
export function useScorePreview(rules: MeasureRules, isValid: boolean): UseQueryResult<ScorePreview> {
  const [settled, setSettled] = useState(rules);
  useEffect(() => {
    if (!isValid) return;
    const timer = setTimeout(() => setSettled(rules), settleMs);
    return () => clearTimeout(timer);
  }, [rules, isValid]);
  return useQuery({
    queryKey: ["score-preview", settled],
    queryFn: ({ signal }) => call(routes.previewScore, settled, signal),
    placeholderData: keepPreviousData,
  });
}
