import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { openLive, useLive } from "../live.ts";
import { meQuery, useCan } from "../session.ts";
import { KeysDialog } from "../ui/keys.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { PasswordPlace, PasswordPrompt } from "./password-prompt.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";

/** Fetched beside the page, so that the first sight of it does not wait. */
const Alerts = lazy(() => import("../pages/workspace/alerts.tsx"));

/** What stands around every page once somebody is signed in. */
export function Shell() {
  const can = useCan();
  useLiveLine();

  return (
    <div className="shell">
      <Rail />
      <TopBar />
      <div className="shell-banners">
        <OfflineBanner />
        <PasswordPrompt />
      </div>
      <main className="shell-main">
        <Outlet />
      </main>
      <PasswordPlace />
      <KeysDialog />
      {can("conversations.serve") && (
        <Suspense>
          <Alerts />
        </Suspense>
      )}
    </div>
  );
}

/** For a page that is the whole screen: the socket, and nothing around it. */
export function BareShell() {
  useLiveLine();
  return <Outlet />;
}

function useLiveLine() {
  const client = useQueryClient();
  const router = useRouter();
  useEffect(
    () =>
      openLive(() => {
        void client.invalidateQueries();
        // Pages that could not be fetched meanwhile.
        void router.invalidate();
      }),
    [client, router],
  );
  // My own status may be changed from another tab.
  useLive((push) => {
    if (push.t === "colleagues") client.invalidateQueries({ queryKey: meQuery.queryKey });
  });
}
