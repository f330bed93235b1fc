import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../ui/page-header.tsx";
import { LearningTab } from "./learning-tab.tsx";
import { SuspiciousTab } from "./suspicious-tab.tsx";
import { TestsTab } from "./tests-tab.tsx";

const tabs = ["learning", "tests", "suspicious"] as const;
type Tab = (typeof tabs)[number];

/** What the bot learns from, the tests that guard it, and the labels that look wrong. */
export default function LearningPage() {
  const { t } = useTranslation("learning");
  const search = useSearch({ from: "/shell/knowledge/learning" });
  const navigate = useNavigate({ from: "/knowledge/learning" });
  const tab: Tab = tabs.find((one) => one === search.tab) ?? "learning";
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <Segmented<Tab>
              aria-label={t("tabs")}
              value={tab}
              options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
              onChange={(value) => navigate({ search: { tab: value === "learning" ? undefined : value } })}
            />
            <Link to="/knowledge">
              <Button>{t("back")}</Button>
            </Link>
          </>
        }
      />
      {tab === "learning" && <LearningTab />}
      {tab === "tests" && <TestsTab />}
      {tab === "suspicious" && <SuspiciousTab />}
    </div>
  );
}
