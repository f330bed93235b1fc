import { useTranslation } from "react-i18next";
import { BreakdownPanel } from "../../figures/breakdown-panel.tsx";
import { CardDeck } from "../../figures/card-deck.tsx";
import { MixPanel } from "../../figures/mix-panel.tsx";
import { TrendPanel } from "../../figures/trend-panel.tsx";
import { FigurePage } from "./figure-page.tsx";
import { cardsOf } from "./page-metrics.ts";
import { Unanswered } from "./unanswered.tsx";

/** How much the bot answers and solves, and what it lacks. */
export default function BotPage() {
  const { t } = useTranslation("figures");
  return (
    <FigurePage title={t("nav.bot")} lead={t("lead.bot")}>
      <CardDeck cards={cardsOf.bot} />
      <MixPanel
        title={t("bot.mix")}
        shares={[
          { metric: "bot.answer_types.direct", name: t("value.outcome.direct"), tone: "strong" },
          { metric: "bot.answer_types.understood", name: t("value.outcome.understood"), tone: "medium" },
          { metric: "bot.answer_types.guided", name: t("value.outcome.guided"), tone: "waiting" },
          { metric: "bot.answer_types.chitchat", name: t("value.outcome.chitchat"), tone: "soft" },
          { metric: "bot.answer_types.unknown", name: t("value.outcome.unknown"), tone: "late" },
        ]}
      />
      <Unanswered />
      <TrendPanel
        metrics={[
          "bot.resolution_rate",
          "bot.knowledge_coverage",
          "bot.verified_resolution_rate",
          "bot.containment_rate",
          "bot.rejection_rate",
          "bot.click_rate",
        ]}
      />
      <BreakdownPanel
        title={t("bot.questions")}
        metrics={[
          "bot.conversations",
          "bot.resolution_rate",
          "bot.verified_resolution_rate",
          "bot.escalation_rate",
          "bot.knowledge_coverage",
          "bot.bounce_rate",
        ]}
        dimensions={["question", "intent", "intentGroup", "product", "category", "channel", "hour", "day", "region"]}
      />
    </FigurePage>
  );
}
