import type { ScorePart } from "@yingda/contract/measure-rules";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { pointsAt } from "./anchors.ts";

type Props = { name: string; part: ScorePart; unit: "ratio" | "seconds"; value: number | null };

const [width, height, pad] = [132, 48, 5];

/** The line from values to points, the worst at the left, and where the shop stands on it. */
export function ScoreCurve({ name, part: { anchors }, unit, value }: Props) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const [worst, best] = [anchors[0]![0], anchors.at(-1)![0]];
  const x = (at: number) => pad + clamp((at - worst) / (best - worst || 1)) * (width - 2 * pad);
  const y = (points: number) => height - pad - (points / 100) * (height - 2 * pad);
  const told = anchors
    .map(([at, points]) => t("score.point", { value: format.value(at, unit), points }))
    .join(t("and"));
  return (
    <svg
      className="curve"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("score.curve", { name, points: told })}
    >
      <path className="curve-floor" d={`M${pad} ${height - pad}H${width - pad}`} />
      <polyline className="curve-line" points={anchors.map(([at, points]) => `${x(at)},${y(points)}`).join(" ")} />
      {value !== null && <circle className="curve-here" cx={x(value)} cy={y(pointsAt(value, anchors))} r="3.5" />}
    </svg>
  );
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
