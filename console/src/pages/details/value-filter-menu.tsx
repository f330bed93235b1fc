import type { DetailColumn } from "@yingda/contract/details";
import { limits } from "@yingda/contract/limits";
import { Button, InputNumber, Popover, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlusIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type DetailState, useSetLook } from "./use-details.ts";

/** Adds a filter by what a column says: a number by its range, a mark by yes or no. */
export function ValueFilterMenu({ state }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const [isOpen, setIsOpen] = useState(false);
  const { ranges, flags } = state.look;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setIsOpen}
      destroyOnHidden
      content={<ValueFilterForm state={state} done={() => setIsOpen(false)} />}
    >
      <Button
        icon={<PlusIcon />}
        aria-expanded={isOpen}
        disabled={ranges.length >= limits.filters && flags.length >= limits.flagFilters}
      >
        {t("filter.add")}
      </Button>
    </Popover>
  );
}

function ValueFilterForm({ state, done }: { state: DetailState; done: () => void }) {
  const { t } = useTranslation("details");
  const { language } = useFormat();
  const setLook = useSetLook();
  const { look, columns } = state;
  const [key, setKey] = useState<string>();
  const [is, setIs] = useState(true);
  const [min, setMin] = useState<number | null>(null);
  const [max, setMax] = useState<number | null>(null);
  const column = columns.find((one) => one.key === key);
  const isFlag = column?.kind === "flag";
  const isTurned = min !== null && max !== null && min > max;
  const isReady = isFlag || ((min !== null || max !== null) && !isTurned);

  function apply() {
    if (!column || !isReady) return;
    if (isFlag) {
      setLook({ flags: [...look.flags.filter((one) => one.column !== key), { column: key!, is }] });
    } else {
      const by = column.kind === "ratio" ? 100 : 1;
      const range = {
        column: key!,
        ...(min !== null && { min: min / by }),
        ...(max !== null && { max: max / by }),
      };
      setLook({ ranges: [...look.ranges.filter((one) => one.column !== key), range] });
    }
    done();
  }

  return (
    <form
      className="details-filter"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Select
        autoFocus
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("filter.by")}
        placeholder={t("filter.by")}
        value={key}
        options={columns
          .filter(({ canFilter }) => canFilter)
          .map((one) => ({ value: one.key, label: one.name[language] }))}
        onChange={setKey}
      />
      {isFlag && (
        <Segmented
          block
          aria-label={column.name[language]}
          value={is}
          options={[
            { value: true, label: t("yes") },
            { value: false, label: t("no") },
          ]}
          onChange={setIs}
        />
      )}
      {column && !isFlag && (
        <div className="details-filter-range">
          <Bound column={column} label={t("filter.min")} value={min} change={setMin} />
          <span aria-hidden="true">–</span>
          <Bound column={column} label={t("filter.max")} value={max} change={setMax} />
        </div>
      )}
      {isTurned && <p className="details-filter-wrong">{t("filter.turned")}</p>}
      <div className="details-filter-foot">
        <Button onClick={done}>{t("filter.cancel")}</Button>
        <Button type="primary" htmlType="submit" disabled={!column || !isReady}>
          {t("filter.apply")}
        </Button>
      </div>
    </form>
  );
}

type BoundProps = { column: DetailColumn; label: string; value: number | null; change: (value: number | null) => void };

function Bound({ column, label, value, change }: BoundProps) {
  const { t } = useTranslation("details");
  const unit = { seconds: t("unit.seconds"), ratio: "%", stars: t("unit.stars") }[column.kind as string];
  return <InputNumber aria-label={label} placeholder={label} value={value} suffix={unit} min={0} onChange={change} />;
}
