import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";

export type Named = { entryId: string; question: string };
type Props = {
  /** null: nothing in the knowledge answers it; undefined: not chosen yet. */
  value: Named | null | undefined;
  change: (value: Named | null) => void;
  /** Offered before anything is typed. */
  near?: readonly Named[];
  allowsNone?: boolean;
  id?: string;
};

const pauseMs = 200;
const shown = 20;
const none = "none";

/** Which entry is meant: found by typing a few of its words, or that none is. */
export function EntryPicker({ value, change, near = [], allowsNone = true, id }: Props) {
  const { t } = useTranslation("learning");
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: ["knowledge", "pick", search],
    queryFn: ({ signal }) => call(routes.listEntries, { search: search || undefined, pageSize: shown }, signal),
    placeholderData: keepPreviousData,
  });
  const listed = (found.data?.items ?? []).map((entry) => ({ entryId: entry.id, question: entry.question }));
  const isNear = new Set(near.map(({ entryId }) => entryId));
  // The search looks into answers too; whose question has the words comes first.
  const has = ({ question }: Named) => question.toLowerCase().includes(search.toLowerCase());
  listed.sort((a, b) => Number(has(b)) - Number(has(a)));
  const all = search === "" ? [...near, ...listed.filter(({ entryId }) => !isNear.has(entryId))] : listed;
  const known = new Map([...(value ? [value] : []), ...all].map((one) => [one.entryId, one]));
  const noEntry = allowsNone ? [{ value: none, label: t("nothingAnswers"), className: "entry-picker-none" }] : [];
  return (
    <Select
      id={id}
      className="entry-picker"
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      value={value === undefined ? undefined : (value?.entryId ?? none)}
      placeholder={t("pick.placeholder")}
      aria-label={t("pick.label")}
      loading={found.isFetching}
      notFoundContent={found.isError ? t("pick.failed") : t("pick.none")}
      labelRender={({ value: chosen }) => (chosen === none ? t("nothingAnswers") : known.get(String(chosen))?.question)}
      options={[
        ...(search === "" ? noEntry : []),
        ...all.map(({ entryId, question }) => ({ value: entryId, label: question, title: question })),
        ...(search === "" ? [] : noEntry),
      ]}
      onChange={(chosen: string) => {
        setTyped("");
        change(chosen === none ? null : known.get(chosen)!);
      }}
    />
  );
}
