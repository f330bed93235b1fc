import { type GoldenCases, reportCases } from "./cases.ts";
import type { GoldenConfig } from "./config.ts";
import { importLogs } from "./import.ts";
import { reportFigures } from "./report.ts";

/** The texts of a golden set's files; cases.json need not be there. */
export type GoldenSet = { config: string; sessions: string; events: string; cases: string | null };

/** Works out a golden set in the keys and shape of its expected.json; `complain` hears about rows left out. */
export function runGolden(set: GoldenSet, complain: (words: string) => void): Record<string, unknown> {
  const config = JSON.parse(set.config) as GoldenConfig;
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/.exec(config.window.start)?.[0] ?? "Z";
  const logs = importLogs(set.sessions, set.events, offset, complain);
  const figures = reportFigures(config, logs);
  return set.cases === null ? figures : { ...figures, cases: reportCases(JSON.parse(set.cases) as GoldenCases) };
}
