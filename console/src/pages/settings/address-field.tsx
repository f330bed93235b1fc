import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** One e-mail address, looked at when the field is left. */
export function AddressField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation("mailing");
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t("missing") },
        { type: "email", message: t("addressWrong") },
      ]}
    >
      <Input maxLength={200} inputMode="email" />
    </Form.Item>
  );
}
