import type { ScorePart } from "@yingda/contract/measure-rules";
import { Button, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { CrossIcon } from "../../../transcript/icons.tsx";
import { PlusIcon } from "../../../ui/icons.tsx";
import { addAnchor, fromShown, toShown } from "./anchors.ts";
import { FaultLine } from "./fault-line.tsx";

type Anchors = ScorePart["anchors"];
type Props = {
  name: string;
  unit: "ratio" | "seconds";
  anchors: Anchors;
  faultAt: (i: number) => string | null;
  change: (anchors: Anchors) => void;
};

const most = 8;

/** The corners of the line, one a row: a value and what it is worth. */
export function AnchorTable({ name, unit, anchors, faultAt, change }: Props) {
  const { t } = useTranslation("measures");
  const set = (i: number, value: number, points: number) =>
    change(anchors.map((one, n): Anchors[number] => (n === i ? [value, points] : one)));
  return (
    <div className="anchors">
      <p className="rule-hint">{t("score.order")}</p>
      <ol>
        {anchors.map(([value, points], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an anchor has nothing else to be known by
          <li key={i}>
            <InputNumber
              size="small"
              aria-label={t("score.valueOf", { name, n: i + 1 })}
              status={faultAt(i) ? "error" : undefined}
              min={0}
              max={unit === "ratio" ? 100 : 86_400}
              precision={unit === "ratio" ? 1 : 0}
              suffix={unit === "ratio" ? "%" : t("limits.seconds")}
              value={toShown(value, unit)}
              onChange={(next) => next !== null && set(i, fromShown(next, unit), points)}
            />
            →
            <InputNumber
              size="small"
              aria-label={t("score.pointsOf", { name, n: i + 1 })}
              status={faultAt(i) ? "error" : undefined}
              min={0}
              max={100}
              precision={0}
              suffix={t("score.pts")}
              value={points}
              onChange={(next) => next !== null && set(i, value, next)}
            />
            <Button
              type="text"
              size="small"
              icon={<CrossIcon size={14} />}
              disabled={anchors.length <= 2}
              aria-label={t("score.remove", { n: i + 1 })}
              title={t("score.remove", { n: i + 1 })}
              onClick={() => change(anchors.filter((_, n) => n !== i))}
            />
            <FaultLine code={faultAt(i)} />
          </li>
        ))}
      </ol>
      <Button
        type="text"
        size="small"
        icon={<PlusIcon size={14} />}
        disabled={anchors.length >= most}
        onClick={() => change(addAnchor(anchors, unit))}
      >
        {t("score.add")}
      </Button>
    </div>
  );
}
