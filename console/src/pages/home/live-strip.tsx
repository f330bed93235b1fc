import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { LiveStrip as Live } from "@yingda/contract/frames";
import { routes } from "@yingda/contract/routes";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useLive, useLiveState } from "../../live.ts";
import { formatHour } from "../../ui/format.ts";
import { Missing } from "../../ui/missing.tsx";
import { useFormat } from "../../ui/use-format.ts";

const pushedRefreshMs = 1500;
/** The bot's conversations are not pushed to staff; their figures are asked for. */
const quietRefreshMs = 10_000;

export function LiveStrip({ initial }: { initial: Live }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { offlineSince } = useLiveState();
  const { data: live } = useQuery({
    queryKey: ["live"],
    queryFn: ({ signal }) => call(routes.getLive, {}, signal),
    initialData: initial,
    refetchInterval: quietRefreshMs,
  });
  useRefreshOnPush();

  const botShare = live.todayConversations > 0 ? live.todayBotOnly / live.todayConversations : null;
  return (
    <section className="panel live" aria-label={t("live.title")}>
      <h2>
        {t("live.title")}
        <small className={offlineSince ? "live-stale" : "live-now"}>
          {offlineSince ? t("live.stale", { time: formatHour(offlineSince) }) : t("live.now")}
        </small>
      </h2>
      <dl>
        <Cell word={t("live.waiting")} isWarning={live.waiting > 0}>
          <Link to="/workspace" search={{ scope: "queue" }}>
            {format.number(live.waiting)}
          </Link>
        </Cell>
        <Cell word={t("live.longest")}>{live.waiting > 0 ? format.duration(live.longestWaitSeconds) : "0"}</Cell>
        <Cell word={t("live.inService")}>{format.number(live.inService)}</Cell>
        <Cell word={t("live.withBot")}>{format.number(live.withBot)}</Cell>
        <Cell word={t("live.agents")}>{format.number(live.agentsOnline)}</Cell>
        <Cell word={t("live.today")}>{format.number(live.todayConversations)}</Cell>
        <Cell word={t("live.botShare")}>
          {botShare === null ? <Missing reason={t("live.noneToday")} /> : format.ratio(botShare)}
        </Cell>
      </dl>
    </section>
  );
}

function Cell({ word, isWarning, children }: { word: string; isWarning?: boolean; children: ReactNode }) {
  return (
    <div className={isWarning ? "live-cell live-warning" : "live-cell"}>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Any event may move the figures; many at once ask only once. */
function useRefreshOnPush() {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive((push) => {
    if ((push.t !== "events" && push.t !== "colleagues") || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ["live"] });
    }, pushedRefreshMs);
  });
}
