import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { QuickPhrase } from "@yingda/contract/routes/shop";
import { AutoComplete, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { newId } from "../../ids.ts";
import { useShowError } from "../../ui/error-words.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { phrasesKey } from "./phrases-section.tsx";

const variables = ["{客户}", "{客服}", "{店铺}"];

type Props = { phrase: QuickPhrase | null; groups: string[]; close: () => void };

export function PhraseDialog({ phrase, groups, close }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const showError = useShowError();
  const [form] = Form.useForm<Omit<QuickPhrase, "id">>();
  const save = useMutation({
    mutationFn: (values: Omit<QuickPhrase, "id">) =>
      call(routes.saveQuickPhrase, { phraseId: phrase?.id ?? newId(), ...values }),
    onSuccess: () => {
      close();
      return client.invalidateQueries({ queryKey: phrasesKey });
    },
    onError: (error) => showError(error),
  });

  function insert(variable: string) {
    form.setFieldValue("text", (form.getFieldValue("text") ?? "") + variable);
    form.getFieldInstance("text")?.focus();
  }
  return (
    <FormDialog
      form={form}
      width={520}
      title={t(phrase ? "phrases.editTitle" : "phrases.addTitle")}
      initialValues={phrase ?? { text: "", shortcut: "", group: "" }}
      isSubmitting={save.isPending}
      submit={save.mutate}
      close={close}
    >
      <Form.Item
        name="text"
        label={t("phrases.text")}
        rules={[{ required: true, whitespace: true, message: t("phrases.textMissing") }]}
        extra={
          <span className="phrase-variables">
            {t("phrases.variables")}
            {variables.map((variable) => (
              <Button key={variable} size="small" onClick={() => insert(variable)}>
                {variable}
              </Button>
            ))}
          </span>
        }
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="shortcut"
        label={t("phrases.shortcut")}
        extra={t("phrases.shortcutHint")}
        rules={[{ pattern: /^[^\s/]*$/, message: t("phrases.shortcutWrong") }]}
      >
        <Input prefix="/" maxLength={30} />
      </Form.Item>
      <Form.Item name="group" label={t("phrases.group")} extra={t("phrases.groupHint")}>
        <AutoComplete maxLength={30} showSearch={{ filterOption: true }} options={groups.map((value) => ({ value }))} />
      </Form.Item>
    </FormDialog>
  );
}
