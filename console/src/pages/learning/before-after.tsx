import type { HeldOutReply, LearningRun } from "@yingda/contract/routes/learning";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

type Report = NonNullable<LearningRun["report"]>;
type Share = HeldOutReply["rightFirst"];

/** Before and after learning on questions not learned from: a bar for the share, a thin line for its interval. */
export function BeforeAfter({ report, refusal }: { report: Report; refusal: LearningRun["refusal"] }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { before, after, since, tests } = report;
  const answeredOf = ({ answered, asked }: HeldOutReply): Share =>
    asked > 0 ? { share: answered / asked, low: answered / asked, high: answered / asked } : null;
  const figures = [
    { name: t("figure.rightFirst"), pair: [before.rightFirst, after.rightFirst] },
    { name: t("figure.rightAnswered"), pair: [before.rightAnswered, after.rightAnswered] },
    { name: t("figure.answered"), pair: [answeredOf(before), answeredOf(after)] },
  ] as const;
  return (
    <div className="before-after">
      <h2 className="panel-title">{t("figure.title")}</h2>
      {refusal && (
        <p className="before-after-refused">
          {t("figure.refused")} {t(`runs.refusalWhy.${refusal}`)}
        </p>
      )}
      <p className="learning-quiet">
        {t("figure.lead")} · {t("figure.of", { number: format.number(Math.round(after.asked)) })}
      </p>
      <dl>
        {figures.map(({ name, pair }) => (
          <div key={name} className="before-after-figure">
            <dt>{name}</dt>
            <dd>
              <Bar word={t("figure.before")} share={pair[0]} isAfter={false} />
              <Bar word={t("figure.after")} share={pair[1]} isAfter />
            </dd>
          </div>
        ))}
      </dl>
      {since && (
        <p className="learning-quiet">
          {t("figure.since", {
            number: format.number(Math.round(since.after.asked)),
            before: format.ratio(since.before.rightFirst?.share ?? null),
            after: format.ratio(since.after.rightFirst?.share ?? null),
          })}
        </p>
      )}
      {tests && (
        <p className="learning-quiet">
          {t("figure.tests", {
            before: format.number(tests.before),
            after: format.number(tests.after),
            total: format.number(tests.total),
          })}
        </p>
      )}
    </div>
  );
}

const percent = (value: number) => `${100 * value}%`;

function Bar({ word, share, isAfter }: { word: string; share: Share; isAfter: boolean }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const range =
    share && share.high > share.low ? `${format.ratio(share.low)} – ${format.ratio(share.high)}` : undefined;
  return (
    <div className={isAfter ? "share-bar share-bar-after" : "share-bar"} title={range}>
      <span className="share-bar-word">{word}</span>
      <span className="share-bar-track">
        {share && <span className="share-bar-fill" style={{ inlineSize: percent(share.share) }} />}
        {share && range && (
          <span
            className="share-bar-range"
            style={{ insetInlineStart: percent(share.low), inlineSize: percent(share.high - share.low) }}
          />
        )}
      </span>
      <span className="share-bar-value">
        {share ? format.ratio(share.share) : <span title={t("figure.none")}>—</span>}
        {range && <small>{range}</small>}
      </span>
    </div>
  );
}
