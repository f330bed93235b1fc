import { useMutation, useQuery } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { App, Button, Checkbox, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { EntryPicker, type Named } from "../entries/entry-picker.tsx";
import { useCan } from "../session.ts";
import { useShowError } from "../ui/error-words.ts";
import { CheckIcon } from "../ui/icons.tsx";
import type { Answer } from "./bot-answer.tsx";
import { useTranscript } from "./context.ts";
import { CrossIcon } from "./icons.tsx";

/** Right or wrong, said by a person, and what would have been right; what was said stays, the buttons show on approach. */
export function AnswerLabelling({ item }: { item: Answer }) {
  const { t } = useTranslation("conversations");
  const { actions } = useTranscript();
  const given = item.label && (
    <span className={`said-label said-label-${item.label}`}>
      {item.label === "correct" ? <CheckIcon size={14} /> : <CrossIcon size={14} />}
      {t(`transcript.label.${item.label}`)}
      {item.meantEntryId !== undefined && <Meant entryId={item.meantEntryId} />}
    </span>
  );
  if (!actions.label || item.body.outcome === "chitchat") return given;
  return (
    <span className="said-label-box">
      {given}
      {item.label !== null && <WhichOne item={item} />}
      <span className="said-tools">
        {(["correct", "wrong"] as const)
          .filter((label) => label !== item.label)
          .map((label) => (
            <button
              key={label}
              type="button"
              title={t(`transcript.labelAs.${label}`)}
              className="plain-button"
              aria-label={t(`transcript.labelAs.${label}`)}
              onClick={() => actions.label!({ answerSeq: item.seq, label })}
            >
              {label === "correct" ? <CheckIcon size={16} /> : <CrossIcon size={16} />}
            </button>
          ))}
      </span>
    </span>
  );
}

function Meant({ entryId }: { entryId: string | null }) {
  const { t } = useTranslation("learning");
  const entry = useQuery({
    queryKey: ["knowledge", "entry", entryId],
    queryFn: ({ signal }) => call(routes.getEntry, { entryId: entryId! }, signal),
    enabled: entryId !== null,
    retry: false,
  });
  if (entryId === null) return <small>{t("label.meantNothing")}</small>;
  const question = entry.data?.question ?? (entry.isError ? t("gone") : "…");
  return <small title={question}>{t("label.meant", { question })}</small>;
}

/** After the verdict: which entry would have been right, and whether the shop keeps the question as a test. */
function WhichOne({ item }: { item: Answer }) {
  const { t } = useTranslation("learning");
  const can = useCan();
  const [isOpen, setIsOpen] = useState(false);
  const isWrong = item.label === "wrong";
  // Who may not keep tests has nothing to say about a right answer.
  if (!isWrong && (!can("knowledge.edit") || !item.body.entryId)) return null;
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="click"
      placement="bottom"
      destroyOnHidden
      content={<Correction item={item} isWrong={isWrong} close={() => setIsOpen(false)} />}
    >
      <Button type="link" size="small" className="said-which">
        {t(isWrong ? "label.which" : "correct.test")}
      </Button>
    </Popover>
  );
}

function Correction({ item, isWrong, close }: { item: Answer; isWrong: boolean; close: () => void }) {
  const { t } = useTranslation("learning");
  const { message } = App.useApp();
  const { actions, eventOf, conversationId } = useTranscript();
  const can = useCan();
  const showError = useShowError();
  const [meant, setMeant] = useState<Named | null | undefined>(
    isWrong ? undefined : { entryId: item.body.entryId!, question: "" },
  );
  const asked = eventOf(item.body.inReplyTo);
  const text = asked?.type === "message.sent" && asked.body.content.kind === "text" ? asked.body.content.text : "";
  const canTest = can("knowledge.edit") && text !== "" && text.length <= limits.questionCharacters;
  const [asTest, setAsTest] = useState(canTest);
  const save = useMutation({
    mutationFn: async (entryId: string | null) => {
      if (isWrong) actions.label!({ answerSeq: item.seq, label: "wrong", entryId });
      if (asTest && canTest) await call(routes.saveTest, { question: text, entryId, origin: "label", conversationId });
    },
    onSuccess: () => {
      if (asTest) message.success(t("test.saved"));
      close();
    },
    onError: (error) => showError(error),
  });
  return (
    <div className="said-correction">
      {isWrong && <EntryPicker value={meant} change={setMeant} near={item.body.options ?? []} />}
      {canTest && (
        <Checkbox checked={asTest} onChange={(event) => setAsTest(event.target.checked)}>
          {t("correct.test")}
        </Checkbox>
      )}
      <Button
        type="primary"
        size="small"
        disabled={meant === undefined || (!isWrong && !asTest)}
        loading={save.isPending}
        onClick={() => meant !== undefined && save.mutate(meant?.entryId ?? null)}
      >
        {t("label.ok")}
      </Button>
    </div>
  );
}
