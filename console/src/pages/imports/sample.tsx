import { Link } from "@tanstack/react-router";
import type { LogImport } from "@yingda/contract/routes/imports";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

type Conversation = LogImport["sample"][number];

/** The first conversations as a person will read them. */
export function Sample({ run }: { run: LogImport }) {
  const { t } = useTranslation("imports");
  return (
    <>
      <p className="log-sample-lead">{t("sample.lead", { count: run.sample.length })}</p>
      <ul className="log-sample">
        {run.sample.map((conversation) => (
          <li key={conversation.conversationId} className="log-talk">
            <header>
              <code>{conversation.conversation}</code>
              {run.state === "done" && (
                <Link to="/conversations/$conversationId" params={{ conversationId: conversation.conversationId }}>
                  {t("sample.open")}
                </Link>
              )}
            </header>
            <Talk conversation={conversation} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Talk({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const left = conversation.messageCount - conversation.messages.length;
  return (
    <>
      <ol>
        {conversation.messages.map(({ by, agent, at, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample never changes its order
          <li key={i} className={`log-said log-said-${by}`}>
            <small>
              {agent ?? t(`actors.${by}`)} {at && <time dateTime={at}>{format.time(at)}</time>}
            </small>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {left > 0 && <p className="log-talk-more">{t("sample.more", { count: left, number: format.number(left) })}</p>}
    </>
  );
}
