import type { TestAnswer, TestVerdict } from "@yingda/contract/routes/knowledge-tests";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { CrossIcon } from "../transcript/icons.tsx";
import { CheckIcon } from "../ui/icons.tsx";

/** Whether a test came out as it should: in a shape, a word and a colour. */
function VerdictMark({ verdict }: { verdict: TestVerdict }) {
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

/** How a test came out, and with which entry it was answered, if it was. */
export function AnswerMark({
  answer,
  isShort = false,
}: {
  answer: TestAnswer /** Of a right one only that. */;
  isShort?: boolean;
}) {
  const { t } = useTranslation("learning");
  const { verdict, outcome, entry } = answer;
  const isSaid = outcome === "direct" || outcome === "understood";
  return (
    <span className="answer-mark">
      <VerdictMark verdict={verdict} />
      {isSaid && !(isShort && verdict === "right") && <span>{entry?.question ?? t("gone")}</span>}
    </span>
  );
}
