import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { MetricReference } from "@yingda/contract/routes/metrics";
import { Input } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { metricsQuery } from "../../figures/metrics.ts";
import { SearchIcon } from "../../transcript/icons.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { EmptyState, ErrorState, PageSkeleton } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ReferenceEntry } from "./reference/entry.tsx";

/** Every figure of the product with how it is worked out, by this shop's own settings. */
export default function ReferencePage() {
  const { t } = useTranslation("figures");
  const metrics = useQuery(metricsQuery);
  if (metrics.isError && !metrics.data) {
    return (
      <div className="page analytics-page">
        <PageHeader title={t("nav.reference")} lead={t("lead.reference")} />
        <ErrorState error={metrics.error} retry={metrics.refetch} />
      </div>
    );
  }
  if (!metrics.data) return <PageSkeleton />;
  return <Reference items={metrics.data.items} />;
}

function Reference({ items }: { items: MetricReference[] }) {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  const { metric } = useSearch({ from: "/shell/analytics" });
  const [search, setSearch] = useState("");
  const found = useMemo(() => items.filter((one) => isAbout(one, search)), [items, search]);
  const families = [...Map.groupBy(found, ({ family }) => family[language])];

  // A link to one metric opens at it.
  useEffect(() => {
    if (metric) document.getElementById(metric)?.scrollIntoView({ block: "start" });
  }, [metric]);

  return (
    <div className="page analytics-page">
      <PageHeader title={t("nav.reference")} lead={t("lead.reference")} />
      <div className="reference-bar">
        <Input
          allowClear
          className="reference-search"
          prefix={<SearchIcon size={15} />}
          aria-label={t("reference.search")}
          placeholder={t("reference.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="figures-count">{t("reference.count", { count: found.length, number: found.length })}</span>
      </div>
      {found.length === 0 && <EmptyState title={t("reference.nothing")} why={t("reference.nothingWhy")} />}
      {families.map(([family, members]) => (
        <section key={family} className="reference-family" aria-label={family}>
          <h2>{family}</h2>
          {members.map((one) => (
            <ReferenceEntry key={one.key} metric={one} isWanted={one.key === metric} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** In either language, by name, key or formula. */
function isAbout({ key, name, formula }: MetricReference, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  const words = [key, ...Object.values(name), ...Object.values(formula)].join("\n").toLowerCase();
  return wanted.split(/\s+/).every((word) => words.includes(word));
}
