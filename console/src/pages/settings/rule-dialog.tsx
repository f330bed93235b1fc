import { useMutation, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { AlertRule, AlertRuleDraft } from "@yingda/contract/routes/alerts";
import { App, Checkbox, Form, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { tagHint } from "../../figures/tag-hint.ts";
import { usePreferences } from "../../preferences.ts";
import { useShowError } from "../../ui/error-words.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type RuleList, rulesKey } from "./alerts-section.tsx";
import { findWrongAddress, RecipientsSelect } from "./recipients-select.tsx";
import { fromDraft, type RuleForm, toDraft } from "./rule-form.ts";

type Props = { rule: AlertRule | null; list: RuleList; close: () => void };

const fresh: AlertRuleDraft = {
  metric: "human.average_wait",
  condition: { kind: "above", threshold: 60 },
  windowDays: 1,
  minimumCases: 10,
  recipients: [],
  isShown: true,
  language: "zh-CN",
  coolDownHours: 12,
  isOn: true,
};

export function RuleDialog({ rule, list, close }: Props) {
  const { t } = useTranslation(["alerts", "common", "figures", "reports"]);
  const { language } = usePreferences();
  const { t: figureWords } = useTranslation("figures");
  const [form] = Form.useForm<RuleForm>();
  const isRatio = (key: string) => list.choices.find((one) => one.key === key)?.unit === "ratio";
  const initial = fromDraft(rule ?? { ...fresh, language }, isRatio);
  const kind = Form.useWatch("kind", form) ?? initial.kind;
  const key = Form.useWatch("metric", form) ?? initial.metric;
  const metric = list.choices.find((one) => one.key === key);
  const save = useSave(rule, close);
  const unit = metric?.unit === "ratio" ? "%" : metric?.unit === "seconds" ? t("form.seconds") : undefined;

  return (
    <FormDialog
      form={form}
      width={560}
      title={t(rule ? "form.editTitle" : "form.addTitle")}
      initialValues={initial}
      isSubmitting={save.isPending}
      submit={() => save.mutate(toDraft({ ...initial, ...form.getFieldsValue(true) }, isRatio))}
      close={close}
    >
      <Form.Item name="metric" label={t("form.metric")} rules={[{ required: true, message: t("form.metricMissing") }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={list.choices.map((one) => ({ value: one.key, label: one.name[language] }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t("form.when")}>
        <Radio.Group
          options={[
            { value: "above", label: t("form.above") },
            { value: "below", label: t("form.below") },
            { value: "tag", label: t("form.tag"), disabled: metric?.good === "none" },
          ]}
        />
      </Form.Item>
      {kind === "tag" ? (
        <Form.Item name="tag">
          <Radio.Group
            className="tag-choice"
            options={(["worsening", "urgent"] as const).map((value) => ({
              value,
              label: (
                <>
                  <strong>{t(`figures:tag.${value}`)}</strong>
                  <small>
                    {tagHint(value, figureWords)}
                    {value === "urgent" && t("form.needsPeers")}
                  </small>
                </>
              ),
            }))}
          />
        </Form.Item>
      ) : (
        <Form.Item
          name="threshold"
          label={t("form.threshold")}
          rules={[{ required: true, message: t("form.thresholdMissing") }]}
        >
          <InputNumber min={0} max={metric?.unit === "ratio" ? 100 : 1e9} suffix={unit} style={{ width: 160 }} />
        </Form.Item>
      )}
      <Form.Item name="windowDays" label={t("form.window")}>
        <Radio.Group options={([1, 7, 30] as const).map((value) => ({ value, label: t(`form.w${value}`) }))} />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="minimumCases"
          label={t("form.minimumCases")}
          extra={t("form.minimumHint")}
          rules={[{ required: true, message: t("form.thresholdMissing") }]}
        >
          <InputNumber min={1} max={100_000} precision={0} suffix={t("form.cases")} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          name="coolDownHours"
          label={t("form.coolDown")}
          rules={[{ required: true, message: t("form.thresholdMissing") }]}
        >
          <InputNumber min={1} max={720} precision={0} suffix={t("form.hours")} style={{ width: 160 }} />
        </Form.Item>
      </div>
      <Form.Item name="isShown" valuePropName="checked">
        <Checkbox>{t("form.isShown")}</Checkbox>
      </Form.Item>
      <Form.Item
        name="recipients"
        label={t("form.recipients")}
        dependencies={["isShown"]}
        extra={t("form.recipientsHint", { most: limits.mailRecipients })}
        rules={[
          {
            validator: async (_, recipients: string[] = []) => {
              const wrong = findWrongAddress(recipients);
              if (wrong !== undefined) throw new Error(t("reports:form.recipientsWrong", { value: wrong }));
              if (recipients.length === 0 && !form.getFieldValue("isShown")) throw new Error(t("form.nobody"));
            },
          },
        ]}
      >
        <RecipientsSelect />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="language" label={t("form.language")}>
          <Select
            options={(["zh-CN", "en"] as const).map((value) => ({ value, label: t(`common:language.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="isOn" label=" " valuePropName="checked">
          <Checkbox>{t("reports:form.isOn")}</Checkbox>
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function useSave(rule: AlertRule | null, close: () => void) {
  const { t } = useTranslation("alerts");
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: (draft: AlertRuleDraft) =>
      rule ? call(routes.updateAlertRule, { ruleId: rule.id, ...draft }) : call(routes.createAlertRule, draft),
    onSuccess: () => {
      close();
      message.success(t("saved"));
      return client.invalidateQueries({ queryKey: rulesKey });
    },
    onError: (error) => showError(error),
  });
}
