import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Permission } from "@yingda/contract/permissions";
import type { Shop } from "@yingda/contract/routes/shop";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { shopQuery } from "../../shop.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ErrorState, PanelSkeleton } from "../../ui/states.tsx";
import { AlertsSection } from "./alerts-section.tsx";
import { DemoSection } from "./demo-section.tsx";
import { MailSection } from "./mail-section.tsx";
import { MeasuresSection } from "./measures/measures-section.tsx";
import { ModelsSection } from "./models/models-section.tsx";
import { PeersSection } from "./peers-section.tsx";
import { PhrasesSection } from "./phrases-section.tsx";
import { ReportsSection } from "./reports-section.tsx";
import { ServiceSection } from "./service-section.tsx";
import { ShopSection } from "./shop-section.tsx";
import { SurveysSection } from "./surveys-section.tsx";
import { WindowSection } from "./window-section.tsx";

const sections = [
  { name: "shop", Section: ShopSection, permission: "settings.edit" },
  { name: "window", Section: WindowSection, permission: "settings.edit" },
  { name: "service", Section: ServiceSection, permission: "settings.edit" },
  { name: "measures", Section: MeasuresSection, permission: "settings.edit" },
  { name: "surveys", Section: SurveysSection, permission: "settings.edit" },
  { name: "phrases", Section: PhrasesSection, permission: "knowledge.edit" },
  { name: "reports", Section: ReportsSection, permission: "settings.edit" },
  { name: "alerts", Section: AlertsSection, permission: "analytics.read" },
  { name: "peers", Section: PeersSection, permission: "settings.edit" },
  { name: "mail", Section: MailSection, permission: "settings.edit" },
  { name: "models", Section: ModelsSection, permission: "settings.edit" },
  { name: "demo", Section: DemoSection, permission: "settings.edit" },
] as const satisfies readonly { name: string; permission: Permission; Section: (props: { shop: Shop }) => unknown }[];

export default function SettingsPage() {
  const { t } = useTranslation("settings");
  const can = useCan();
  const search = useSearch({ from: "/shell/settings" });
  const shop = useQuery(shopQuery);
  const shown = sections
    .filter((section) => can(section.permission))
    .filter((section) => section.name !== "demo" || shop.data?.hasDemo);
  const current = shown.find((section) => section.name === search.section) ?? shown[0];

  const nav = useRef<HTMLElement>(null);
  const name = current?.name;
  // On a phone the sections stand in one row; the current one may lie beyond its end.
  useEffect(() => {
    if (name)
      nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [name]);

  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="settings">
        <nav className="settings-nav" aria-label={t("nav")} ref={nav}>
          {shown.map((section) => (
            <Link
              key={section.name}
              to="/settings"
              search={{ section: section.name }}
              aria-current={section === current ? "page" : undefined}
            >
              {t(`section.${section.name}`)}
            </Link>
          ))}
          <Link to="/intents">{t("section.intents")}</Link>
        </nav>
        <div className="settings-main">
          {shop.isError && !shop.data && <ErrorState error={shop.error} retry={shop.refetch} />}
          {shop.isPending && <PanelSkeleton rows={6} />}
          {shop.data && current && <current.Section key={current.name} shop={shop.data} />}
        </div>
      </div>
    </div>
  );
}
