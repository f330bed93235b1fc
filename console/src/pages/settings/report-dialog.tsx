import { useMutation, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { Report, ReportDraft } from "@yingda/contract/routes/reports";
import { App, Button, Form, Input, Radio, Select, Switch, TimePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { usePreferences } from "../../preferences.ts";
import { useMe } from "../../session.ts";
import { useShowError } from "../../ui/error-words.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { findWrongAddress, RecipientsSelect } from "./recipients-select.tsx";
import { ReportPreview } from "./report-preview.tsx";
import { type ReportList, reportsKey } from "./reports-section.tsx";

type Props = { report: Report | null; list: ReportList; close: () => void };

export function ReportDialog({ report, list, close }: Props) {
  const { t } = useTranslation(["reports", "common"]);
  const { language } = usePreferences();
  const { staff } = useMe();
  const [form] = Form.useForm<ReportDraft>();
  const [previewed, setPreviewed] = useState<ReportDraft | null>(null);
  const frequency = Form.useWatch("frequency", form) ?? report?.frequency ?? "daily";
  const save = useSave(report, close);
  const fresh: ReportDraft = {
    ...{ name: t("form.nameDaily"), frequency: "daily", weekday: 1, atTime: "09:00", recipients: [staff.email] },
    ...{ language, metrics: list.usual, isOn: true },
  };
  return (
    <>
      <FormDialog
        form={form}
        width={560}
        title={t(report ? "form.editTitle" : "form.addTitle")}
        initialValues={report ?? fresh}
        isSubmitting={save.isPending}
        submit={() => save.mutate(form.getFieldsValue(true) as ReportDraft)}
        close={close}
        beside={
          <Button
            onClick={() =>
              form.validateFields(["name", "metrics"]).then(
                () => setPreviewed(form.getFieldsValue(true) as ReportDraft),
                () => {},
              )
            }
          >
            {t("preview")}
          </Button>
        }
      >
        <Form.Item
          name="name"
          label={t("form.name")}
          extra={t("form.nameHint")}
          rules={[{ required: true, whitespace: true, message: t("form.nameMissing") }]}
        >
          <Input maxLength={limits.nameCharacters} />
        </Form.Item>
        <Form.Item name="frequency" label={t("form.frequency")}>
          <Radio.Group
            options={(["daily", "weekly"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
            onChange={({ target }) => {
              // A name nobody has touched says what the report is.
              const isUntouched = [t("form.nameDaily"), t("form.nameWeekly")].includes(form.getFieldValue("name"));
              if (isUntouched)
                form.setFieldValue("name", t(target.value === "daily" ? "form.nameDaily" : "form.nameWeekly"));
            }}
          />
        </Form.Item>
        <div className="form-row">
          {frequency === "weekly" && (
            <Form.Item name="weekday" label={t("form.weekday")}>
              <Select
                options={([1, 2, 3, 4, 5, 6, 0] as const).map((value) => ({ value, label: t(`weekday.d${value}`) }))}
              />
            </Form.Item>
          )}
          <Form.Item
            name="atTime"
            label={t("form.time")}
            extra={t("form.timeHint")}
            getValueProps={(value: string) => ({ value: dayjs(value, "HH:mm") })}
            normalize={(value: Dayjs | null) => value?.format("HH:mm") ?? "09:00"}
          >
            <TimePicker format="HH:mm" minuteStep={5} allowClear={false} needConfirm={false} />
          </Form.Item>
          <Form.Item name="language" label={t("form.language")}>
            <Select
              options={(["zh-CN", "en"] as const).map((value) => ({ value, label: t(`common:language.${value}`) }))}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="recipients"
          label={t("form.recipients")}
          extra={t("form.recipientsHint", { most: limits.mailRecipients })}
          rules={[
            { required: true, type: "array", min: 1, message: t("form.recipientsMissing") },
            {
              validator: async (_, list: string[]) => {
                const wrong = findWrongAddress(list);
                if (wrong !== undefined) throw new Error(t("form.recipientsWrong", { value: wrong }));
              },
            },
          ]}
        >
          <RecipientsSelect />
        </Form.Item>
        <Form.Item
          name="metrics"
          label={t("form.metrics")}
          rules={[{ required: true, type: "array", min: 1, message: t("form.metricsMissing") }]}
        >
          <Select
            mode="multiple"
            maxCount={limits.reportMetrics}
            showSearch={{ optionFilterProp: "label" }}
            options={list.choices.map(({ key, name }) => ({ value: key, label: name[language] }))}
          />
        </Form.Item>
        <Form.Item name="isOn" label={t("form.isOn")} valuePropName="checked">
          <Switch />
        </Form.Item>
      </FormDialog>
      {previewed && <ReportPreview draft={previewed} close={() => setPreviewed(null)} />}
    </>
  );
}

function useSave(report: Report | null, close: () => void) {
  const { t } = useTranslation("reports");
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: ({ name, frequency, weekday, atTime, recipients, language, metrics, isOn }: ReportDraft) => {
      const draft = { name, frequency, weekday, atTime, recipients, language, metrics, isOn };
      return report ? call(routes.updateReport, { reportId: report.id, ...draft }) : call(routes.createReport, draft);
    },
    onSuccess: () => {
      close();
      message.success(t("saved"));
      return client.invalidateQueries({ queryKey: reportsKey });
    },
    onError: (error) => showError(error),
  });
}
