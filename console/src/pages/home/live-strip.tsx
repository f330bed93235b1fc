import { Link, useNavigate } from "@tanstack/react-router";
import type { LiveStrip as Live } from "@yingda/contract/live";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveState, useWallPushes } from "../../live.ts";
import { formatHour } from "../../ui/format.ts";
import { WallIcon } from "../../ui/icons.tsx";
import { Missing } from "../../ui/missing.tsx";
import { useFormat } from "../../ui/use-format.ts";

export function LiveStrip({ initial }: { initial: Live }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { offlineSince } = useLiveState();
  const [pushed, setPushed] = useState<{ now: Live; over: Live } | null>(null);
  useWallPushes((now) => setPushed({ now, over: initial }));
  // What the page has fetched since is newer than the last push.
  const live = pushed?.over === initial ? pushed.now : initial;

  const botShare = live.todayConversations > 0 ? live.todayBotOnly / live.todayConversations : null;
  return (
    <section className="panel live" aria-label={t("live.title")}>
      <h2>
        {t("live.title")}
        <small className={offlineSince ? "live-stale" : "live-now"}>
          {offlineSince ? t("live.stale", { time: formatHour(offlineSince) }) : t("live.now")}
        </small>
        <WallButton />
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

/** Full screen must be asked for by the click itself. */
function WallButton() {
  const { t } = useTranslation("home");
  const navigate = useNavigate();
  return (
    <Button
      className="live-wall"
      size="small"
      icon={<WallIcon size={16} />}
      onClick={() => {
        void document.documentElement.requestFullscreen?.().catch(() => {});
        void navigate({ to: "/wall" });
      }}
    >
      {t("live.wall")}
    </Button>
  );
}
