import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { ModelKind, ShownModel, ShownModels } from "@yingda/contract/routes/models";
import { App, Button, Form, Input, InputNumber, Switch } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../../api.ts";
import { useShowError } from "../../../ui/error-words.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { RemoveButton } from "../remove-button.tsx";
import { modelsQuery } from "./models-query.ts";
import { TryModel } from "./try-model.tsx";

type Values = Pick<ShownModel, "baseUrl" | "model" | "priceIn" | "priceOut" | "dailyTokens"> & { key?: string };
type Wish = Values & Pick<ShownModel, "isOn">;
type Props = {
  kind: ModelKind;
  model: ShownModel | null;
  /** Its key serves here too where the address is the same. */
  other: ShownModel | null;
  embedded?: ShownModels["embedded"];
};

export function ModelPanel({ kind, model, other, embedded }: Props) {
  const { t } = useTranslation("models");
  const headingId = useId();
  return (
    <section className="panel" aria-labelledby={headingId}>
      <div className="section-head">
        <h2 className="panel-title" id={headingId}>
          {t(`${kind}.title`)}
        </h2>
        {model && <OnSwitch kind={kind} model={model} label={t(`${kind}.title`)} />}
      </div>
      <p className="panel-lead">{t(`${kind}.lead`)}</p>
      {model && <Now model={model} embedded={embedded} />}
      <ModelForm kind={kind} model={model} other={other} />
      {model && <TryModel key={`${model.baseUrl} ${model.model}`} kind={kind} />}
    </section>
  );
}

/** What a person should know before reading the form: off, paused, over the day's tokens, how far it is. */
function Now({ model, embedded }: Pick<Props, "embedded"> & { model: ShownModel }) {
  const { t } = useTranslation("models");
  const format = useFormat();
  const { isOn, pausedUntil, tokensToday, dailyTokens } = model;
  const isSpent = dailyTokens !== null && tokensToday >= dailyTokens;
  const tokens = format.number(tokensToday);
  return (
    <ul className="models-now">
      {!isOn && <li className="models-off">{t("now.off")}</li>}
      {isOn && pausedUntil && <li className="models-late">{t("now.paused", { time: format.time(pausedUntil) })}</li>}
      {isOn && isSpent && <li className="models-late">{t("now.spent")}</li>}
      {isOn && !pausedUntil && !isSpent && <li className="models-good">{t("now.on")}</li>}
      <li>
        {dailyTokens === null
          ? t("now.tokens", { tokens })
          : t("now.tokensOf", { tokens, most: format.number(dailyTokens) })}
      </li>
      {isOn && embedded && (
        <li>
          {embedded.done >= embedded.wordings
            ? t("now.embedded", { wordings: format.number(embedded.wordings) })
            : t("now.embedding", { done: format.number(embedded.done), wordings: format.number(embedded.wordings) })}
        </li>
      )}
      {isOn &&
        embedded?.unheard.map((language) => (
          <li key={language} className="models-late">
            {t(`now.unheard.${language}`)}
          </li>
        ))}
    </ul>
  );
}

function useSave(kind: ModelKind) {
  const { t } = useTranslation("common");
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: Wish) => call(routes.saveModel, { kind, ...values }),
    onSuccess: (saved) => {
      client.setQueryData(modelsQuery.queryKey, saved);
      message.success(t("action.saved"));
    },
  });
}

function OnSwitch({ kind, model, label }: { kind: ModelKind; model: ShownModel; label: string }) {
  const { t } = useTranslation("models");
  const save = useSave(kind);
  const showError = useShowError();
  const { baseUrl, model: name, priceIn, priceOut, dailyTokens } = model;
  return (
    <Switch
      checked={model.isOn}
      loading={save.isPending}
      aria-label={label}
      checkedChildren={t("on")}
      unCheckedChildren={t("off")}
      onChange={(isOn) =>
        save.mutate(
          { baseUrl, model: name, priceIn, priceOut, dailyTokens, isOn },
          { onError: (error) => showError(error) },
        )
      }
    />
  );
}

/** A limit from the start: whoever writes to the shop spends its tokens. */
const empty: Values = { baseUrl: "", model: "", priceIn: null, priceOut: null, dailyTokens: 1_000_000 };

function ModelForm({ kind, model, other }: Omit<Props, "embedded">) {
  const { t } = useTranslation(["models", "common"]);
  const [form] = Form.useForm<Values>();
  const save = useSave(kind);
  const showError = useShowError();
  const address = (Form.useWatch("baseUrl", form) ?? "").trim().replace(/\/+$/, "");
  const isKept = [model, other].some((one) => one?.hasKey && one.baseUrl === address);
  const initial: Values = model ?? { ...empty, baseUrl: other?.baseUrl ?? "" };

  function submit({ key, ...values }: Values) {
    save.mutate(
      // An untouched key field means: leave it as it is. What is set up anew is switched on.
      { ...empty, ...values, key: key || undefined, isOn: model?.isOn ?? true },
      {
        onSuccess: () => form.setFieldValue("key", undefined),
        onError: (error) => {
          const fields = error instanceof ApiError ? error.fields.map(({ path }) => path) : [];
          if (fields.includes("key")) form.setFields([{ name: "key", errors: [t("keyAgain")] }]);
          else if (fields.includes("baseUrl")) form.setFields([{ name: "baseUrl", errors: [t("addressWrong")] }]);
          else showError(error);
        },
      },
    );
  }
  return (
    <Form
      form={form}
      className="mail-form"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={submit}
    >
      <Form.Item
        name="baseUrl"
        label={t("address")}
        extra={t("addressHint")}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t("missing") },
          { pattern: /^\s*https?:\/\/[^\s?#@]+\s*$/i, message: t("addressWrong") },
        ]}
      >
        <Input maxLength={500} inputMode="url" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="model"
        label={t("model")}
        extra={t(`${kind}.modelHint`)}
        rules={[{ required: true, message: t("missing") }]}
      >
        <Input maxLength={200} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="key" label={t("key")} extra={t("keyHint")}>
        <Input.Password maxLength={1000} autoComplete="new-password" placeholder={isKept ? t("keyKept") : undefined} />
      </Form.Item>
      <Form.Item name="priceIn" label={t(kind === "chat" ? "priceIn" : "price")} extra={t("priceHint")}>
        <InputNumber min={0} max={1_000_000} controls={false} />
      </Form.Item>
      {kind === "chat" && (
        <Form.Item name="priceOut" label={t("priceOut")}>
          <InputNumber min={0} max={1_000_000} controls={false} />
        </Form.Item>
      )}
      <Form.Item name="dailyTokens" label={t("dailyTokens")} extra={t(`${kind}.dailyTokensHint`)}>
        <InputNumber min={1000} max={1_000_000_000_000} precision={0} controls={false} placeholder={t("noLimit")} />
      </Form.Item>
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(model ? "common:action.save" : "saveAndOn")}
        </Button>
        {model && <RemoveModel kind={kind} clear={() => form.setFieldsValue({ ...empty, key: undefined })} />}
      </div>
    </Form>
  );
}

function RemoveModel({ kind, clear }: { kind: ModelKind; clear: () => void }) {
  const { t } = useTranslation("models");
  const client = useQueryClient();
  return (
    <RemoveButton
      words={{ title: t("removeTitle"), body: t("removeBody"), remove: t("remove"), removed: t("removed") }}
      remove={() => call(routes.removeModel, { kind })}
      onGone={(gone) => {
        client.setQueryData(modelsQuery.queryKey, gone);
        clear();
      }}
    />
  );
}
