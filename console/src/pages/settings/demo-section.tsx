import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { useFormat } from "../../ui/use-format.ts";

export function DemoSection() {
  const { t } = useTranslation("settings");
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const format = useFormat();
  const showError = useShowError();
  const remove = useMutation({
    mutationFn: () => call(routes.removeDemo, {}),
    onSuccess: async (removed) => {
      message.success(
        t("demo.removed", {
          conversations: format.number(removed.conversations),
          entries: format.number(removed.entries),
          staff: format.number(removed.staff),
        }),
      );
      await client.invalidateQueries();
      await navigate({ to: "/" });
    },
    onError: (error) => showError(error),
  });

  function ask() {
    modal.confirm({
      title: t("demo.confirmTitle"),
      content: t("demo.confirmBody"),
      okText: t("demo.remove"),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => {}),
    });
  }
  return (
    <section className="panel">
      <h2 className="panel-title">{t("demo.title")}</h2>
      <p>{t("demo.lead")}</p>
      <p className="panel-lead">{t("demo.keep")}</p>
      <Button danger loading={remove.isPending} onClick={ask}>
        {t("demo.remove")}
      </Button>
    </section>
  );
}
