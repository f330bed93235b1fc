import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pinned } from "../../figures/address.ts";
import { FilterBar } from "../../figures/filter-bar.tsx";
import { useFigureState } from "../../figures/use-figures.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { PrintIcon } from "../../ui/icons.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

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
      {children}
    </div>
  );
}
