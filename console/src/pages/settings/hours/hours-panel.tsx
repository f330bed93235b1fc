import { type ServiceHours, serviceHours as schema } from "@yingda/contract/service-hours";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { readFaults } from "../faults.ts";
import { HolidayEditor } from "./holiday-editor.tsx";
import { WeekEditor } from "./week-editor.tsx";

/** Service hours as one field of the settings: the week and the holidays. */
export function HoursPanel() {
  return (
    <Form.Item
      name="serviceHours"
      noStyle
      rules={[
        {
          validator: (_, hours: ServiceHours) =>
            schema.safeParse(hours).success ? Promise.resolve() : Promise.reject(new Error("hours")),
        },
      ]}
    >
      <HoursEditor />
    </Form.Item>
  );
}

/** The form gives both. */
function HoursEditor({ value, onChange }: { value?: ServiceHours; onChange?: (hours: ServiceHours) => void }) {
  const { t } = useTranslation("measures");
  if (!value || !onChange) return null;
  const faults = readFaults(schema, value);
  return (
    <>
      <section className="panel">
        <h2 className="panel-title">{t("week.title")}</h2>
        <p className="panel-lead">{t("week.lead")}</p>
        <WeekEditor week={value.weekly} faultsOf={faults.below} change={(weekly) => onChange({ ...value, weekly })} />
        <p className="week-night">{t("week.night")}</p>
      </section>
      <section className="panel">
        <h2 className="panel-title">{t("holiday.title")}</h2>
        <p className="panel-lead">{t("holiday.lead")}</p>
        <HolidayEditor
          holidays={value.holidays}
          faultsOf={faults.below}
          faultAt={faults.at}
          change={(holidays) => onChange({ ...value, holidays })}
        />
      </section>
    </>
  );
}
