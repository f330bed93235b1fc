/**
 * What a rich answer may contain. A parsed answer is never shown: an allowed copy of it is built, node by node, so
 * whatever is not named here cannot appear, whoever wrote the answer and whatever the server let through.
 */
const kept = /^(p|br|strong|b|em|i|u|s|[uo]l|li|a|img|h3|blockquote|code)$/;

/** Their text is not meant to be read. Other unknown elements lose the tag and keep their words. */
const dropped =
  /^(script|style|i?frame|object|embed|template|svg|math|noscript|head|title|textarea|select|audio|video|canvas)$/;

/** Deeper than any honest answer; a hostile one must not exhaust the stack. */
const deepest = 30;

/** As much of a DOM node as the copy reads. */
export type SourceNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<SourceNode>;
  getAttribute?(name: string): string | null;
};

export type RichNode = string | { tag: string; attributes: Record<string, string>; children: RichNode[] };

/** The allowed copy of what is inside `parent`; links and pictures are resolved against `host`. */
export function copyAllowed(parent: SourceNode, host: string, depth = 0): RichNode[] {
  if (depth > deepest) return [];
  return Array.from(parent.childNodes).flatMap((node): RichNode[] => {
    if (node.nodeType === 3) return node.nodeValue ? [node.nodeValue] : [];
    if (node.nodeType !== 1) return [];
    const name = node.nodeName.toLowerCase();
    if (dropped.test(name)) return [];
    // Near enough: one heading, one block.
    const tag = name.replace(/^h\d$/, "h3").replace(/^(div|pre)$/, "p");
    const children = copyAllowed(node, host, depth + 1);
    if (!kept.test(tag)) return children;
    const attributes = allowedAttributes(tag, (attribute) => node.getAttribute?.(attribute) ?? null, host);
    if (!attributes) return children;
    return [{ tag, attributes, children: tag === "br" || tag === "img" ? [] : children }];
  });
}

/** Null: without a safe address this element means nothing. */
function allowedAttributes(
  tag: string,
  read: (name: string) => string | null,
  host: string,
): Record<string, string> | null {
  if (tag === "a") {
    const href = safeUrl(read("href"), host);
    return href ? { href, target: "_blank", rel: "noopener noreferrer" } : null;
  }
  if (tag === "img") {
    const src = safeUrl(read("src"), host);
    return src ? { src, alt: read("alt") ?? "", loading: "lazy" } : null;
  }
  return {};
}

/** Only http(s); what is relative belongs to `host`. The URL parser sees through odd spellings of other schemes. */
export function safeUrl(value: string | null | undefined, host?: string): string | null {
  if (!value) return null;
  try {
    const url = new URL(value, host);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Cuts plain words into text and web addresses. Closing punctuation, also Chinese, is not part of an address. */
export function findLinks(text: string): { text: string; href?: string }[] {
  const parts: { text: string; href?: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'，。；！？、）】》」\u4e00-\u9fff]+/gi)) {
    const address = match[0].replace(/[.,;:!?)\]}]+$/, "");
    const href = safeUrl(address);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
