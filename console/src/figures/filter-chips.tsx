import type { DayWindow, FigureFilter } from "@yingda/contract/figures";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useFilterNames } from "./dimension-values.ts";
import { useDimensionName, useValueName } from "./use-dimension-words.ts";

const namedAtMost = 3;

type Props = { filters: readonly FigureFilter[]; window: DayWindow; change: (filters: FigureFilter[]) => void };

/** What is looked at, in the order in which it was entered: each can be taken away again. */
export function FilterChips({ filters, window, change }: Props) {
  const { t } = useTranslation("figures");
  return (
    <div className="figures-chips">
      <span className="figures-chips-lead">{t("filter.only")}</span>
      {filters.map((filter) => (
        <Chip
          key={`${filter.dimension}${filter.not}`}
          filter={filter}
          window={window}
          remove={() => change(filters.filter((other) => other !== filter))}
        />
      ))}
      <Button type="text" size="small" onClick={() => change([])}>
        {t("filter.clear")}
      </Button>
    </div>
  );
}

function Chip({ filter, window, remove }: { filter: FigureFilter; window: DayWindow; remove: () => void }) {
  const { t } = useTranslation("figures");
  const words = useFilterWords(filter, window);
  return (
    <Tag
      className="figures-chip"
      closable={{ "aria-label": t("filter.remove", { filter: words }) }}
      onClose={(event) => {
        // The address takes it away; a tag that hid by itself would stay hidden when "back" brings it again.
        event.preventDefault();
        remove();
      }}
    >
      {words}
    </Tag>
  );
}

export function useFilterWords(filter: FigureFilter, window: DayWindow): string {
  const { t } = useTranslation("figures");
  const dimensionName = useDimensionName();
  const valueName = useValueName();
  const names = useFilterNames(filter, window);
  const values = filter.in
    .slice(0, namedAtMost)
    .map((key) => valueName(filter.dimension, names.data?.get(key) ?? { key, name: null }));
  const more = filter.in.length - values.length;
  const list = more > 0 ? t("filter.andMore", { values: values.join("、"), number: more }) : values.join("、");
  return t(filter.not ? "filter.isNot" : "filter.is", { dimension: dimensionName(filter.dimension), values: list });
}
