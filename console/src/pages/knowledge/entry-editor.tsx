import { limits } from "@yingda/contract/limits";
import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { App, AutoComplete, Input } from "antd";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api.ts";
import { useChangeCheck } from "../../entries/change-check.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { AnswerPreview } from "./answer-preview.tsx";
import { type Draft, type Problems, problemsOf, toSend } from "./draft.ts";
import { EditorHeader } from "./editor-header.tsx";
import { useOverview, useSaveEntry } from "./entries.ts";
import { Field } from "./field.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { usePlace } from "./place.ts";
import { RichEditor } from "./rich-editor.tsx";
import { SimilarEditor } from "./similar-editor.tsx";
import { useDraft } from "./use-draft.ts";

type Props = { entry: KnowledgeEntry | null; start: Partial<Draft>; canEdit: boolean };

export function EntryEditor({ entry, start, canEdit }: Props) {
  const { t } = useTranslation("knowledge");
  const { go } = usePlace();
  const { message } = App.useApp();
  const words = useErrorWords();
  const { draft, change, reset, answerRound, isDirty } = useDraft(entry, start);
  const [refused, setRefused] = useState<Problems>({});
  const [isTried, setIsTried] = useState(false);
  const { confirmChange, isComparing } = useChangeCheck();
  const save = useSaveEntry(entry?.id ?? null);
  const form = useRef<HTMLDivElement>(null);
  /** Set while the address moves to the entry just saved, which is no leaving. */
  const isSaved = useRef(false);

  const found = useMemo(() => problemsOf(draft), [draft]);
  // What is empty is said when somebody tries to save; what is too much, at once.
  const problems: Problems = { ...onlyTooMuch(found), ...(isTried ? found : {}), ...refused };

  async function send(): Promise<boolean> {
    setIsTried(true);
    if (Object.keys(found).length > 0) {
      queueMicrotask(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return false;
    }
    if (!(await confirmChange({ kind: "save", entryId: entry?.id ?? null, draft: toSend(draft) }))) return false;
    try {
      const stored = await save.mutateAsync(draft);
      setIsTried(false);
      message.success(t("saved"));
      if (!entry) {
        isSaved.current = true;
        go({ entry: stored.id, draft: undefined }, { replace: true });
      }
      return true;
    } catch (error) {
      setRefused(refusalOf(error));
      message.error(error instanceof ApiError && error.code === "already_exists" ? t("problem.taken") : words(error));
      return false;
    }
  }
  function edit(part: Partial<Draft>) {
    setRefused({});
    change(part);
  }
  function listen(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (canEdit && isDirty && !save.isPending && !isComparing) void send();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the form as a whole
    <div className="kn-editor" onKeyDown={listen}>
      <EditorHeader
        entry={entry}
        draft={draft}
        canEdit={canEdit}
        isDirty={isDirty}
        isSaving={save.isPending || isComparing}
        change={edit}
        save={send}
        undo={reset}
      />
      <div ref={form} className="kn-form">
        <div className="kn-fields">
          <Field
            label={t("field.question")}
            hint={t("field.questionHint")}
            problem={problems.question}
            id="kn-question"
          >
            <Input
              id="kn-question"
              value={draft.question}
              readOnly={!canEdit}
              autoFocus={!entry}
              showCount
              count={{ max: limits.questionCharacters }}
              status={problems.question && "error"}
              aria-invalid={problems.question ? true : undefined}
              placeholder={t("field.questionExample")}
              onChange={(event) => edit({ question: event.target.value })}
            />
          </Field>
          <SimilarEditor draft={draft} change={edit} problem={problems.similar} canEdit={canEdit} />
          <Field label={t("field.answer")} problem={problems.answer} id="kn-answer">
            <RichEditor
              id="kn-answer"
              html={draft.answerHtml}
              round={answerRound}
              isInvalid={problems.answer !== undefined}
              canEdit={canEdit}
              change={(answerHtml) => edit({ answerHtml })}
            />
          </Field>
          <CategoryField draft={draft} change={edit} problem={problems.category} canEdit={canEdit} />
        </div>
        <AnswerPreview question={draft.question} html={draft.answerHtml} />
      </div>
      <LeaveGuard isDirty={isDirty && canEdit} isSaved={isSaved} save={send} />
    </div>
  );
}

const onlyTooMuch = (problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== "empty"));

function refusalOf(error: unknown): Problems {
  if (!(error instanceof ApiError)) return {};
  if (error.code === "already_exists") return { question: "taken" };
  const paths = error.fields.map(({ path }) => path.split(".")[0]);
  return Object.fromEntries(
    paths
      .map((path) => (path === "answerHtml" ? "answer" : path))
      .filter((path) => path === "question" || path === "similar" || path === "answer" || path === "category")
      .map((path) => [path, "refused"]),
  );
}

type CategoryProps = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem: Problems["category"];
  canEdit: boolean;
};

function CategoryField({ draft, change, problem, canEdit }: CategoryProps) {
  const { t } = useTranslation("knowledge");
  const overview = useOverview();
  const known = (overview.data?.categories ?? []).map(({ name }) => name);
  const typed = draft.category.trim().toLowerCase();
  const fitting = known.filter((name) => name.toLowerCase().includes(typed) && name !== draft.category);
  if (!canEdit) {
    return (
      <Field label={t("field.category")} id="kn-category">
        <Input id="kn-category" className="kn-category" readOnly value={draft.category || "—"} />
      </Field>
    );
  }
  return (
    <Field label={t("field.category")} hint={t("field.categoryHint")} problem={problem} id="kn-category">
      <AutoComplete
        id="kn-category"
        className="kn-category"
        value={draft.category}
        allowClear
        status={problem && "error"}
        aria-invalid={problem ? true : undefined}
        options={(typed && known.includes(draft.category) ? known : fitting).map((value) => ({ value }))}
        placeholder={t("field.categoryExample")}
        onChange={(category?: string) => change({ category: category ?? "" })}
      />
    </Field>
  );
}
