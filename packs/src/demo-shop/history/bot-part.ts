import type { Outcome } from "@yingda/contract/events";
import { knowledge } from "../knowledge.ts";
import { toPlainText } from "../plain-text.ts";
import { hotQuestions } from "../shop.ts";
import type { KnowledgeEntry } from "../types.ts";
import { productSlots } from "./slots.ts";
import { entriesOf, pickEntry, type Story } from "./story.ts";
import { unknownQuestions } from "./unknown-questions.ts";
import {
  anger,
  greetingReplies,
  greetings,
  guidedReplies,
  humanWords,
  spell,
  thanksReplies,
  thanksToBot,
  typed,
  unknownReplies,
  vagueQuestions,
} from "./wording.ts";

/** How the bot's part ended: the customer left, content or not, or asked for a person. */
export type BotEnding = { kind: "left"; content: boolean } | { kind: "human"; content: boolean };

const bot = { kind: "bot" } as const;

/** From the customer's first act to their leaving or asking for a person. `log` holds conversation.started already. */
export function playBotPart(story: Story): BotEnding {
  const { random } = story;
  const opening = random.weighted([
    ["question", 62],
    ["hot", story.locale === "en" ? 0 : 19],
    ["greeting", 9],
    ["human", 8],
  ] as const);
  if (opening === "human") {
    askForHuman(story, true);
    return { kind: "human", content: true };
  }
  if (opening === "greeting")
    chat(story, random.pick(greetings[story.locale]), random.pick(greetingReplies[story.locale]));
  if (opening === "greeting") story.log.pass(random.logNormal(14, 0.5));

  if (opening === "hot") visitHotQuestion(story);
  let entry = story.entry;
  const questions = random.weighted([
    [1, 50],
    [2, 30],
    [3, 14],
    [4, 6],
  ] as const);
  for (let asked = 1; ; asked++) {
    story.unanswered = null;
    const isAnswered = asked === 1 && opening === "hot" ? answerClick(story, entry) : answerWords(story, entry);
    if (random.chance(isAnswered ? 0.11 : 0.47)) {
      story.log.pass(random.logNormal(16, 0.6));
      askForHuman(story, isAnswered);
      return { kind: "human", content: isAnswered };
    }
    const rephrases = !isAnswered && random.chance(0.5);
    if (asked >= questions && !rephrases) return sayGoodbye(story, isAnswered);
    story.log.pass(random.logNormal(isAnswered ? 32 : 15, 0.6));
    if (!rephrases) entry = pickNext(story, entry);
    if (asked >= 5) return sayGoodbye(story, isAnswered);
  }
}

function pickNext(story: Story, last: KnowledgeEntry): KnowledgeEntry {
  const theme =
    story.random.chance(0.75) || story.locale === "en"
      ? story.theme
      : story.random.pick(["物流配送", "退换退款", "价格优惠"]);
  const next = pickEntry(theme, story.random);
  return next.key === last.key ? story.random.pick(entriesOf(theme)) : next;
}

function sayGoodbye(story: Story, content: boolean): BotEnding {
  if (content && story.random.chance(0.16)) {
    story.log.pass(story.random.logNormal(12, 0.5));
    chat(story, story.random.pick(thanksToBot[story.locale]), story.random.pick(thanksReplies[story.locale]));
  }
  return { kind: "left", content };
}

/** The chips are the same for all who write Chinese; one that fits what the customer came for is likelier. */
function visitHotQuestion(story: Story): void {
  const chips = hotQuestions.flatMap((key) =>
    key.startsWith("en-") ? [] : (knowledge.find((entry) => entry.key === key) ?? []),
  );
  story.entry = story.random.weighted(
    chips.map((chip) => [chip, chip.category.startsWith(story.theme) ? 5 : 1] as const),
  );
  story.theme = story.entry.category.split("/")[0] as string;
}

function answerClick(story: Story, entry: KnowledgeEntry): boolean {
  const seq = story.log.add("hot_question.clicked", story.customer, {
    entryId: story.entryIdOf(entry.key),
    question: entry.question,
  });
  sayAnswer(story, entry, seq, "click", "direct", 1);
  return true;
}

/** The shop added knowledge meanwhile: fewer unknowns now than at the beginning. */
function pickOutcome({ random, progress }: Story): Outcome {
  const share = (then: number, now: number) => then + (now - then) * progress;
  return random.weighted([
    ["direct", share(29, 34)],
    ["understood", share(37, 44)],
    ["guided", share(18, 13)],
    ["unknown", share(18, 10)],
  ] as const);
}

