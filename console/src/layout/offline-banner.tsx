import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { retryNow, useLiveState } from "../live.ts";
import { formatHour } from "../ui/format.ts";
import { AfterAWhile } from "../ui/states.tsx";

/** Says since when what is shown may be stale. A break that heals within two seconds is not worth a word. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const { offlineSince } = useLiveState();
  if (!offlineSince) return null;
  return (
    <AfterAWhile afterMs={2000}>
      <div className="banner banner-late" role="status">
        <span>{t("live.offline", { time: formatHour(offlineSince) })}</span>
        <span className="banner-actions">
          <Button size="small" onClick={retryNow}>
            {t("live.retry")}
          </Button>
        </span>
      </div>
    </AfterAWhile>
  );
}
