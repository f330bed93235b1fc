import type { TestAnswer, TestVerdict } from "@yingda/contract/routes/knowledge-tests";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { CrossIcon } from "../transcript/icons.tsx";
import { CheckIcon } from "../ui/icons.tsx";

/** Whether a test came out as it should: in a shape, a word and a colour. */
export function VerdictMark({ verdict }: { verdict: TestVerdict }) {
  const { t } = useTranslation("learning");
  return (
    <Tooltip title={t(`test.verdictHint.${verdict}`)}>
      <span className={`test-verdict test-verdict-${verdict}`}>
        {verdict === "right" ? (
          <CheckIcon size={14} />
        ) : verdict === "offered" ? (
          <span className="test-verdict-half">◐</span>
        ) : (
          <CrossIcon size={14} />
        )}
        {t(`test.verdict.${verdict}`)}
      </span>
    </Tooltip>
  );
}

/** What the bot makes of a question, in words. */
export function useAnswerWords() {
  const { t } = useTranslation("learning");
  return ({ outcome, entry }: TestAnswer) => {
    const isSaid = outcome === "direct" || outcome === "understood";
    return isSaid ? (entry?.question ?? t("gone")) : t(`outcome.${outcome}`);
  };
}
