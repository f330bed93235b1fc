import { useMutation } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { Alert, Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { usePreferences } from "../../preferences.ts";
import { useMe } from "../../session.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { AddressField } from "./address-field.tsx";

/** Sends one now, and says what came of it in words and in the server's own. */
export function TestMail({ isSetUp }: { isSetUp: boolean }) {
  const { t } = useTranslation("mailing");
  const { language } = usePreferences();
  const { staff } = useMe();
  const words = useErrorWords();
  const send = useMutation({ mutationFn: (to: string) => call(routes.sendTestMail, { to, language }) });
  const { data } = send;
  return (
    <section className="panel">
      <h2 className="panel-title">{t("test.title")}</h2>
      <p className="panel-lead">{isSetUp ? t("test.lead") : t("test.saveFirst")}</p>
      <Form
        className="test-mail"
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: staff.email }}
        onFinish={({ to }: { to: string }) => send.mutate(to)}
      >
        <AddressField name="to" label={t("test.to")} />
        <Button htmlType="submit" disabled={!isSetUp} loading={send.isPending}>
          {t("test.send")}
        </Button>
      </Form>
      {send.isError && <Alert type="error" showIcon title={words(send.error)} />}
      {data?.isSent && <Alert type="success" showIcon title={t("test.sent", { detail: data.detail })} />}
      {data?.problem && (
        <Alert
          type="error"
          showIcon
          title={t(`problem.${data.problem}`)}
          description={data.detail && t("said", { detail: data.detail })}
        />
      )}
    </section>
  );
}
