import type { ConversationEvent, EventOf } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import type { OpenLog } from "./log.ts";

/** One row per bot reply, with whether its list was clicked. */
export function foldQuestions(log: OpenLog): Row<"question">[] {
  const answers = log.events.filter((event) => event.type === "bot.answered");
  const clicked = findClickedLists(log.events);
  return answers.map((answer) => {
    const { outcome, trigger, entryId, inReplyTo } = answer.body;
    const isClicked = clicked.has(answer.seq);
    return {
      ...log.shared,
      seq: answer.seq,
      questionSeq: inReplyTo,
      trigger,
      outcome,
      entryId: entryId ?? null,
      isChitchat: outcome === "chitchat",
      hasList: showsList(answer),
      isClicked,
      isCovered: outcome === "direct" || outcome === "understood" || (outcome === "guided" && isClicked),
    };
  });
}

/**
 * Which lists were clicked, by the number of the answer that showed them. A click that names its answer belongs to it;
 * else to the latest earlier list that offered the entry, else to the latest earlier list.
 */
function findClickedLists(events: readonly ConversationEvent[]): Set<number> {
  const clicked = new Set<number>();
  const lists: EventOf<"bot.answered">[] = [];
  for (const event of events) {
    if (event.type === "bot.answered" && showsList(event)) lists.unshift(event);
    if (event.type !== "option.clicked") continue;
    const { answerSeq, entryId } = event.body;
    const list =
      lists.find((one) => one.seq === answerSeq) ??
      lists.find((one) => one.body.options?.some((option) => option.entryId === entryId)) ??
      lists[0];
    if (list) clicked.add(list.seq);
  }
  return clicked;
}

function showsList(answer: EventOf<"bot.answered">): boolean {
  return answer.body.outcome === "guided" || (answer.body.options?.length ?? 0) > 0;
}
