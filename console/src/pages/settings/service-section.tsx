import { limits } from "@yingda/contract/limits";
import type { Shop } from "@yingda/contract/routes/shop";
import { Form, Input, InputNumber, Space, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { HoursPanel } from "./hours/hours-panel.tsx";
import { SettingsForm } from "./settings-form.tsx";

const languages = ["zh-CN", "en"] as const;
const numbers = [
  { name: "queueLimit", label: "queueLimit", hint: "queueLimitHint", unit: "people", min: 0, max: 1000 },
  { name: "idleCloseMinutes", label: "idleClose", hint: "idleCloseHint", unit: "minutes", min: 5, max: 1440 },
  { name: "replyAlarmSeconds", label: "alarm", hint: "alarmHint", unit: "seconds", min: 10, max: 600 },
] as const;

export function ServiceSection({ shop }: { shop: Shop }) {
  const { t } = useTranslation("settings");
  return (
    <SettingsForm
      shop={shop}
      names={["serviceHours", "greeting", "queueLimit", "urgentFirst", "idleCloseMinutes", "replyAlarmSeconds"]}
    >
      <div className="stack">
        <HoursPanel />
        <section className="panel">
          <h2 className="panel-title">{t("service.greeting")}</h2>
          {languages.map((language) => (
            <Form.Item
              key={language}
              name={["greeting", language]}
              label={t(`language.${language}`)}
              extra={language === "en" ? t("service.greetingHint") : undefined}
            >
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
            </Form.Item>
          ))}
        </section>
        <section className="panel">
          <h2 className="panel-title">{t("service.limits")}</h2>
          <Form.Item
            name="urgentFirst"
            label={t("service.urgentFirst")}
            extra={t("service.urgentFirstHint", { minutes: limits.urgentHeadStartSeconds / 60 })}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
          {numbers.map(({ name, label, hint, unit, min, max }) => (
            <Form.Item key={name} label={t(`service.${label}`)} extra={t(`service.${hint}`)}>
              <Space>
                <Form.Item name={name} noStyle rules={[{ required: true, message: t("service.numberMissing") }]}>
                  <InputNumber min={min} max={max} precision={0} />
                </Form.Item>
                {t(`service.${unit}`)}
              </Space>
            </Form.Item>
          ))}
        </section>
      </div>
    </SettingsForm>
  );
}
