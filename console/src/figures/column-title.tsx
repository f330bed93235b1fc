import type { MetricWords } from "@yingda/contract/figures";
import { Tooltip } from "antd";
import { InfoIcon } from "../ui/icons.tsx";
import { useFormat } from "../ui/use-format.ts";

/** A metric's name over a column, with its formula on hover. */
export function ColumnTitle({ words }: { words: MetricWords }) {
  const { language } = useFormat();
  return (
    <Tooltip title={words.formula[language]}>
      <span className="figures-column">
        {words.name[language]}
        <InfoIcon size={13} />
      </span>
    </Tooltip>
  );
}
