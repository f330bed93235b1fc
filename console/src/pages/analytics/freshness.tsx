import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { Freshness } from "@yingda/contract/routes/measure-settings";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import { useFormat } from "../../ui/use-format.ts";
import { isJustChanged, isLagging, isRecentChange } from "./freshness-rules.ts";

/** So that a person who has read of a change is not told of it on every page; of the next one they are. */
const readKey = "yingda.measures-read";

/**
 * For every page of figures: whether they are being reckoned anew, since when they follow the settings of now, and up to
 * when they are complete. Says nothing when there is nothing to say.
 */
export function FreshnessLine() {
  const can = useCan();
  return can("analytics.read") ? <Line /> : null;
}

function Line() {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const freshness = useFreshness();
  const [read, setRead] = useState(() => localStorage.getItem(readKey));
  if (!freshness) return null;
  const { refolding, settingsChangedAt, foldedUpTo } = freshness;
  if (refolding) {
    const figures = { done: format.number(refolding.done), total: format.number(refolding.total) };
    return (
      <Band tone="working">
        <progress max={refolding.total} value={refolding.done} aria-label={t("fresh.progress", figures)} />
        <span>
          {t("fresh.refolding", figures)}
          {settingsChangedAt && isRecentChange(freshness) && <Change freshness={freshness} at={settingsChangedAt} />}
        </span>
      </Band>
    );
  }
  if (isLagging(freshness)) {
    return <Band tone="working">{t("fresh.lagging", { time: format.time(foldedUpTo) })}</Band>;
  }
  if (!settingsChangedAt || settingsChangedAt === read || !isRecentChange(freshness)) return null;
  const markRead = () => {
    localStorage.setItem(readKey, settingsChangedAt);
    setRead(settingsChangedAt);
  };
  return (
    <Band tone="changed">
      <span>
        <Change freshness={freshness} at={settingsChangedAt} /> {t("fresh.applies")}
      </span>
      <button type="button" className="plain-button freshness-close" onClick={markRead}>
        {t("fresh.gotIt")}
      </button>
    </Band>
  );
}

function Band({ tone, children }: { tone: "working" | "changed"; children: ReactNode }) {
  return (
    <div className={`freshness freshness-${tone}`} role="status">
      {children}
    </div>
  );
}

function Change({ freshness, at }: { freshness: Freshness; at: string }) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const can = useCan();
  const words = t("fresh.changed", {
    what: freshness.settingsChanged.map((name) => t(`name.${name}`)).join(t("and")),
    time: format.time(at),
    who: freshness.settingsChangedBy,
  });
  if (!can("settings.edit")) return <span>{words}</span>;
  return (
    <Link to="/settings" search={{ section: "measures" }}>
      {words}
    </Link>
  );
}

/**
 * Once all is reckoned anew, what the page shows is fetched again, and only then is it said: the line must not vouch for
 * figures from before. So also on a page that was opened while the last of them were being written.
 */
function useFreshness(): Freshness | null {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ["freshness"],
    queryFn: ({ signal }) => call(routes.getFreshness, {}, signal),
    refetchInterval: ({ state }) => (state.data?.refolding ? 1_500 : 60_000),
  });
  const [shown, setShown] = useState<Freshness | null>(null);
  const mayBeOld = useRef<boolean | null>(null);
  useEffect(() => {
    if (!data) return;
    mayBeOld.current ??= isJustChanged(data);
    if (data.refolding || !mayBeOld.current) {
      mayBeOld.current = data.refolding !== null;
      setShown(data);
      return;
    }
    let isLatest = true;
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "freshness" }).then(() => {
      if (!isLatest) return;
      mayBeOld.current = false;
      setShown(data);
    });
    return () => {
      isLatest = false;
    };
  }, [client, data]);
  return shown;
}
