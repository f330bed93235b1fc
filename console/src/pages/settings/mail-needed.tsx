import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";

/** Before anybody wonders why nothing arrives. */
export function MailNeeded() {
  const { t } = useTranslation("mailing");
  return (
    <Alert
      type="warning"
      showIcon
      className="mail-needed"
      title={t("needed")}
      action={
        <Link to="/settings" search={{ section: "mail" }}>
          {t("setUp")}
        </Link>
      }
    />
  );
}
