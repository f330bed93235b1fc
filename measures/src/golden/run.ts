import type { ConversationLog } from "../fold.ts";
import type { MeasureSettings } from "../settings.ts";
import { type GoldenCases, reportCases } from "./cases.ts";
import { type GoldenConfig, readSettings } from "./config.ts";
import { type Figures, measureLogs, selectLogs } from "./figures.ts";
import { importLogs } from "./import.ts";
import { reportFigures } from "./report.ts";

/** The texts of a golden set's files; cases.json need not be there. */
export type GoldenSet = { config: string; sessions: string; events: string; cases: string | null };

/** A golden set read: its settings, and the conversations of its two windows. */
export type OpenSet = {
  config: GoldenConfig;
  settings: MeasureSettings;
  now: ConversationLog[];
  before: ConversationLog[];
};

/** `complain` hears about rows left out. */
export function openSet(set: GoldenSet, complain: (words: string) => void): OpenSet {
  const config = JSON.parse(set.config) as GoldenConfig;
  const settings = readSettings(config);
  const logs = importLogs(set.sessions, set.events, settings.timeZone, complain);
  return { config, settings, now: selectLogs(logs, config.window), before: selectLogs(logs, config.previous_window) };
}

/** The set's figures and side cases in the keys and shape of its expected.json. */
export function report(
  set: GoldenSet,
  { settings }: OpenSet,
  { now, before }: { now: Figures; before: Figures },
): Record<string, unknown> {
  const figures = reportFigures(now, before, settings.score);
  return set.cases === null ? figures : { ...figures, cases: reportCases(JSON.parse(set.cases) as GoldenCases) };
}

/** Works out a golden set in memory. */
export function runGolden(set: GoldenSet, complain: (words: string) => void): Record<string, unknown> {
  const open = openSet(set, complain);
  return report(set, open, {
    now: measureLogs(open.now, open.settings),
    before: measureLogs(open.before, open.settings),
  });
}
