import { Link } from "@tanstack/react-router";
import { judgeChange } from "@yingda/contract/change-verdict";
import type { Home, HomeMetric } from "@yingda/contract/routes/analytics";
import { Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TagMark } from "../../figures/tag-mark.tsx";
import { InfoIcon } from "../../ui/icons.tsx";
import { Missing } from "../../ui/missing.tsx";
import { Sparkline } from "../../ui/sparkline.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { PeerMark } from "./peer-mark.tsx";
import { TrendDialog } from "./trend-dialog.tsx";
import { WaysMenu } from "./ways-menu.tsx";

/** More days than this are a thicket at this size; the dialog shows them all. */
const sparklineDays = 30;

type Props = { metric: HomeMetric; window: Home["window"]; weights: number };

/** `weights`: what the metrics of the score weigh together. */
export function MetricCard({ metric, window, weights }: Props) {
  const { t } = useTranslation(["home", "common"]);
  const format = useFormat();
  const [isTrendOpen, setIsTrendOpen] = useState(false);
  const name = metric.name[format.language];
  const behind = { metric: metric.key, part: "against", from: window.from, to: window.to };
  const why = { metric: metric.key, range: window.days === 30 ? undefined : String(window.days) };
  const parts = t("metric.parts", {
    numerator: format.number(metric.now.numerator),
    denominator: format.number(metric.now.denominator),
  });
  return (
    <section className="panel metric" aria-label={name}>
      <header>
        <h2 className="metric-name">
          {name}
          <Tooltip title={metric.formula[format.language]}>
            <button type="button" className="plain-button hint" aria-label={metric.formula[format.language]}>
              <InfoIcon size={15} />
            </button>
          </Tooltip>
        </h2>
        {tagsOf(metric).map((tag) => (
          <TagMark key={tag} tag={tag} className="mark" />
        ))}
      </header>
      <div className="metric-figure">
        {metric.now.value === null ? (
          <span className="metric-value">
            <Missing reason={t("common:missing.noDenominator")} />
          </span>
        ) : (
          <Tooltip title={`${parts} · ${t("metric.behind")}`}>
            <Link to="/analytics/diagnosis" search={why} className="metric-value">
              {format.value(metric.now.value, metric.unit)}
            </Link>
          </Tooltip>
        )}
        <button
          type="button"
          className="plain-button metric-trend"
          onClick={() => setIsTrendOpen(true)}
          aria-label={t("metric.trend", { name })}
        >
          <Sparkline
            values={metric.trend.slice(-sparklineDays).map(({ value }) => value)}
            previous={metric.previous.value}
            band={metric.peers && { low: metric.peers.p25, high: metric.peers.p75 }}
            label={t("metric.trend", { name })}
          />
        </button>
      </div>
      <Against metric={metric} />
      <PeerMark metric={metric} />
      <Spread metric={metric} />
      <footer>
        <Worth metric={metric} weights={weights} />
        <WaysMenu metricKey={metric.key} behind={behind} why={why} />
      </footer>
      {isTrendOpen && <TrendDialog metric={metric} close={() => setIsTrendOpen(false)} />}
    </section>
  );
}

/** A metric without a value says why by itself; "few cases" beside it would be noise. */
function tagsOf({ now, tags }: HomeMetric) {
  return now.value === null ? [] : tags;
}

/** The previous period beside it, and in words whether the change is good. */
function Against({ metric }: { metric: HomeMetric }) {
  const { t } = useTranslation(["home", "figures"]);
  const format = useFormat();
  const { now, previous, unit, good } = metric;
  if (now.value === null || previous.value === null) return <p className="against">{t("metric.noPrevious")}</p>;
  const words = format.change(now.value - previous.value, unit);
  const verdict = judgeChange({ now, before: previous, unit, good })!;
  const isTold = verdict === "better" || verdict === "worse";
  return (
    <p className="against">
      {t("metric.previous", { value: format.value(previous.value, unit) })}
      <span className={`against-${verdict}`} title={verdict === "unsure" ? t("figures:verdict.unsure") : undefined}>
        {verdict === "same" ? t("metric.same") : isTold ? `${words} ${t(`metric.${verdict}`)}` : words}
      </span>
    </p>
  );
}

/** For the six: how many points they have. */
function Worth({ metric, weights }: { metric: HomeMetric; weights: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  if (metric.weight === null) return <span />;
  if (metric.points === null || metric.weight === 0) return <span className="worth">{t("metric.notCounted")}</span>;
  return (
    <Tooltip title={t("metric.weight", { share: format.number((metric.weight / weights) * 100) })}>
      <span className="worth">
        <span className="worth-bar">
          <span style={{ width: `${metric.points}%` }} />
        </span>
        {t("metric.points", { points: format.number(metric.points) })}
      </span>
    </Tooltip>
  );
}

/** A mean stands with its median and P90: one twelve-day answer ruins a mean. */
function Spread({ metric }: { metric: HomeMetric }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  if (metric.median === null || metric.p90 === null) return null;
  return (
    <p className="against">
      {t("metric.spread", { median: format.duration(metric.median), p90: format.duration(metric.p90) })}
    </p>
  );
}
