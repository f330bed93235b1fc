/** The second-level navigation of the figures, in order. */
export const figurePages = [
  { to: "/analytics/efficiency", word: "efficiency" },
  { to: "/analytics/diagnosis", word: "diagnosis" },
] as const;
