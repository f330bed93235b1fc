import { useMemo } from "react";

/** Shows a rich answer. The server has sanitised it already; this is the second lock on the same door. */
export function RichText({ html, className }: { html: string; className?: string }) {
  const safe = useMemo(() => sanitise(html), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only what `sanitise` lets through
  return <div className={className ? `rich ${className}` : "rich"} dangerouslySetInnerHTML={{ __html: safe }} />;
}

const allowedTags = new Set("P BR STRONG B EM I U S UL OL LI A IMG H3 BLOCKQUOTE CODE".split(" "));
/** Their words are not words for people either. */
const droppedWhole = new Set("SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED SVG MATH NOSCRIPT".split(" "));

function sanitise(html: string) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  clean(body);
  return body.innerHTML;
}

function clean(parent: Element) {
  for (const child of [...parent.children]) {
    if (droppedWhole.has(child.tagName.toUpperCase())) {
      child.remove();
      continue;
    }
    clean(child);
    if (allowedTags.has(child.tagName)) keepSafeAttributes(child);
    else child.replaceWith(...child.childNodes);
  }
}

function keepSafeAttributes(element: Element) {
  const href = element.getAttribute("href") ?? "";
  const src = element.getAttribute("src") ?? "";
  const alt = element.getAttribute("alt") ?? "";
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
  if (element.tagName === "A" && /^(https?:|mailto:|tel:|\/(?!\/))/i.test(href)) {
    element.setAttribute("href", href);
    element.setAttribute("target", "_blank");
    element.setAttribute("rel", "noopener noreferrer");
  }
  if (element.tagName === "IMG" && /^(https?:|\/(?!\/))/i.test(src)) {
    element.setAttribute("src", src);
    element.setAttribute("alt", alt);
    element.setAttribute("loading", "lazy");
  }
}
