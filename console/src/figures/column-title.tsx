import type { MetricWords } from "@yingda/contract/figures";
import { Tooltip } from "antd";
import { InfoIcon } from "../ui/icons.tsx";
import { useFormat } from "../ui/use-format.ts";

/** A metric's name over a column, with its formula on hover. Where bot and people stand beside each other, that is known. */
export function ColumnTitle({ words }: { words: MetricWords }) {
  const { language } = useFormat();
  const name = words.name[language];
  return (
    <Tooltip title={words.formula[language]}>
      <span className="figures-column">
        {words.key.startsWith("compare.") ? nameAlone(name) : name}
        <InfoIcon size={13} />
      </span>
    </Tooltip>
  );
}

/** "人机对比·解决率" → "解决率"; "Bot and people: settled" → "Settled". */
function nameAlone(name: string): string {
  const alone = name.slice(Math.max(name.indexOf("·"), name.indexOf(":")) + 1).trim();
  return alone.slice(0, 1).toUpperCase() + alone.slice(1);
}
