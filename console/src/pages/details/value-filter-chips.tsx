import type { RangeFilter } from "@yingda/contract/details";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import { type DetailState, useSetLook } from "./use-details.ts";

/** What numbers and marks the rows are narrowed by; each can be taken away again. */
export function ValueFilterChips({ state }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const { language } = useFormat();
  const setLook = useSetLook();
  const rangeWords = useRangeWords(state);
  const { ranges, flags } = state.look;
  const nameOf = (key: string) => state.columns.find((one) => one.key === key)?.name[language] ?? key;
  if (ranges.length + flags.length === 0) return null;
  return (
    <div className="details-chips">
      {ranges.map((range) => (
        <Chip
          key={range.column}
          words={rangeWords(range)}
          remove={() => setLook({ ranges: ranges.filter((one) => one !== range) })}
        />
      ))}
      {flags.map((flag) => (
        <Chip
          key={flag.column}
          words={t("filter.is", { column: nameOf(flag.column), value: t(flag.is ? "yes" : "no") })}
          remove={() => setLook({ flags: flags.filter((one) => one !== flag) })}
        />
      ))}
      <Button type="text" size="small" onClick={() => setLook({ ranges: [], flags: [] })}>
        {t("filter.clear")}
      </Button>
    </div>
  );
}

function useRangeWords({ columns }: DetailState) {
  const { t } = useTranslation("details");
  const format = useFormat();
  return ({ column: key, min, max }: RangeFilter): string => {
    const column = columns.find((one) => one.key === key);
    const words = (value: number) =>
      column?.kind === "seconds"
        ? format.duration(value)
        : column?.kind === "ratio"
          ? format.ratio(value)
          : format.number(value);
    const name = column?.name[format.language] ?? key;
    if (min === undefined) return t("filter.atMost", { column: name, value: words(max!) });
    if (max === undefined) return t("filter.atLeast", { column: name, value: words(min) });
    return t("filter.between", { column: name, min: words(min), max: words(max) });
  };
}

function Chip({ words, remove }: { words: string; remove: () => void }) {
  const { t } = useTranslation("details");
  return (
    <Tag
      className="details-chip"
      closable={{ "aria-label": t("filter.remove", { filter: words }) }}
      onClose={(event) => {
        // The address takes it away, see filter-chips.tsx.
        event.preventDefault();
        remove();
      }}
    >
      {words}
    </Tag>
  );
}
