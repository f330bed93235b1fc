import { type DissatisfactionReason, type NewEvent, outcome } from "@yingda/contract/events";
import type { Progress } from "./import.ts";

/** The reasons as the sets write them. */
export const reasonNames: Record<DissatisfactionReason, string> = {
  attitude: "态度差",
  unsolved: "未解决问题",
  slow: "回复慢",
  repeat: "让我重复描述",
  other: "其他",
};

const sentiments: Record<string, "positive" | "neutral" | "negative"> = {
  pos: "positive",
  neu: "neutral",
  neg: "negative",
};

/** One row of the plain shape as an event of ours; null for what the shape does not know or a value out of range. */
export function translateEvent(row: Record<string, string>, customerId: string, progress: Progress): NewEvent | null {
  const { actor = "", actor_id: actorId = "", type = "", value = "", detail = "" } = row;
  const customer = { kind: "customer", id: customerId } as const;
  const agent = { kind: "agent", id: actorId } as const;
  const bot = { kind: "bot" } as const;
  const system = { kind: "system" } as const;
  // A row about an answer without saying which is about the one before it.
  const { answerSeq } = progress;

  switch (type) {
    case "message": {
      if (actor !== "customer" && actor !== "agent") return null;
      const body = { content: { kind: "text" as const, text: value }, courtesy: detail === "courtesy" };
      return { type: "message.sent", actor: actor === "agent" ? agent : customer, body };
    }
    case "assist_message":
      return { type: "message.sent", actor: bot, body: { content: { kind: "text", text: value }, assist: true } };
    case "answer":
    case "click_answer": {
      const known = outcome.safeParse(value);
      if (!known.success) return null;
      const isList = known.data === "guided";
      return {
        type: "bot.answered",
        actor: bot,
        body: {
          outcome: known.data,
          trigger: type === "answer" ? "words" : "click",
          inReplyTo: progress.inputSeq ?? 1,
          text: "",
          entryId: (!isList && detail) || undefined,
          options: isList && detail ? detail.split("|").map((entryId) => ({ entryId, question: "" })) : undefined,
        },
      };
    }
    case "guide_click":
      return { type: "option.clicked", actor: customer, body: { entryId: value, question: "" } };
    case "hot_click":
      return { type: "hot_question.clicked", actor: customer, body: { entryId: value, question: "" } };
    case "thumb":
      if (value !== "up" && value !== "down") return null;
      return { type: "answer.rated", actor: customer, body: { answerSeq, thumb: value } };
    case "label":
      if (value !== "correct" && value !== "wrong") return null;
      return { type: "answer.labelled", actor: system, body: { answerSeq, label: value } };
    case "sentiment":
      if (!sentiments[value]) return null;
      return { type: "conversation.classified", actor: system, body: { sentiment: sentiments[value] } };
    case "transfer_request":
      return { type: "human.requested", actor: customer, body: { by: value === "button" ? "button" : "words" } };
    case "queue_enter":
      return { type: "queue.entered", actor: system, body: { priority: 0 } };
    case "queue_reject":
      return { type: "queue.rejected", actor: system, body: { reason: value === "offline" ? "offline" : "full" } };
    case "abandon":
      return { type: "queue.left", actor: customer, body: {} };
    case "leave_message":
      return { type: "offline_message.left", actor: customer, body: { text: value } };
    case "connect":
      return { type: "agent.connected", actor: system, body: { agentId: actorId } };
    case "auto_greeting":
      return { type: "greeting.sent", actor: system, body: { agentId: actorId, text: value } };
    case "transfer":
      return {
        type: "conversation.transferred",
        actor: system,
        body: { fromAgentId: actorId || undefined, toAgentId: value },
      };
    case "reopen":
      return { type: "conversation.reopened", actor: system, body: { agentId: actorId || undefined } };
    case "close":
      return { type: "conversation.closed", actor: system, body: { by: "system" } };
    case "goal":
      return { type: "goal.tracked", actor: system, body: { result: value === "done" ? "done" : "failed" } };
    case "rate":
      return translateRating(Number(value), detail, customer, progress);
    case "nps":
    case "ces":
      return translateSurvey(type, value, customer);
    default:
      return null;
  }
}

/** detail: `bot`, or `human`, or `human:reason`; none = whoever was talking to the customer. */
function translateRating(
  stars: number,
  detail: string,
  customer: { kind: "customer"; id: string },
  progress: Progress,
): NewEvent | null {
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return null;
  const [who = "", ...words] = detail.split(":");
  const target = who === "bot" || (who === "" && !progress.isConnected) ? "bot" : "human";
  const reason = words.join(":").trim();
  if (!reason) return { type: "rating.given", actor: customer, body: { target, stars } };
  const known = (Object.keys(reasonNames) as DissatisfactionReason[]).find((key) => reasonNames[key] === reason);
  // A reason the vocabulary lacks keeps its own words.
  const body = known
    ? { target, stars, reasons: [known] }
    : { target, stars, reasons: ["other" as const], comment: reason };
  return { type: "rating.given", actor: customer, body: body as { target: "bot" | "human"; stars: number } };
}

function translateSurvey(survey: "nps" | "ces", value: string, customer: { kind: "customer"; id: string }) {
  const points = Number(value);
  const [lowest, highest] = survey === "nps" ? [0, 10] : [1, 7];
  if (value === "" || !Number.isInteger(points) || points < lowest || points > highest) return null;
  return { type: "survey.answered", actor: customer, body: { survey, value: points } } as NewEvent;
}
