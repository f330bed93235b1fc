import { isColor } from "./ui/color.ts";
import { chooseLocale, type Locale } from "./words/words.ts";

/** What the page says about the window, read from the script tag's data attributes. */
export type Embed = {
  /** Origin of the server: where the script itself came from. */
  host: string;
  key: string;
  locale: Locale;
  /** Overrides the shop's colour. */
  color: string | null;
  productId?: string;
  /** Where the customer is, if the page knows. */
  region?: string;
  startsOpen: boolean;
  /** Fills the viewport, without launcher: for /chat/:key. */
  isPage: boolean;
  theme: "light" | "dark" | "auto";
  /** Lifts the launcher above a bar at the bottom of the page. */
  bottomPx: number;
};

/** Not currentScript: loaders that evaluate the file later leave none. */
export function findScript(): HTMLScriptElement | null {
  return document.querySelector("script[data-key][src*='widget.js']");
}

export function readEmbed(script: HTMLScriptElement): Embed | null {
  const { key, locale, color, product, region, open, mode, theme, bottom } = script.dataset;
  if (!key) return null;
  return {
    host: new URL(script.src, location.href).origin,
    key,
    locale: chooseLocale([locale, document.documentElement.lang, navigator.language]),
    color: isColor(color) ? color : null,
    productId: product?.slice(0, 80),
    region: region?.slice(0, 80),
    startsOpen: open !== undefined && open !== "false",
    isPage: mode === "page",
    theme: theme === "dark" || theme === "auto" ? theme : "light",
    bottomPx: Number(bottom) || 0,
  };
}
