import { createHash } from "node:crypto";
import type { SurveyName, SurveySetup } from "@yingda/contract/routes/shop";
import type { ConversationState } from "../conversations/state.ts";

/** Which surveys a conversation that has just ended is chosen for. Pure: asked again, it says the same. */

export type Surveys = Record<SurveyName, SurveySetup>;
export const surveyNames: readonly SurveyName[] = ["csat", "nps", "ces"];

type Ended = Pick<ConversationState, "conversationId" | "hadAgent" | "answeredSeq">;

export function chooseSurveys(surveys: Surveys, ended: Ended): SurveyName[] {
  const kind = kindOf(ended);
  if (!kind) return [];
  return surveyNames.filter((name) => {
    const { isOn, after, samplePercent } = surveys[name];
    return isOn && after.includes(kind) && isInSample(ended.conversationId, name, samplePercent);
  });
}

/** null: nobody did anything that one could be asked about. */
function kindOf({ hadAgent, answeredSeq }: Ended): "served" | "bot" | null {
  if (hadAgent) return "served";
  return answeredSeq > 0 ? "bot" : null;
}

/** Evenly spread, and each survey on its own: who is asked for one is not therefore asked for the others. */
export function isInSample(conversationId: string, survey: SurveyName, percent: number): boolean {
  const place = createHash("sha256").update(`${survey} ${conversationId}`).digest().readUInt32BE(0);
  return place < (percent / 100) * 2 ** 32;
}
