import type { EventOf } from "@yingda/contract/events";
import type { Row } from "../facts.ts";
import type { OpenLog } from "./log.ts";

/** One row per labelled answer; the last label counts. A label that names no answer is about the one before it. */
export function foldLabels(log: OpenLog): Row<"answerLabel">[] {
  const answers = new Map<number, EventOf<"bot.answered">>();
  const rows = new Map<number, Row<"answerLabel">>();
  let latest: EventOf<"bot.answered"> | null = null;
  for (const event of log.events) {
    if (event.type === "bot.answered") {
      answers.set(event.seq, event);
      latest = event;
    }
    if (event.type !== "answer.labelled") continue;
    const answer = answers.get(event.body.answerSeq ?? latest?.seq ?? 0) ?? null;
    const seq = event.body.answerSeq ?? answer?.seq ?? event.seq;
    rows.set(seq, {
      ...log.shared,
      seq,
      isCorrect: event.body.label === "correct",
      entryId: answer?.body.entryId ?? null,
      outcome: answer?.body.outcome ?? null,
    });
  }
  return [...rows.values()];
}
