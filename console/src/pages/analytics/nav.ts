/** The second-level navigation of the figures, in order. */
export const figurePages = [
  { to: "/analytics/efficiency", word: "efficiency" },
  { to: "/analytics/quality", word: "quality" },
  { to: "/analytics/bot", word: "bot" },
  { to: "/analytics/people", word: "people" },
  { to: "/analytics/surveys", word: "surveys" },
  { to: "/analytics/comparison", word: "comparison" },
  { to: "/analytics/diagnosis", word: "diagnosis" },
  { to: "/analytics/conversations", word: "conversations" },
  { to: "/analytics/agents", word: "agents" },
  { to: "/analytics/reference", word: "reference" },
] as const;
