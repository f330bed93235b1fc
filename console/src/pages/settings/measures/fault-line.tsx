import { useTranslation } from "react-i18next";
import { faultWord } from "./rules.ts";

/** What is wrong here, in words; nothing when nothing is. */
export function FaultLine({ code }: { code: string | null }) {
  const { t } = useTranslation("measures");
  if (code === null) return null;
  return (
    <span className="fault" role="alert">
      {t(`fault.${faultWord(code)}`)}
    </span>
  );
}
