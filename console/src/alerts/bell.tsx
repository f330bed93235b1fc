import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { Alert } from "@yingda/contract/routes/alerts";
import { Badge, Button, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { BellIcon } from "../ui/icons.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useFormat } from "../ui/use-format.ts";
import { useAlertWords } from "./alert-words.ts";
import { DiagnosisLink } from "./diagnosis-link.tsx";

const refreshMs = 60_000;
const key = ["alerts", "bell"];
const shown = 10;

/** The latest alerts, and how many of them this person has not seen: looking is seeing. */
export function Bell() {
  const { t } = useTranslation("alerts");
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.listAlerts, { scope: "bell", limit: shown }, signal),
    refetchInterval: refreshMs,
  });
  const see = useMutation({
    mutationFn: () => call(routes.markAlertsSeen, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const unseen = data?.unseen ?? 0;

  function open(next: boolean) {
    setIsOpen(next);
    if (next && unseen > 0) see.mutate();
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={open}
      content={<Latest items={data?.items ?? []} close={() => setIsOpen(false)} />}
    >
      <Badge count={unseen} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          className="tool"
          aria-label={unseen > 0 ? t("bell.unseen", { number: unseen }) : t("bell.open")}
          icon={<BellIcon />}
        />
      </Badge>
    </Popover>
  );
}

function Latest({ items, close }: { items: Alert[]; close: () => void }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const words = useAlertWords();
  return (
    <section className="bell" aria-label={t("bell.title")}>
      {items.length === 0 ? (
        <EmptyState isSmall title={t("bell.none")} why={t("bell.noneWhy")} />
      ) : (
        <ul>
          {items.map((alert) => (
            <li key={alert.id} className={alert.recoveredAt ? "bell-over" : "bell-open"}>
              <span>{words.sayAlert(alert)}</span>
              <small>
                {format.time(alert.firedAt)} ·{" "}
                {alert.recoveredAt ? t("recovered", { time: format.time(alert.recoveredAt) }) : t("open")}
              </small>
              <DiagnosisLink alert={alert} follow={close} />
            </li>
          ))}
        </ul>
      )}
      <Link to="/settings" search={{ section: "alerts" }} onClick={close} className="bell-manage">
        {t("bell.manage")}
      </Link>
    </section>
  );
}
