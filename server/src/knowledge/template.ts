import { type ColumnKey, columnKeys, columns, type SheetLocale, writeYesNo } from "./columns.ts";
import type { EntryWrite } from "./drafts.ts";
import { asParagraphs, looksLikeHtml } from "./sanitise.ts";
import { type SheetFormat, type SheetOut, writeTables } from "./sheet.ts";

/** The sheet that the shop fills in, and the same sheet with its entries in it. */

type Exported = Omit<EntryWrite, "entryId" | "answerText">;
/** What a sheet is to hold. */
export type SheetWish = { format: SheetFormat; locale: SheetLocale; entries: Exported[] };

const words = {
  "zh-CN": { sheet: "知识", notes: "填写说明", column: "列", how: "怎么填", example: "例" },
  en: { sheet: "Knowledge", notes: "How to fill in", column: "Column", how: "What goes in", example: "Example" },
} as const;

/** A spreadsheet's cell holds no more. */
const cellCharacters = 32_767;

export function writeEntrySheet({ format, locale, entries }: SheetWish): Promise<Buffer> {
  const cells = entries.map((entry) => toCells(entry, locale));
  // Very many wordings need a second column of the same name.
  const similarColumns = Math.max(1, ...cells.map(({ similar }) => similar.length));
  const keys = columnKeys.flatMap((key) => (key === "similar" ? Array<ColumnKey>(similarColumns).fill(key) : [key]));
  const heading = keys.map((key) => columns[locale][key].name);
  const rows = cells.map(({ similar, ...single }) => [
    single.question,
    ...Array.from({ length: similarColumns }, (_, n) => similar[n] ?? ""),
    single.answer,
    single.category,
    single.enabled,
  ]);
  const sheet: SheetOut = {
    name: words[locale].sheet,
    widths: keys.map((key) => columns[locale][key].width),
    rows: [heading, ...rows],
    isHeaded: true,
  };
  return writeTables(format, [sheet, explanation(locale)]);
}

function explanation(locale: SheetLocale): SheetOut {
  const { notes, column, how, example } = words[locale];
  const rows = columnKeys.map((key) => {
    const each = columns[locale][key];
    return [each.name, each.explanation, each.example];
  });
  return { name: notes, widths: [18, 64, 48], rows: [[column, how, example], ...rows], isHeaded: true };
}

function toCells(entry: Exported, locale: SheetLocale) {
  return {
    question: entry.question,
    similar: similarCells(entry.similar),
    answer: answerCell(entry),
    category: entry.category,
    enabled: writeYesNo(entry.isEnabled, locale),
  };
}

/** One wording a line. A single one with a bar in it gets a line end, or it would come back as two. */
function similarCells(similar: string[]): string[] {
  const cells: string[] = [];
  let cell = "";
  for (const wording of similar) {
    if (cell.length + wording.length + 1 > cellCharacters) {
      cells.push(cell);
      cell = "";
    }
    cell += cell ? `\n${wording}` : wording;
  }
  if (cell) cells.push(cell);
  return cells.map((each) => (/[|｜]/.test(each) && !each.includes("\n") ? `${each}\n` : each));
}

/** As plain words where these come back as the same answer; people read and edit sheets. */
function answerCell({ answerHtml }: Exported): string {
  const text = answerHtml
    .replace(/^<p>|<\/p>$/g, "")
    .replaceAll("</p><p>", "\n\n")
    .replaceAll("<br />", "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return asParagraphs(text) === answerHtml && !looksLikeHtml(text) ? text : answerHtml;
}
