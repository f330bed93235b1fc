import { useTranslation } from "react-i18next";
import { BreakdownPanel } from "../../figures/breakdown-panel.tsx";
import { CardDeck } from "../../figures/card-deck.tsx";
import { MixPanel } from "../../figures/mix-panel.tsx";
import { RankPanel } from "../../figures/rank-panel.tsx";
import { TrendPanel } from "../../figures/trend-panel.tsx";
import { FigurePage } from "./figure-page.tsx";
import { cardsOf, reasons } from "./page-metrics.ts";

/** Whether customers are satisfied and their questions solved, and if not, why. */
export default function QualityPage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.quality")} lead={t("lead.quality")}>
      <CardDeck cards={cardsOf.quality} />
      <div className="figures-pair">
        <RankPanel
          title={t("quality.reasons")}
          note={t("quality.reasonsNote")}
          shares={reasons.map((reason) => ({
            metric: `human.im_dissatisfaction.reason_${reason}`,
            name: t(`value.reason.${reason}`),
          }))}
        />
        <MixPanel
          title={t("quality.sentiment")}
          shares={[
            { metric: "sentiment.share.positive", name: t("value.sentiment.positive"), tone: "strong" },
            { metric: "sentiment.share.neutral", name: t("value.sentiment.neutral"), tone: "soft" },
            { metric: "sentiment.share.negative", name: t("value.sentiment.negative"), tone: "late" },
          ]}
        />
      </div>
      <TrendPanel
        metrics={[
          "human.im_dissatisfaction",
          "human.satisfaction_rate",
          "human.first_contact_resolution",
          "human.reply_rate",
          "human.unserved",
          "sentiment.share.negative",
        ]}
      />
      <BreakdownPanel
        title={t("table.compare")}
        metrics={[
          "human.im_dissatisfaction",
          "human.satisfaction_rate",
          "human.first_contact_resolution",
          "human.reply_rate",
          "human.rating_response_rate",
          "sentiment.share.negative",
        ]}
        dimensions={[
          "agent",
          "intent",
          "intentGroup",
          "question",
          "product",
          "category",
          "channel",
          "hour",
          "weekday",
          "day",
          "region",
        ]}
      />
    </FigurePage>
  );
}
