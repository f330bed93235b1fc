import type { ComponentChildren } from "preact";
import { copyAllowed, findLinks, type RichNode, type SourceNode } from "../rich/rules.ts";
import { useState } from "../view/draw.ts";
import { element } from "../view/jsx-runtime.ts";

/** A rich answer, rebuilt from what is allowed; clicking a picture enlarges it. */
export function Rich({
  html,
  text,
  host,
  onPicture,
}: {
  html: string;
  text: string;
  host: string;
  onPicture(src: string, alt: string): void;
}) {
  // An answer never changes; the window is drawn often.
  const [nodes] = useState(() => parse(html, host));
  if (!nodes?.length) return <PlainWords text={text} />;
  const draw = (node: RichNode): ComponentChildren => {
    if (typeof node === "string") return node;
    const { tag, attributes, children } = node;
    if (tag !== "img") return element(tag, attributes, children.map(draw));
    const { src = "", alt = "" } = attributes;
    return (
      <button type="button" class="picture" onClick={() => onPicture(src, alt)} aria-label={alt || undefined}>
        {element("img", attributes, [])}
      </button>
    );
  };
  return <div class="rich">{nodes.map(draw)}</div>;
}

export function PlainWords({ text }: { text: string }) {
  return (
    <div class="words">
      {findLinks(text).map((part) =>
        part.href ? (
          <a key={part.href} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </div>
  );
}

/** A page that demands trusted types refuses the parser; then the plain text serves. The parsed document is inert. */
function parse(html: string, host: string): RichNode[] | null {
  try {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    return copyAllowed(body as unknown as SourceNode, host);
  } catch {
    return null;
  }
}
