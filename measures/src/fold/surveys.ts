import type { EventOf } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import { findHolder, findInstant, type OpenLog } from "./log.ts";

/** One row per survey answered; the last answer counts. */
export function foldSurveys(log: OpenLog): Row<"survey">[] {
  const last = new Map<string, EventOf<"survey.answered">>();
  for (const event of log.events) if (event.type === "survey.answered") last.set(event.body.survey, event);
  return [...last.values()].map((event) => {
    const { survey, value } = event.body;
    return {
      ...log.shared,
      survey,
      at: findInstant(log, event),
      agentId: findHolder(log, event.seq),
      value,
      npsPoint: survey === "nps" ? findNpsPoint(value) : null,
      isEasy: survey === "ces" && value >= 5,
    };
  });
}

/** 9–10 promote, 0–6 detract. */
function findNpsPoint(value: number): number {
  if (value >= 9) return 1;
  return value <= 6 ? -1 : 0;
}
