import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider, theme } from "antd";
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api.ts";
import { startI18n } from "./i18n.ts";
import { usePreferences, useScheme } from "./preferences.ts";
import { createConsoleRouter } from "./router.tsx";
import { meQuery } from "./session.ts";
import { antdTheme } from "./ui/theme.ts";

const client = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.code === "offline" || error.code === "unavailable"),
    },
  },
});
const router = createConsoleRouter(client);

/** A session that ends while a page is open: sign in and come back to the same place. */
function leaveWhenSignedOut(error: unknown) {
  if (!(error instanceof ApiError) || error.code !== "not_signed_in") return;
  const { pathname, href } = router.state.location;
  if (pathname === "/login" || !client.getQueryData(meQuery.queryKey)) return;
  client.removeQueries({ queryKey: meQuery.queryKey });
  void router.navigate({ to: "/login", search: { to: href } });
}

const hasMotion = !matchMedia("(prefers-reduced-motion: reduce)").matches;

function Console() {
  const { language } = usePreferences();
  const scheme = useScheme();
  const algorithm = scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return (
    <ConfigProvider
      theme={antdTheme(scheme, algorithm, hasMotion)}
      locale={language === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      {/* Around App, for what is asked in a dialog of its own reads the person's formats too. */}
      <QueryClientProvider client={client}>
        <App message={{ maxCount: 2 }} style={{ height: "100%" }}>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

await startI18n();
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
