import { type RefObject, useLayoutEffect } from "react";

const tallestPx = 200;

/** The field is as tall as its words, up to a limit; then it scrolls. */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words decide the height
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "0";
    element.style.height = `${Math.min(tallestPx, element.scrollHeight)}px`;
  }, [area, text]);
}
