import { limits } from "@yingda/contract/limits";
import type { Shop } from "@yingda/contract/routes/shop";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../ui/copy-button.tsx";
import { HotQuestions } from "./hot-questions.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { WindowPreview } from "./window-preview.tsx";

const languages = ["zh-CN", "en"] as const;

export function WindowSection({ shop }: { shop: Shop }) {
  const { t } = useTranslation("settings");
  return (
    <SettingsForm shop={shop} names={["welcome", "hotQuestionIds", "allowedOrigins"]}>
      <div className="with-preview">
        <div className="stack">
          <section className="panel">
            <h2 className="panel-title">{t("window.greet")}</h2>
            {languages.map((language) => (
              <Form.Item
                key={language}
                name={["welcome", language]}
                label={`${t("window.welcome")} · ${t(`language.${language}`)}`}
                extra={language === "en" ? t("window.welcomeHint") : undefined}
              >
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
              </Form.Item>
            ))}
            <Form.Item
              name="hotQuestionIds"
              label={t("window.hot")}
              extra={t("window.hotHint", { most: limits.hotQuestions })}
            >
              <HotQuestions />
            </Form.Item>
          </section>
          <Embed widgetKey={shop.widgetKey} />
          <section className="panel">
            <Form.Item
              name="allowedOrigins"
              label={<h2 className="panel-title">{t("window.origins")}</h2>}
              extra={t("window.originsHint")}
              rules={[
                {
                  validator: (_, origins: string[]) => {
                    const wrong = origins.find((origin) => !isOrigin(origin));
                    return wrong
                      ? Promise.reject(new Error(t("window.originWrong", { value: wrong })))
                      : Promise.resolve();
                  },
                },
              ]}
            >
              <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[" ", ","]} maxCount={50} />
            </Form.Item>
          </section>
        </div>
        <WindowPreview shop={shop} />
      </div>
    </SettingsForm>
  );
}

function isOrigin(text: string) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function Embed({ widgetKey }: { widgetKey: string }) {
  const { t } = useTranslation("settings");
  const code = `<script src="${location.origin}/widget.js" data-key="${widgetKey}" async></script>`;
  const page = `${location.origin}/chat/${widgetKey}`;
  return (
    <section className="panel">
      <h2 className="panel-title">{t("window.embed")}</h2>
      <p className="panel-lead">{t("window.embedLead")}</p>
      <code className="code-block">{code}</code>
      <div className="button-row">
        <CopyButton text={code} label={t("window.copy")} />
      </div>
      <h2 className="panel-title panel-next">{t("window.page")}</h2>
      <p className="panel-lead">{t("window.pageLead")}</p>
      <code className="code-block">{page}</code>
      <div className="button-row">
        <CopyButton text={page} label={t("window.copyLink")} />
        <Button href={page} target="_blank">
          {t("window.open")}
        </Button>
      </div>
    </section>
  );
}
