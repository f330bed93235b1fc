/** The library's whole vocabulary. Everything is plain data, so that it crosses a worker boundary or a disk unchanged. */

/** One piece of the shop's knowledge, as far as understanding needs it. */
export type Entry = {
  id: string;
  question: string;
  similar: readonly string[];
  /** Plain text of the answer; a weak signal beside the questions. */
  answer: string;
  category?: string;
};

/** 寒暄, 直接, 理解, 引导, 未知 */
export type Outcome = "chitchat" | "direct" | "understood" | "guided" | "unknown";

export type Language = "zh" | "en";

/** What was said before, newest last; at most the last few turns matter. */
export type Turn = {
  by: "customer" | "bot";
  text: string;
  /** The entry that the bot answered with. */
  entryId?: string;
  /** Ids of the entries that the bot offered to choose from. */
  options?: readonly string[];
};

export type Signal = { name: string; value: number };

export type Candidate = {
  entryId: string;
  /** The question (main or similar) of the entry that matched best. */
  question: string;
  /** Probability that this entry is what the customer wants, 0…1, comparable between shops. */
  score: number;
  signals: readonly Signal[];
};

export type Decision = {
  outcome: Outcome;
  /** Set for direct and understood; with several questions, the first that is answered. */
  entryId?: string;
  /**
   * Set when a message asked several questions: each in its order, with the entry that answers it; without one where none
   * is sure enough.
   */
  parts?: readonly { text: string; entryId?: string }[];
  /** Set for guided, when a question tells the options apart. */
  clarify?: string;
  /** The bot's last answer was the same entry: it didn't help, and `options` are what else there is. */
  isRepeated?: boolean;
  /** Set for chitchat: the words to say. */
  reply?: string;
  /** Set for guided: what to offer, best first. Also offered beside "unknown", a repeated answer or an unanswered part. */
  options: readonly { entryId: string; question: string }[];
  /** Probability behind the outcome, 0…1. */
  confidence: number;
  language: Language;
  /** The customer asks for a person in so many words ("转人工", "talk to a human"). */
  wantsHuman: boolean;
  /** The customer is angry or can't wait, and says so; which answer they get doesn't depend on it. */
  mood?: "upset" | "urgent";
  /** What the text was resolved to from context ("那退款呢" → "退款多久到账"), when it was. */
  resolvedText?: string;
  candidates: readonly Candidate[];
};

/** Probabilities at which the outcome changes; one value means the same in every shop. */
export type Thresholds = {
  /** At or above, and an exact or near-exact wording: direct. At or above otherwise: understood. */
  answer: number;
  /** At or above, below `answer`: guided. Below: unknown. */
  recommend: number;
  /** Two candidates closer than this are a near tie: guided instead of understood. */
  tie: number;
};
