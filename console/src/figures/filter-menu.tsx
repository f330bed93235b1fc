import type { Dimension, FigureFilter } from "@yingda/contract/figures";
import { limits } from "@yingda/contract/limits";
import { Button, Popover, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlusIcon } from "../ui/icons.tsx";
import { useFormat } from "../ui/use-format.ts";
import { filterDimensions, useDimensionValues } from "./dimension-values.ts";
import { useDimensionName, useValueName } from "./use-dimension-words.ts";
import { changeOf, useFigureState, useSetFigureSearch } from "./use-figures.ts";

/** Adds a filter: by what, one of or none of, and which of the values that occur. */
export function FilterMenu() {
  const { t } = useTranslation("figures");
  const { state } = useFigureState();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setIsOpen}
      destroyOnHidden
      content={<FilterForm done={() => setIsOpen(false)} />}
    >
      <Button icon={<PlusIcon />} disabled={state.filters.length >= limits.filters} aria-expanded={isOpen}>
        {t("filter.add")}
      </Button>
    </Popover>
  );
}

const none = "∅";

function FilterForm({ done }: { done: () => void }) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  const { state } = useFigureState();
  const set = useSetFigureSearch();
  const dimensionName = useDimensionName();
  const valueName = useValueName();
  const [dimension, setDimension] = useState<Dimension>();
  const [isNot, setIsNot] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [isListOpen, setIsListOpen] = useState(false);
  const values = useDimensionValues(dimension);

  function apply() {
    const filter: FigureFilter = {
      dimension: dimension!,
      in: chosen.map((value) => (value === none ? null : value)),
      not: isNot,
    };
    const others = state.filters.filter((one) => one.dimension !== dimension || one.not !== isNot);
    set(changeOf({ filters: [...others, filter] }));
    done();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list, then the form, from any field
    <div className="figures-filter" onKeyDown={(event) => event.key === "Escape" && !isListOpen && done()}>
      <Select
        autoFocus
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("filter.by")}
        placeholder={t("filter.by")}
        value={dimension}
        options={filterDimensions.map((value) => ({ value, label: dimensionName(value) }))}
        onChange={(next) => {
          setDimension(next);
          setChosen([]);
        }}
      />
      <Segmented
        block
        aria-label={t("filter.sense")}
        value={isNot}
        options={[
          { value: false, label: t("filter.include") },
          { value: true, label: t("filter.exclude") },
        ]}
        onChange={setIsNot}
      />
      <Select
        mode="multiple"
        onOpenChange={setIsListOpen}
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("filter.values")}
        placeholder={t(values.isError ? "filter.failed" : "filter.values")}
        disabled={!dimension}
        loading={values.isLoading}
        notFoundContent={values.isLoading ? t("filter.loading") : t("filter.noValues")}
        maxTagCount={4}
        listHeight={220}
        popupRender={(list) => (
          <>
            {list}
            {chosen.length > 0 && (
              <div className="figures-filter-done">
                <Button type="primary" size="small" onMouseDown={(event) => event.preventDefault()} onClick={apply}>
                  {t("filter.applyThese", { count: chosen.length, number: chosen.length })}
                </Button>
              </div>
            )}
          </>
        )}
        maxCount={limits.filterValues}
        value={chosen}
        options={(values.data ?? []).map((value) => ({
          value: value.key ?? none,
          label: valueName(dimension!, value),
          count: value.count,
        }))}
        optionRender={({ label, data }) => (
          <span className="figures-value">
            <span>{label}</span>
            {data.count !== null && <small>{format.number(data.count)}</small>}
          </span>
        )}
        onChange={setChosen}
      />
      <div className="figures-filter-foot">
        <Button onClick={done}>{t("filter.cancel")}</Button>
        <Button type="primary" disabled={chosen.length === 0} onClick={apply}>
          {t("filter.apply")}
        </Button>
      </div>
    </div>
  );
}
