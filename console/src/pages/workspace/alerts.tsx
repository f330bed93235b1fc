import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { StaffPush } from "@yingda/contract/frames";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../live.ts";
import { useMe } from "../../session.ts";
import { getAlertPreferences } from "./alert-preferences.ts";
import { type Alert, alertOf } from "./alerting.ts";
import { deskQuery, receivePush } from "./desk.ts";
import { readingId } from "./looking.ts";
import { outbox } from "./sending.ts";
import { playSound, unlockSound } from "./sound.ts";

/** Keeps the lists true and calls the agent, on whatever page they are. It shows nothing but a number in the title. */
export default function Alerts() {
  const { staff } = useMe();
  const client = useQueryClient();
  const notify = useNotify();
  useTitleCount();

  useEffect(() => {
    addEventListener("pointerdown", unlockSound);
    addEventListener("keydown", unlockSound);
    const resend = () => void outbox.retryOffline();
    addEventListener("online", resend);
    return () => {
      removeEventListener("online", resend);
      removeEventListener("pointerdown", unlockSound);
      removeEventListener("keydown", unlockSound);
    };
  }, []);

  useLive((push) => {
    if (push.t === "ready") void outbox.retryOffline();
    const looking = { staffId: staff.id, readingId: readingId() };
    const isNews = receivePush(client, push, looking);
    const alert = isNews ? alertOf(push, looking) : null;
    if (!alert || push.t !== "events") return;
    if (getAlertPreferences().hasSound) playSound(alert);
    notify(alert, push);
  });
  return null;
}

function useNotify() {
  const { t } = useTranslation("workspace");
  const navigate = useNavigate();
  return (alert: Alert, { conversation }: Extract<StaffPush, { t: "events" }>) => {
    const isWanted = getAlertPreferences().hasNotifications && document.visibilityState === "hidden";
    if (!isWanted || Notification.permission !== "granted") return;
    const notification = new Notification(t(`alerts.${alert}`, { customer: conversation.customer.name }), {
      body: conversation.preview?.text,
      // The newest words of a conversation replace its older ones.
      tag: conversation.id,
    });
    notification.onclick = () => {
      window.focus();
      notification.close();
      void navigate({ to: "/workspace", search: { conversation: conversation.id } });
    };
  };
}

/** "(3) 应答": unread messages of mine, seen from another tab. */
function useTitleCount() {
  const { t } = useTranslation();
  const { staff } = useMe();
  const mine = useInfiniteQuery(deskQuery("mine"));
  const unread =
    mine.data?.pages
      .flatMap(({ items }) => items)
      .reduce((sum, row) => sum + (row.agentId === staff.id ? row.unread : 0), 0) ?? 0;
  useEffect(() => {
    const title = t("product");
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
    return () => {
      document.title = title;
    };
  }, [unread, t]);
}
