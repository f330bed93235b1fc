import type { ConversationEvent } from "@yingda/contract/events";
import type { Facts } from "./facts.ts";
import { emptyFacts } from "./facts.ts";
import { foldConversation } from "./fold/conversation.ts";
import { foldLabels } from "./fold/labels.ts";
import { openLog } from "./fold/log.ts";
import { foldQuestions } from "./fold/questions.ts";
import { foldRatings } from "./fold/ratings.ts";
import { foldRequests } from "./fold/requests.ts";
import { foldStints } from "./fold/stints.ts";
import { foldSurveys } from "./fold/surveys.ts";
import { foldTurns } from "./fold/turns.ts";
import type { MeasureSettings } from "./settings.ts";

export type ConversationLog = {
  conversationId: string;
  customerId: string;
  events: readonly ConversationEvent[];
};

/**
 * Turns one conversation's log into fact rows. It is a function of the log alone: the order in which events are handed
 * in does not matter, nor does a repeated event. It never reads a clock: `asOf` (ISO 8601) is the moment up to which
 * the log is known and decides only whether a question still open has been left unanswered.
 * A log without events has no facts.
 */
export function fold(log: ConversationLog, settings: MeasureSettings, asOf: string): Facts {
  const facts = emptyFacts();
  const opened = openLog(log, settings, asOf);
  if (!opened) return facts;
  facts.question = foldQuestions(opened);
  facts.turn = foldTurns(opened);
  facts.request = foldRequests(opened);
  facts.stint = foldStints(opened);
  facts.rating = foldRatings(opened);
  facts.survey = foldSurveys(opened);
  facts.answerLabel = foldLabels(opened);
  facts.conversation = [foldConversation(opened, facts)];
  return facts;
}
