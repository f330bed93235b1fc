import type { ScorePart } from "@yingda/contract/measure-rules";

type Anchors = ScorePart["anchors"];
type Unit = "ratio" | "seconds";

/** Ratios are written as per cent with one decimal; 0.29 × 100 must not read 28.999999999999996. */
export const toShown = (value: number, unit: Unit) => (unit === "ratio" ? Math.round(value * 1000) / 10 : value);
export const fromShown = (value: number, unit: Unit) => (unit === "ratio" ? Math.round(value * 10) / 1000 : value);

/** One more corner in the middle of the longest stretch, on the line: nothing changes until it is moved. */
export function addAnchor(anchors: Anchors, unit: Unit): Anchors {
  let at = 1;
  const lengthOf = (i: number) => Math.abs(anchors[i]![0] - anchors[i - 1]![0]);
  for (let i = 2; i < anchors.length; i++) if (lengthOf(i) > lengthOf(at)) at = i;
  const [from, to] = [anchors[at - 1]!, anchors[at]!];
  const middle = (i: 0 | 1) => (from[i] + to[i]) / 2;
  const step = unit === "ratio" ? 1000 : 1;
  const value = Math.round(middle(0) * step) / step;
  return anchors.toSpliced(at, 0, [value, Math.round(middle(1))]);
}

/** What a value is worth: the line of the score, for the mark on the curve. */
export function pointsAt(value: number, anchors: Anchors): number {
  const rising = anchors.toSorted((a, b) => a[0] - b[0]);
  const [first, last] = [rising[0]!, rising.at(-1)!];
  if (value <= first[0]) return first[1];
  if (value >= last[0]) return last[1];
  const i = rising.findIndex(([x]) => x >= value);
  const [x0, y0] = rising[i - 1]!;
  const [x1, y1] = rising[i]!;
  return y0 + ((value - x0) * (y1 - y0)) / (x1 - x0);
}
