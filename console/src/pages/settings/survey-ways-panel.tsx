import { Link } from "@tanstack/react-router";
import { limits } from "@yingda/contract/limits";
import { useTranslation } from "react-i18next";
import { useSurveyWays } from "./survey-ways.ts";

/** Which ways to send links are set up, where to set up the others, and what that means for whom. */
export function SurveyWaysPanel() {
  const { t } = useTranslation("surveys");
  const ways = useSurveyWays();
  if (!ways) return null;
  const { mailFrom, webhookUrl, are } = ways;
  return (
    <section className="panel">
      <h2 className="panel-title">{t("ways.title")}</h2>
      <p className="panel-lead">{t(`ways.sentence.${are}`)}</p>
      <dl className="survey-ways">
        <dt>{t("ways.mail")}</dt>
        <dd>
          {mailFrom ? <IsSetUp detail={t("ways.from", { address: mailFrom })} /> : <IsMissing />}
          <Link to="/settings" search={{ section: "mail" }}>
            {mailFrom ? t("ways.change") : t("ways.setUp")}
          </Link>
          {mailFrom && <p className="survey-hint">{t("ways.rest", { hours: limits.surveyMailRestHours })}</p>}
        </dd>
        <dt>{t("ways.webhook")}</dt>
        <dd>
          {webhookUrl ? <IsSetUp detail={webhookUrl} /> : <IsMissing />}
          {!webhookUrl && <span className="survey-hint">{t("ways.below")}</span>}
        </dd>
      </dl>
    </section>
  );
}

function IsSetUp({ detail }: { detail: string }) {
  const { t } = useTranslation("surveys");
  return (
    <>
      <span className="survey-sent">{t("ways.isSetUp")}</span>
      <span className="survey-hint">{detail}</span>
    </>
  );
}

function IsMissing() {
  const { t } = useTranslation("surveys");
  return <span className="survey-hint">{t("ways.isMissing")}</span>;
}
