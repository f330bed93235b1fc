import { Link } from "@tanstack/react-router";
import type { MetricReference } from "@yingda/contract/routes/metrics";
import { useTranslation } from "react-i18next";
import { useFigureWords } from "../../../figures/use-figure-words.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { pagesOf } from "../page-metrics.ts";

/** What it is and how it is reckoned in two lines; the rest unfolds. */
export function ReferenceEntry({ metric, isWanted }: { metric: MetricReference; isWanted: boolean }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const { key, name, formula, variantOf } = metric;
  return (
    <details id={key} className={variantOf ? "reference reference-variant" : "reference"} open={isWanted}>
      <summary>
        <span className="reference-name">
          {name[language]}
          <code>{key}</code>
        </span>
        <span className="reference-formula">{formula[language]}</span>
      </summary>
      <Facts metric={metric} />
      <p className="reference-links">
        {metric.example.denominator !== null && (
          <Link to="/analytics/diagnosis" search={{ metric: key }}>
            {t("nav.diagnosis")}
          </Link>
        )}
        {pagesOf(key).map((page) => (
          <Link key={page} to={`/analytics/${page}`}>
            {t(`nav.${page}`)}
          </Link>
        ))}
      </p>
    </details>
  );
}

function Facts({ metric }: { metric: MetricReference }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const say = useFigureWords();
  const list = (named: { name: MetricReference["name"] }[]) =>
    named.map(({ name }) => name[language]).join(language === "en" ? ", " : "、");
  return (
    <dl>
      <dt>{t("reference.unit")}</dt>
      <dd>
        {metric.unitName[language]} · {metric.goodName[language]}
        {metric.hasSpread && ` · ${t("reference.spread")}`}
      </dd>
      <dt>{t("reference.source")}</dt>
      <dd>{list(metric.sources)}</dd>
      <dt>{t("reference.computed")}</dt>
      <dd>
        <code>{metric.computed}</code>
      </dd>
      <dt>{t("reference.dimensions")}</dt>
      <dd>{list(metric.dimensions)}</dd>
      {metric.settings.length > 0 && (
        <>
          <dt>{t("reference.settings")}</dt>
          <dd>
            {metric.settings.map(({ key, name, value }) => (
              <span key={key} className="reference-setting">
                {name[language]}：{value[language]}
              </span>
            ))}
          </dd>
        </>
      )}
      <dt>{t("reference.events")}</dt>
      <dd>
        <code>{metric.events.join(" · ")}</code>
      </dd>
      <dt>{t("reference.example")}</dt>
      <dd>
        {say.parts(metric.example, metric.unit)} ＝ {say.value(metric.example, metric.unit)}
      </dd>
    </dl>
  );
}
