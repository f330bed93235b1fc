import type { ImportStatistics } from "@yingda/contract/routes/imports";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { InfoIcon } from "../../ui/icons.tsx";
import { Missing } from "../../ui/missing.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** Counts and response times of a log, each with what it is made of. */
export function Figures({ statistics: s }: { statistics: ImportStatistics }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const n = (value: number) => format.number(value);
  const counted = (key: "untimed" | "severalAgents", count: number) =>
    count > 0 ? t(`figure.${key}`, { count, number: n(count) }) : undefined;
  const seconds = (value: number | null) =>
    value === null ? (
      <Missing reason={t("figure.noTimes")} />
    ) : (
      <span title={t("figure.seconds", { seconds: format.number(value, 3) })}>{format.duration(value)}</span>
    );
  const said = { customer: n(s.customerMessages), agent: n(s.agentMessages), bot: n(s.botMessages) };
  const period = s.firstDay && s.lastDay ? [...new Set([s.firstDay, s.lastDay])].map(format.day).join(" – ") : null;
  return (
    <dl className="log-figures">
      <Figure
        name={t("figure.conversations")}
        value={n(s.conversations)}
        hint={counted("untimed", s.untimedConversations) ?? period}
      />
      <Figure
        name={t("figure.messages")}
        value={n(s.messages)}
        hint={t(s.botMessages > 0 ? "figure.messagesHintBot" : "figure.messagesHint", said)}
      />
      <Figure
        name={t("figure.agents")}
        value={s.agents === 0 && s.agentMessages > 0 ? <Missing reason={t("figure.unnamedAgents")} /> : n(s.agents)}
        hint={counted("severalAgents", s.conversationsWithSeveralAgents)}
      />
      <Figure
        name={t("figure.turns")}
        what={t("figure.turnsWhat")}
        value={n(s.customerTurns)}
        hint={t("figure.turnsHint", { answered: n(s.answeredTurns), unanswered: n(s.unansweredTurns) })}
      />
      <Figure
        name={t("figure.mean")}
        what={t("figure.meanWhat")}
        value={seconds(s.meanResponseSeconds)}
        hint={
          s.meanWithUnansweredSeconds === null
            ? undefined
            : t("figure.meanHint", { value: format.duration(s.meanWithUnansweredSeconds) })
        }
      />
      <Figure
        name={t("figure.median")}
        value={seconds(s.medianResponseSeconds)}
        hint={
          s.shareWithin180Seconds === null
            ? undefined
            : t("figure.medianHint", { share: format.ratio(s.shareWithin180Seconds) })
        }
      />
      <Figure
        name={t("figure.p90")}
        value={seconds(s.p90ResponseSeconds)}
        hint={s.p90ResponseSeconds === null ? undefined : t("figure.p90Hint")}
      />
      <Figure
        name={t("figure.first")}
        value={seconds(s.meanFirstResponseSeconds)}
        hint={
          s.medianFirstResponseSeconds === null
            ? undefined
            : t("figure.firstHint", { value: format.duration(s.medianFirstResponseSeconds) })
        }
      />
      {s.ratings > 0 && <Figure name={t("figure.ratings")} value={n(s.ratings)} />}
    </dl>
  );
}

type FigureProps = { name: string; value: ReactNode; hint?: string | null; what?: string };

function Figure({ name, value, hint, what }: FigureProps) {
  return (
    <div className="log-figure">
      <dt>
        {name}
        {what && (
          <Tooltip title={what}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the meaning must be reachable by keyboard */}
            <span className="log-figure-what" tabIndex={0} role="img" aria-label={what}>
              <InfoIcon size={14} />
            </span>
          </Tooltip>
        )}
      </dt>
      <dd>{value}</dd>
      <small>{hint}</small>
    </div>
  );
}
