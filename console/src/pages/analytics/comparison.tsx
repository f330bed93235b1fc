import { useTranslation } from "react-i18next";
import { BreakdownPanel } from "../../figures/breakdown-panel.tsx";
import { HandledShares } from "./comparison/handled-shares.tsx";
import { SideBySide } from "./comparison/side-by-side.tsx";
import { FigurePage } from "./figure-page.tsx";

/** The bot alone, people alone, both: the same measures beside each other. */
export default function ComparisonPage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.comparison")} lead={t("lead.comparison")}>
      <HandledShares />
      <SideBySide />
      <BreakdownPanel
        title={t("comparison.where")}
        metrics={[
          "compare.bot_vs_human.conversations",
          "bot.containment_rate",
          "compare.bot_vs_human.settled",
          "compare.bot_vs_human.satisfaction",
          "compare.bot_vs_human.returned",
          "compare.bot_vs_human.first_response",
        ]}
        dimensions={["intent", "intentGroup", "question", "product", "category", "channel", "hour", "weekday", "day"]}
      />
    </FigurePage>
  );
}
