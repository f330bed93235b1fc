import type { Language, Turn } from "@yingda/answering/types";
import type { WrittenFault } from "@yingda/contract/routes/knowledge";
import type { ModelProblem } from "@yingda/contract/routes/models";
import type { Ground } from "../../context.ts";
import { ModelFailure, toFailure } from "../failure.ts";
import type { Models } from "../models.ts";
import { type CitedPiece, isCourtesy, readCitedText } from "./cited-text.ts";
import { checkGrounding } from "./grounding.ts";
import { answerCharactersGiven, type Material, makePrompt } from "./prompt.ts";

/**
 * Has a model write an answer from entries of the shop, and lets out only what stands in them, piece by piece. Whatever
 * goes wrong, whoever asked has an answer of their own: it never throws.
 */
export type Writing = {
  isReady: (shopId: string) => Promise<boolean>;
  /** For a customer, and counted as such. null: nothing that may be sent. */
  write: (shopId: string, wish: WritingWish) => Promise<Written | null>;
  /** To look at: what came of it in full, counted among the calls but not among the answers given. */
  attempt: (shopId: string, wish: WritingWish) => Promise<Attempt>;
};

type WritingWish = {
  question: string;
  turns: readonly Turn[];
  material: readonly Material[];
  language: Language;
  totalMs: number;
  signal: AbortSignal;
  /** All that has been checked so far, each time it grows. */
  onText: (text: string) => void;
};
/** `entryIds`: what the text names. */
type Written = { text: string; entryIds: string[] };

/** `written`: what had passed by then. */
export type Attempt = { written: Written } & (
  | { outcome: "used" | "declined" }
  | { outcome: "rejected"; refused: Refusal }
  | { outcome: "failed"; problem: ModelProblem }
);
/** A piece that the check did not let out, and the entries that it named. */
type Refusal = { fault: WrittenFault; text: string; entryIds: string[] };

const firstMs = 3_000;
const maxTokens = 800;
const mostCharacters: Record<Language, number> = { zh: 500, en: 1_200 };

/** Thrown in the midst of a call, it comes back as an ordinary end of it. */
class Refused extends ModelFailure {
  /** null: the model itself says that it doesn't know. */
  readonly refusal: Refusal | null;
  constructor(refusal: Refusal | null) {
    super("stopped", refusal?.fault ?? "");
    this.refusal = refusal;
  }
}

export function openWriting(ground: Ground, models: Models): Writing {
  async function attempt(shopId: string, wish: WritingWish): Promise<Attempt> {
    const draft = beginDraft(wish);
    let refused: Refused | null = null;
    const guard = (step: () => void) => {
      try {
        step();
      } catch (error) {
        if (error instanceof Refused) refused = error;
        throw error;
      }
    };
    try {
      await models.chat(shopId, {
        messages: makePrompt(wish),
        maxTokens,
        firstMs: Math.min(firstMs, wish.totalMs),
        totalMs: wish.totalMs,
        signal: wish.signal,
        onText: (piece) => guard(() => draft.add(piece)),
      });
      guard(() => draft.end());
      return { outcome: "used", written: draft.written() };
    } catch (error) {
      const written = draft.written();
      const refusal = (refused as Refused | null)?.refusal;
      if (refusal === null) return { outcome: "declined", written };
      if (refusal) return { outcome: "rejected", written, refused: refusal };
      if (!(error instanceof ModelFailure)) ground.log.error({ err: error, shopId }, "an answer was not written");
      return { outcome: "failed", written, problem: toFailure(error).problem };
    }
  }

  return {
    isReady: (shopId) => models.isReady(shopId, "chat"),
    attempt,
    write: async (shopId, wish) => {
      const made = await attempt(shopId, wish);
      if (made.outcome === "failed") return null;
      if (made.outcome === "rejected")
        ground.log.debug({ shopId, why: made.refused.fault }, "an answer written by a model was not used");
      await models
        .judged(shopId, made.outcome)
        .catch((error) => ground.log.error({ err: error }, "a verdict was not counted"));
      return made.outcome === "used" ? made.written : null;
    },
  };
}

type Draft = { add: (words: string) => void; end: () => void; written: () => Written };

function beginDraft({ question, material, language, onText }: WritingWish): Draft {
  const cited = readCitedText();
  const sources = material.map(({ question: asked, answer }) => `${asked}\n${answer.slice(0, answerCharactersGiven)}`);
  // Similar questions are customers' words too: “运费是5块吗” says nothing of what it costs.
  const asking = [question, ...material.flatMap(({ similar }) => similar)].join("\n");
  const used = new Set<number>();
  let text = "";

  const entryIdsOf = (numbers: Iterable<number>) =>
    [...numbers].flatMap((number) => material[number - 1]?.entryId ?? []);
  const refuse = (fault: WrittenFault, piece: CitedPiece) =>
    new Refused({ fault, text: piece.text, entryIds: entryIdsOf(piece.cites) });

  function take(pieces: readonly CitedPiece[]) {
    if (cited.hasDeclined()) throw new Refused(null);
    for (const piece of pieces) {
      if (piece.text === "") throw refuse("no_words", piece);
      if (piece.cites.some((number) => number < 1 || number > sources.length)) throw refuse("not_given", piece);
      if (text.length + piece.text.length > mostCharacters[language]) throw refuse("long", piece);
      const named = piece.cites.map((number) => sources[number - 1]!);
      const fault = checkGrounding({ text: piece.text, sources: named, question: asking, language });
      if (fault) throw refuse(fault, piece);
      text += (text === "" || language === "zh" ? "" : " ") + piece.text;
      for (const number of piece.cites) used.add(number);
    }
    if (pieces.length > 0) onText(text);
  }
  return {
    add: (words) => take(cited.add(words)),
    end: () => {
      const { pieces, rest } = cited.end();
      take(pieces);
      if (text === "") throw refuse("no_entry", { text: rest, cites: [] });
      if (rest !== "" && !/^[\p{P}\p{S}\s]+$/u.test(rest) && !isCourtesy(rest))
        throw refuse("uncited", { text: rest, cites: [] });
    },
    written: () => ({ text, entryIds: entryIdsOf(used) }),
  };
}
