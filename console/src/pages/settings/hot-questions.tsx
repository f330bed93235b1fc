import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { Button, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { ArrowIcon, PlusIcon } from "../../ui/icons.tsx";
import { useEntryWords } from "./entry-words.ts";
import { moveItem } from "./order.ts";

/** Chooses hot questions from the knowledge and puts them in order, by dragging or by the arrows. */
export function HotQuestions({
  value = [],
  onChange = () => {},
}: {
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const { t } = useTranslation("settings");
  const words = useEntryWords(value);
  const [dragged, setDragged] = useState<number | null>(null);

  function dropOn(place: number) {
    if (dragged !== null && dragged !== place) onChange(moveItem(value, dragged, place));
    setDragged(null);
  }
  return (
    <div className="hot">
      {value.length === 0 && <p className="hot-none">{t("window.hotNone")}</p>}
      <ol>
        {value.map((id, place) => (
          <li
            key={id}
            draggable
            className={dragged === place ? "hot-dragged" : undefined}
            onDragStart={() => setDragged(place)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => dropOn(place)}
          >
            <span className="hot-grip" aria-hidden="true">
              ⠿
            </span>
            <span className="hot-words">{words.get(id) ?? (words.has(id) ? t("window.hotGone") : "…")}</span>
            <Button
              type="text"
              size="small"
              className="hot-up"
              icon={<ArrowIcon />}
              disabled={place === 0}
              aria-label={t("window.up")}
              onClick={() => onChange(moveItem(value, place, place - 1))}
            />
            <Button
              type="text"
              size="small"
              className="hot-down"
              icon={<ArrowIcon />}
              disabled={place === value.length - 1}
              aria-label={t("window.down")}
              onClick={() => onChange(moveItem(value, place, place + 1))}
            />
            <Button
              type="text"
              size="small"
              aria-label={t("window.remove")}
              onClick={() => onChange(value.filter((each) => each !== id))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      {value.length < limits.hotQuestions && <AddQuestion chosen={value} add={(id) => onChange([...value, id])} />}
    </div>
  );
}

function AddQuestion({ chosen, add }: { chosen: string[]; add: (id: string) => void }) {
  const { t } = useTranslation("settings");
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ["knowledge", "pick", search],
    queryFn: ({ signal }) => call(routes.listEntries, { search, isEnabled: "true", pageSize: 20 }, signal),
    placeholderData: keepPreviousData,
  });
  const entries = found.data?.items.filter((entry) => !chosen.includes(entry.id)) ?? [];

  function choose(id: string) {
    const entry = entries.find((each) => each.id === id);
    if (entry) client.setQueryData(["knowledge", "entry-words", id], entry.question);
    setTyped("");
    add(id);
  }
  return (
    <Select<string | null>
      value={null}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={found.isFetching}
      prefix={<PlusIcon size={16} />}
      placeholder={t("window.hotAdd")}
      notFoundContent={t("window.hotNoMatch")}
      options={entries.map((entry) => ({ value: entry.id, label: entry.question }))}
      onSelect={(id) => id && choose(id)}
    />
  );
}
