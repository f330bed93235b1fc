import type { Figure, MetricWords } from "@yingda/contract/figures";
import { useTranslation } from "react-i18next";
import { useFigureWords } from "./use-figure-words.ts";

type Props = { now: Figure; before: Figure | null; words: Pick<MetricWords, "unit" | "good">; isShort?: boolean };

/**
 * The change since the window compared with: sign, shape and word say it, the colour only repeats it. What may be
 * chance has its sign alone.
 */
export function ChangeMark({ now, before, words, isShort = false }: Props) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const change = say.change(now, before, words);
  if (!change) return null;
  const { verdict } = change;
  return (
    <span
      className={`figures-change figures-change-${verdict}`}
      title={verdict === "unsure" ? t("verdict.unsure") : undefined}
    >
      {verdict === "same" ? t("verdict.same") : change.words}
      {(verdict === "better" || verdict === "worse") && (
        <>
          <Triangle isUp={change.words.startsWith("+")} />
          <span className={isShort ? "visually-hidden" : undefined}>{t(`verdict.${verdict}`)}</span>
        </>
      )}
    </span>
  );
}

function Triangle({ isUp }: { isUp: boolean }) {
  return (
    <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true" fill="currentColor">
      <path d={isUp ? "M4 1l3.5 6h-7z" : "M4 7L.5 1h7z"} />
    </svg>
  );
}
