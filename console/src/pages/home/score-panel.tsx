import type { Home } from "@yingda/contract/routes/analytics";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { CheckIcon, InfoIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type Band, bandOf, ScoreDial } from "./score-dial.tsx";

export function ScorePanel({ home }: { home: Home }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { score } = home;
  const band = score.value === null ? null : bandOf(score.value);
  const weights = home.metrics
    .filter(({ weight }) => weight)
    .map(({ name, weight }) => `${name[format.language]} ${format.number(weight, Number.isInteger(weight) ? 0 : 1)}`);
  const how = t("score.how", { count: weights.length, weights: weights.join(t("score.and")) });
  return (
    <section className="panel score" aria-label={t("score.title")}>
      <h2 className="metric-name">
        {t("score.title")}
        <Tooltip title={how}>
          <button type="button" className="plain-button hint" aria-label={how}>
            <InfoIcon size={15} />
          </button>
        </Tooltip>
      </h2>
      <ScoreDial value={score.value} previous={score.previous} band={band} />
      <ScoreWords home={home} band={band} />
      <Effectiveness home={home} />
    </section>
  );
}

/** Where it stood before; or that there is too little to speak of. */
function ScoreWords({ home: { score, metrics }, band }: { home: Home; band: Band | null }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  if (band === null) return <p className="dial-words">{t("score.none")}</p>;
  const isFew = metrics.every(({ points, tags }) => points === null || tags.includes("small_sample"));
  const change = score.value !== null && score.previous !== null ? score.value - score.previous : null;
  return (
    <p className="dial-words">
      {isFew
        ? t("score.few")
        : change === null
          ? t("score.noPrevious")
          : t("score.change", { change: format.change(change, "points"), previous: format.number(score.previous, 1) })}
      {score.counted < score.of && (
        <Tooltip title={t("score.partHint")}>
          <span className="score-part">{t("score.part", { counted: score.counted, of: score.of })}</span>
        </Tooltip>
      )}
    </p>
  );
}

function Effectiveness({ home: { effectiveness, window } }: { home: Home }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { facts } = effectiveness;
  const number = (value: number) => format.number(value);
  // C only speaks where nobody asked anything; otherwise A and B say it all.
  const isQuiet = facts.requests === 0 && facts.botConversations === 0;
  const rows = isQuiet
    ? [
        {
          is: effectiveness.c,
          words: t("effective.c", {
            days: number(facts.agentOnlineDays),
            entries: number(facts.entries),
            hot: number(facts.hotQuestions),
          }),
        },
      ]
    : [
        {
          is: effectiveness.a,
          words: t("effective.a", { requests: number(facts.requests), connected: number(facts.connected) }),
        },
        {
          is: effectiveness.b,
          words: t("effective.b", { conversations: number(facts.botConversations), covered: number(facts.covered) }),
        },
      ];
  return (
    <div className="effective">
      <h3>
        {t("effective.title")}
        <span className={effectiveness.isEffective ? "verdict verdict-good" : "verdict verdict-late"}>
          {t(effectiveness.isEffective ? "effective.yes" : "effective.no")}
        </span>
        <Tooltip title={t("effective.how", { days: window.days })}>
          <button type="button" className="plain-button hint" aria-label={t("effective.how", { days: window.days })}>
            <InfoIcon size={15} />
          </button>
        </Tooltip>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.words} className={row.is ? "is" : "is-not"}>
            {row.is ? <CheckIcon size={15} /> : <span className="cross">×</span>}
            <span>{row.words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
