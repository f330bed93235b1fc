import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { StaffStatus } from "@yingda/contract/routes/session";
import { Avatar, Button, Dropdown, type MenuProps, Tag, Tooltip } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { type Appearance, type Language, setPreferences, usePreferences, useScheme } from "../preferences.ts";
import { meQuery, signOut, useCan, useMe } from "../session.ts";
import { useShowError } from "../ui/error-words.ts";
import { ChevronIcon, LanguageIcon, MoonIcon, SunIcon } from "../ui/icons.tsx";
import { showKeys } from "../ui/keys.tsx";
import { StatusDot } from "../ui/status-dot.tsx";
import { askForPassword } from "./password-prompt.tsx";

/** Fetched beside the page: its list of alerts is heavier than the rest of the bar. */
const Bell = lazy(() => import("../alerts/bell.tsx").then(({ Bell }) => ({ default: Bell })));

export function TopBar() {
  const { t } = useTranslation();
  const can = useCan();
  const { shop } = useMe();
  return (
    <header className="top-bar">
      <div className="top-bar-shop">
        <span className="top-bar-name">{shop.name}</span>
        {shop.hasDemo && (
          <Tooltip title={t("demo.hint")}>
            <Tag className="demo-mark">{t("demo.mark")}</Tag>
          </Tooltip>
        )}
      </div>
      <div className="top-bar-tools">
        {can("conversations.serve") && <StatusSwitch />}
        {can("analytics.read") && (
          <Suspense fallback={<span className="tool-place" />}>
            <Bell />
          </Suspense>
        )}
        <LanguageSwitch />
        <AppearanceSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}

const statuses: StaffStatus[] = ["online", "busy", "offline"];

function StatusSwitch() {
  const { t } = useTranslation();
  const { staff } = useMe();
  const client = useQueryClient();
  const showError = useShowError();
  const change = useMutation({
    mutationFn: (status: StaffStatus) => call(routes.setMyStatus, { status }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
    onError: (error) => showError(error),
  });
  const shown = change.isPending ? change.variables : staff.status;

  const items: MenuProps["items"] = statuses.map((status) => ({
    key: status,
    label: (
      <div className="status-option">
        <StatusDot status={status} />
        <small>{t(`statusHint.${status}`)}</small>
      </div>
    ),
  }));
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{ items, selectedKeys: [shown], onClick: ({ key }) => change.mutate(key as StaffStatus) }}
    >
      <Button
        className="status-switch"
        aria-label={`${t("status.switch")}: ${t(`status.${shown}`)}`}
        icon={<ChevronIcon />}
        iconPlacement="end"
      >
        <StatusDot status={shown} />
      </Button>
    </Dropdown>
  );
}

const languages: Language[] = ["zh-CN", "en"];
const appearances: Appearance[] = ["light", "dark", "system"];

export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: languages.map((key) => ({ key, label: t(`language.${key}`) })),
        selectedKeys: [language],
        onClick: ({ key }) => setPreferences({ language: key as Language }),
      }}
    >
      <Button type="text" className="tool" aria-label={t("language.switch")} icon={<LanguageIcon />} />
    </Dropdown>
  );
}

export function AppearanceSwitch() {
  const { t } = useTranslation();
  const { appearance } = usePreferences();
  const scheme = useScheme();
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: appearances.map((key) => ({ key, label: t(`appearance.${key}`) })),
        selectedKeys: [appearance],
        onClick: ({ key }) => setPreferences({ appearance: key as Appearance }),
      }}
    >
      <Button
        type="text"
        className="tool"
        aria-label={t("appearance.switch")}
        icon={scheme === "dark" ? <MoonIcon /> : <SunIcon />}
      />
    </Dropdown>
  );
}

function AccountMenu() {
  const { t } = useTranslation();
  const { staff } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();

  async function leave() {
    await signOut(client);
    await navigate({ to: "/login" });
  }

  const items: MenuProps["items"] = [
    {
      key: "who",
      type: "group",
      label: (
        <div className="account-who">
          <strong>{staff.name}</strong>
          <span>
            {t(`role.${staff.role}`)} · {staff.email}
          </span>
        </div>
      ),
    },
    { type: "divider" },
    {
      key: "password",
      label: t(staff.hasPassword ? "account.changePassword" : "account.password"),
      onClick: askForPassword,
    },
    { key: "keys", label: t("account.keys"), extra: "?", onClick: showKeys },
    { type: "divider" },
    { key: "leave", label: t("account.signOut"), onClick: leave },
  ];
  return (
    <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items }}>
      <button type="button" className="plain-button account" aria-label={t("account.open")}>
        <Avatar size={32} className="avatar">
          {staff.name.slice(0, 1)}
        </Avatar>
      </button>
    </Dropdown>
  );
}
