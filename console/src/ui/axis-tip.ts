import type { Palette } from "./theme.ts";

/** The box that says what stands at a place of a chart's axis; `words` are HTML, by the place. */
export const axisTip = (c: Palette, words: (place: number) => string) => ({
  trigger: "axis",
  backgroundColor: c.surface,
  borderColor: c.line,
  textStyle: { color: c.ink, fontSize: 13 },
  formatter: (points: { dataIndex: number }[]) => words(points[0]!.dataIndex),
});
