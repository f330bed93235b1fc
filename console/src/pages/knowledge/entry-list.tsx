import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { Button, Checkbox, Pagination, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { pageSize, useEntryList } from "./entries.ts";
import { FirstKnowledge } from "./first-knowledge.tsx";
import { newEntry, usePlace } from "./place.ts";
import { plainWords } from "./plain-words.ts";

export function EntryList({ total, canEdit }: { total: number | null; canEdit: boolean }) {
  const { t } = useTranslation("knowledge");
  const { place, go } = usePlace();
  const list = useEntryList(place);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const filter = [place.search, place.category, place.isEnabled, place.page].join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, so from its top and with nothing chosen
  useEffect(() => {
    setChosen(new Set());
    scroller.current?.scrollTo(0, 0);
  }, [filter]);

  if (list.isError && !list.data) return <ErrorState error={list.error} retry={list.refetch} />;
  if (!list.data) return <ListSkeleton />;
  const { items, total: found } = list.data;
  if (total === 0 && place.entry !== newEntry) return <FirstKnowledge canEdit={canEdit} />;
  if (items.length === 0) return <NothingFound isPastEnd={found > 0} />;

  const toggle = (entryId: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(entryId)) next.add(entryId);
      return next;
    });
  const isAll = items.every(({ id }) => chosen.has(id));
  return (
    <>
      {canEdit && (
        <div className="kn-choose">
          <Checkbox
            checked={isAll}
            indeterminate={chosen.size > 0 && !isAll}
            onChange={() => setChosen(new Set(isAll ? [] : items.map(({ id }) => id)))}
          >
            {chosen.size === 0 ? t("list.chooseAll") : t("list.chosen", { count: chosen.size })}
          </Checkbox>
          {chosen.size > 0 && <BulkBar entryIds={[...chosen]} done={() => setChosen(new Set())} />}
        </div>
      )}
      <div ref={scroller} className={list.isPlaceholderData ? "kn-rows kn-stale" : "kn-rows"}>
        <ul>
          {items.map((entry) => (
            <Row
              key={entry.id}
              entry={entry}
              isOpen={entry.id === place.entry}
              isChosen={chosen.has(entry.id)}
              toggle={canEdit ? toggle : null}
            />
          ))}
        </ul>
      </div>
      {found > pageSize && (
        <Pagination
          className="kn-pages"
          size="small"
          simple
          current={place.page}
          total={found}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={(page) => go({ page: page === 1 ? undefined : String(page) })}
        />
      )}
    </>
  );
}

type RowProps = {
  entry: KnowledgeEntry;
  isOpen: boolean;
  isChosen: boolean;
  toggle: ((entryId: string) => void) | null;
};

function Row({ entry, isOpen, isChosen, toggle }: RowProps) {
  const { t } = useTranslation("knowledge");
  const { go } = usePlace();
  const format = useFormat();
  return (
    <li className={isOpen ? "kn-row kn-row-here" : "kn-row"}>
      {toggle && (
        <Checkbox
          checked={isChosen}
          aria-label={t("list.choose", { question: entry.question })}
          onChange={() => toggle(entry.id)}
        />
      )}
      <button
        type="button"
        className="plain-button kn-row-open"
        aria-current={isOpen ? "true" : undefined}
        onClick={() => go({ entry: entry.id, draft: undefined })}
      >
        <span className="kn-row-question" title={entry.question}>
          {!entry.isEnabled && <span className="kn-off">{t("off")}</span>}
          {entry.question}
        </span>
        <span className="kn-row-answer">{plainWords(entry.answerHtml) || t("list.picture")}</span>
        <span className="kn-row-facts">
          {entry.category && <span className="kn-row-category">{entry.category.replace("/", " / ")}</span>}
          {entry.similar.length > 0 && <span>{t("list.similar", { count: entry.similar.length })}</span>}
          <time dateTime={entry.updatedAt}>{format.time(entry.updatedAt)}</time>
        </span>
      </button>
    </li>
  );
}

function NothingFound({ isPastEnd }: { isPastEnd: boolean }) {
  const { t } = useTranslation("knowledge");
  const { place, go } = usePlace();
  const clear = () => go({ search: undefined, category: undefined, isEnabled: undefined, page: undefined });
  if (isPastEnd) {
    return (
      <EmptyState
        isSmall
        title={t("list.pastEnd")}
        action={<Button onClick={() => go({ page: undefined })}>{t("list.firstPage")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      isSmall
      title={place.search ? t("list.notFound", { words: place.search }) : t("list.noneHere")}
      why={t("list.notFoundWhy")}
      action={<Button onClick={clear}>{t("list.clear")}</Button>}
    />
  );
}

function ListSkeleton() {
  return (
    <AfterAWhile>
      <div className="kn-rows" aria-busy="true">
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <div key={key} className="kn-row">
            <Skeleton active title={{ width: "60%" }} paragraph={{ rows: 1 }} />
          </div>
        ))}
      </div>
    </AfterAWhile>
  );
}
