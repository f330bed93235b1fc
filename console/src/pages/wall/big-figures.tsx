import type { Wall } from "@yingda/contract/live";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatClock } from "../../ui/format.ts";
import { AlarmIcon, ClockIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { finished, smooth } from "./day-lines.ts";

type Urgency = "calm" | "watch" | "act";

export function BigFigures({ wall: { now, lines }, serverMs }: { wall: Wall; serverMs: number }) {
  const { t } = useTranslation("wall");
  const format = useFormat();
  const waitSeconds = now.waitingSince ? Math.max(0, (serverMs - Date.parse(now.waitingSince)) / 1000) : 0;
  const { inTime, requests, seconds } = now.connect;
  const perMinute = smooth(finished(lines.messages)).at(-1) ?? null;
  const urgency: Urgency = waitSeconds > 3 * seconds ? "act" : waitSeconds > seconds ? "watch" : "calm";
  return (
    <dl className="wall-figures">
      <Figure word={t("waiting.title")} urgency={now.waiting > 0 && urgency === "calm" ? "watch" : urgency}>
        {format.number(now.waiting)}
      </Figure>
      <Figure word={t("longest.title")} urgency={urgency} beside={t("longest.goal", { seconds })}>
        {now.waiting > 0 ? formatClock(waitSeconds) : "0"}
      </Figure>
      <Figure word={t("inService.title")} beside={t("inService.seats", { count: now.freeSeats })}>
        {format.number(now.inService)}
      </Figure>
      <Figure
        word={t("agents.title")}
        urgency={now.alerts.some(({ kind }) => kind === "nobody_online") ? "act" : "calm"}
        beside={t("agents.busy", { count: now.agentsBusy })}
      >
        {format.number(now.agentsOnline)}
      </Figure>
      <Figure
        word={t("connect.title", { seconds })}
        beside={requests > 0 ? t("connect.parts", { inTime, requests }) : t("connect.none")}
      >
        {requests > 0 ? format.ratio(inTime / requests) : "—"}
      </Figure>
      <Figure
        word={t("bot.title")}
        beside={
          <>
            {now.todayConversations > 0
              ? t("bot.alone", { share: format.ratio(now.todayBotOnly / now.todayConversations) })
              : t("bot.none")}
            {perMinute !== null &&
              now.todayConversations > 0 &&
              ` · ${t("bot.perMinute", { count: perMinute, number: inMinute(perMinute) })}`}
          </>
        }
      >
        {format.number(now.withBot)}
      </Figure>
    </dl>
  );

  function inMinute(value: number) {
    return format.number(value, value < 10 && value % 1 !== 0 ? 1 : 0);
  }
}

function Figure(props: { word: string; urgency?: Urgency; beside?: ReactNode; children: string }) {
  const { t } = useTranslation("wall");
  const { urgency = "calm" } = props;
  return (
    <div className={`wall-figure wall-figure-${urgency}`}>
      <dt>
        {urgency === "act" && <AlarmIcon size="1em" />}
        {urgency === "watch" && <ClockIcon size="1em" />}
        <span>{props.word}</span>
        {urgency !== "calm" && <span className="visually-hidden">{t(`alert.level.${urgency}`)}</span>}
      </dt>
      <dd>
        <strong style={{ "--characters": props.children.length } as CSSProperties}>{props.children}</strong>
        {props.beside && <small>{props.beside}</small>}
      </dd>
    </div>
  );
}
