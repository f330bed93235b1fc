import { Button } from "antd";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChevronIcon } from "../../ui/icons.tsx";

/** Nearer to the end than this counts as being there. */
const nearPx = 48;
/** Where each conversation was left, while the page lives. null: at its end. */
const places = new Map<string, number | null>();

/**
 * Follows the end while the person is there, and stays where they read otherwise: then a pill says what came. Give it
 * the conversation as its key.
 */
export function ScrollArea(props: { conversationId: string; messages: number; children: ReactNode }) {
  const { conversationId, messages, children } = props;
  const { t } = useTranslation("workspace");
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  /** How far the end was when it was last followed. */
  const followedTo = useRef(0);
  const isAtEnd = useRef((places.get(conversationId) ?? null) === null);
  const [seen, setSeen] = useState<number | null>(isAtEnd.current ? null : messages);

  useLayoutEffect(() => {
    const element = box.current!;
    element.scrollTop = places.get(conversationId) ?? element.scrollHeight;
    followedTo.current = endOf(element);
    // The composer grows, a picture loads, a word arrives: whoever stood at the end still does.
    const follow = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
      followedTo.current = endOf(element);
    });
    follow.observe(element);
    follow.observe(content.current!);
    return () => follow.disconnect();
  }, [conversationId]);

  function note() {
    const element = box.current!;
    const isNow = endOf(element) - element.scrollTop < nearPx;
    // The words grew and the follower has not run yet: nobody has scrolled away.
    if (isAtEnd.current && !isNow && endOf(element) !== followedTo.current) return;
    places.set(conversationId, isNow ? null : element.scrollTop);
    if (isNow === isAtEnd.current) return;
    isAtEnd.current = isNow;
    setSeen(isNow ? null : messages);
  }

  function toEnd() {
    const element = box.current!;
    isAtEnd.current = true;
    places.set(conversationId, null);
    setSeen(null);
    element.scrollTop = element.scrollHeight;
  }

  useEffect(() => {
    const listen = (event: Event) => {
      if ((event as CustomEvent<string>).detail === conversationId) toEnd();
    };
    addEventListener(ownWordsEvent, listen);
    return () => removeEventListener(ownWordsEvent, listen);
  });

  const fresh = seen === null ? 0 : messages - seen;
  return (
    <div className="scroll">
      <section
        ref={box}
        className="scroll-box"
        onScroll={note}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("conversation.words")}
      >
        <div ref={content}>{children}</div>
      </section>
      {seen !== null && (
        <Button
          className={fresh > 0 ? "scroll-pill scroll-pill-new" : "scroll-pill"}
          shape="round"
          size="small"
          icon={<ChevronIcon size={14} />}
          aria-label={t("conversation.toEnd")}
          onClick={toEnd}
        >
          {fresh > 0 ? t("conversation.fresh", { count: fresh, fresh }) : t("conversation.toEnd")}
        </Button>
      )}
    </div>
  );
}

const endOf = (element: HTMLElement) => element.scrollHeight - element.clientHeight;

const ownWordsEvent = "yingda:own-words";

/** Who sends wants to see it go, wherever they were reading. */
export function showOwnWords(conversationId: string) {
  dispatchEvent(new CustomEvent(ownWordsEvent, { detail: conversationId }));
}
