import type { StaffStatus } from "@yingda/contract/routes/session";
import { useTranslation } from "react-i18next";

/** A shape for each status as well as a colour: full, half, ring. */
export function StatusDot({ status, hasWord = true }: { status: StaffStatus; hasWord?: boolean }) {
  const { t } = useTranslation();
  const word = t(`status.${status}`);
  return (
    <span className={`dot dot-${status}`} title={hasWord ? undefined : word}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <circle
          cx="5"
          cy="5"
          r="4"
          fill={status === "online" ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.6"
        />
        {status === "busy" && <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />}
      </svg>
      <span className={hasWord ? undefined : "visually-hidden"}>{word}</span>
    </span>
  );
}
