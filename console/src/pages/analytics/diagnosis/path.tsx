import type { Dimension, FigureFilter } from "@yingda/contract/figures";
import { useTranslation } from "react-i18next";
import { useFilterWords } from "../../../figures/filter-chips.tsx";
import { useDimensionName } from "../../../figures/use-dimension-words.ts";
import { changeOf, useFigureState, useSetFigureSearch } from "../../../figures/use-figures.ts";

/** How one came here, from the whole down: each step leads back to itself, and any can be left out. */
export function Path({ dimension }: { dimension: Dimension | null }) {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  const dimensionName = useDimensionName();
  const { filters } = state;
  return (
    <nav className="diagnosis-path" aria-label={t("diagnosis.path")}>
      <ol>
        <li>
          <button
            type="button"
            className="plain-button"
            disabled={filters.length === 0}
            onClick={() => set({ ...changeOf({ filters: [] }), by: filters[0]?.dimension })}
          >
            {t("diagnosis.whole")}
          </button>
        </li>
        {filters.map((filter, i) => (
          <Step
            key={`${filter.dimension}${filter.not}`}
            filter={filter}
            isLast={i === filters.length - 1}
            go={() => set({ ...changeOf({ filters: filters.slice(0, i + 1) }), by: filters[i + 1]?.dimension })}
            leaveOut={() => set(changeOf({ filters: filters.filter((other) => other !== filter) }))}
          />
        ))}
        {dimension && <li aria-current="step">{t("table.byOne", { dimension: dimensionName(dimension) })}</li>}
      </ol>
    </nav>
  );
}

type StepProps = { filter: FigureFilter; isLast: boolean; go: () => void; leaveOut: () => void };

function Step({ filter, isLast, go, leaveOut }: StepProps) {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const words = useFilterWords(filter, state.window);
  return (
    <li>
      <button type="button" className="plain-button" disabled={isLast} onClick={go}>
        {words}
      </button>
      <button
        type="button"
        className="plain-button diagnosis-leave-out"
        aria-label={t("filter.remove", { filter: words })}
        onClick={leaveOut}
      >
        ×
      </button>
    </li>
  );
}
