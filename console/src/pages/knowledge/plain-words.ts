/** One line of an answer's words, for a list. Not for showing as HTML. */
export function plainWords(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/li|\/h3|\/blockquote)[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(amp|lt|gt|quot|nbsp);/g,
      (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " })[name]!,
    )
    .replace(/\s+/g, " ")
    .trim();
}
