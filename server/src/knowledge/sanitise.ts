import sanitizeHtml from "sanitize-html";

/** Rich answers are a small part of HTML; everything else is dropped, on the way in and again on the way out. */
export function sanitiseAnswer(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      "p",
      "br",
      "strong",
      "b",
      "em",
      "i",
      "u",
      "s",
      "ul",
      "ol",
      "li",
      "a",
      "img",
      "h3",
      "blockquote",
      "code",
    ],
    allowedAttributes: { a: ["href"], img: ["src", "alt"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["http", "https"] },
    allowProtocolRelative: false,
  }).trim();
}

/** The words alone, for the bot's index, a preview, and windows that show no pictures. */
export function plainTextOf(html: string): string {
  const lines = html.replace(/<(br|\/p|\/li|\/h3|\/blockquote)\s*\/?>/gi, "\n").replace(/<li>/gi, "· ");
  const bare = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} });
  return decodeEntities(bare)
    .replace(/[ \t]+/g, " ")
    .replace(/ *\n\s*/g, "\n")
    .trim();
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
