import type { Shop, ShopSettings, SurveyName } from "@yingda/contract/routes/shop";
import { Form, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../preferences.ts";
import { wordsOn } from "./window-preview.tsx";

const names = ["csat", "nps", "ces"] as const satisfies readonly SurveyName[];
const scores: Record<SurveyName, readonly (string | number)[]> = {
  csat: ["★", "★", "★", "★", "★"],
  nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ces: [1, 2, 3, 4, 5, 6, 7],
};

/** The card in the customer's window with what is in the form right now, in either language. */
export function SurveyPreview({ shop }: { shop: Shop }) {
  const { t } = useTranslation(["surveys", "settings"]);
  const { language: mine } = usePreferences();
  const [name, setName] = useState<SurveyName>("nps");
  const [language, setLanguage] = useState<"zh-CN" | "en">(mine);
  const form = Form.useFormInstance<Partial<ShopSettings>>();
  const typed = Form.useWatch(["surveys", name], form) as ShopSettings["surveys"][SurveyName] | undefined;
  const setup = typed ?? shop.settings.surveys[name];
  // In the customer's language, whatever the console's is.
  const say = (key: "ended" | "comment" | "skip" | "send" | `low.${SurveyName}` | `high.${"nps" | "ces"}`) =>
    t(`surveys:preview.${key}`, { lng: language });
  const { color } = shop.settings;
  return (
    <aside className="preview" aria-label={t("preview.title")}>
      <div className="preview-word">{t("preview.title")}</div>
      <div className="survey-choices">
        <Segmented
          aria-label={t("preview.survey")}
          value={name}
          options={names.map((each) => ({ value: each, label: t(`short.${each}`) }))}
          onChange={setName}
        />
        <Segmented
          aria-label={t("preview.language")}
          value={language}
          options={[
            { value: "zh-CN" as const, label: "中文" },
            { value: "en" as const, label: "EN" },
          ]}
          onChange={setLanguage}
        />
      </div>
      <div className="preview-window" lang={language} style={{ "--shop": color, "--on-shop": wordsOn(color) } as never}>
        <div className="preview-top">{shop.settings.name}</div>
        <div className={setup.isOn ? "preview-body" : "preview-body survey-off"}>
          <small className="survey-line">{say("ended")}</small>
          <div className="survey-card">
            <strong>{setup.question[language] || "…"}</strong>
            <div className={`survey-scores ${name}`}>
              {scores[name].map((score, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: five equal stars
                <span key={place}>{score}</span>
              ))}
            </div>
            <div className="survey-ends">
              <small>{say(`low.${name}`)}</small>
              {name !== "csat" && <small>{say(`high.${name}`)}</small>}
            </div>
            {setup.asksComment && <div className="survey-comment">{say("comment")}</div>}
            <div className="survey-actions">
              <span>{say("skip")}</span>
              <b>{say("send")}</b>
            </div>
          </div>
        </div>
      </div>
      {!setup.isOn && <p className="survey-hint">{t("preview.off")}</p>}
    </aside>
  );
}
