import type { FigureFilter } from "@yingda/contract/figures";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useFilterNames } from "./dimension-values.ts";
import { useDimensionName, useValueName } from "./use-dimension-words.ts";
import { changeOf, useFigureState, useSetFigureSearch } from "./use-figures.ts";

const namedAtMost = 3;

/** What is looked at, in the order in which it was entered: each can be taken away again. */
export function FilterChips() {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  return (
    <div className="figures-chips">
      <span className="figures-chips-lead">{t("filter.only")}</span>
      {state.filters.map((filter) => (
        <Chip
          key={`${filter.dimension}${filter.not}`}
          filter={filter}
          remove={() => set(changeOf({ filters: state.filters.filter((other) => other !== filter) }))}
        />
      ))}
      <Button type="text" size="small" onClick={() => set(changeOf({ filters: [] }))}>
        {t("filter.clear")}
      </Button>
    </div>
  );
}

function Chip({ filter, remove }: { filter: FigureFilter; remove: () => void }) {
  const { t } = useTranslation("figures");
  const words = useFilterWords(filter);
  return (
    <Tag className="figures-chip" closable={{ "aria-label": t("filter.remove", { filter: words }) }} onClose={remove}>
      {words}
    </Tag>
  );
}

export function useFilterWords(filter: FigureFilter): string {
  const { t } = useTranslation("figures");
  const dimensionName = useDimensionName();
  const valueName = useValueName();
  const names = useFilterNames(filter);
  const values = filter.in
    .slice(0, namedAtMost)
    .map((key) => valueName(filter.dimension, names.data?.get(key) ?? { key, name: null }));
  const more = filter.in.length - values.length;
  const list = more > 0 ? t("filter.andMore", { values: values.join("、"), number: more }) : values.join("、");
  return t(filter.not ? "filter.isNot" : "filter.is", { dimension: dimensionName(filter.dimension), values: list });
}
