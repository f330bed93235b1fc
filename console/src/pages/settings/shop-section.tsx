import { limits } from "@yingda/contract/limits";
import type { Shop } from "@yingda/contract/routes/shop";
import { AutoComplete, ColorPicker, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { SettingsForm } from "./settings-form.tsx";
import { WindowPreview } from "./window-preview.tsx";

const presets = ["#0E7C7B", "#1D4ED8", "#7C3AED", "#BE185D", "#C2410C", "#A16207", "#15803D", "#1F2421"];
const industries = ["apparel", "home", "electronics", "beauty", "food", "baby", "sports", "other"] as const;
const timeZones = Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value.replaceAll("_", " ") }));

export function ShopSection({ shop }: { shop: Shop }) {
  const { t } = useTranslation("settings");
  return (
    <SettingsForm shop={shop} names={["name", "color", "industry", "timeZone"]}>
      <div className="with-preview">
        <section className="panel">
          <h2 className="panel-title">{t("shop.title")}</h2>
          <Form.Item
            name="name"
            label={t("shop.name")}
            extra={t("shop.nameHint")}
            rules={[{ required: true, whitespace: true, message: t("shop.nameMissing") }]}
          >
            <Input maxLength={limits.nameCharacters} />
          </Form.Item>
          <Form.Item
            name="color"
            label={t("shop.color")}
            extra={t("shop.colorHint")}
            getValueFromEvent={(color: { toHexString: () => string }) => color.toHexString()}
          >
            <ColorPicker disabledAlpha format="hex" showText presets={[{ label: "", colors: presets }]} />
          </Form.Item>
          <Form.Item name="industry" label={t("shop.industry")} extra={t("shop.industryHint")}>
            <AutoComplete maxLength={60} options={industries.map((name) => ({ value: t(`industries.${name}`) }))} />
          </Form.Item>
          <Form.Item name="timeZone" label={t("shop.timeZone")} extra={t("shop.timeZoneHint")}>
            <Select showSearch={{ optionFilterProp: "label" }} options={timeZones} />
          </Form.Item>
        </section>
        <WindowPreview shop={shop} />
      </div>
    </SettingsForm>
  );
}
