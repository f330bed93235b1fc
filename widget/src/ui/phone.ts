import { useEffect } from "../view/draw.ts";

/** What a phone needs: the whole screen, room for its keyboard, focus that stays inside. */

type Ref = { current: HTMLElement | null };

/** The same width as in styles.css. */
export function isPhone(): boolean {
  return matchMedia("(max-width: 520px), (max-height: 420px)").matches;
}

/**
 * The on-screen keyboard shrinks only the visual viewport; the panel follows it, so that the composer stays above the
 * keyboard, and the page below does not scroll.
 */
export function useKeyboardRoom(panel: Ref, fillsScreen: boolean) {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!fillsScreen || !viewport) return;
    const page = document.documentElement.style;
    const before = page.overflow;
    page.overflow = "hidden";
    const follow = () => {
      const style = panel.current?.style;
      // Pinched: the customer looks at something; leave the panel where it is.
      if (!style || viewport.scale > 1.01) return;
      style.height = `${viewport.height}px`;
      style.transform = viewport.offsetTop ? `translateY(${viewport.offsetTop}px)` : "";
      // The bar of gestures is under the keyboard then.
      panel.current?.classList.toggle("above-keyboard", innerHeight - viewport.height > 120);
    };
    follow();
    viewport.addEventListener("resize", follow);
    viewport.addEventListener("scroll", follow);
    return () => {
      page.overflow = before;
      viewport.removeEventListener("resize", follow);
      viewport.removeEventListener("scroll", follow);
    };
  }, [panel, fillsScreen]);
}

/** On a full screen the page behind is out of sight, so neither Tab nor a screen reader may wander into it. */
export function useQuietPage(isOn: boolean) {
  useEffect(() => {
    const { body } = document;
    if (!isOn || body.inert) return;
    body.inert = true;
    return () => {
      body.inert = false;
    };
  }, [isOn]);
}
