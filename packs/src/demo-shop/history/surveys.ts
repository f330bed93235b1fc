import { settings } from "../shop.ts";
import type { Story } from "./story.ts";
import { surveyComments } from "./talk.ts";

const system = { kind: "system" } as const;

/** How the shop's settings have it: stars and NPS after a person served, CES after the bot alone. */
export function inviteToStars({ log, locale }: Story): void {
  const { question, asksComment, via } = settings.surveys.csat;
  log.pass(1);
  log.add("rating.invited", system, { target: "human", via, question: question[locale], asksComment });
}

/** A part of those invited answers, and some of them say why. `happiness` is on the scale of stars. */
export function survey(story: Story, name: "nps" | "ces", happiness: number): void {
  const { random, log, locale, customer } = story;
  const { samplePercent, question, asksComment, via } = settings.surveys[name];
  if (!random.chance(samplePercent / 100)) return;
  log.pass(1);
  log.add("survey.invited", system, { survey: name, via, question: question[locale], asksComment });
  if (!random.chance(name === "nps" ? 0.34 : 0.24)) return;
  log.pass(random.logNormal(40, 0.8));
  const felt = happiness + random.between(-1, 1);
  const mood = felt >= 4 ? "good" : felt >= 3 ? "fair" : "bad";
  const comment = random.chance({ good: 0.25, fair: 0.5, bad: 0.7 }[mood])
    ? random.pick(surveyComments[locale][mood])
    : undefined;
  const more = { via, ...(comment && { comment }) };
  if (name === "nps") log.add("survey.answered", customer, { survey: name, value: scale(felt * 2, 10), ...more });
  else log.add("survey.answered", customer, { survey: name, value: Math.max(1, scale(felt * 1.4, 7)), ...more });
}

function scale(value: number, top: number): number {
  return Math.min(top, Math.max(0, Math.round(value)));
}
