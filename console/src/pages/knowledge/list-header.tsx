import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { App, Button, Dropdown, Input, Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { MoreIcon, PlusIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { CategorySelect } from "./category-tree.tsx";
import { useEntryList, useOverview } from "./entries.ts";
import { newEntry, usePlace } from "./place.ts";

export function ListHeader({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation(["knowledge", "learning"]);
  const { place, go } = usePlace();
  const format = useFormat();
  const overview = useOverview();
  const found = useEntryList(place).data?.total;
  return (
    <header className="kn-list-header">
      <div className="kn-list-title">
        <h1>{t("title")}</h1>
        {canEdit && (
          <Link to="/knowledge/learning" className="kn-learning-link">
            {t("learning:link")}
          </Link>
        )}
        <span className="kn-list-actions">
          <SheetMenu canEdit={canEdit} />
          {canEdit && (
            <Button type="primary" icon={<PlusIcon />} onClick={() => go({ entry: newEntry, draft: undefined })}>
              {t("add")}
            </Button>
          )}
        </span>
      </div>
      <SearchBox />
      <div className="kn-filters">
        <Segmented
          size="small"
          aria-label={t("list.enabledLabel")}
          value={place.isEnabled ?? "all"}
          options={(["all", "true", "false"] as const).map((value) => ({ value, label: t(`list.enabled.${value}`) }))}
          onChange={(value) => go({ isEnabled: value === "all" ? undefined : value, page: undefined })}
        />
        <CategorySelect overview={overview.data} />
        {found !== undefined && (
          <small className="kn-total">{t("list.total", { count: found, number: format.number(found) })}</small>
        )}
      </div>
    </header>
  );
}

const typingPauseMs = 200;

/** Searches while one types; the address follows, so that it can be sent to a colleague. */
function SearchBox() {
  const { t } = useTranslation("knowledge");
  const { place, go } = usePlace();
  const [words, setWords] = useState(place.search);
  const sent = useRef(place.search);
  useEffect(() => {
    // The address changed by itself: a link, the way back.
    if (place.search !== sent.current) setWords(place.search);
    sent.current = place.search;
  }, [place.search]);
  useEffect(() => {
    if (words.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = words.trim();
      go({ search: words.trim() || undefined, page: undefined }, { replace: true });
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [words, go]);
  return (
    <Input.Search
      className="kn-search"
      allowClear
      value={words}
      maxLength={200}
      placeholder={t("list.search")}
      aria-label={t("list.search")}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}

function SheetMenu({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation("knowledge");
  const { message } = App.useApp();
  const words = useErrorWords();
  const { language: locale } = useFormat();
  const [isBusy, setIsBusy] = useState(false);
  const name = t(canEdit ? "sheet.menu" : "sheet.export");

  async function save(format: "xlsx" | "csv") {
    setIsBusy(true);
    try {
      await download(routes.exportEntries, { format, locale }, `${t("sheet.fileName")}.${format}`);
    } catch (error) {
      message.error(words(error));
    }
    setIsBusy(false);
  }
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [
          ...(canEdit
            ? [
                { key: "import", label: <Link to="/knowledge/import">{t("sheet.import")}</Link> },
                { type: "divider" as const },
              ]
            : []),
          { key: "xlsx", label: t("sheet.exportXlsx"), onClick: () => save("xlsx") },
          { key: "csv", label: t("sheet.exportCsv"), onClick: () => save("csv") },
        ],
      }}
    >
      <Button loading={isBusy} icon={<MoreIcon />} aria-label={name} title={name}>
        <span className="kn-sheet-word">{name}</span>
      </Button>
    </Dropdown>
  );
}
