import { Link } from "@tanstack/react-router";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useTreeChange } from "./intents-data.ts";

type Props = { intentKey: string; corrections: ReplyOf<typeof routes.getIntent>["corrections"] };

/** What was learned when somebody put a conversation right; a wrong lesson can be forgotten. */
export function CorrectionList({ intentKey, corrections }: Props) {
  const { t } = useTranslation("intents");
  const forget = useTreeChange((exampleId: string) => call(routes.updateIntent, { intentKey, forget: [exampleId] }));
  return (
    <section className="intent-corrections">
      <h3>{t("corrections", { count: corrections.length })}</h3>
      {corrections.length === 0 && <p className="intent-hint">{t("noCorrections")}</p>}
      <ul>
        {corrections.map(({ exampleId, text, conversationId }) => (
          <li key={exampleId}>
            {conversationId ? (
              <Link to="/conversations/$conversationId" params={{ conversationId }}>
                {text}
              </Link>
            ) : (
              <span>{text}</span>
            )}
            <Button
              type="text"
              size="small"
              disabled={forget.isPending}
              aria-label={t("forgetThis", { text })}
              onClick={() => forget.mutate(exampleId)}
            >
              {t("forget")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
