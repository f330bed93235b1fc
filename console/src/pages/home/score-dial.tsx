import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

export type Band = "excellent" | "good" | "fair" | "poor";

const bandStarts = [60, 80, 90];
const startAngle = -210;
const sweep = 240;

export function bandOf(score: number): Band {
  if (score >= 90) return "excellent";
  if (score >= 80) return "good";
  return score >= 60 ? "fair" : "poor";
}

/** The one dial of the product: the score, the borders of its bands, and where it stood in the previous period. */
export function ScoreDial(props: { value: number | null; previous: number | null; band: Band | null }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const shown = format.number(props.value, 1);
  return (
    <div className={`dial dial-${props.band ?? "none"}`}>
      <svg viewBox="0 0 240 176" role="img" aria-label={`${t("score.title")} ${shown}`}>
        <path className="dial-track" d={arc(0, 100, 96)} />
        {props.value !== null && props.value > 0 && <path className="dial-value" d={arc(0, props.value, 96)} />}
        {bandStarts.map((border) => (
          <g key={border}>
            <path className="dial-border" d={spoke(border, 86, 106)} />
            <text {...place(border, 76)} className="dial-border-word">
              {border}
            </text>
          </g>
        ))}
        {props.previous !== null && (
          <path className="dial-previous" d={spoke(props.previous, 104, 114)}>
            <title>{t("score.previous", { previous: format.number(props.previous, 1) })}</title>
          </path>
        )}
        <text x="120" y="120" textAnchor="middle" className="dial-number">
          {shown}
        </text>
      </svg>
      <span className="dial-band">{props.band ? t(`band.${props.band}`) : t("band.none")}</span>
    </div>
  );
}

function point(score: number, radius: number) {
  const angle = ((startAngle + (score / 100) * sweep) * Math.PI) / 180;
  return { x: 120 + radius * Math.cos(angle), y: 116 + radius * Math.sin(angle) };
}

function place(score: number, radius: number) {
  const { x, y } = point(score, radius);
  return { x, y: y + 3.5, textAnchor: "middle" as const };
}

function spoke(score: number, from: number, to: number) {
  const a = point(score, from);
  const b = point(score, to);
  return `M${a.x} ${a.y}L${b.x} ${b.y}`;
}

function arc(from: number, to: number, radius: number) {
  const a = point(from, radius);
  const b = point(to, radius);
  const isLong = ((to - from) / 100) * sweep > 180 ? 1 : 0;
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${isLong} 1 ${b.x} ${b.y}`;
}
