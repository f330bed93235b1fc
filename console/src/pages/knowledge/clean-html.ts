/**
 * From whatever an editor's box or the clipboard holds to the restricted HTML of an answer. Paragraphs, headings, lists
 * and quotes stand side by side; inside them only words, line ends, links, pictures and emphasis.
 */

const emphasis: Record<string, string> = { B: "strong", STRONG: "strong", I: "em", EM: "em", U: "u", INS: "u" };
Object.assign(emphasis, { S: "s", STRIKE: "s", DEL: "s", CODE: "code" });
const dropped = new Set("SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED SVG MATH NOSCRIPT HEAD TITLE META LINK".split(" "));
const blocks = "p,div,section,article,header,footer,table,tbody,thead,tr,ul,ol,li,blockquote,pre,h1,h2,h3,h4,h5,h6";

export function cleanHtml(html: string): string {
  return serialise(new DOMParser().parseFromString(html, "text/html").body);
}

export function serialise(parent: Node): string {
  let html = "";
  let line = "";
  const endLine = () => {
    const words = trimLine(line);
    if (words) html += `<p>${words}</p>`;
    line = "";
  };
  for (const child of parent.childNodes) {
    if (!(child instanceof HTMLElement) || !isBlock(child)) {
      line += inlineOf(child);
      continue;
    }
    endLine();
    html += blockOf(child);
  }
  endLine();
  return html;
}

/** A dressed-up span around paragraphs, as other programs copy it, is a block too. */
const isBlock = (element: HTMLElement) => element.matches(blocks) || element.querySelector(blocks) !== null;

function blockOf(element: HTMLElement): string {
  const tag = element.tagName;
  if (dropped.has(tag)) return "";
  if (tag === "UL" || tag === "OL") return listOf(element);
  if (/^H[1-6]$/.test(tag)) return wrap("h3", trimLine(inlineOfAll(element)));
  if (tag === "BLOCKQUOTE") return wrap("blockquote", trimLine(linesOf(element)));
  if (tag === "TR") return wrap("p", trimLine([...element.children].map(inlineOfAll).join(" ")));
  return serialise(element);
}

const wrap = (tag: string, words: string) => (words ? `<${tag}>${words}</${tag}>` : "");

function listOf(list: HTMLElement): string {
  const items = [...list.children].map((item) => {
    if (item.matches("ul,ol")) return listOf(item as HTMLElement);
    const inner = [...item.querySelectorAll<HTMLElement>(":scope > ul, :scope > ol")];
    const words = trimLine(linesOf(item, new Set(inner)));
    const below = inner.map(listOf).join("");
    return words || below ? `<li>${words}${below}</li>` : "";
  });
  return wrap(list.tagName.toLowerCase(), items.join(""));
}

/** Blocks where only lines can be become lines. */
function linesOf(parent: Node, except: ReadonlySet<Node> = new Set()): string {
  let words = "";
  for (const child of parent.childNodes) {
    if (except.has(child)) continue;
    if (!(child instanceof HTMLElement) || !isBlock(child)) {
      words += inlineOf(child);
      continue;
    }
    const before = trimLine(words);
    const inner = trimLine(linesOf(child));
    words = before && inner ? `${before}<br />${inner}` : before || inner;
  }
  return words;
}

function inlineOfAll(parent: Node): string {
  return [...parent.childNodes].map(inlineOf).join("");
}

function inlineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeText((node.nodeValue ?? "").replace(/[\s\u00a0]+/g, " "));
  if (!(node instanceof HTMLElement) || dropped.has(node.tagName)) return "";
  if (node.tagName === "BR") return "<br />";
  if (node.tagName === "IMG") return imageOf(node);
  const words = inlineOfAll(node);
  if (words.trim() === "") return words;
  if (node.tagName === "A") {
    const href = safeAddress(node.getAttribute("href") ?? "", /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))/i);
    return href ? `<a href="${href}">${words}</a>` : words;
  }
  return tagsOf(node).reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, words);
}

function tagsOf(element: HTMLElement): string[] {
  const { fontWeight, fontStyle, textDecoration } = element.style;
  const tag = emphasis[element.tagName];
  // Some programs put a whole document into a bold that says it is not bold.
  if (tag === "strong" && /^(?:normal|[1-5]00)$/.test(fontWeight)) return [];
  if (tag) return [tag];
  const tags: string[] = [];
  if (/^(?:bold|[6-9]00)$/.test(fontWeight)) tags.push("strong");
  if (fontStyle === "italic") tags.push("em");
  if (textDecoration.includes("underline")) tags.push("u");
  return tags;
}

function imageOf(image: HTMLElement): string {
  const src = safeAddress(image.getAttribute("src") ?? "", /^(?:https?:\/\/|\/(?![/\\]))/i);
  return src
    ? `<img src="${src}" alt="${escapeText(image.getAttribute("alt") ?? "").replaceAll('"', "&quot;")}" />`
    : "";
}

function safeAddress(address: string, allowed: RegExp): string | null {
  const trimmed = address.trim();
  return allowed.test(trimmed) && !/[\s"<>\\]/.test(trimmed) ? trimmed.replaceAll("&", "&amp;") : null;
}

const escapeText = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const trimLine = (line: string) =>
  line.replace(/^(?:\s|<br \/>)+|(?:\s|<br \/>)+$/g, "").replace(/ *<br \/> */g, "<br />");
