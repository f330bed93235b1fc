import { Button } from "antd";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";

/** Forms are heavy and a password is set once: the dialog comes when it is asked for. */
const PasswordDialog = lazy(() => import("./password-dialog.tsx"));

let isAsked = false;
const watchers = new Set<() => void>();

export function askForPassword() {
  setAsked(true);
}

function setAsked(next: boolean) {
  isAsked = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Stands in the shell, and shows the dialog whoever asked for it. */
export function PasswordPlace() {
  const isOpen = useSyncExternalStore(watch, () => isAsked);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <PasswordDialog close={() => setAsked(false)} />
    </Suspense>
  );
}

/** After the first sign-in by link: an offer, not a wall. "Later" holds for this tab. */
export function PasswordPrompt() {
  const { t } = useTranslation();
  const { staff } = useMe();
  const [isPutOff, setIsPutOff] = useState(() => sessionStorage.getItem("password.later") === "1");
  if (staff.hasPassword || isPutOff) return null;

  function putOff() {
    sessionStorage.setItem("password.later", "1");
    setIsPutOff(true);
  }
  return (
    <div className="banner banner-gentle">
      <span>{t("password.prompt")}</span>
      <span className="banner-actions">
        <Button size="small" type="primary" onClick={askForPassword}>
          {t("password.action")}
        </Button>
        <Button size="small" type="text" onClick={putOff}>
          {t("password.later")}
        </Button>
      </span>
    </div>
  );
}
