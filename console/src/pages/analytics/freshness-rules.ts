import type { Freshness } from "@yingda/contract/routes/measure-settings";

/** As long as the week before may still stand beside a figure in somebody's memory, a change is worth a line. */
const recentMs = 7 * 86_400_000;
/** A live shop is always a few seconds behind itself. */
const lagMs = 60_000;

/** Figures asked for a moment ago may be of before. */
const justMs = 10 * 60_000;

export const isRecentChange = ({ settingsChangedAt, asOf }: Freshness) =>
  settingsChangedAt !== null && Date.parse(asOf) - Date.parse(settingsChangedAt) < recentMs;

export const isJustChanged = ({ settingsChangedAt, asOf }: Freshness) =>
  settingsChangedAt !== null && Date.parse(asOf) - Date.parse(settingsChangedAt) < justMs;

export const isLagging = ({ foldedUpTo, asOf }: Freshness) => Date.parse(asOf) - Date.parse(foldedUpTo) > lagMs;
