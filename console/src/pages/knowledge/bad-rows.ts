import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";

type BadRow = KnowledgeImport["badRows"][number];

/** The bad rows as a sheet to work through. A cell that a spreadsheet would run as a formula is quoted. */
export function badRowsAsCsv(badRows: readonly BadRow[], headings: string[], say: (bad: BadRow) => string) {
  const lines = badRows.map((bad) => [String(bad.row), bad.column, bad.value, say(bad)]);
  const cell = (words: string) => `"${(/^[=+\-@\t\r]/.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`;
  // The mark makes Excel read it as UTF-8.
  return `\ufeff${[headings, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
