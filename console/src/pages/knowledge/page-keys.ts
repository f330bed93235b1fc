import { type RefObject, useEffect } from "react";
import { useCan } from "../../session.ts";
import { isTyping } from "../../ui/keys.tsx";
import { newEntry, usePlace } from "./place.ts";

/** The page's single keys; the editor handles its own. */
export function usePageKeys(frame: RefObject<HTMLElement | null>) {
  const { go } = usePlace();
  const can = useCan();
  const canEdit = can("knowledge.edit");
  useEffect(() => {
    const focus = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)?.focus();
    const listen = (event: KeyboardEvent) => {
      if (
        isTyping(event) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        document.querySelector(".ant-modal-wrap")
      )
        return;
      if (event.key === "/") focus(".kn-search input");
      else if (event.key === "t") focus(".bench-ask textarea, .bench-ask input");
      else if (event.key === "n" && canEdit) go({ entry: newEntry, draft: undefined });
      else if (event.key === "ArrowDown" || event.key === "ArrowUp")
        moveInList(frame.current, event.key === "ArrowDown" ? 1 : -1);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [frame, go, canEdit]);
}

/** From the row in focus, or the open one, to its neighbour; Enter opens it. */
function moveInList(frame: HTMLElement | null, step: number) {
  const rows = [...(frame?.querySelectorAll<HTMLElement>(".kn-row-open") ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const from = at >= 0 ? at : rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  rows[from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))]?.focus();
}
