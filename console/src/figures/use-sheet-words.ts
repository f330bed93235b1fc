import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/use-format.ts";
import type { SheetWords } from "./figure-sheet.ts";
import { useValueName } from "./use-dimension-words.ts";

export function useSheetWords(): SheetWords {
  const { t } = useTranslation("figures");
  const { language } = useFormat();
  return { language, t, valueName: useValueName() };
}
