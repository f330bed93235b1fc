import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api.ts";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useEntry, useOverview } from "./entries.ts";
import { EntryEditor } from "./entry-editor.tsx";
import { newEntry, usePlace } from "./place.ts";

/** The entry that the address names, or a new one. */
export function EntryPane({ entryId, canEdit }: { entryId: string; canEdit: boolean }) {
  const { t } = useTranslation("knowledge");
  const { place, go } = usePlace();
  const isNew = entryId === newEntry;
  const entry = useEntry(entryId, !isNew);
  if (isNew && !canEdit) return <NothingChosen canEdit={false} />;
  if (isNew) {
    return (
      <EntryEditor
        key={place.draft ?? ""}
        entry={null}
        start={{ question: place.draft ?? "", category: place.category ?? "" }}
        canEdit
      />
    );
  }
  if (entry.isError) {
    const isGone = entry.error instanceof ApiError && ["not_found", "invalid_input"].includes(entry.error.code);
    if (!isGone && !entry.data) return <ErrorState error={entry.error} retry={entry.refetch} />;
    if (isGone) {
      return (
        <EmptyState
          title={t("gone.title")}
          why={t("gone.why")}
          action={<Button onClick={() => go({ entry: undefined })}>{t("gone.back")}</Button>}
        />
      );
    }
  }
  if (!entry.data) return <EditorSkeleton />;
  return <EntryEditor entry={entry.data} start={{}} canEdit={canEdit} />;
}

export function NothingChosen({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation("knowledge");
  const overview = useOverview();
  // Where there is nothing to choose, the list says what to do.
  if (overview.data?.total === 0) return null;
  return <EmptyState title={t("none.title")} why={t(canEdit ? "none.why" : "none.whyReader")} />;
}

function EditorSkeleton() {
  return (
    <AfterAWhile>
      <div className="kn-form" aria-busy="true">
        <Skeleton active title={{ width: "40%" }} paragraph={{ rows: 1 }} />
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    </AfterAWhile>
  );
}