/** A typed question. Returns whether the customer got an answer. */
function answerWords(story: Story, entry: KnowledgeEntry): boolean {
  const outcome = pickOutcome(story);
  if (outcome === "guided") return offerList(story, entry);
  if (outcome === "unknown") return admitUnknown(story);
  const { random } = story;
  const question = random.pick(entry.similar);
  const seq = say(story, outcome === "direct" ? question : typed(question, story.locale, random));
  const confidence = outcome === "direct" ? random.between(0.91, 0.99) : random.between(0.68, 0.93);
  const answerSeq = sayAnswer(story, entry, seq, "words", outcome, confidence);
  const thumb = random.weighted([
    ["none", 90],
    ["up", 7.5],
    ["down", 2.5],
  ] as const);
  if (thumb === "none") return true;
  story.log.pass(random.logNormal(11, 0.5));
  story.log.add("answer.rated", story.customer, { answerSeq, thumb });
  return thumb === "up";
}

/** Too broad a question: a list, which somewhat more than half click. */
function offerList(story: Story, entry: KnowledgeEntry): boolean {
  const { random, log } = story;
  const theme = entry.category.split("/")[0] as string;
  const vague = vagueQuestions[theme] ?? entry.similar;
  const wordings = [entry.question, ...entry.similar].join("\n").toLowerCase();
  const ofEntry = vague.filter((words) => wordings.includes(words.toLowerCase()));
  const seq = say(story, random.pick(ofEntry.length > 0 ? ofEntry : vague));
  const near = entriesOf(theme).filter((other) => other.category === entry.category && other.key !== entry.key);
  const offered = [entry, ...near].slice(0, random.integer(3, 4)).sort((a, b) => (a.key < b.key ? -1 : 1));
  log.pass(random.between(0.4, 1.4));
  const answerSeq = log.add("bot.answered", bot, {
    outcome: "guided",
    trigger: "words",
    inReplyTo: seq,
    text: guidedReplies[story.locale],
    options: offered.map((option) => ({ entryId: story.entryIdOf(option.key), question: option.question })),
    confidence: round(random.between(0.38, 0.62)),
  });
  if (!random.chance(0.5 + 0.14 * story.progress)) return false;
  log.pass(random.logNormal(9, 0.5));
  const clicked = log.add("option.clicked", story.customer, {
    entryId: story.entryIdOf(entry.key),
    question: entry.question,
    answerSeq,
  });
  sayAnswer(story, entry, clicked, "click", "direct", 1);
  return true;
}

function admitUnknown(story: Story): boolean {
  const { random, log, locale } = story;
  const { about, intent, question, answer } = random.weighted(
    unknownQuestions[locale].map((unknown) => [unknown, unknown.about.startsWith(story.theme) ? 8 : 1] as const),
  );
  const words = spell(question, productSlots(story.product, random, locale), random);
  story.unanswered = { about, intent, question: words, answer };
  const seq = say(story, words);
  log.pass(random.between(0.4, 1.4));
  log.add("bot.answered", bot, {
    outcome: "unknown",
    trigger: "words",
    inReplyTo: seq,
    text: random.pick(unknownReplies[locale]),
    offerHuman: true,
    confidence: round(random.between(0.04, 0.3)),
  });
  return false;
}

function sayAnswer(
  story: Story,
  entry: KnowledgeEntry,
  inReplyTo: number,
  trigger: "words" | "click",
  outcome: Outcome,
  confidence: number,
): number {
  story.log.pass(story.random.between(0.4, 1.6));
  return story.log.add("bot.answered", bot, {
    outcome,
    trigger,
    inReplyTo,
    entryId: story.entryIdOf(entry.key),
    text: toPlainText(entry.answer),
    html: entry.answer,
    confidence: round(confidence),
  });
}

function chat(story: Story, words: string, reply: string): void {
  const inReplyTo = say(story, words);
  story.log.pass(story.random.between(0.3, 1.1));
  story.log.add("bot.answered", bot, {
    outcome: "chitchat",
    trigger: "words",
    inReplyTo,
    text: reply,
    confidence: 0.99,
  });
}

function askForHuman(story: Story, content: boolean): void {
  const { random, log, locale } = story;
  const by = random.weighted([
    ["button", 58],
    ["words", 34],
    ["bot", 8],
    ["sentiment", content ? 0 : 10],
  ] as const);
  if (by === "words") say(story, random.pick(humanWords[locale]));
  if (by === "sentiment") say(story, random.pick(anger[locale]));
  // The bot hands over by itself only after it has failed to answer.
  const last = log.events.at(-1);
  const isBotsIdea = by === "bot" && last?.type === "bot.answered" && last.body.outcome === "unknown";
  if (isBotsIdea || by === "sentiment") log.add("human.requested", bot, { by });
  else log.add("human.requested", story.customer, { by: by === "words" ? "words" : "button" });
}

function say(story: Story, text: string): number {
  return story.log.add("message.sent", story.customer, { content: { kind: "text", text } });
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
