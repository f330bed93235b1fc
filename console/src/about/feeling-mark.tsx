import type { Sentiment } from "@yingda/contract/events";
import { useTranslation } from "react-i18next";

/** A word and a face, never colour alone. */
export function FeelingMark({ feeling, isAngry = false }: { feeling: Sentiment; isAngry?: boolean }) {
  const { t } = useTranslation("about");
  return (
    <span className={`feeling feeling-${feeling}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" />
        <path d="M7.2 8v.6M12.8 8v.6" />
        <path d={mouths[feeling]} />
      </svg>
      {t(isAngry && feeling === "negative" ? "angry" : `feelings.${feeling}`)}
    </span>
  );
}

/** The customer says that it can't wait; `words`: in which sentence, if that is known. */
export function UrgentMark({ words }: { words?: string | null }) {
  const { t } = useTranslation("about");
  return (
    <span className="urgent" title={words ? t("urgentSaid", { words }) : t("urgentHint")}>
      {t("urgent")}
    </span>
  );
}

const mouths = {
  negative: "M6.8 13.6q3.2-2.8 6.4 0",
  neutral: "M7 12.6h6",
  positive: "M6.8 11.8q3.2 3 6.4 0",
};
