import type { Language, Turn } from "@yingda/answering/types";
import { type Ground, inShop } from "../../context.ts";
import { ModelFailure } from "../failure.ts";
import type { Models } from "../models.ts";
import { type CitedPiece, isCourtesy, readCitedText } from "./cited-text.ts";
import { checkGrounding, type Ungrounded } from "./grounding.ts";
import { answerCharactersGiven, type Material, makePrompt } from "./prompt.ts";

/**
 * Has a model write an answer from entries of the shop, and lets out only what stands in them, piece by piece. Whatever
 * goes wrong, whoever asked has an answer of their own: it returns null and never throws.
 */
export type Writing = {
  isReady: (shopId: string) => Promise<boolean>;
  write: (shopId: string, wish: WritingWish) => Promise<Written | null>;
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
type Written = { text: string; entryIds: string[] };

const firstMs = 3_000;
const maxTokens = 800;
const mostCharacters: Record<Language, number> = { zh: 500, en: 1_200 };

class Refused extends ModelFailure {
  readonly verdict: "declined" | "rejected";
  constructor(verdict: "declined" | "rejected", why: string) {
    super("stopped", why);
    this.verdict = verdict;
  }
}

export function openWriting(ground: Ground, models: Models): Writing {
  return {
    isReady: (shopId) => models.isReady(shopId, "chat"),
    write: async (shopId, wish) => {
      const draft = beginDraft(wish);
      // Thrown in the midst of a call, it comes back as an ordinary end of it.
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
        await models.judged(shopId, "used");
        return draft.written();
      } catch (error) {
        if (refused) await note(shopId, refused);
        else if (!(error instanceof ModelFailure))
          ground.log.error({ err: error, shopId }, "an answer was not written");
        return null;
      }
    },
  };

  async function note(shopId: string, { verdict, message }: Refused): Promise<void> {
    ground.log.debug({ shopId, verdict, why: message }, "an answer written by a model was not used");
    await models
      .judged(inShop(ground, shopId).shopId, verdict)
      .catch((error) => ground.log.error({ err: error }, "a verdict was not counted"));
  }
}

type Draft = { add: (words: string) => void; end: () => void; written: () => Written };

function beginDraft({ question, material, language, onText }: WritingWish): Draft {
  const cited = readCitedText();
  const sources = material.map(({ question: asked, answer }) => `${asked}\n${answer.slice(0, answerCharactersGiven)}`);
  // Similar questions are customers' words too: “运费是5块吗” says nothing of what it costs.
  const asking = [question, ...material.flatMap(({ similar }) => similar)].join("\n");
  const used = new Set<number>();
  let text = "";

  function take(pieces: readonly CitedPiece[]) {
    if (cited.hasDeclined()) throw new Refused("declined", "");
    for (const piece of pieces) {
      if (piece.text === "") throw new Refused("rejected", "a number without words");
      if (piece.cites.some((number) => number < 1 || number > sources.length))
        throw new Refused("rejected", "an entry that was not given");
      const named = piece.cites.map((number) => sources[number - 1]!);
      const fault: Ungrounded | null =
        text.length + piece.text.length > mostCharacters[language]
          ? "long"
          : checkGrounding({ text: piece.text, sources: named, question: asking, language });
      if (fault) throw new Refused("rejected", fault);
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
      if (text === "") throw new Refused("rejected", "no entry named");
      if (rest !== "" && !/^[\p{P}\p{S}\s]+$/u.test(rest) && !isCourtesy(rest))
        throw new Refused("rejected", "words without an entry");
    },
    written: () => ({ text, entryIds: [...used].map((number) => material[number - 1]!.entryId) }),
  };
}
