import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { meQuery, useMe } from "../../session.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { StatusDot } from "../../ui/status-dot.tsx";

/** Says why nothing comes, with the one click that changes it; nothing to say while online with free seats. */
export function StatusPrompt({ mine }: { mine: number }) {
  const { t } = useTranslation("workspace");
  const { staff } = useMe();
  const { message } = App.useApp();
  const words = useErrorWords();
  const client = useQueryClient();
  const goOnline = useMutation({
    mutationFn: () => call(routes.setMyStatus, { status: "online" }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
    onError: (error) => message.error(words(error)),
  });

  if (staff.status === "online") {
    if (mine < staff.capacity) return null;
    return <div className="status-prompt">{t("status.full", { mine, capacity: staff.capacity })}</div>;
  }
  return (
    <div className="status-prompt status-prompt-off">
      <span>
        <StatusDot status={staff.status} hasWord={false} />
        {t(`status.${staff.status}`)}
      </span>
      <Button type="primary" size="small" loading={goOnline.isPending} onClick={() => goOnline.mutate()}>
        {t("status.goOnline")}
      </Button>
    </div>
  );
}
