import type { MetricWords } from "@yingda/contract/figures";

/** Bars left and right of a zero. Harm and help differ by side and sign; their colours only repeat it. */

type Good = MetricWords["good"];

function toneOf(value: number, good: Good): "harm" | "help" | "plain" {
  if (good === "none" || value === 0) return "plain";
  return (good === "down") === value > 0 ? "harm" : "help";
}

/** Percent of the width, from the left; whatever is out of reach ends at the edge. */
const place = (value: number, reach: number) => (reach === 0 ? 50 : 50 + Math.max(-1, Math.min(1, value / reach)) * 48);

function span(from: number, to: number, reach: number): { left: string; width: string } {
  const [a, b] = [place(from, reach), place(to, reach)];
  return { left: `${Math.min(a, b).toFixed(2)}%`, width: `${Math.abs(a - b).toFixed(2)}%` };
}

type ImpactProps = { value: number; low: number | null; high: number | null; reach: number; good: Good };

export function ImpactBar({ value, low, high, reach, good }: ImpactProps) {
  return (
    <span className="signed" aria-hidden="true">
      <span className={`signed-bar signed-${toneOf(value, good)}`} style={span(0, value, reach)} />
      {low !== null && high !== null && low !== high && (
        <span className="signed-whisker" style={span(low, high, reach)} />
      )}
    </span>
  );
}

/** Parts smaller than this share of the axis cannot be told apart anyway. */
const leastSeen = 0.03;

/** Its own change solid, the changed share hatched, the sum a stroke across. */
export function SplitBar({ rate, mix, reach, good }: { rate: number; mix: number; reach: number; good: Good }) {
  const isSameWay = Math.sign(rate) === Math.sign(mix);
  return (
    <span className="signed" aria-hidden="true">
      <span className={`signed-bar signed-${toneOf(rate, good)}`} style={span(0, rate, reach)} />
      <span
        className={`signed-bar signed-mix signed-${toneOf(mix, good)}`}
        style={isSameWay ? span(rate, rate + mix, reach) : span(0, mix, reach)}
      />
      {!isSameWay && Math.min(Math.abs(rate), Math.abs(mix)) > reach * leastSeen && (
        <span className="signed-sum" style={{ left: `${place(rate + mix, reach).toFixed(2)}%` }} />
      )}
    </span>
  );
}
