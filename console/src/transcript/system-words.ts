import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";
import type { SystemEvent } from "./arrange.ts";
import { useStaffName, useTranscript } from "./context.ts";

/** One small grey line for what happened without being said. */
export function useSystemWords() {
  const { t } = useTranslation("conversations");
  const format = useFormat();
  const staffName = useStaffName();
  const { customerName } = useTranscript();
  return (event: SystemEvent): string => {
    switch (event.type) {
      case "conversation.started":
        return event.body.pageUrl
          ? t("transcript.system.startedOn", { page: shortAddress(event.body.pageUrl) })
          : t("transcript.system.started");
      case "human.requested":
        return t(`transcript.system.requested.${event.body.by}`, { customer: customerName });
      case "queue.entered":
        return t("transcript.system.queued");
      case "queue.rejected":
        return t(`transcript.system.rejected.${event.body.reason}`);
      case "queue.left":
        return t("transcript.system.leftQueue", { customer: customerName });
      case "agent.connected": {
        const agent = staffName(event.body.agentId);
        if (event.body.because === "taken_over") return t("transcript.system.takenOver", { agent });
        if (event.body.because === "taken") return t("transcript.system.taken", { agent });
        if ((event.body.waitedSeconds ?? 0) < 1) return t("transcript.system.connected", { agent });
        return t("transcript.system.connectedAfter", {
          agent,
          duration: format.duration(event.body.waitedSeconds ?? null),
        });
      }
      case "conversation.transferred": {
        const to = staffName(event.body.toAgentId);
        const byId = event.actor.kind === "agent" ? event.actor.id : null;
        const from = event.body.fromAgentId ? staffName(event.body.fromAgentId) : null;
        if (!from) return t("transcript.system.transferredTo", { to });
        if (byId && byId !== event.body.fromAgentId)
          return t("transcript.system.transferredBy", { by: staffName(byId), from, to });
        return t("transcript.system.transferred", { from, to });
      }
      case "rating.invited":
        return t(event.body.via === "link" ? "transcript.system.invitedByLink" : "transcript.system.invited");
      case "survey.invited":
        return t(`transcript.system.surveyInvited.${event.body.survey}.${event.body.via ?? "popup"}`);
      case "survey.answered": {
        const { survey, value, comment } = event.body;
        const answer = t(`transcript.system.survey.${survey}`, { value });
        return comment ? t("transcript.system.surveyWords", { answer, comment }) : answer;
      }
      case "goal.tracked":
        return t(`transcript.system.goal.${event.body.result}`);
      case "conversation.closed":
        return event.body.by === "agent" && event.actor.kind === "agent"
          ? t("transcript.system.closedByAgent", { agent: staffName(event.actor.id) })
          : t(`transcript.system.closed.${event.body.by}`);
      case "conversation.reopened":
        return event.body.agentId
          ? t("transcript.system.reopenedBy", { agent: staffName(event.body.agentId) })
          : t("transcript.system.reopened");
      default:
        return event satisfies never;
    }
  };
}

export function shortAddress(address: string) {
  const short = address.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}
