/** Material as text: a line is one entry, its wordings parted by "|". */
export const entryLines = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((wording) => wording.trim()));
