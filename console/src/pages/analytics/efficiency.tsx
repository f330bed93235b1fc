import { useTranslation } from "react-i18next";
import { BreakdownPanel } from "../../figures/breakdown-panel.tsx";
import { CardDeck } from "../../figures/card-deck.tsx";
import { HeatPanel } from "../../figures/heat-panel.tsx";
import { TrendPanel } from "../../figures/trend-panel.tsx";
import { FigurePage } from "./figure-page.tsx";
import { cardsOf } from "./page-metrics.ts";

/** How fast customers are served: waiting, connecting, answering, handling. */
export default function EfficiencyPage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.efficiency")} lead={t("lead.efficiency")}>
      <CardDeck cards={cardsOf.efficiency} />
      <TrendPanel
        metrics={[
          "human.average_response",
          "human.first_response",
          "human.average_wait",
          "human.connect_within_20s",
          "human.abandon_rate",
          "human.handle_time",
          "human.requests",
        ]}
      />
      <HeatPanel metrics={["human.requests", "human.average_wait", "human.average_response"]} />
      <BreakdownPanel
        title={t("table.compare")}
        metrics={[
          "human.average_response",
          "human.first_response",
          "human.average_wait",
          "human.connect_within_20s",
          "human.handle_time",
          "human.requests.connected",
        ]}
        dimensions={[
          "agent",
          "intent",
          "question",
          "product",
          "category",
          "channel",
          "requestHour",
          "weekday",
          "day",
          "region",
        ]}
      />
    </FigurePage>
  );
}
