import { learnFromAsked } from "@yingda/answering/learning/learn";
import type { Learning } from "@yingda/answering/learning/types";
import type { Entry } from "@yingda/answering/types";
import { answerEach } from "../platform/worker-side.ts";
import { resolveHints, type StoredHint } from "./resolve.ts";

// Learns away from the thread that serves people; it may take a minute of a core.

export type LearningQuestion = {
  entries: Entry[];
  hints: StoredHint[];
  texts: string[];
  /** What is in use now. */
  before: ArrayBuffer | null;
};
export type LearningAnswer = Learning & { asked: number };

answerEach<LearningQuestion, LearningAnswer>(
  ({ entries, hints, texts, before }) => {
    const asked = resolveHints(hints);
    return { ...learnFromAsked(entries, asked, { texts, before }), asked: asked.length };
  },
  ({ learned }) => (learned ? [learned] : []),
);
