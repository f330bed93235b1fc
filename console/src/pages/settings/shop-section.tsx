import { industries, industryKeys } from "@yingda/contract/industries";
import { limits } from "@yingda/contract/limits";
import type { Shop } from "@yingda/contract/routes/shop";
import { ColorPicker, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../preferences.ts";
import { SettingsForm } from "./settings-form.tsx";
import { WindowPreview } from "./window-preview.tsx";

const presets = ["#0E7C7B", "#1D4ED8", "#7C3AED", "#BE185D", "#C2410C", "#A16207", "#15803D", "#1F2421"];
const timeZones = Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value.replaceAll("_", " ") }));

export function ShopSection({ shop }: { shop: Shop }) {
  const { t } = useTranslation("settings");
  const { language } = usePreferences();
  const own = shop.settings.industry;
  // A word of the shop's own, from before there was a list, stays possible as long as it is chosen.
  const isOwnWord = own !== "" && !Object.hasOwn(industries, own);
  const industryOptions = [
    ...industryKeys.map((key) => ({ value: key as string, label: industries[key][language] as string })),
    ...(isOwnWord ? [{ value: own, label: own }] : []),
  ];
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
          <Form.Item
            name="industry"
            label={t("shop.industry")}
            extra={t("shop.industryHint")}
            getValueProps={(value: string) => ({ value: value || undefined })}
            normalize={(value: string | undefined) => value ?? ""}
          >
            <Select allowClear options={industryOptions} />
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
