import { useTranslation } from "react-i18next";

const stops = [
  { word: "receive", x: 200, y: 62 },
  { word: "measure", x: 338, y: 200 },
  { word: "diagnose", x: 200, y: 338 },
  { word: "improve", x: 62, y: 200 },
] as const;

/** The product in one drawing: receive, measure, diagnose, improve, and round again. */
export function LoopPicture() {
  const { t } = useTranslation("login");
  return (
    <svg className="loop" viewBox="0 0 400 400" aria-hidden="true">
      <circle cx="200" cy="200" r="138" className="loop-ring" />
      <circle cx="200" cy="200" r="92" className="loop-inner" />
      <circle cx="200" cy="200" r="138" className="loop-run" />
      <path
        className="loop-bubble"
        d="M166 158h68a22 22 0 0 1 22 22v34a22 22 0 0 1-22 22h-30l-24 18v-18h-14a22 22 0 0 1-22-22v-34a22 22 0 0 1 22-22z"
      />
      <path className="loop-tick" d="M176 197l18 18 34-36" />
      {stops.map(({ word, x, y }) => (
        <g key={word}>
          <rect className="loop-stop" x={x - 50} y={y - 20} width="100" height="40" rx="20" />
          <text x={x} y={y + 5.5} textAnchor="middle">
            {t(`loop.${word}`)}
          </text>
        </g>
      ))}
    </svg>
  );
}
