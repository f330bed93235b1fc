import type { WireEvent } from "@yingda/contract/conversation";
import type { Sentiment } from "@yingda/contract/events";

/** What a conversation is said to be about, and by whom: its log, folded as the server folds it. Pure. */
export type About = {
  intent: Judged<string>;
  productId: Judged<string>;
  sentiment: Judged<Sentiment>;
  isAngry: boolean;
  isUrgent: boolean;
  urgentWords: string | null;
};
type Judged<T> = {
  value: T | null;
  /** Known only of the engine's intent. */
  confidence: number | null;
  /** Null: by the engine, or brought along by a log from elsewhere. */
  personId: string | null;
};

const none = { value: null, confidence: null, personId: null };

export function aboutOf(events: readonly WireEvent[]): About {
  const about: About = {
    ...{ intent: none, productId: none, sentiment: none },
    ...{ isAngry: false, isUrgent: false, urgentWords: null },
  };
  for (const { type, body, actor } of events) {
    if (type === "conversation.started") {
      about.intent = { ...none, value: body.intent ?? null };
      about.productId = { ...none, value: body.productId ?? null };
    }
    if (type !== "conversation.classified") continue;
    const personId = body.by === "person" && actor.kind === "agent" ? actor.id : null;
    const confidence = body.confidence ?? null;
    if (body.intent !== undefined) about.intent = { value: body.intent, confidence, personId };
    if (body.productId !== undefined) about.productId = { ...none, value: body.productId, personId };
    if (body.sentiment !== undefined) about.sentiment = { ...none, value: body.sentiment, personId };
    about.isAngry = body.isAngry ?? about.isAngry;
    if (body.isUrgent === undefined) continue;
    about.isUrgent = body.isUrgent;
    about.urgentWords = body.urgentWords ?? null;
  }
  return about;
}
