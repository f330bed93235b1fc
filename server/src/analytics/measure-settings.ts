import type { ShopSettings } from "@yingda/contract/routes/shop";
import { type ServiceHours, weekdays } from "@yingda/measures/hours";
import { defaultSettings, type MeasureSettings } from "@yingda/measures/settings";

/** Raised when measures' fold gives other facts for the same log, so that an update folds every shop again. */
const foldVersion = 3;

/** What of a shop's settings its figures depend on; the rest is as the definitions say. */
export function measureSettingsOf(shop: Pick<ShopSettings, "timeZone" | "serviceHours">): MeasureSettings {
  return { ...defaultSettings, timeZone: shop.timeZone, serviceHours: serviceHoursOf(shop.serviceHours) };
}

/** Equal exactly when a fold gives equal facts; the score is no part of it. */
export function fingerprintOf(settings: MeasureSettings): string {
  return JSON.stringify([foldVersion, { ...settings, score: undefined }]);
}

function serviceHoursOf({ from, to, days }: ShopSettings["serviceHours"]): ServiceHours {
  // The shop's week begins on Sunday, that of measures on Monday.
  const weekly = weekdays.map((day, i) => [day, days.includes((i + 1) % 7) ? [{ from, to }] : []]);
  return { weekly: Object.fromEntries(weekly), holidays: [] };
}
