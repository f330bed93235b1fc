import { useTranslation } from "react-i18next";
import { AlarmIcon, ClockIcon } from "../../transcript/icons.tsx";
import { useNow } from "../../transcript/use-now.ts";
import { formatClock } from "../../ui/format.ts";
import { useFormat } from "../../ui/use-format.ts";
import { waitLevel } from "./rows.ts";

/** How long somebody waits for our word. Colour and shape step before it is too late. */
export function WaitTimer({ since, alarmSeconds }: { since: string; alarmSeconds: number }) {
  const { t } = useTranslation("workspace");
  const format = useFormat();
  const now = useNow();
  const seconds = Math.max(0, (now - Date.parse(since)) / 1000);
  const level = waitLevel(seconds, alarmSeconds);
  return (
    <span className={`wait wait-${level}`} title={t(`wait.${level}`)}>
      {level === "calm" ? <ClockIcon size={14} /> : <AlarmIcon size={14} />}
      {seconds < 3600 ? formatClock(seconds) : format.duration(seconds)}
    </span>
  );
}
