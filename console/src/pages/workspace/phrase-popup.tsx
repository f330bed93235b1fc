import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { QuickPhrase } from "@yingda/contract/routes/shop";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useMe } from "../../session.ts";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { type Edit, fillPhrase, findTrigger, insertWords, isMadeUpName, rankPhrases, type Trigger } from "./phrases.ts";

type Input = { text: string; caret: number; isOff: boolean; detail: ConversationDetail };

/** The choice that a "/" at the caret opens. The keys stay with the composer: nobody leaves the words for it. */
export function usePhrases({ text, caret, isOff, detail }: Input) {
  const { staff, shop } = useMe();
  const [index, setIndex] = useState(0);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const trigger = isOff ? null : findTrigger(text, caret);
  const phrases = useQuery({
    queryKey: ["quick-phrases"],
    queryFn: ({ signal }) => call(routes.listQuickPhrases, {}, signal),
    staleTime: 5 * 60_000,
    enabled: trigger !== null,
  });
  const query = trigger?.query;
  const found = useMemo(
    () => (query === undefined ? [] : rankPhrases(phrases.data?.items ?? [], query)),
    [phrases.data, query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at the top again
  useEffect(() => setIndex(0), [query]);
  if (dismissedAt !== null && trigger?.start !== dismissedAt) setDismissedAt(null);
  const isOpen =
    trigger !== null && trigger.start !== dismissedAt && phrases.data !== undefined && (found.length > 0 || !query);

  const { name } = detail.conversation.customer;
  const names = { customer: isMadeUpName(name) ? null : name, agent: staff.name, shop: shop.name };
  const words = (phrase: QuickPhrase) => fillPhrase(phrase.text, names);
  const editOf = (phrase: QuickPhrase, at: Trigger = trigger!): Edit =>
    insertWords(text, at.start, caret, words(phrase));

  /** The edit, when the key chose one. Keys that only move are taken here. */
  function onKey(event: KeyboardEvent): Edit | null {
    if (!isOpen) return null;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && !event.altKey && found.length > 0) {
      event.preventDefault();
      setIndex((index + step + found.length) % found.length);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      setDismissedAt(trigger!.start);
    }
    const chosen = found[index];
    if ((event.key !== "Enter" && event.key !== "Tab") || event.shiftKey || !chosen) return null;
    event.preventDefault();
    return editOf(chosen);
  }

  return { isOpen, found, index, setIndex, words, editOf, onKey };
}

type PopupProps = Pick<ReturnType<typeof usePhrases>, "found" | "index" | "setIndex" | "words"> & {
  choose: (phrase: QuickPhrase) => void;
};

export function PhrasePopup({ found, index, setIndex, words, choose }: PopupProps) {
  const { t } = useTranslation("workspace");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);
  return (
    <div className="popup">
      <div className="popup-list" role="listbox" aria-label={t("phrases.title")} ref={list}>
        {found.map((phrase, at) => (
          <div
            key={phrase.id}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            className={at === index ? "popup-row popup-row-on" : "popup-row"}
            onMouseMove={() => at !== index && setIndex(at)}
            // The field keeps its focus.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(phrase);
            }}
          >
            <code>/{phrase.shortcut}</code>
            <span>{words(phrase)}</span>
            <small>{phrase.group}</small>
          </div>
        ))}
        {found.length === 0 && <div className="popup-none">{t("phrases.none")}</div>}
      </div>
      <footer className="popup-foot">{t("phrases.keys")}</footer>
    </div>
  );
}
