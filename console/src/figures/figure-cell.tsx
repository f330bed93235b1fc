import type { MetricWords } from "@yingda/contract/figures";
import { fewestObservations } from "@yingda/contract/tag-rules";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Pair } from "./ask.ts";
import { ChangeMark } from "./change-mark.tsx";
import { useFigureWords } from "./use-figure-words.ts";

type Props = { pair: Pair | undefined; words: MetricWords; largest: number | null };

export function FigureCell({ pair, words, largest }: Props) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  if (!pair || pair.now.value === null) return <span className="figures-cell-none">—</span>;
  const { now, before } = pair;
  const isSmall = now.denominator !== null && now.denominator < fewestObservations;
  const parts = say.parts(now, words.unit);
  const share = largest && largest > 0 ? Math.max(0, now.value! / largest) : null;
  return (
    <Tooltip title={isSmall ? `${parts} · ${t("small")}` : parts}>
      <span className={isSmall ? "figures-cell figures-cell-small" : "figures-cell"}>
        <span className="figures-cell-value">{say.value(now, words.unit)}</span>
        {isSmall ? <small>{t("small")}</small> : <ChangeMark now={now} before={before} words={words} isShort />}
        {share !== null && (
          <span className="figures-cell-bar" aria-hidden="true">
            <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
          </span>
        )}
      </span>
    </Tooltip>
  );
}
