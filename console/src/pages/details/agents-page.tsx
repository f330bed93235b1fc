import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { DetailPage } from "./detail-page.tsx";
import { useDetailState, useSetDetails } from "./use-details.ts";

/** Agents one by one, or day by day. */
export default function AgentDetailsPage() {
  const { t } = useTranslation("details");
  const { search } = useDetailState("agents");
  const set = useSetDetails();
  const isByDay = search.by === "day";
  return (
    <DetailPage
      table={isByDay ? "agent_days" : "agents"}
      tools={
        <Segmented
          aria-label={t("by.label")}
          value={isByDay}
          options={[
            { value: false, label: t("by.agent") },
            { value: true, label: t("by.day") },
          ]}
          onChange={(next) =>
            set({ by: next ? "day" : undefined, sort: undefined, columns: undefined, view: undefined })
          }
        />
      }
    />
  );
}
