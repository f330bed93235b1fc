import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { SurveyWebhook as Webhook } from "@yingda/contract/routes/surveys";
import { Alert, App, Button, Form, Input, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useShowError } from "../../ui/error-words.ts";
import { ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { webhookQuery } from "./survey-ways.ts";

/** Who sends the links: an address of the shop's, its secret, a test, and how the latest went. */
export function SurveyWebhook() {
  const { t } = useTranslation("surveys");
  const webhook = useQuery(webhookQuery);
  return (
    <section className="panel">
      <h2 className="panel-title">{t("webhook.title")}</h2>
      <p className="panel-lead">{t("webhook.lead")}</p>
      {webhook.isError && <ErrorState error={webhook.error} retry={webhook.refetch} />}
      {webhook.data && <Address webhook={webhook.data} />}
      {webhook.data?.secret && <Secret secret={webhook.data.secret} url={webhook.data.url} />}
      {webhook.data?.url && <Test />}
      {webhook.data?.secret && <Latest deliveries={webhook.data.deliveries} />}
    </section>
  );
}

function useSave() {
  const { t } = useTranslation("common");
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: (change: { url: string; renewSecret?: boolean }) => call(routes.saveSurveyWebhook, change),
    onSuccess: (saved) => {
      client.setQueryData(webhookQuery.queryKey, saved);
      message.success(t("action.saved"));
    },
    onError: (error) => showError(error),
  });
}

function Address({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(["surveys", "common"]);
  const save = useSave();
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ url: webhook.url }}
      onFinish={({ url }: { url: string }) => save.mutate({ url: url.trim() })}
    >
      <Form.Item
        name="url"
        label={t("webhook.url")}
        extra={t("webhook.urlHint")}
        rules={[
          {
            validator: (_, url: string) =>
              isAddress(url.trim()) ? Promise.resolve() : Promise.reject(new Error(t("webhook.urlWrong"))),
          },
        ]}
      >
        <Input maxLength={500} placeholder="https://sms.example.com/yingda" inputMode="url" />
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        {t("common:action.save")}
      </Button>
    </Form>
  );
}

function isAddress(text: string): boolean {
  if (!text) return true;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}

function Secret({ secret, url }: { secret: string; url: string }) {
  const { t } = useTranslation("surveys");
  const save = useSave();
  return (
    <div className="survey-field">
      <label htmlFor="webhook-secret">{t("webhook.secret")}</label>
      <div className="survey-secret">
        <Input.Password id="webhook-secret" readOnly value={secret} autoComplete="off" />
        <CopyButton text={secret} />
        <Popconfirm
          title={t("webhook.renewTitle")}
          description={t("webhook.renewBody")}
          okText={t("webhook.renew")}
          onConfirm={() => save.mutate({ url, renewSecret: true })}
        >
          <Button loading={save.isPending}>{t("webhook.renew")}</Button>
        </Popconfirm>
      </div>
      <p className="survey-hint">{t("webhook.secretHint")}</p>
    </div>
  );
}

function Test() {
  const { t } = useTranslation("surveys");
  const format = useFormat();
  const showError = useShowError();
  const test = useMutation({
    mutationFn: () => call(routes.testSurveyWebhook, {}),
    onError: (error) => showError(error),
  });
  const ms = format.number(test.data?.tookMs ?? 0);
  return (
    <div className="survey-field">
      <div className="survey-secret">
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          {t("webhook.test")}
        </Button>
        <span className="survey-hint">{t("webhook.testHint")}</span>
      </div>
      {test.data && (
        <Alert
          type={test.data.isAccepted ? "success" : "error"}
          showIcon
          title={
            test.data.isAccepted
              ? t("webhook.testGood", { status: test.data.status, ms })
              : t("webhook.testBad", { error: test.data.error, ms })
          }
        />
      )}
    </div>
  );
}

function Latest({ deliveries }: { deliveries: Webhook["deliveries"] }) {
  const { t } = useTranslation("surveys");
  const format = useFormat();
  return (
    <>
      <h3 className="survey-latest">{t("webhook.latest")}</h3>
      {deliveries.length === 0 && <p className="survey-hint">{t("webhook.none")}</p>}
      <ul className="survey-deliveries">
        {deliveries.map((delivery) => (
          <li key={delivery.conversationId + delivery.at}>
            <span className={`survey-state survey-${delivery.state}`}>{t(`webhook.state.${delivery.state}`)}</span>
            <span>{format.time(delivery.at)}</span>
            <span className="survey-hint">
              {t("webhook.attempts", { count: delivery.attempts })}
              {delivery.error && ` · ${delivery.error}`}
            </span>
            <Link to="/conversations/$conversationId" params={{ conversationId: delivery.conversationId }} search={{}}>
              {t("webhook.open")}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
