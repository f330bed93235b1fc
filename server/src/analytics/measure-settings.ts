import type { ShopSettings } from "@yingda/contract/routes/shop";
import { defaultSettings, type MeasureSettings } from "@yingda/measures/settings";
import type { Ctx } from "../context.ts";
import { getShop } from "../shops/shops.ts";

/** Raised when measures' fold gives other facts for the same log, so that an update folds every shop again. */
const foldVersion = 5;

export const getMeasureSettings = async (ctx: Ctx): Promise<MeasureSettings> =>
  measureSettingsOf((await getShop(ctx)).settings);

/** What of a shop's settings its figures depend on. Named one by one: the order is part of the fingerprint. */
export function measureSettingsOf({
  timeZone,
  serviceHours: { weekly, holidays },
  measures,
}: Pick<ShopSettings, "timeZone" | "serviceHours" | "measures">): MeasureSettings {
  // What a holiday is called measures nothing.
  const days = holidays.map(({ day, periods }) => ({ day, periods })).sort((a, b) => (a.day < b.day ? -1 : 1));
  const { lastRatingWins } = defaultSettings;
  return { timeZone, serviceHours: { weekly, holidays: days }, lastRatingWins, ...measures };
}

/** Equal exactly when a fold gives equal facts; the score is no part of it. */
export function fingerprintOf(settings: MeasureSettings): string {
  return JSON.stringify([foldVersion, { ...settings, score: undefined }]);
}
