import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session.ts";
import { formatSecond } from "../../ui/format.ts";
import { AlarmIcon, CloseIcon, FullScreenIcon, Mark } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Against } from "./wall-data.ts";

type Clock = { nowMs: number; staleSinceMs: number | null };
const choices: Against[] = ["yesterday", "last_week"];

/** Whose wall, how fresh, what time it is where the shop is, and the way out. */
export function WallHead(props: { against: Against; leave: () => void; clock?: Clock }) {
  const { t } = useTranslation("wall");
  const { shop } = useMe();
  return (
    <header className="wall-head">
      <h1 className="wall-name">
        <Mark size={28} />
        <span className="wall-shop">{shop.name}</span>
        <span className="wall-title">{t("title")}</span>
      </h1>
      {props.clock && <Freshness {...props.clock} />}
      <AgainstSwitch against={props.against} />
      {props.clock && <ShopClock nowMs={props.clock.nowMs} />}
      <FullScreenButton />
      <button type="button" className="plain-button wall-tool" onClick={props.leave} aria-label={t("leave")}>
        <CloseIcon size="1em" />
      </button>
    </header>
  );
}

function Freshness({ staleSinceMs }: Clock) {
  const { t } = useTranslation("wall");
  const { timeZone } = useFormat();
  if (staleSinceMs === null) return <span className="wall-fresh">{t("live")}</span>;
  return (
    <span className="wall-stale" role="status">
      <AlarmIcon size="1em" />
      {t("stale", { time: formatSecond(new Date(staleSinceMs), timeZone) })}
    </span>
  );
}

function ShopClock({ nowMs }: { nowMs: number }) {
  const format = useFormat();
  const now = new Date(nowMs);
  return (
    <span className="wall-clock">
      <small>{format.day(format.dayOf(now))}</small>
      <time>{formatSecond(now, format.timeZone)}</time>
    </span>
  );
}

function AgainstSwitch({ against }: { against: Against }) {
  const { t } = useTranslation("wall");
  const navigate = useNavigate();
  return (
    <fieldset className="wall-against">
      <legend className="visually-hidden">{t("against.label")}</legend>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          className="plain-button"
          aria-pressed={choice === against}
          onClick={() =>
            navigate({ to: "/wall", search: { against: choice === "yesterday" ? undefined : choice }, replace: true })
          }
        >
          {t(`against.${choice}`)}
        </button>
      ))}
    </fieldset>
  );
}

function FullScreenButton() {
  const { t } = useTranslation("wall");
  const [isFull, setIsFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, []);
  if (isFull || !document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      className="plain-button wall-tool"
      aria-label={t("fullScreen")}
      onClick={() => void document.documentElement.requestFullscreen().catch(() => {})}
    >
      <FullScreenIcon size="1em" />
    </button>
  );
}
