import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { Input, type InputRef } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { SearchIcon } from "../../transcript/icons.tsx";
import type { Taken } from "./taken.ts";
import { wordsOf } from "./words-of.ts";

const pauseMs = 180;
const shown = 12;
const takenFrom = ({ id, answerHtml }: KnowledgeEntry): Taken => ({ entryId: id, words: wordsOf(answerHtml) });

/** Finds an answer in the shop's knowledge and puts its words at the cursor. */
export function KnowledgePopup(props: { initial: string; choose: (answer: Taken) => void; close: () => void }) {
  const { t } = useTranslation("workspace");
  const [typed, setTyped] = useState(props.initial.trim());
  const [search, setSearch] = useState(typed);
  const [index, setIndex] = useState(0);
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useQuery({
    queryKey: ["knowledge", "find", search],
    queryFn: ({ signal }) =>
      call(routes.listEntries, { search: search || undefined, isEnabled: "true", pageSize: shown }, signal),
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items ?? [];

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearch(typed.trim());
      setIndex(0);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && items.length > 0) setIndex((index + step + items.length) % items.length);
    else if (event.key === "Enter" && items[index]) props.choose(takenFrom(items[index]));
    else if (event.key === "Escape") props.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="popup popup-knowledge">
      <Input
        ref={field}
        variant="borderless"
        prefix={<SearchIcon />}
        value={typed}
        placeholder={t("knowledge.search")}
        aria-label={t("knowledge.search")}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={props.close}
      />
      <div className="popup-list" role="listbox" aria-label={t("knowledge.found")} ref={list}>
        {items.map((item, at) => (
          <div
            key={item.id}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            className={at === index ? "popup-entry popup-row-on" : "popup-entry"}
            onMouseMove={() => at !== index && setIndex(at)}
            onMouseDown={(event) => {
              event.preventDefault();
              props.choose(takenFrom(item));
            }}
          >
            <strong>{item.question}</strong>
            <span>{wordsOf(item.answerHtml)}</span>
          </div>
        ))}
        {found.data && items.length === 0 && <div className="popup-none">{t("knowledge.none", { search })}</div>}
        {found.isError && <div className="popup-none">{t("knowledge.failed")}</div>}
      </div>
      <footer className="popup-foot">{t("knowledge.keys")}</footer>
    </div>
  );
}
