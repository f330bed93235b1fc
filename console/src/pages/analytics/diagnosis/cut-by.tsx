import type { Dimension } from "@yingda/contract/figures";
import { useTranslation } from "react-i18next";
import { useDimensionName } from "../../../figures/use-dimension-words.ts";
import { useSetFigureSearch } from "../../../figures/use-figures.ts";

/** In the order in which one asks: who, about what, where, when, why. */
const order: readonly Dimension[] = [
  "agent",
  "intentGroup",
  "intent",
  "question",
  "category",
  "product",
  "entry",
  "channel",
  "region",
  "reason",
  "sentiment",
  "handledBy",
  "requestedBy",
  "surveyVia",
  "outcome",
  "trigger",
  "hour",
  "requestHour",
  "weekday",
  "day",
];

export function CutBy({ chosen, available }: { chosen: Dimension; available: readonly Dimension[] }) {
  const { t } = useTranslation("figures");
  const dimensionName = useDimensionName();
  const set = useSetFigureSearch();
  return (
    <fieldset className="diagnosis-cuts">
      <legend className="visually-hidden">{t("table.by")}</legend>
      {order
        .filter((dimension) => available.includes(dimension))
        .map((dimension) => (
          <button
            key={dimension}
            type="button"
            className="plain-button"
            aria-pressed={dimension === chosen}
            onClick={() => set({ by: dimension }, { replace: true })}
          >
            {dimensionName(dimension)}
          </button>
        ))}
    </fieldset>
  );
}
