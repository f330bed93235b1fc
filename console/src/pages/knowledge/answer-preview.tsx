import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { shopQuery } from "../../shop.ts";
import { RichText } from "../../ui/rich-text.tsx";

/** The answer as wide as on a phone, under the question it belongs to. */
export function AnswerPreview({ question, html }: { question: string; html: string }) {
  const { t } = useTranslation("knowledge");
  return (
    <aside className="kn-preview" aria-label={t("preview")}>
      <small>{t("preview")}</small>
      <PhoneTalk question={question || t("field.questionExample")}>
        {html ? <RichText html={html} /> : <span className="kn-phone-empty">{t("previewEmpty")}</span>}
      </PhoneTalk>
    </aside>
  );
}

type TalkProps = { question: string; children: React.ReactNode; below?: React.ReactNode };

/** A question and what the customer sees of the answer, in the window's look whatever the console's scheme. */
export function PhoneTalk({ question, children, below }: TalkProps) {
  const { data: shop } = useQuery(shopQuery);
  const color = shop?.settings.color ?? "#0E7C7B";
  return (
    <div className="kn-phone" style={{ "--shop": color } as React.CSSProperties}>
      <p className="kn-phone-customer">{question}</p>
      <div className="kn-phone-bot">{children}</div>
      {below}
    </div>
  );
}
