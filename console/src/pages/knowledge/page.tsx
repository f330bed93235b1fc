import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { type KeyHint, useKeyHints } from "../../ui/keys.tsx";
import { Bench } from "./bench.tsx";
import { CategoryTree } from "./category-tree.tsx";
import { useFollowChanges, useOverview } from "./entries.ts";
import { EntryList } from "./entry-list.tsx";
import { EntryPane, NothingChosen } from "./entry-pane.tsx";
import { ListHeader } from "./list-header.tsx";
import { usePageKeys } from "./page-keys.ts";
import { usePlace } from "./place.ts";

/** List left, entry right, test bench docked below. On a phone one pane at a time: the address says which. */
export default function KnowledgePage() {
  const { t } = useTranslation("knowledge");
  const can = useCan();
  const { place } = usePlace();
  const overview = useOverview();
  const frame = useRef<HTMLDivElement>(null);
  useFollowChanges();
  usePageKeys(frame);
  const hints = useMemo<KeyHint[]>(
    () => [
      { keys: "/", does: t("keys.search") },
      { keys: "↑ ↓", does: t("keys.move") },
      { keys: "N", does: t("keys.add") },
      { keys: "T", does: t("keys.ask") },
      { keys: "Ctrl S", does: t("keys.save") },
    ],
    [t],
  );
  useKeyHints(hints);

  const canEdit = can("knowledge.edit");
  return (
    <div ref={frame} className={place.entry ? "kn kn-at-entry" : "kn"}>
      <CategoryTree overview={overview.data} />
      <section className="kn-list" aria-label={t("list.label")}>
        <ListHeader canEdit={canEdit} />
        <EntryList total={overview.data?.total ?? null} canEdit={canEdit} />
      </section>
      <section className="kn-main">
        <div className="kn-entry">
          {place.entry ? (
            <EntryPane key={place.entry} entryId={place.entry} canEdit={canEdit} />
          ) : (
            <NothingChosen canEdit={canEdit} />
          )}
        </div>
        <Bench canEdit={canEdit} />
      </section>
    </div>
  );
}
