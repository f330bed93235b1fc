import { limits } from "@yingda/contract/limits";
import type { EntryDraft } from "@yingda/contract/routes/knowledge";
import { AppError } from "../platform/errors.ts";
import { plainTextOf, sanitiseAnswer } from "./sanitise.ts";

/** An entry as it is stored. */
export type EntryWrite = {
  entryId: string;
  question: string;
  similar: string[];
  answerHtml: string;
  answerText: string;
  category: string;
  isEnabled: boolean;
};

/** A draft as it is stored: cleaned, one line a question, without repeated wordings. Throws invalid_input, naming the field. */
export function prepareEntry(entryId: string, draft: EntryDraft): EntryWrite {
  const question = oneLine(draft.question);
  if (!question) throw refuse("question", "empty");
  const clean = sanitiseAnswer(draft.answerHtml);
  // Words without any tag are a paragraph, as they are when they come in a sheet.
  const answerHtml = clean && !clean.includes("<") ? `<p>${clean}</p>` : clean;
  const answerText = plainTextOf(answerHtml);
  if (!answerText && !answerHtml.includes("<img")) throw refuse("answerHtml", "empty");
  // Cleaning can lengthen a text: "&" becomes "&amp;".
  if (answerHtml.length > limits.answerCharacters) throw refuse("answerHtml", "too_long");
  const category = cleanCategory(draft.category);
  if (category.split("/").length > 2) throw refuse("category", "too_deep");

  const seen = new Set([question.toLowerCase()]);
  const similar = draft.similar.map(oneLine).filter((wording) => {
    const key = wording.toLowerCase();
    return key !== "" && !seen.has(key) && seen.add(key);
  });
  return { entryId, question, similar, answerHtml, answerText, category, isEnabled: draft.isEnabled };
}

const refuse = (path: "question" | "answerHtml" | "category", message: "empty" | "too_long" | "too_deep") =>
  new AppError("invalid_input", `${path}: ${message}`, {}, [{ path, message }]);

/** A question is one line; characters that nobody sees would make two equal questions look different to the database. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\0-\x08\x0e-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** "售后 ／ 退款/" → "售后/退款" */
export const cleanCategory = (category: string): string =>
  oneLine(category)
    .split(/[/／]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("/");
