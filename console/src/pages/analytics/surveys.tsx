import { useTranslation } from "react-i18next";
import { BreakdownPanel } from "../../figures/breakdown-panel.tsx";
import { CardDeck } from "../../figures/card-deck.tsx";
import { MixPanel } from "../../figures/mix-panel.tsx";
import { RankPanel } from "../../figures/rank-panel.tsx";
import { TrendPanel } from "../../figures/trend-panel.tsx";
import { FigurePage } from "./figure-page.tsx";
import { cardsOf, reasons } from "./page-metrics.ts";
import { SurveyAnswers } from "./survey-answers.tsx";

/** What customers say when asked: ratings, recommendation, effort. */
export default function SurveysPage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.surveys")} lead={t("lead.surveys")}>
      <CardDeck cards={cardsOf.surveys} />
      <div className="figures-pair">
        <MixPanel
          title={t("surveys.nps")}
          shares={[
            { metric: "survey.nps.promoters", name: t("surveys.promoters"), tone: "strong" },
            { metric: "survey.nps.passives", name: t("surveys.passives"), tone: "soft" },
            { metric: "survey.nps.detractors", name: t("surveys.detractors"), tone: "late" },
          ]}
        />
        <RankPanel
          title={t("quality.reasons")}
          note={t("quality.reasonsNote")}
          shares={reasons.map((reason) => ({
            metric: `human.im_dissatisfaction.reason_${reason}`,
            name: t(`value.reason.${reason}`),
          }))}
        />
      </div>
      <TrendPanel
        metrics={[
          "human.satisfaction_rate",
          "survey.nps",
          "survey.ces",
          "bot.csat",
          "human.im_dissatisfaction",
          "survey.csat.response_rate",
          "survey.nps.response_rate",
        ]}
      />
      <BreakdownPanel
        title={t("table.compare")}
        metrics={[
          "human.satisfaction_rate",
          "human.im_dissatisfaction",
          "human.rating_response_rate",
          "survey.nps",
          "survey.ces",
          "survey.ces.easy",
        ]}
        dimensions={[
          "agent",
          "intent",
          "intentGroup",
          "product",
          "category",
          "channel",
          "hour",
          "weekday",
          "day",
          "region",
        ]}
      />
      <SurveyAnswers />
    </FigurePage>
  );
}
