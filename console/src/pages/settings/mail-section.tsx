import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { MailSettings } from "@yingda/contract/routes/mailing";
import { App, Button, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { ErrorState, PanelSkeleton } from "../../ui/states.tsx";
import { AddressField } from "./address-field.tsx";
import { Deliveries } from "./deliveries.tsx";
import { mailQuery } from "./mail-query.ts";
import { RemoveButton } from "./remove-button.tsx";
import { TestMail } from "./test-mail.tsx";

type Values = CallOf<typeof routes.saveMail>;
const usualPorts = { tls: 465, starttls: 587, none: 25 } as const;

export function MailSection() {
  const mail = useQuery(mailQuery);
  if (mail.isError && !mail.data) return <ErrorState error={mail.error} retry={mail.refetch} />;
  if (!mail.data) return <PanelSkeleton rows={6} />;
  const { settings } = mail.data;
  return (
    <div className="stack">
      <ServerForm settings={settings} />
      <TestMail isSetUp={settings !== null} />
      <Deliveries />
    </div>
  );
}

function ServerForm({ settings }: { settings: MailSettings | null }) {
  const { t } = useTranslation(["mailing", "common"]);
  const [form] = Form.useForm<Values>();
  const save = useSave(form);
  const initial = settings ?? { security: "tls", port: usualPorts.tls, user: "", fromName: "" };
  const host = Form.useWatch("host", form);
  const user = Form.useWatch("user", form);
  const isKept = settings?.hasPassword && settings.host === host && settings.user === user;

  return (
    <section className="panel">
      <h2 className="panel-title">{t("title")}</h2>
      <p className="panel-lead">{t("lead")}</p>
      <Form
        form={form}
        className="mail-form"
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={save.mutate}
      >
        <Form.Item
          name="host"
          label={t("host")}
          extra={t("hostHint")}
          rules={[
            { required: true, message: t("missing") },
            { pattern: /^[\w.:-]+$/, message: t("hostWrong") },
          ]}
        >
          <Input maxLength={253} autoComplete="off" />
        </Form.Item>
        <Form.Item name="security" label={t("security")}>
          <Select
            options={(["tls", "starttls", "none"] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(value: keyof typeof usualPorts) => form.setFieldValue("port", usualPorts[value])}
          />
        </Form.Item>
        <Form.Item name="port" label={t("port")} rules={[{ required: true, message: t("missing") }]}>
          <InputNumber min={1} max={65535} precision={0} controls={false} />
        </Form.Item>
        <Form.Item name="user" label={t("user")} extra={t("userHint")}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label={t("password")} extra={t("passwordHint")}>
          <Input.Password
            maxLength={500}
            autoComplete="new-password"
            placeholder={isKept ? t("passwordKept") : undefined}
          />
        </Form.Item>
        <AddressField name="fromAddress" label={t("fromAddress")} />
        <Form.Item name="fromName" label={t("fromName")} extra={t("fromNameHint")}>
          <Input maxLength={60} />
        </Form.Item>
        <div className="button-row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("common:action.save")}
          </Button>
          {settings && <RemoveMail clear={() => form.resetFields()} />}
        </div>
      </Form>
    </section>
  );
}

function useSave(form: ReturnType<typeof Form.useForm<Values>>[0]) {
  const { t } = useTranslation(["mailing", "common"]);
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    // An untouched password field means: leave it as it is.
    mutationFn: ({ password, ...rest }: Values) => call(routes.saveMail, { ...rest, password: password || undefined }),
    onSuccess: (saved) => {
      client.setQueryData(mailQuery.queryKey, saved);
      form.setFieldValue("password", undefined);
      message.success(t("common:action.saved"));
    },
    onError: (error) => {
      const wrong = error instanceof ApiError ? error.fields[0]?.path : undefined;
      if (wrong === "password") form.setFields([{ name: "password", errors: [t("passwordAgain")] }]);
      else showError(error);
    },
  });
}

function RemoveMail({ clear }: { clear: () => void }) {
  const { t } = useTranslation(["mailing", "common"]);
  const client = useQueryClient();
  return (
    <RemoveButton
      words={{ title: t("removeTitle"), body: t("removeBody"), remove: t("remove"), removed: t("removed") }}
      remove={() => call(routes.removeMail, {})}
      onGone={(gone) => {
        client.setQueryData(mailQuery.queryKey, gone);
        clear();
      }}
    />
  );
}
