import type { Shop, ShopSettings } from "@yingda/contract/routes/shop";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../preferences.ts";
import { useEntryWords } from "./entry-words.ts";

/** How the customer's window will look with what is in the form right now. */
export function WindowPreview({ shop }: { shop: Shop }) {
  const { t } = useTranslation("settings");
  const { language } = usePreferences();
  const form = Form.useFormInstance<Partial<ShopSettings>>();
  const typed = Form.useWatch([], form) as Partial<ShopSettings> | undefined;
  const settings = { ...shop.settings, ...typed };
  const words = useEntryWords(settings.hotQuestionIds);
  return (
    <aside className="preview" aria-label={t("window.preview")}>
      <div className="preview-word">{t("window.preview")}</div>
      <div
        className="preview-window"
        style={{ "--shop": settings.color, "--on-shop": wordsOn(settings.color) } as never}
      >
        <div className="preview-top">{settings.name}</div>
        <div className="preview-body">
          <small>{t("window.bot")}</small>
          <div className="preview-bubble">{settings.welcome?.[language] || "…"}</div>
          <div className="preview-chips">
            {settings.hotQuestionIds.map((id) => {
              const question = words.get(id);
              return question ? <span key={id}>{question}</span> : null;
            })}
          </div>
        </div>
        <div className="preview-bottom">
          <span>{t("window.type")}</span>
          <b>{t("window.human")}</b>
        </div>
      </div>
    </aside>
  );
}

/** White or ink, whichever reads better on the colour (relative luminance as in WCAG). */
export function wordsOn(color: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return luminance > 0.4 ? "#1F2421" : "#FFFFFF";
}
