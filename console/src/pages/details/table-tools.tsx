import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import { type DetailState, useSetDetails, useSetLook } from "./use-details.ts";

export function DensitySwitch({ state }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const set = useSetDetails();
  return (
    <Segmented
      className="details-density"
      aria-label={t("density.label")}
      value={state.isTight}
      options={[
        { value: false, label: t("density.usual") },
        { value: true, label: t("density.tight") },
      ]}
      onChange={(next) => set({ density: next ? "tight" : undefined }, { replace: true })}
    />
  );
}

/** Cards have no headings to sort by. */
export function PhoneSort({ state }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const { language } = useFormat();
  const setLook = useSetLook();
  const options = state.shown.flatMap(({ key, name }) =>
    (["desc", "asc"] as const).map((direction) => ({
      value: `${direction} ${key}`,
      label: `${name[language]} ${direction === "asc" ? "↑" : "↓"}`,
    })),
  );
  return (
    <Select
      className="details-phone-sort"
      aria-label={t("sort")}
      value={state.sort && `${state.sort.direction} ${state.sort.column}`}
      options={options}
      onChange={(next) => {
        const [direction, column] = next.split(" ") as ["asc" | "desc", string];
        setLook({ sort: { column, direction } });
      }}
    />
  );
}
