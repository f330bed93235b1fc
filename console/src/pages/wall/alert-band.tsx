import type { WallAlert } from "@yingda/contract/live";
import { useTranslation } from "react-i18next";
import { AlarmIcon, CheckIcon, ClockIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** What must be done now stands first, with a sign and a word beside the colour. */
export function AlertBand({ alerts }: { alerts: WallAlert[] }) {
  const { t } = useTranslation("wall");
  return (
    <section className="wall-alerts" aria-label={t("alert.title")} aria-live="polite">
      {alerts.length === 0 ? (
        <p className="wall-calm">
          <CheckIcon size="1em" />
          {t("alert.none")}
        </p>
      ) : (
        <ul>
          {alerts.map((alert) => (
            <Alert key={alert.kind} alert={alert} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Alert({ alert: { kind, level, figure, seconds } }: { alert: WallAlert }) {
  const { t } = useTranslation("wall");
  const format = useFormat();
  const words = { count: figure, figure: format.number(figure), time: format.duration(seconds) };
  return (
    <li className={`wall-alert wall-alert-${level}`}>
      {level === "act" ? <AlarmIcon size="1.1em" /> : <ClockIcon size="1.1em" />}
      <span>
        <span className="visually-hidden">{t(`alert.level.${level}`)} </span>
        {t(`alert.${kind}`, words)}
      </span>
    </li>
  );
}
