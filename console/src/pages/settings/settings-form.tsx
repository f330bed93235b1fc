import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { Shop, ShopSettings } from "@yingda/contract/routes/shop";
import { App, Button, Form } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import { shopQuery } from "../../shop.ts";
import { useShowError } from "../../ui/error-words.ts";

type Props = { shop: Shop; names: (keyof ShopSettings)[]; children: ReactNode };

/** One section of the settings: sends only its own names, and asks before leaving with changes. */
export function SettingsForm({ shop, names, children }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const [form] = Form.useForm<Partial<ShopSettings>>();
  const saved = Object.fromEntries(names.map((name) => [name, shop.settings[name]])) as Partial<ShopSettings>;
  const [isDirty, setIsDirty] = useState(false);
  const save = useSave(form, () => setIsDirty(false));
  useAskBeforeLeaving(isDirty);

  function undo() {
    form.setFieldsValue(saved);
    setIsDirty(false);
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={saved}
      onFinish={(values) => save.mutate(values)}
      onValuesChange={(_, values) => setIsDirty(names.some((name) => differs(values[name], saved[name])))}
      scrollToFirstError={{ behavior: "smooth", block: "center" }}
    >
      {children}
      {isDirty && (
        <div className="save-bar" role="status">
          <span>{t("unsaved")}</span>
          <Button onClick={undo}>{t("common:action.undo")}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("common:action.save")}
          </Button>
        </div>
      )}
    </Form>
  );
}

function differs(a: unknown, b: unknown) {
  return JSON.stringify(a) !== JSON.stringify(b);
}

type SettingsFormInstance = ReturnType<typeof Form.useForm<Partial<ShopSettings>>>[0];

function useSave(form: SettingsFormInstance, done: () => void) {
  const { t } = useTranslation(["common", "errors"]);
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: (changes: Partial<ShopSettings>) => call(routes.updateShop, changes),
    onSuccess: (shop) => {
      client.setQueryData(shopQuery.queryKey, shop);
      done();
      message.success(t("action.saved"));
      // Names, hours and thresholds show on many pages.
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== shopQuery.queryKey[0] });
    },
    onError: (error) => {
      showError(error);
      if (!(error instanceof ApiError)) return;
      form.setFields(
        error.fields.map(({ path }) => ({ name: path.split(".") as never, errors: [t("errors:invalid_input")] })),
      );
    },
  });
}

function useAskBeforeLeaving(isDirty: boolean) {
  const { t } = useTranslation("settings");
  const { modal } = App.useApp();
  useBlocker({
    enableBeforeUnload: isDirty,
    shouldBlockFn: async () => {
      if (!isDirty) return false;
      const mayLeave = await modal.confirm({
        title: t("leave.title"),
        content: t("leave.body"),
        okText: t("leave.ok"),
        cancelText: t("leave.cancel"),
      });
      return !mayLeave;
    },
  });
}
