/**
 * Reads a model's answer as it comes: pieces of text, each ending in the numbers of the entries it is from, as in
 * “支持刻字，最多十个字。[2]”. A piece is given out when it is whole, so that it can be checked before anybody sees it.
 */
export type CitedPiece = { text: string; cites: number[] };
export type CitedText = {
  /** The pieces that are whole by now. */
  add: (words: string) => CitedPiece[];
  /** The last piece, and what is left without a number. */
  end: () => { pieces: CitedPiece[]; rest: string };
  /** The model says, in the word agreed on, that the entries hold no answer. */
  hasDeclined: () => boolean;
};

/** What a model is to write when it does not know. */
export const unknownWord = "UNKNOWN";
const openCites = "[\\[［【〔]";
const cite = `${openCites}\\s*\\d{1,3}(?:\\s*[,，、]\\s*\\d{1,3})*\\s*[\\]］】〕]`;
/** Searched for by its bracket, then read on from there: a model that writes nothing but blanks must cost no time. */
const firstCite = new RegExp(cite, "u");
const cites = new RegExp(`((?:\\s*${cite})+)([。．.！？!?；;，,、]*)`, "uy");
const maybeGoesOn = new RegExp(`^\\s*(?:${openCites}[\\s\\d,，、]*)?$`, "u");

export function readCitedText(): CitedText {
  let rest = "";
  let isThinking: boolean | null = null;
  let everything = "";

  function takeWhole(isLast: boolean): CitedPiece[] {
    const pieces: CitedPiece[] = [];
    for (;;) {
      cites.lastIndex = firstCite.exec(rest)?.index ?? rest.length;
      const match = cites.exec(rest);
      if (!match) return pieces;
      const after = rest.slice(match.index + match[0].length);
      // More numbers or the full stop may still come.
      if (!isLast && maybeGoesOn.test(after)) return pieces;
      const [, numbers = "", stop = ""] = match;
      const said = rest.slice(0, match.index).trim();
      rest = after;
      const text = said + (/[\p{P}\p{S}]$/u.test(said) ? "" : stop);
      pieces.push({ text, cites: [...new Set((numbers.match(/\d+/g) ?? []).map(Number))] });
    }
  }
  /** Some models write down what they think first. */
  function dropThoughts() {
    if (isThinking === null) {
      const start = rest.trimStart();
      if (start === "" || "<think>".startsWith(start.slice(0, 7))) {
        if (start.length < 7) return;
        isThinking = true;
      } else isThinking = false;
    }
    if (!isThinking) return;
    const end = rest.indexOf("</think>");
    if (end < 0) return;
    rest = rest.slice(end + "</think>".length);
    everything = rest;
    isThinking = false;
  }
  return {
    add: (words) => {
      rest += words;
      everything += words;
      dropThoughts();
      return isThinking === false ? takeWhole(false) : [];
    },
    end: () => {
      if (isThinking) rest = "";
      return { pieces: takeWhole(true), rest: rest.trim() };
    },
    hasDeclined: () => isThinking === false && new RegExp(`\\b${unknownWord}\\b`).test(everything),
  };
}

/** Courtesy that models can't help adding; it says nothing, so it needs no entry, and is left out. */
export const isCourtesy = (text: string): boolean =>
  text.length <= 60 &&
  !/\d/.test(text) &&
  /^(?:(?:如果?|如有|若|请问)?.{0,6}(?:还有|有)(?:什么|其他|别的|任何).{0,20}|(?:欢迎|请)?随时.{0,16}|祝您.{0,16}|希望.{0,8}帮.{0,10}|(?:please )?(?:let me know|feel free).{0,40}|is there anything else.{0,30}|(?:i )?hope this helps.{0,4})$/iu.test(
    text.trim(),
  );
