import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { AfterAWhile, ErrorState } from "../../ui/states.tsx";
import { AgentStrip } from "./agent-strip.tsx";
import { AlertBand } from "./alert-band.tsx";
import { BigFigures } from "./big-figures.tsx";
import { DayCharts } from "./day-charts.tsx";
import { HotQuestions } from "./hot-questions.tsx";
import { type Against, useWakefulScreen, useWall, useWallClock } from "./wall-data.ts";
import { WallHead } from "./wall-head.tsx";

/** For the big screen of a sale day: read from five metres, touched by nobody. Always dark. */
export default function WallPage() {
  const { t } = useTranslation("wall");
  const search = useSearch({ from: "/bare/wall" });
  const against: Against = search.against === "last_week" ? "last_week" : "yesterday";
  const query = useWall(against);
  const leave = useLeaving();
  useWakefulScreen();
  useEffect(() => {
    const before = document.title;
    document.title = t("title");
    return () => {
      document.title = before;
    };
  }, [t]);

  return (
    <div className="wall" data-scheme="dark">
      {query.data ? (
        <Content shown={query.data} against={against} leave={leave} />
      ) : (
        <>
          <WallHead against={against} leave={leave} />
          {query.failureReason ? (
            <ErrorState error={query.failureReason} retry={() => query.refetch()} />
          ) : (
            <AfterAWhile>
              <p className="wall-opening" aria-busy="true">
                {t("opening")}
              </p>
            </AfterAWhile>
          )}
        </>
      )}
    </div>
  );
}

function Content({
  shown,
  against,
  leave,
}: {
  shown: NonNullable<ReturnType<typeof useWall>["data"]>;
  against: Against;
  leave: () => void;
}) {
  const { wall } = shown;
  const { nowMs, serverMs, staleSinceMs } = useWallClock(shown);
  return (
    <>
      <WallHead against={against} leave={leave} clock={{ nowMs, staleSinceMs }} />
      <main className={staleSinceMs === null ? "wall-body" : "wall-body wall-old"}>
        <AlertBand alerts={wall.now.alerts} />
        <BigFigures wall={wall} serverMs={serverMs} />
        <DayCharts lines={wall.lines} before={wall.before} against={against} />
        <AgentStrip agents={wall.now.agents} />
        <HotQuestions hot={wall.now.hot} />
      </main>
    </>
  );
}

/** Escape leaves. Out of full screen the browser itself takes the key, and says only that full screen has ended. */
function useLeaving() {
  const navigate = useNavigate();
  const leave = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    void navigate({ to: "/" });
  }, [navigate]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") leave();
    };
    const onFullScreen = () => {
      if (!document.fullscreenElement) leave();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("fullscreenchange", onFullScreen);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("fullscreenchange", onFullScreen);
    };
  }, [leave]);
  return leave;
}
