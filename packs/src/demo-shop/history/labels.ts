import type { Story } from "./story.ts";

const eighteenHours = 18 * 3600;

/** The supervisor checks a few of the bot's answers the day after: the only source of its accuracy. */
export function labelAnswers(story: Story, nowMs: number): void {
  const { random, log } = story;
  if (!random.chance(0.08)) return;
  const answered = log.events.flatMap((event, index) =>
    event.type === "bot.answered" && event.body.entryId ? [index + 1] : [],
  );
  const answerSeq = answered.at(-1);
  const delaySeconds = eighteenHours + random.between(0, 7200);
  if (!answerSeq || log.atMs + delaySeconds * 1000 >= nowMs) return;
  log.pass(delaySeconds);
  const label = random.chance(0.9 + 0.04 * story.progress) ? "correct" : "wrong";
  log.add("answer.labelled", { kind: "agent", id: story.agentIdOf("linxiao") }, { answerSeq, label });
}
