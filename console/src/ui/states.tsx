import type { Permission } from "@yingda/contract/permissions";
import { Button, Skeleton } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "./error-words.ts";

type Named = Exclude<Permission, "public" | "customer" | "staff">;

/** What will be here, why it isn't, and the one thing to do about it. */
export function EmptyState(props: { title: string; why?: ReactNode; action?: ReactNode; isSmall?: boolean }) {
  return (
    <div className={props.isSmall ? "state state-small" : "state"}>
      {!props.isSmall && <EmptyPicture />}
      <div className="state-title">{props.title}</div>
      {props.why && <div className="state-why">{props.why}</div>}
      {props.action && <div className="state-action">{props.action}</div>}
    </div>
  );
}

/** What happened, what is safe, and a way to try again. */
export function ErrorState(props: { error: unknown; retry?: () => void; title?: string; safe?: string }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  return (
    <div className="state" role="alert">
      <div className="state-title">{props.title ?? t("state.errorTitle")}</div>
      <div className="state-why">
        {words(props.error)}
        <br />
        {props.safe ?? t("state.errorSafe")}
      </div>
      {props.retry && (
        <div className="state-action">
          <Button onClick={props.retry}>{t("action.retry")}</Button>
        </div>
      )}
    </div>
  );
}

/** Says what is missing and who can give it. */
export function NoPermission({ permission }: { permission: Named }) {
  const { t } = useTranslation();
  return (
    <div className="state">
      <div className="state-title">{t("state.noPermissionTitle")}</div>
      <div className="state-why">{t("state.noPermission", { permission: t(`permission.${permission}`) })}</div>
    </div>
  );
}

/** Shows its children only when the wait has become noticeable: a flash of grey is worse than nothing. */
export function AfterAWhile({ children, afterMs = 200 }: { children: ReactNode; afterMs?: number }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return isLong ? children : null;
}

/** For a page whose own layout is not known yet. Pages with a known layout draw their own skeleton. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <AfterAWhile>
      <div className="page" aria-busy="true">
        <span className="visually-hidden">{t("state.loading")}</span>
        <Skeleton title={{ width: 160 }} paragraph={{ rows: 1, width: 280 }} />
        <div className="panel" style={{ marginTop: 20 }}>
          <Skeleton paragraph={{ rows: 6 }} />
        </div>
      </div>
    </AfterAWhile>
  );
}

/** For a panel whose content is not known yet. */
export const PanelSkeleton = ({ rows }: { rows: number }) => (
  <AfterAWhile>
    <div className="panel">
      <Skeleton active paragraph={{ rows }} />
    </div>
  </AfterAWhile>
);

function EmptyPicture() {
  return (
    <svg className="state-picture" viewBox="0 0 96 64" aria-hidden="true">
      <path d="M14 10h40a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H30l-9 7v-7h-7a8 8 0 0 1-8-8V18a8 8 0 0 1 8-8z" />
      <path d="M18 22h28M18 29h16" />
      <path d="M68 22h14a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8h-3v6l-8-6H52a8 8 0 0 1-7-4" className="state-picture-soft" />
    </svg>
  );
}
