import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isTyping, useKeyHints } from "../../ui/keys.tsx";
import { type Commands, runCommand } from "./commands.ts";

type Plain = { [Name in keyof Commands]: Commands[Name] extends [] ? Name : never }[keyof Commands];

/** With Alt they work while typing; the letter alone works elsewhere. Alt+D, E and F belong to browsers. */
const letters: Record<string, Plain> = {
  KeyJ: "next",
  KeyK: "previous",
  KeyW: "waiting",
  KeyR: "reply",
  KeyN: "note",
  KeyT: "transfer",
  KeyI: "invite",
  KeyX: "close",
  KeyG: "take",
};

function commandOf(event: KeyboardEvent): (() => boolean) | null {
  const { code, altKey, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && !altKey && code === "KeyK") return () => runCommand("knowledge");
  if (isCommand) return null;
  const digit = /^Digit([1-3])$/.exec(code)?.[1];
  if (altKey && digit) return () => runCommand("suggestion", Number(digit) - 1, shiftKey);
  if (altKey && code === "ArrowDown") return () => runCommand("next");
  if (altKey && code === "ArrowUp") return () => runCommand("previous");
  const name = letters[code];
  if (!name || shiftKey || (!altKey && isTyping(event))) return null;
  return () => runCommand(name);
}

export function useDeskKeys() {
  const { t } = useTranslation("workspace");
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // A dialog has the keyboard to itself.
      if (event.defaultPrevented || document.querySelector(".ant-modal-wrap:not([style*='display: none'])")) return;
      if (commandOf(event)?.()) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  const hints = useMemo(
    () => [
      { keys: "Alt ↓", does: t("keys.next") },
      { keys: "Alt ↑", does: t("keys.previous") },
      { keys: "Alt W", does: t("keys.waiting") },
      { keys: "Alt R", does: t("keys.reply") },
      { keys: "Enter", does: t("keys.send") },
      { keys: "Shift Enter", does: t("keys.newLine") },
      { keys: "/", does: t("keys.phrases") },
      { keys: "Ctrl K", does: t("keys.knowledge") },
      { keys: "Alt 1…3", does: t("keys.suggestion") },
      { keys: "Alt Shift 1…3", does: t("keys.editSuggestion") },
      { keys: "Alt N", does: t("keys.note") },
      { keys: "Alt T", does: t("keys.transfer") },
      { keys: "Alt I", does: t("keys.invite") },
      { keys: "Alt G", does: t("keys.take") },
      { keys: "Alt X", does: t("keys.close") },
    ],
    [t],
  );
  useKeyHints(hints);
}
