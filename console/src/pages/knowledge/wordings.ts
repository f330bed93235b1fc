import { limits } from "@yingda/contract/limits";

/** Similar questions as lists of lines: pasted, joined, checked. */

/** What was pasted, one wording a line; numbering and bullets of the document it came from fall away. */
export function splitWordings(pasted: string): string[] {
  return pasted
    .split(/[\r\n]+/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•·●]|\d{1,3}\s*(?:[、)）．]|\.(?!\d)))\s*/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}

const keyOf = (wording: string) => wording.replace(/\s+/g, " ").trim().toLowerCase();

/** Those that are new, in order; the main question counts as known. */
export function addWordings(known: readonly string[], question: string, added: readonly string[]) {
  const seen = new Set([keyOf(question), ...known.map(keyOf)]);
  const fresh = added.filter((wording) => !seen.has(keyOf(wording)) && seen.add(keyOf(wording)));
  return { similar: [...known, ...fresh], added: fresh.length, repeated: added.length - fresh.length };
}

export type WordingProblem = "too_long" | "repeated";

/** What is wrong with each line, by its place. */
export function checkWordings(similar: readonly string[], question: string): Map<number, WordingProblem> {
  const problems = new Map<number, WordingProblem>();
  const seen = new Set([keyOf(question)]);
  similar.forEach((wording, at) => {
    const key = keyOf(wording);
    if (wording.trim().length > limits.questionCharacters) problems.set(at, "too_long");
    else if (key && seen.has(key)) problems.set(at, "repeated");
    seen.add(key);
  });
  return problems;
}
