import { readText } from "@yingda/answering/normalise";
import { isCommonWord, listWords } from "@yingda/answering/segment";

/** How two texts are held against each other without understanding them. */

export const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[。！？!?；;\n])|(?<=\.)\s/u).filter((each) => each.trim() !== "");

export const shareIn = (pieces: ReadonlySet<string>, isKnown: (piece: string) => boolean): number =>
  [...pieces].filter(isKnown).length / pieces.size;

/** Pairs of neighbouring characters in Chinese, stems of telling words otherwise. */
export function piecesOf(text: string): Set<string> {
  const reading = readText(text);
  if (reading.language === "en") return new Set(listWords(reading).filter((word) => !isCommonWord(word)));
  const pieces = new Set<string>();
  for (const run of plain(text).match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + 2 <= run.length; at++) pieces.add(run.slice(at, at + 2));
  return pieces;
}
