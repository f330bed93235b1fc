/**
 * To six decimals, exact ties to the even digit: the way the golden sets round. null stays null.
 * toFixed works on the exact value of the number, but takes ties up.
 */
export function round6(value: number): number;
export function round6(value: number | null): number | null;
export function round6(value: number | null): number | null {
  if (value === null) return null;
  const [, sign, whole, kept, rest] = /^(-?)(\d+)\.(\d{6})(\d+)$/.exec(value.toFixed(40)) ?? [];
  const isTie = rest !== undefined && /^50*$/.test(rest);
  const rounded =
    isTie && Number(kept!.at(-1)) % 2 === 0 ? Number(`${sign}${whole}.${kept}`) : Number(value.toFixed(6));
  return rounded === 0 ? 0 : rounded;
}
