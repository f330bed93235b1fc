import type { Content } from "@yingda/contract/events";
import type { VisitorIdentity } from "@yingda/contract/frames";
import { type Embed, findScript, readEmbed } from "./embed.ts";
import { type Session, startSession } from "./session.ts";
import { App } from "./ui/app.tsx";
import { paletteOf } from "./ui/color.ts";
import { showSession } from "./ui/context.ts";
import css from "./ui/styles.css";
import { drawInto } from "./view/draw.ts";

/**
 * The customer's window on any page. It lives in a shadow root, so that page and window cannot style each other,
 * and needs from a strict CSP only this server in script-src, connect-src (also as ws) and img-src.
 */
type Api = {
  open(): void;
  close(): void;
  /** What the page knows of its visitor: shown to the shop's people, used to send a survey's link, never believed. */
  identify(visitor: VisitorIdentity): void;
  /** Opens the window and shows the shop's people which product is meant. */
  sendProduct(product: Omit<Extract<Content, { kind: "product" }>, "kind">): void;
};

declare global {
  interface Window {
    Yingda?: Api;
  }
}

const script = findScript();
const embed = script && readEmbed(script);
// A page may run the tag twice.
if (embed && !window.Yingda) mount(embed);

function mount(of: Embed) {
  const session = startSession(of);
  const root = document.createElement("yingda-chat");
  const shadow = root.attachShadow({ mode: "open" });
  adoptStyles(shadow);
  const stage = document.createElement("div");
  stage.className = "stage";
  stage.lang = of.locale;
  shadow.append(stage);
  followColors(session, stage);
  // Beside the body: what the page does to its body (exchange, move, transform it) does not touch the window.
  document.documentElement.append(root);
  if (of.isPage || of.startsOpen || session.storage.readOwn("open")) session.open(true);
  showSession(session);
  drawInto(stage, <App />);
  window.Yingda = {
    open: () => session.open(),
    close: session.close,
    identify: session.identify,
    sendProduct(product) {
      session.open();
      session.act({ t: "send", content: { kind: "product", ...product } });
    },
  };
}

/** Constructed sheets pass a CSP without 'unsafe-inline'; browsers that lack them get an element. */
function adoptStyles(shadow: ShadowRoot) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement("style");
    element.textContent = css;
    shadow.append(element);
  }
}

function followColors({ embed: of, getState, subscribe }: Session, stage: HTMLElement) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const isDark = of.theme === "dark" || (of.theme === "auto" && dark.matches);
    const palette = paletteOf(of.color ?? getState().config?.color ?? "", isDark);
    stage.classList.toggle("dark", isDark);
    stage.style.setProperty("--accent", palette.accent);
    stage.style.setProperty("--on-accent", palette.onAccent);
    stage.style.setProperty("--accent-text", palette.accentText);
    stage.style.setProperty("--tint", palette.tint);
    stage.style.setProperty("--lift", `${of.bottomPx}px`);
  };
  paint();
  subscribe(paint);
  dark.addEventListener("change", paint);
}
