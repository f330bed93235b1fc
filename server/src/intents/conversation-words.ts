import type { ConversationWords } from "@yingda/answering/intents/conversation";
import type { ConversationEvent, EventBody } from "@yingda/contract/events";
import type { SeenProduct } from "../products/products.ts";
import type { WordRow } from "./queries.ts";

/** A log as the classifier reads it: what the customer said, what it was said to be about, and by whom. Pure. */

type Classification = EventBody<"conversation.classified">;
type Field = "intent" | "productId" | "category" | "sentiment" | "isAngry" | "isUrgent";

export type ReadLog = {
  words: ConversationWords;
  /** Something of the customer's after `classifiedSeq`. */
  hasNewWords: boolean;
  /** As the log has it now. */
  known: Pick<Classification, Field>;
  /** Said by a person or brought along by an import: the engine leaves it. */
  fixed: ReadonlySet<Field>;
  seen: SeenProduct[];
};

const fields: readonly Field[] = ["intent", "productId", "category", "sentiment", "isAngry", "isUrgent"];

export function readLog(rows: WordRow[], about: { origin: string; classifiedSeq: number }): ReadLog {
  const texts: string[] = [];
  const cardProductIds: string[] = [];
  const seen: SeenProduct[] = [];
  const known: Pick<Classification, Field> = {};
  const fixed = new Set<Field>();
  let pageProductId: string | undefined;
  let lastWordSeq = 0;
  for (const row of rows) {
    const event = row as unknown as ConversationEvent;
    const isCustomers = row.actor_kind === "customer";
    switch (event.type) {
      case "conversation.started": {
        const { intent, productId, category } = event.body;
        Object.assign(known, { intent, productId, category });
        // A window says on which page it stands; a log from elsewhere says what the conversation was about.
        if (intent !== undefined) fixed.add("intent");
        if (about.origin === "import" && productId !== undefined) fixed.add("productId").add("category");
        pageProductId = productId;
        if (productId) seen.push({ productId });
        break;
      }
      case "conversation.classified":
        for (const field of fields) {
          if (event.body[field] === undefined) continue;
          Object.assign(known, { [field]: event.body[field] });
          if (event.body.by !== "engine") fixed.add(field);
        }
        break;
      case "message.sent": {
        const { content } = event.body;
        if (content.kind === "product") {
          seen.push({ productId: content.productId, title: content.title });
          if (isCustomers) cardProductIds.push(content.productId);
        }
        if (content.kind === "text" && isCustomers) texts.push(content.text);
        if (isCustomers) lastWordSeq = row.seq;
        break;
      }
      case "hot_question.clicked":
      case "option.clicked":
        texts.push(event.body.question);
        lastWordSeq = row.seq;
        break;
      case "offline_message.left":
        texts.push(event.body.text);
        lastWordSeq = row.seq;
        break;
      default:
    }
  }
  const hasNewWords = lastWordSeq > about.classifiedSeq;
  return { words: { texts, cardProductIds, pageProductId }, hasNewWords, known, fixed, seen };
}
