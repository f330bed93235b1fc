import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { showEvent } from "../../transcript/bubble.tsx";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { RichText } from "../../ui/rich-text.tsx";
import { runCommand, useCommand } from "./commands.ts";
import { showOwnWords } from "./scroll-area.tsx";
import { newClientId, sendFrom } from "./sending.ts";

type Suggestion = ReplyOf<typeof routes.suggestAnswers>["items"][number];

/** What the bot would say to the customer's latest words, one key from being sent. */
export function Assist({ detail, canSpeak }: { detail: ConversationDetail; canSpeak: boolean }) {
  const { t } = useTranslation("workspace");
  const client = useQueryClient();
  const conversationId = detail.conversation.id;
  const asked = latestQuestion(detail);
  const suggestions = useQuery({
    queryKey: ["suggestions", conversationId, asked?.seq],
    queryFn: ({ signal }) => call(routes.suggestAnswers, { conversationId, seq: asked!.seq }, signal),
    enabled: asked !== null,
    staleTime: 60_000,
    // The old ones stay until the new ones are there: no flicker beside somebody who reads.
    placeholderData: keepPreviousData,
  });
  const items = asked ? (suggestions.data?.items ?? []) : [];

  function send({ text, entryId }: Suggestion) {
    const content = { kind: "text", text } as const;
    const from = { fromEntryId: entryId, edited: false };
    const at = new Date().toISOString();
    showOwnWords(conversationId);
    void sendFrom(client, { clientId: newClientId(), conversationId, kind: "message", content, at, ...from });
  }

  useCommand(
    "suggestion",
    canSpeak && !suggestions.isPlaceholderData
      ? (index, isEdit) => {
          const item = items[index];
          if (!item) return;
          if (isEdit) runCommand("compose", takenFrom(item));
          else send(item);
        }
      : null,
  );

  return (
    <section className="side-part assist">
      <h3>{t("assist.title")}</h3>
      {asked && (
        <button type="button" className="plain-button assist-asked" onClick={() => showEvent(asked.seq)}>
          “{asked.text}”
        </button>
      )}
      {!asked && <p className="side-none">{t("assist.nothingAsked")}</p>}
      {suggestions.isError && (
        <p className="side-none">
          {t("assist.failed")}{" "}
          <Button type="link" size="small" onClick={() => suggestions.refetch()}>
            {t("assist.retry")}
          </Button>
        </p>
      )}
      {asked && suggestions.data && items.length === 0 && <p className="side-none">{t("assist.none")}</p>}
      <ol className={suggestions.isPlaceholderData ? "assist-stale" : undefined}>
        {items.map((item, index) => (
          <SuggestionCard
            key={item.entryId}
            item={item}
            index={index}
            canSpeak={canSpeak && !suggestions.isPlaceholderData}
            send={() => send(item)}
          />
        ))}
      </ol>
    </section>
  );
}

function SuggestionCard(props: { item: Suggestion; index: number; canSpeak: boolean; send: () => void }) {
  const { t } = useTranslation("workspace");
  const { item, index, canSpeak } = props;
  const [isWhole, setIsWhole] = useState(false);
  return (
    <li className="suggestion">
      <button
        type="button"
        className="plain-button suggestion-words"
        aria-expanded={isWhole}
        onClick={() => setIsWhole(!isWhole)}
      >
        <strong>{item.question}</strong>
        {isWhole ? <RichText html={item.html} /> : <span>{item.text}</span>}
      </button>
      {canSpeak && (
        <div className="suggestion-acts">
          <Tooltip title={`Alt Shift ${index + 1}`}>
            <Button size="small" type="text" onClick={() => runCommand("compose", takenFrom(item))}>
              {t("assist.edit")}
            </Button>
          </Tooltip>
          <Tooltip title={`Alt ${index + 1}`}>
            <Button size="small" onClick={props.send}>
              {t("assist.send")}
              <span className="key">{index + 1}</span>
            </Button>
          </Tooltip>
        </div>
      )}
    </li>
  );
}

const takenFrom = ({ entryId, text }: Suggestion) => ({ entryId, words: text });

/** Only typed words have suggestions; a picture or a click has none. */
function latestQuestion({ events }: ConversationDetail) {
  for (const event of events.toReversed()) {
    if (event.type === "offline_message.left") return { seq: event.seq, text: event.body.text };
    if (event.type !== "message.sent" || event.actor.kind !== "customer") continue;
    if (event.body.content.kind === "text") return { seq: event.seq, text: event.body.content.text };
  }
  return null;
}
