const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&nbsp;": " " };

/** The words of a restricted-HTML answer, list items and paragraphs on lines of their own. */
export function toPlainText(html: string): string {
  return html
    .replace(/<li>/g, "· ")
    .replace(/<br\s*\/?>|<\/(p|li|ul|ol)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\n{2,}/g, "\n")
    .trim();
}
