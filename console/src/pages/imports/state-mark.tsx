import type { LogImport } from "@yingda/contract/routes/imports";
import { useTranslation } from "react-i18next";

/** The word says it; the colour only helps. */
export function StateMark({ state }: { state: LogImport["state"] }) {
  const { t } = useTranslation("imports");
  return <span className={`log-state log-state-${state}`}>{t(`state.${state}`)}</span>;
}
