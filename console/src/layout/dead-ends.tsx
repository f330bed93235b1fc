import { Link, useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { type ComponentProps, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api.ts";
import { ErrorState, NoPermission } from "../ui/states.tsx";

/** Where a way ends: no such page, no right to it, or a page that broke. */

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="state">
      <h1 className="state-title">{t("state.notFoundTitle")}</h1>
      <p className="state-why">{t("state.notFound")}</p>
      <div className="state-action">
        <Link to="/">
          <Button type="primary">{t("action.goHome")}</Button>
        </Link>
      </div>
    </div>
  );
}

export function NoPermissionPage({ permission }: ComponentProps<typeof NoPermission>) {
  return <NoPermission permission={permission} />;
}

export function CrashPage({ error }: { error: Error }) {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(() => console.error(error), [error]);
  if (error instanceof ApiError) return <ErrorState error={error} retry={() => router.invalidate()} />;
  // After an update the chunk that an open tab asks for is gone.
  const isOldVersion = /dynamically imported module|module script failed/i.test(error.message);
  return (
    <div className="state" role="alert">
      <h1 className="state-title">{t("state.crashTitle")}</h1>
      <p className="state-why">{t(isOldVersion ? "state.newVersion" : "state.crashSafe")}</p>
      <div className="state-action">
        <Button type="primary" onClick={() => location.reload()}>
          {t("action.reload")}
        </Button>
      </div>
    </div>
  );
}
