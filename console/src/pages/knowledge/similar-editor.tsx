import { limits } from "@yingda/contract/limits";
import { App, Button, Input } from "antd";
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft, Problem } from "./draft.ts";
import { Field } from "./field.tsx";
import { addWordings, checkWordings, splitWordings, type WordingProblem } from "./wordings.ts";

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
  const latest = useRef({ draft, change });
  latest.current = { draft, change };
  const replaceAt = useCallback((at: number, wording: string | null) => {
    const { draft: now, change: tell } = latest.current;
    tell({ similar: now.similar.flatMap((each, n) => (n !== at ? each : wording === null ? [] : wording)) });
  }, []);

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
            <Line key={at} at={at} wording={wording} mark={marks.get(at)} replace={canEdit ? replaceAt : null} />
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

type LineProps = {
  at: number;
  wording: string;
  mark: WordingProblem | undefined;
  replace: ((at: number, wording: string | null) => void) | null;
};

/** Remembered, so that typing stays quick beside two hundred of them. */
const Line = memo(function Line({ at, wording, mark, replace }: LineProps) {
  const { t } = useTranslation("knowledge");
  return (
    <li>
      <Input
        variant="borderless"
        size="small"
        value={wording}
        readOnly={replace === null}
        status={mark === "too_long" ? "error" : mark && "warning"}
        aria-label={t("similar.line", { number: at + 1 })}
        aria-invalid={mark === "too_long" ? true : undefined}
        onChange={(event) => replace?.(at, event.target.value)}
        onBlur={() => wording.trim() === "" && replace?.(at, null)}
        onKeyDown={(event) => event.key === "Enter" && document.getElementById("kn-similar")?.focus()}
      />
      {mark && <small className="kn-wording-mark">{t(`similar.mark.${mark}`)}</small>}
      {replace && (
        <Button
          type="text"
          size="small"
          className="kn-wording-drop"
          aria-label={t("similar.drop", { wording })}
          onClick={() => replace(at, null)}
        >
          ×
        </Button>
      )}
    </li>
  );
});
