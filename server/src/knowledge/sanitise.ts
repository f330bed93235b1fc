import sanitizeHtml from "sanitize-html";

/** Rich answers are a small part of HTML; everything else is dropped, on the way in and again on the way out. */
export function sanitiseAnswer(html: string): string {
  if (isClean(html)) return html;
  let clean = html.replace(invisible, "").replace(boxes, "<br>").replace(cellEnds, " ");
  // Dropping a tag can bring together what must be cleaned again (a paragraph in a dropped box in a paragraph). What
  // comes out must go in unchanged, or an exported sheet would come back as changes.
  for (let round = 0; round < 4; round++) {
    const next = sanitizeHtml(clean, rules).replace(emptyEdges, "").trim();
    if (next === clean) return clean;
    clean = next;
  }
  return isClean(clean) ? clean : asParagraphs(plainTextOf(clean));
}

const kept = ["p", "br", "strong", "em", "u", "s", "ul", "ol", "li", "a", "img", "h3", "blockquote", "code"];
const same: Record<string, string> = { b: "strong", i: "em", strike: "s", del: "s", ins: "u" };
const headings = ["h1", "h2", "h4", "h5", "h6"];

const rules: sanitizeHtml.IOptions = {
  allowedTags: kept,
  allowedAttributes: { a: ["href"], img: ["src", "alt"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["http", "https"] },
  allowProtocolRelative: false,
  // The default is hundreds deep; no answer that somebody wrote is.
  nestingLimit: 12,
  transformTags: {
    ...Object.fromEntries(Object.entries(same).map(([from, to]) => [from, to])),
    ...Object.fromEntries(headings.map((heading) => [heading, "h3"])),
    a: (_tag, { href = "" }) => ({ tagName: "a", attribs: keepIf(isAddress(href), { href: href.trim() }) }),
    img: (_tag, { src = "", alt = "" }) => ({
      tagName: "img",
      attribs: keepIf(isAddress(src), { src: src.trim(), alt }),
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src,
};

const keepIf = (isKept: boolean, attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes => (isKept ? attribs : {});

/** Absolute, or from our own root. What is relative to the page would point elsewhere on every page that shows it. */
const isAddress = (address: string): boolean =>
  /^\s*(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))[^\s"<>\\]*\s*$/i.test(address);

/** Control characters, and those that turn the direction of writing: they make a text look like another one. */
const invisible = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g;
/**
 * Boxes and rows, in which other programs write lines; any number together is one line's end. Looking back keeps a
 * search from starting at each of very many spaces.
 */
const boxes =
  /(?<!\s)\s*(?:<\/?(?:div|tr|table|tbody|thead|section|article|header|footer|dl|dd|dt)(?:\s[^>]*)?>\s*)+/gi;
const cellEnds = /<\/t[dh]\s*>/gi;
const emptyEdges = /^(?:\s|<br \/>)+|(?<!\s|<br \/>)(?:\s|<br \/>)+$/g;

const token =
  /[^<>&\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]+|&(?:amp|lt|gt|quot);|<br \/>|<(\/?)(p|strong|em|u|s|ul|ol|li|h3|blockquote|code|a)>|<(a) href="(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))[^"<>\s\\]*">|<img src="(?:https?:\/\/|\/(?![/\\]))[^"<>\s\\]*" alt="[^"<>]*" \/>/y;

/**
 * Whether a text is already exactly what cleaning would write: ten times cheaper than cleaning, and every answer is
 * looked at again whenever it is shown or indexed. It knows only the forms above, so it can't be talked into more.
 */
function isClean(html: string): boolean {
  const open: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const found = token.exec(html);
    if (!found) return false;
    const [, slash, tag, link] = found;
    if (slash) {
      if (open.pop() !== tag) return false;
    } else if (tag || link) {
      if (tag === "p" && open.includes("p")) return false;
      if (open.push(tag ?? link!) > rules.nestingLimit!) return false;
    }
  }
  return open.length === 0 && html === html.trim();
}

/** The words alone, for the bot's index, a preview, and windows that show no pictures. */
export function plainTextOf(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/li|\/h3|\/blockquote)\s*\/?>/gi, "\n").replace(/<li>/gi, "· ");
  const bare = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} });
  return decodeEntities(bare)
    .replace(/[ \t\xa0]+/g, " ")
    .replace(/ *\n\s*/g, "\n")
    .trim();
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const decodeEntities = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity]!);

/** Plain words as a rich answer: an empty line parts paragraphs. */
export function asParagraphs(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return escaped
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${paragraph.split(/\s*\n\s*/).join("<br />")}</p>`)
    .join("");
}

/** Words with such a tag in them are meant as HTML; "a < b" and "<客服>" are not. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|br|div|span|strong|b|em|i|u|s|ul|ol|li|a|img|h[1-6]|blockquote|code)(?:\s[^<>]*)?\/?>/i.test(text);
