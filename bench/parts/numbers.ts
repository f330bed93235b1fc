/** Figures of several runs, as they are printed: the middle one, and how far the others are from it. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

type Spread = { min: number; median: number; max: number };

const spreadOf = (values: readonly number[]): Spread => ({
  min: Math.min(...values),
  median: medianOf(values),
  max: Math.max(...values),
});

/** Of an even number, half-way between the middle two. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

export function showSpread(values: readonly number[], digits = 0): string {
  const { min, median, max } = spreadOf(values);
  const [low, middle, high] = [min, median, max].map((value) => thousands(value, digits));
  return values.length === 1 ? middle! : `${middle} (${low}–${high})`;
}

const thousands = (value: number, digits: number) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Rows under a heading, the first column to the left, the others to the right. */
export function showTable(heading: string[], rows: string[][]): string {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]!.length)));
  return [heading, ...rows]
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "))
    .join("\n");
}
