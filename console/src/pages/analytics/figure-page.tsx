import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pinned } from "../../figures/address.ts";
import { FilterBar } from "../../figures/filter-bar.tsx";
import { changeOf, useFigureState, useFigures, useSetFigureSearch } from "../../figures/use-figures.ts";
import { useCan } from "../../session.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { PrintIcon } from "../../ui/icons.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { EmptyState } from "../../ui/states.tsx";

import { FreshnessLine } from "./freshness.tsx";

type Props = {
  title: string;
  lead: string;
  /** False where the page itself shows what is filtered by. */
  hasChips?: boolean;
  children: ReactNode;
};

/** What every page of figures has: its name, the link to what is seen, paper, and what is looked at. */
export function FigurePage({ title, lead, hasChips, children }: Props) {
  const { t } = useTranslation("figures");
  const { search, state } = useFigureState();
  const query = new URLSearchParams(
    Object.entries(pinned(search, state)).filter((entry): entry is [string, string] => !!entry[1]),
  );
  return (
    <div className="page analytics-page">
      <PageHeader
        title={title}
        lead={lead}
        actions={
          <>
            <CopyButton text={`${location.origin}${location.pathname}?${query}`} label={t("bar.copyLink")} />
            <Button icon={<PrintIcon />} onClick={() => print()} className="analytics-print">
              {t("bar.print")}
            </Button>
          </>
        }
      />
      <FreshnessLine />
      <FilterBar hasChips={hasChips} />
      <UnlessEmpty>{children}</UnlessEmpty>
    </div>
  );
}

const conversations = "compare.bot_vs_human.conversations";

/** Where there was no conversation at all, a page of dashes says less than one sentence. */
function UnlessEmpty({ children }: { children: ReactNode }) {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  const can = useCan();
  const whole = useFigures({ metrics: [conversations] }, { withBefore: false });
  const count = whole.isPlaceholderData ? null : whole.data?.total.get(conversations)?.now.numerator;
  if (count !== 0) return children;
  const isFiltered = state.filters.length > 0;
  return (
    <EmptyState
      title={t(isFiltered ? "empty.filtered" : "empty.title")}
      why={t(isFiltered ? "empty.filteredWhy" : "empty.why")}
      action={
        isFiltered ? (
          <Button type="primary" onClick={() => set(changeOf({ filters: [] }))}>
            {t("empty.clear")}
          </Button>
        ) : (
          <span className="analytics-empty">
            {state.range !== "90" && (
              <Button onClick={() => set({ range: "90", from: undefined, to: undefined })}>{t("empty.longer")}</Button>
            )}
            {can("imports.run") && (
              <Link to="/imports">
                <Button type="primary">{t("empty.import")}</Button>
              </Link>
            )}
          </span>
        )
      }
    />
  );
}
