import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState, PanelSkeleton } from "../../../ui/states.tsx";
import { ModelPanel } from "./model-panel.tsx";
import { modelsQuery } from "./models-query.ts";
import { UsagePanel } from "./usage-panel.tsx";

/** The models that help the bot where its own engine ends: one that writes answers, one that tells what is near. */
export function ModelsSection() {
  const { t } = useTranslation("models");
  const models = useQuery(modelsQuery);
  if (models.isError && !models.data) return <ErrorState error={models.error} retry={models.refetch} />;
  if (!models.data) return <PanelSkeleton rows={8} />;
  const { chat, embedding, embedded } = models.data;
  return (
    <div className="stack">
      <section className="panel">
        <h2 className="panel-title">{t("title")}</h2>
        <p className="panel-lead models-lead">{t("lead")}</p>
        <p className="models-privacy">{t("privacy")}</p>
      </section>
      <ModelPanel kind="chat" model={chat} other={embedding} />
      <ModelPanel kind="embedding" model={embedding} other={chat} embedded={embedded} />
      <UsagePanel />
    </div>
  );
}
