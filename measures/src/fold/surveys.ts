import type { ConversationEvent, EventOf } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import { findHolder, findInstant, type OpenLog } from "./log.ts";

type Invitation = EventOf<"rating.invited"> | EventOf<"survey.invited">;
type Answer = EventOf<"rating.given"> | EventOf<"survey.answered">;
type Asked = { invitation?: Invitation; answer?: Answer };

/** One row per survey that was invited to or answered; of several invitations and answers the last counts. */
export function foldSurveys(log: OpenLog): Row<"survey">[] {
  const surveys = new Map<string, Asked>();
  for (const event of log.events) {
    const survey = findSurvey(event);
    if (!survey) continue;
    const asked = surveys.get(survey) ?? {};
    if (event.type === "rating.invited" || event.type === "survey.invited") asked.invitation = event;
    if (event.type === "rating.given" || event.type === "survey.answered") asked.answer = event;
    surveys.set(survey, asked);
  }
  return [...surveys].map(([survey, asked]) => describeSurvey(log, survey, asked));
}

/** Stars are the CSAT survey, whoever they are for. */
function findSurvey(event: ConversationEvent): string | null {
  if (event.type === "rating.invited" || event.type === "rating.given") return "csat";
  return event.type === "survey.invited" || event.type === "survey.answered" ? event.body.survey : null;
}

function describeSurvey(log: OpenLog, survey: string, { invitation, answer }: Asked): Row<"survey"> {
  const latest = (answer ?? invitation)!;
  const value = answer ? findValue(answer) : null;
  return {
    ...log.shared,
    survey,
    at: findInstant(log, latest),
    agentId: findHolder(log, latest.seq),
    isInvited: invitation !== undefined,
    isAnswered: answer !== undefined,
    via: answer?.body.via ?? invitation?.body.via ?? null,
    value,
    npsPoint: survey === "nps" && value !== null ? findNpsPoint(value) : null,
    isEasy: survey === "ces" && value !== null && value >= 5,
    comment: answer?.body.comment || null,
  };
}

const findValue = (answer: Answer): number => (answer.type === "rating.given" ? answer.body.stars : answer.body.value);

/** 9–10 promote, 0–6 detract. */
function findNpsPoint(value: number): number {
  if (value >= 9) return 1;
  return value <= 6 ? -1 : 0;
}
