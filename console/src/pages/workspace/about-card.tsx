import { useTranslation } from "react-i18next";
import { AboutFacts } from "../../about/about-facts.tsx";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";

/** What this conversation is about: seen at a glance by who takes it up, put right in passing. */
export function AboutCard({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation("about");
  return (
    <section className="side-part">
      <h3>{t("title")}</h3>
      <dl className="facts">
        <AboutFacts detail={detail} />
      </dl>
    </section>
  );
}
