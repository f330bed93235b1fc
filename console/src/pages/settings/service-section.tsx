import type { Shop } from "@yingda/contract/routes/shop";
import { Checkbox, Form, Input, InputNumber, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { SettingsForm } from "./settings-form.tsx";

const days = [1, 2, 3, 4, 5, 6, 0] as const;
const languages = ["zh-CN", "en"] as const;
const halfHours = Array.from(
  { length: 49 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`,
);

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
      names={["serviceHours", "greeting", "queueLimit", "idleCloseMinutes", "replyAlarmSeconds"]}
    >
      <div className="stack">
        <Hours />
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

function Hours() {
  const { t } = useTranslation("settings");
  const times = halfHours.map((value) => ({ value, label: value }));
  return (
    <section className="panel">
      <h2 className="panel-title">{t("service.hours")}</h2>
      <p className="panel-lead">{t("service.hoursHint")}</p>
      <Space className="hours" align="baseline">
        <Form.Item name={["serviceHours", "from"]}>
          <Select showSearch options={times.slice(0, -1)} style={{ width: 104 }} />
        </Form.Item>
        {t("service.to")}
        <Form.Item
          name={["serviceHours", "to"]}
          dependencies={[["serviceHours", "from"]]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, to: string) =>
                to > getFieldValue(["serviceHours", "from"])
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("service.order"))),
            }),
          ]}
        >
          <Select showSearch options={times.slice(1)} style={{ width: 104 }} />
        </Form.Item>
      </Space>
      <Form.Item
        name={["serviceHours", "days"]}
        rules={[{ required: true, type: "array", min: 1, message: t("service.daysMissing") }]}
        normalize={(chosen: number[]) => chosen.toSorted((a, b) => a - b)}
      >
        <Checkbox.Group
          className="days"
          options={days.map((day) => ({ value: day, label: t(`service.days.d${day}`) }))}
        />
      </Form.Item>
    </section>
  );
}
