import type { Shop, SurveyName, SurveySetup } from "@yingda/contract/routes/shop";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { SettingsForm } from "./settings-form.tsx";
import { SurveyFields } from "./survey-fields.tsx";
import { SurveyPreview } from "./survey-preview.tsx";
import { SurveyWaysPanel } from "./survey-ways-panel.tsx";
import { SurveyWebhook } from "./survey-webhook.tsx";

const names = ["csat", "nps", "ces"] as const satisfies readonly SurveyName[];

/** What customers are asked after a conversation, how they see it, and who sends the links. */
export function SurveysSection({ shop }: { shop: Shop }) {
  const { t } = useTranslation("surveys");
  const mustBeWhole = (_: unknown, setup: SurveySetup) => {
    if (!setup.question["zh-CN"].trim() || !setup.question.en.trim())
      return Promise.reject(new Error(t("questionMissing")));
    return setup.after.length === 0 ? Promise.reject(new Error(t("afterMissing"))) : Promise.resolve();
  };
  return (
    <div className="stack">
      <SettingsForm shop={shop} names={["surveys"]}>
        <div className="with-preview">
          <div className="stack">
            {names.map((name) => (
              <section key={name} className="panel survey-panel">
                <Form.Item name={["surveys", name]} rules={[{ validator: mustBeWhole }]}>
                  <SurveyFields name={name} />
                </Form.Item>
              </section>
            ))}
          </div>
          <SurveyPreview shop={shop} />
        </div>
      </SettingsForm>
      <SurveyWaysPanel />
      <SurveyWebhook />
    </div>
  );
}
