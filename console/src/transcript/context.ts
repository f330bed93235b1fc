import type { WireEvent } from "@yingda/contract/conversation";
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";

/** What can be done to what was said; what is absent can't be done here. */
export type TranscriptActions = {
  /** Whose messages "mine" are. */
  staffId?: string;
  quote?: (seq: number) => void;
  recall?: (seq: number) => void;
  label?: (given: AnswerLabel) => void;
};

/** `entryId`: what would have been right instead; null: nothing answers it. */
export type AnswerLabel = { answerSeq: number; label: "correct" | "wrong"; entryId?: string | null };

export type TranscriptView = {
  names: Record<string, string>;
  conversationId: string;
  customerName: string;
  isUntimed: boolean;
  eventOf: (seq: number) => WireEvent | undefined;
  /** Events that made a figure, and how long the replies took; null where none came. */
  marks: ReadonlySet<number>;
  seconds: ReadonlyMap<number, number | null>;
  /** The last of the agents' messages that were sent, and that were read: they carry the word for it. */
  lastSentSeq: number;
  lastReadSeq: number;
  actions: TranscriptActions;
};

export const TranscriptContext = createContext<TranscriptView | null>(null);

export function useTranscript() {
  const view = useContext(TranscriptContext);
  if (!view) throw new Error("useTranscript is for what stands inside a Transcript.");
  return view;
}

/** A person's name; imported logs know agents only by the id they had there. */
export function useStaffName() {
  const { t } = useTranslation("conversations");
  const { names } = useTranscript();
  return (agentId: string | null | undefined) =>
    agentId ? (names[agentId] ?? (isUuid(agentId) ? t("transcript.formerColleague") : agentId)) : t("transcript.agent");
}

const isUuid = (id: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id);
