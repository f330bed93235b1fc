import { limits } from "@yingda/contract/limits";
import { App, Button, Input } from "antd";
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft, Problem } from "./draft.ts";
import { Field } from "./field.tsx";
import { addWordings, checkWordings, splitWordings } from "./wordings.ts";

type Props = { draft: Draft; change: (part: Partial<Draft>) => void; problem?: Problem; canEdit: boolean };

/** The customers' other wordings, one a line. A pasted list becomes as many lines. */
export function SimilarEditor({ draft, change, problem, canEdit }: Props) {
  const { t } = useTranslation("knowledge");
  const { message } = App.useApp();
  const [words, setWords] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const marks = useMemo(() => checkWordings(draft.similar, draft.question), [draft.similar, draft.question]);

  function add(lines: string[]) {
    const { similar, added, repeated } = addWordings(draft.similar, draft.question, lines);
    change({ similar });
    if (repeated > 0) message.info(t("similar.repeated", { added, count: repeated }));
    setWords("");
    requestAnimationFrame(() => list.current?.scrollTo(0, list.current.scrollHeight));
  }
  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text/plain");
    if (!/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    add(splitWordings(pasted));
  }
  function enter(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (words.trim()) add(splitWordings(words));
  }
  const replaceAt = (at: number, wording: string | null) =>
    change({ similar: draft.similar.flatMap((each, n) => (n !== at ? each : wording === null ? [] : wording)) });

  return (
    <Field
      id="kn-similar"
      label={t("field.similar")}
      hint={t("field.similarHint")}
      extra={`${draft.similar.length} / ${limits.similarQuestions}`}
      problem={problem}
    >
      {draft.similar.length > 0 && (
        <ul ref={list} className="kn-wordings">
          {draft.similar.map((wording, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; wordings change while one types
            <li key={at}>
              <Input
                variant="borderless"
                size="small"
                value={wording}
                readOnly={!canEdit}
                status={marks.get(at) === "too_long" ? "error" : marks.get(at) && "warning"}
                aria-label={t("similar.line", { number: at + 1 })}
                aria-invalid={marks.get(at) === "too_long" ? true : undefined}
                onChange={(event) => replaceAt(at, event.target.value)}
                onBlur={() => wording.trim() === "" && replaceAt(at, null)}
                onKeyDown={(event) => event.key === "Enter" && document.getElementById("kn-similar")?.focus()}
              />
              {marks.has(at) && <small className="kn-wording-mark">{t(`similar.mark.${marks.get(at)!}`)}</small>}
              {canEdit && (
                <Button
                  type="text"
                  size="small"
                  className="kn-wording-drop"
                  aria-label={t("similar.drop", { wording })}
                  onClick={() => replaceAt(at, null)}
                >
                  ×
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canEdit && (
        <Input
          id="kn-similar"
          value={words}
          placeholder={t("similar.add")}
          onChange={(event) => setWords(event.target.value)}
          onPaste={paste}
          onKeyDown={enter}
          onBlur={() => words.trim() && add(splitWordings(words))}
        />
      )}
      {!canEdit && draft.similar.length === 0 && <p className="kn-none">{t("similar.none")}</p>}
    </Field>
  );
}
