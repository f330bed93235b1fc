import { Link } from "@tanstack/react-router";
import type { Diagnosis } from "@yingda/contract/routes/figures";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { ChangeMark } from "../../../figures/change-mark.tsx";
import { shareBehind } from "../../../figures/peers.ts";
import { TagMark } from "../../../figures/tag-mark.tsx";
import { useFigureWords } from "../../../figures/use-figure-words.ts";
import { places } from "../../../layout/nav.ts";
import { useCan } from "../../../session.ts";
import { ArrowIcon, InfoIcon } from "../../../ui/icons.tsx";
import { useFormat } from "../../../ui/use-format.ts";

const percentileWords = {
  exact: "card.percentile",
  at_least: "card.percentileLeast",
  at_most: "card.percentileMost",
} as const;

/** What the figures say in words, the figure itself, and what can be done about it. */
export function Sentence({ data }: { data: Diagnosis }) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const say = useFigureWords();
  const { metric, now, previous, tags, peers } = data;
  const behind = peers && shareBehind(peers, metric.good);
  return (
    <section className="panel diagnosis-sentence" aria-label={t("diagnosis.sentence")}>
      <div className="diagnosis-figure">
        <p className="diagnosis-value">
          <Tooltip title={say.parts(now, metric.unit)}>
            <strong>{say.value(now, metric.unit)}</strong>
          </Tooltip>
          <Tooltip title={metric.formula[format.language]}>
            <button type="button" className="plain-button figures-hint" aria-label={metric.formula[format.language]}>
              <InfoIcon size={15} />
            </button>
          </Tooltip>
        </p>
        <p className="figures-card-more">
          {previous && previous.value !== null ? t("card.before", { value: say.value(previous, metric.unit) }) : null}
          <ChangeMark now={now} before={previous} words={metric} />
        </p>
        <p className="figures-card-more">{say.parts(now, metric.unit)}</p>
        {now.median !== null && now.p90 !== null && (
          <p className="figures-card-more">
            {t("card.spread", { median: format.duration(now.median), p90: format.duration(now.p90) })}
          </p>
        )}
        {peers && (
          <p className="figures-card-more">
            {t("card.peers", { median: say.value({ value: peers.median, denominator: 1 }, metric.unit) })}
            {behind && t(percentileWords[behind.bound ?? "exact"], { number: Math.round(behind.share) })}
          </p>
        )}
        {tags.map((tag) => (
          <TagMark key={tag} tag={tag} className="figures-tag" />
        ))}
      </div>
      <div className="diagnosis-words">
        <p className="diagnosis-said">{data.sentence[format.language]}</p>
        <Ways ways={data.ways} />
      </div>
    </section>
  );
}

/** Only what this person may do. */
function Ways({ ways }: { ways: Diagnosis["ways"] }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const can = useCan();
  const open = ways.filter(({ page }) => {
    const place = places.findLast(({ to }) => `/${page}`.startsWith(to));
    return place && can(place.permission);
  });
  if (open.length === 0) return null;
  return (
    <div className="diagnosis-ways">
      <span>{t("diagnosis.ways")}</span>
      {open.map(({ key, name, page }) => {
        const [path, query] = page.split("?");
        return (
          <Link key={key} to={`/${path}` as "/settings"} search={Object.fromEntries(new URLSearchParams(query))}>
            {name[language]}
            <ArrowIcon size={14} />
          </Link>
        );
      })}
    </div>
  );
}
