import type { KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import { useEffect, useMemo, useRef, useState } from "react";
import { cleanHtml } from "./clean-html.ts";
import { blankDraft, type Draft, followServer, isSameDraft } from "./draft.ts";

/** The draft of an entry: what somebody writes, what the server has, and how the two stay together. */
export function useDraft(entry: KnowledgeEntry | null, start: Partial<Draft>) {
  const saved = useMemo(() => (entry ? fromEntry(entry) : blankDraft()), [entry]);
  const [draft, setDraft] = useState<Draft>(() => (entry ? saved : blankDraft(start)));
  /** Counts up when the answer must be put into the editor's box anew: it was not typed there. */
  const [answerRound, setAnswerRound] = useState(0);
  const before = useRef(saved);

  useEffect(() => {
    if (saved === before.current) return;
    const base = before.current;
    before.current = saved;
    setDraft((mine) => {
      const next = followServer(mine, base, saved);
      if (next.answerHtml !== mine.answerHtml) setAnswerRound((round) => round + 1);
      return next;
    });
  }, [saved]);

  function reset() {
    setDraft(saved);
    setAnswerRound((round) => round + 1);
  }
  const change = (part: Partial<Draft>) => setDraft((mine) => ({ ...mine, ...part }));
  return { draft, change, reset, answerRound, isDirty: !isSameDraft(draft, saved) };
}

const fromEntry = ({ question, similar, answerHtml, category, isEnabled }: KnowledgeEntry): Draft => ({
  question,
  similar,
  // As the editor's box would write it, so that opening an entry is no change.
  answerHtml: cleanHtml(answerHtml),
  category,
  isEnabled,
});
