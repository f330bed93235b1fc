import type { UnansweredQuestion } from "@yingda/contract/routes/figures";
import type { TFunction } from "i18next";
import { sheetOf } from "../../figures/figure-sheet.ts";
import type { SheetCell } from "../../ui/sheet-cell.ts";

/** `timeOf`: an instant as "2026-11-21 14:05" on the shop's clock. */
export function unansweredSheet(
  items: readonly UnansweredQuestion[],
  t: TFunction<"figures">,
  timeOf: (at: string) => string,
): SheetCell[][] {
  return sheetOf(items, [
    { title: t("bot.asked"), cell: ({ question }) => question },
    { title: t("bot.times"), cell: ({ times }) => times },
    { title: t("bot.conversations"), cell: ({ conversations }) => conversations },
    { title: t("bot.lastAsked"), cell: ({ lastAt }) => ({ date: timeOf(lastAt) }) },
  ]);
}
