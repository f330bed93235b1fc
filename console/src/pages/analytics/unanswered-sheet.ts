import type { UnansweredQuestion } from "@yingda/contract/routes/figures";
import type { TFunction } from "i18next";
import { sheetOf } from "../../figures/figure-sheet.ts";
import type { CsvCell } from "../../ui/csv.ts";

export function unansweredSheet(
  items: readonly UnansweredQuestion[],
  t: TFunction<"figures">,
  timeOf: (at: string) => string,
): CsvCell[][] {
  return sheetOf(items, [
    { title: t("bot.asked"), cell: ({ question }) => question },
    { title: t("bot.times"), cell: ({ times }) => times },
    { title: t("bot.conversations"), cell: ({ conversations }) => conversations },
    { title: t("bot.lastAsked"), cell: ({ lastAt }) => timeOf(lastAt) },
  ]);
}
