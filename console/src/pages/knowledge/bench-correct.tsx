import { useMutation, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { AskReply } from "@yingda/contract/routes/knowledge";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { EntryPicker, type Named } from "../../entries/entry-picker.tsx";
import { useShowError } from "../../ui/error-words.ts";
import { useTeach } from "./use-teach.ts";

type Props = { asked: string; reply: AskReply };

/** Was it right? What was said is learned from; and, if wished, a wording of the entry, and a test from now on. */
export function BenchCorrect({ asked, reply }: Props) {
  const { t } = useTranslation("learning");
  const [choice, setChoice] = useState<"right" | "wrong" | null>(null);
  // Of a follow-up the words by themselves mean nothing.
  const text = reply.resolvedText ?? asked;
  if (reply.outcome === "chitchat") return null;
  if (reply.asksSeveral) return <p className="bench-meaning">{t("correct.several")}</p>;
  if (text.length > limits.questionCharacters) return <p className="bench-meaning">{t("correct.tooLong")}</p>;
  const answered = answeredBy(reply);
  return (
    <div className="bench-correct">
      <div className="bench-correct-ask">
        <strong>{t("correct.title")}</strong>
        {answered !== undefined && (
          <Button size="small" aria-pressed={choice === "right"} onClick={() => setChoice("right")}>
            {t(answered === null ? "correct.rightNone" : "correct.right")}
          </Button>
        )}
        <Button size="small" aria-pressed={choice === "wrong"} onClick={() => setChoice("wrong")}>
          {t("correct.wrong")}
        </Button>
      </div>
      {choice !== null && (
        <Correction
          key={choice}
          text={text}
          reply={reply}
          isWrong={choice === "wrong"}
          start={choice === "right" ? answered : undefined}
          close={() => setChoice(null)}
        />
      )}
    </div>
  );
}

/** The entry it answered with; null: it did not answer; undefined: it asked back. */
function answeredBy({ outcome, candidates }: AskReply): Named | null | undefined {
  if (outcome === "unknown") return null;
  const top = candidates[0];
  return outcome === "guided" || !top ? undefined : { entryId: top.entryId, question: top.question };
}

type CorrectionProps = {
  text: string;
  reply: AskReply;
  isWrong: boolean;
  start: Named | null | undefined;
  close: () => void;
};

function Correction({ text, reply, isWrong, start, close }: CorrectionProps) {
  const { t } = useTranslation("learning");
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  const { teach } = useTeach();
  const [meant, setMeant] = useState(start);
  const [asWording, setAsWording] = useState(isWrong);
  const [asTest, setAsTest] = useState(isWrong);
  const isWording = asWording && isWrong && !!meant;
  const save = useMutation({
    mutationFn: async (entryId: string | null) => {
      if (isWording && entryId && !(await teach({ entryId, wording: text }))) return false;
      await call(routes.addHint, { text, entryId });
      if (asTest) await call(routes.saveTest, { question: text, entryId, origin: "bench" });
      return true;
    },
    onSuccess: (isDone) => {
      if (!isDone) return;
      message.success(t("correct.saved"));
      void client.invalidateQueries({ queryKey: ["learning"] });
      void client.invalidateQueries({ queryKey: ["knowledge-tests"] });
      close();
    },
    onError: (error) => showError(error),
  });
  return (
    <div className="bench-correct-form">
      {isWrong && (
        <EntryPicker
          value={meant}
          change={setMeant}
          near={reply.candidates.map(({ entryId, question }) => ({ entryId, question }))}
        />
      )}
      <span className="bench-correct-also">
        {isWrong && meant && (
          <Checkbox checked={asWording} onChange={(event) => setAsWording(event.target.checked)}>
            {t("correct.wording")}
          </Checkbox>
        )}
        <Checkbox checked={asTest} onChange={(event) => setAsTest(event.target.checked)}>
          {t("correct.test")}
        </Checkbox>
      </span>
      <Button
        type="primary"
        size="small"
        disabled={meant === undefined}
        loading={save.isPending}
        onClick={() => meant !== undefined && save.mutate(meant?.entryId ?? null)}
      >
        {t("correct.done")}
      </Button>
    </div>
  );
}
