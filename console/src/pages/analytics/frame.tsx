import { Link, Outlet } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type FigureSearch, figureSearchNames } from "../../figures/address.ts";
import { useFigureState } from "../../figures/use-figures.ts";
import { figurePages } from "./nav.ts";

/** What is looked at goes along from page to page; which metric and which cut belong to the page. */
const ownOfPage = ["metric", "by", "part", "use"];
const travelling = figureSearchNames.filter((name) => !ownOfPage.includes(name));

export default function AnalyticsFrame() {
  const { t } = useTranslation("figures");
  const { search } = useFigureState();
  const kept: FigureSearch = Object.fromEntries(travelling.map((name) => [name, search[name]]));
  const list = useRef<HTMLElement>(null);
  // On a phone the tabs scroll: the one that is open must be seen.
  useEffect(() => {
    list.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  return (
    <div className="analytics">
      <nav className="analytics-nav" aria-label={t("nav.label")} ref={list}>
        {figurePages.map(({ to, word }) => (
          <Link
            key={to}
            to={to}
            search={kept}
            activeOptions={{ includeSearch: false }}
            activeProps={{ "aria-current": "page" }}
          >
            {t(`nav.${word}`)}
          </Link>
        ))}
      </nav>
      <div className="analytics-body">
        <Outlet />
      </div>
    </div>
  );
}
