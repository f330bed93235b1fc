import { Modal } from "antd";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

/** What the keyboard can do on the page shown, for the list that "?" opens. Pages handle the keys themselves. */
export type KeyHint = { keys: string; does: string };

type State = { hints: readonly KeyHint[]; isShown: boolean };

let state: State = { hints: [], isShown: false };
const watchers = new Set<() => void>();

function setState(change: Partial<State>) {
  state = { ...state, ...change };
  for (const watcher of watchers) watcher();
}

function useKeyState() {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => state,
  );
}

/** Registers the page's keys while it is shown. Give a stable array (a module constant or useMemo). */
export function useKeyHints(hints: readonly KeyHint[]) {
  useEffect(() => {
    setState({ hints });
    return () => setState({ hints: [] });
  }, [hints]);
}

export function showKeys() {
  setState({ isShown: true });
}

/** True where a key means a letter, not a command. */
export function isTyping(event: KeyboardEvent) {
  const target = event.target as HTMLElement | null;
  return event.isComposing || !!target?.closest("input, textarea, select, [contenteditable=true]");
}

export function KeysDialog() {
  const { t } = useTranslation();
  const { hints, isShown } = useKeyState();

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) showKeys();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  const all: readonly KeyHint[] = [...hints, { keys: "?", does: t("keys.show") }];
  return (
    <Modal
      open={isShown}
      title={t("keys.title")}
      footer={null}
      onCancel={() => setState({ isShown: false })}
      width={420}
    >
      <dl className="key-list">
        {all.map((hint) => (
          <KeyRow key={hint.keys + hint.does} {...hint} />
        ))}
      </dl>
    </Modal>
  );
}

function KeyRow({ keys, does }: KeyHint) {
  return (
    <>
      <dt>
        {keys.split(" ").map((key) => (
          <span key={key} className="key">
            {key}
          </span>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
