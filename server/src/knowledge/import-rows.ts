import { limits } from "@yingda/contract/limits";
import type { KnowledgeImport } from "@yingda/contract/routes/knowledge";
import { type ColumnKey, findColumn, readYesNo } from "./columns.ts";
import { cleanCategory, oneLine, prepareEntry } from "./drafts.ts";
import { asParagraphs, looksLikeHtml } from "./sanitise.ts";
import type { Table } from "./sheet.ts";

/** From a table's rows to entries and named bad rows. It does not know what the shop has already. */

type BadRow = KnowledgeImport["badRows"][number];
/** What a row says. null: the sheet does not say it, so an existing entry keeps what it has. */
export type ReadRow = {
  row: number;
  question: string;
  similar: string[] | null;
  answerHtml: string;
  answerText: string;
  category: string | null;
  isEnabled: boolean | null;
};
export type ReadSheet = { rows: number; good: ReadRow[]; bad: BadRow[]; badRows: number };

/** What the table lacks to be one of ours: a heading, or rows. */
export type Missing = { missing: "question" | "answer" };

export const badCellsNamed = 1_000;
const valueShown = 200;

type Places = Map<ColumnKey, { at: number; name: string }[]>;

export function readEntryRows(tables: Table[]): ReadSheet | Missing {
  const candidates = tables.map((table) => ({
    table,
    headingAt: table.findIndex((row) => row.some((cell) => cell.trim())),
  }));
  const placed = candidates.map((each) => ({ ...each, places: placesOf(each.table[each.headingAt] ?? []) }));
  const found = placed.find(({ places }) => places.has("question") && places.has("answer"));
  if (!found) return { missing: placed.some(({ places }) => places.has("question")) ? "answer" : "question" };

  const sheet: ReadSheet = { rows: 0, good: [], bad: [], badRows: 0 };
  /** Lower-cased question → the row that had it first. */
  const seen = new Set<string>();
  found.table.forEach((cells, n) => {
    if (n <= found.headingAt || cells.every((cell) => cell.trim() === "")) return;
    sheet.rows += 1;
    const reading = readRow(n + 1, cells, found.places, seen);
    if (Array.isArray(reading)) {
      sheet.badRows += 1;
      for (const bad of reading) if (sheet.bad.length < badCellsNamed) sheet.bad.push(bad);
    } else sheet.good.push(reading);
  });
  return sheet;
}

function placesOf(heading: string[]): Places {
  const places: Places = new Map();
  heading.forEach((name, at) => {
    const key = findColumn(name);
    if (!key) return;
    const known = places.get(key) ?? [];
    // Only wordings may take several columns; of any other, the first counts.
    if (known.length === 0 || key === "similar") places.set(key, [...known, { at, name: name.trim() }]);
  });
  return places;
}

/** A good row, or all that is wrong with it. */
function readRow(row: number, cells: string[], places: Places, seen: Set<string>): ReadRow | BadRow[] {
  const cellsOf = (key: ColumnKey) => places.get(key)?.map(({ at }) => cells[at] ?? "") ?? null;
  const bad: BadRow[] = [];
  const refuse = (key: ColumnKey, reason: BadRow["reason"], value: string) =>
    bad.push({ row, column: places.get(key)![0]!.name, value: shorten(value), reason });

  const question = oneLine(cellsOf("question")![0]!);
  if (!question) refuse("question", "empty_question", "");
  else if (question.length > limits.questionCharacters) refuse("question", "too_long", question);
  else if (isGarbled(question)) refuse("question", "unreadable", question);
  else if (seen.has(question.toLowerCase())) refuse("question", "duplicate_question", question);

  const similar = cellsOf("similar")?.flatMap(splitWordings) ?? null;
  const tooLong = similar?.find((wording) => wording.length > limits.questionCharacters);
  if (tooLong) refuse("similar", "too_long", tooLong);
  if (similar && similar.length > limits.similarQuestions)
    refuse("similar", "too_many_similar", `${similar.length}: ${similar.slice(0, 3).join(" | ")} …`);

  const answer = cellsOf("answer")![0]!.trim();
  if (!answer) refuse("answer", "empty_answer", "");
  else if (answer.length > limits.answerCharacters) refuse("answer", "too_long", answer);
  else if (isGarbled(answer)) refuse("answer", "unreadable", answer);

  const categoryCell = cellsOf("category")?.[0];
  const category = categoryCell === undefined ? null : cleanCategory(categoryCell);
  if (category && category.length > 80) refuse("category", "too_long", category);
  else if (category && category.split("/").length > 2) refuse("category", "unknown_value", category);

  const enabledCell = cellsOf("enabled")?.[0] ?? "";
  const isEnabled = readYesNo(enabledCell);
  if (isEnabled === undefined) refuse("enabled", "unknown_value", enabledCell);
  if (bad.length > 0) return bad;

  try {
    const answerHtml = looksLikeHtml(answer) ? answer : asParagraphs(answer);
    const entry = prepareEntry("", { question, similar: similar ?? [], answerHtml, category: "", isEnabled: true });
    seen.add(question.toLowerCase());
    return {
      row,
      question,
      similar: similar && entry.similar,
      answerHtml: entry.answerHtml,
      answerText: entry.answerText,
      category,
      isEnabled: isEnabled ?? null,
    };
  } catch (error) {
    // Nothing was left of the answer's HTML, or it grew too long when it was cleaned.
    const field = (error as { fields?: { message: string }[] }).fields?.[0];
    if (!field) throw error;
    refuse("answer", field.message === "too_long" ? "too_long" : "empty_answer", answer);
    return bad;
  }
}

const splitWordings = (cell: string): string[] =>
  (cell.includes("\n") ? cell.split("\n") : cell.split(/[|｜]/)).map(oneLine).filter((wording) => wording !== "");

/** What is left of text that was saved in one code page and opened in another, and what Excel writes for an error. */
const isGarbled = (text: string): boolean =>
  /\ufffd|锟斤拷|^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/.test(text);

const shorten = (value: string): string => (value.length > valueShown ? `${value.slice(0, valueShown)}…` : value);
