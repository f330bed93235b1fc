import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { App, Button, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useChangeCheck } from "../../entries/change-check.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { ArrowIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Draft } from "./draft.ts";
import { useDeleteEntries } from "./entries.ts";
import { usePlace } from "./place.ts";

type Props = {
  entry: KnowledgeEntry | null;
  draft: Draft;
  canEdit: boolean;
  isDirty: boolean;
  isSaving: boolean;
  change: (part: Partial<Draft>) => void;
  save: () => void;
  undo: () => void;
};

export function EditorHeader({ entry, draft, canEdit, isDirty, isSaving, change, save, undo }: Props) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { go } = usePlace();
  return (
    <header className="kn-editor-header">
      <Button
        type="text"
        className="kn-back"
        aria-label={t("common:action.back")}
        icon={<ArrowIcon />}
        onClick={() => go({ entry: undefined, draft: undefined })}
      />
      <div className="kn-editor-what">
        <h2>{t(entry ? "edit" : "addTitle")}</h2>
        {isDirty && canEdit ? <small className="kn-unsaved">{t("unsaved")}</small> : <Changed entry={entry} />}
      </div>
      <span className="kn-editor-tools">
        <Switch
          checked={draft.isEnabled}
          disabled={!canEdit}
          checkedChildren={t("on")}
          unCheckedChildren={t("off")}
          aria-label={t("switch")}
          onChange={(isEnabled) => change({ isEnabled })}
        />
        {canEdit && entry && !isDirty && <DeleteButton entry={entry} />}
        {canEdit && isDirty && entry && <Button onClick={undo}>{t("common:action.undo")}</Button>}
        {canEdit && (
          <Button type="primary" disabled={!isDirty} loading={isSaving} onClick={save}>
            {t("common:action.save")}
          </Button>
        )}
      </span>
    </header>
  );
}

function Changed({ entry }: { entry: KnowledgeEntry | null }) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  if (!entry) return null;
  const time = format.time(entry.updatedAt);
  return <small>{entry.updatedBy ? t("changedBy", { name: entry.updatedBy, time }) : t("changed", { time })}</small>;
}

function DeleteButton({ entry }: { entry: KnowledgeEntry }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { go } = usePlace();
  const { message, modal } = App.useApp();
  const words = useErrorWords();
  const { describeChange, isComparing } = useChangeCheck();
  const deleting = useDeleteEntries();

  async function remove() {
    const change = await describeChange({ kind: "delete", entryIds: [entry.id] });
    const isSure = await modal.confirm({
      title: t("deleteTitle", { question: entry.question }),
      width: change ? 640 : undefined,
      content: (
        <>
          {t("deleteBody")}
          {change}
        </>
      ),
      okText: t("common:action.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common:action.cancel"),
    });
    if (!isSure) return;
    deleting.mutate([entry.id], {
      onError: (error) => message.error(words(error)),
      onSuccess: () => {
        message.success(t("deleted"));
        go({ entry: undefined });
      },
    });
  }
  return (
    <Button type="text" danger loading={deleting.isPending || isComparing} onClick={remove}>
      {t("common:action.delete")}
    </Button>
  );
}
