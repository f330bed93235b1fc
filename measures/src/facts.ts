/**
 * What is stored about a conversation so that every metric is a ratio of sums: flat rows of scalars, declared once.
 * The row types, the tables' columns and the names a metric may use all follow from `factColumns`.
 * An "?" marks what may be null; instants are ISO 8601 in UTC, days are YYYY-MM-DD of the shop's time zone.
 * In a conversation imported without times everything that needs a time is null.
 */

/** On every row, so that every fact can be cut alike. */
const shared = {
  conversationId: "text",
  customerId: "text",
  /** First event; decides the window. Untimed logs keep the instant they were imported with. */
  startedAt: "instant",
  localDay: "day",
  startHour: "integer?",
  /** Local hour of the first human request. */
  requestHour: "integer?",
  channel: "text",
  intent: "text?",
  productId: "text?",
  category: "text?",
  /** Where the customer is, as the shop's page or the import says. */
  region: "text?",
  /** The knowledge entry that the customer's first real question was about, as the bot saw it. */
  questionId: "text?",
  /** bot, human, both, none: a person counts only when they really said something. */
  handledBy: "text",
  sentiment: "text?",
  /** The first human request falls in the platform's hours; null without a request or without times. */
  inExamHours: "boolean?",
} as const;

export const factColumns = {
  conversation: {
    ...shared,
    /** Last event but for survey invitations and answers by link. */
    endedAt: "instant?",
    /** Who held it last. */
    agentId: "text?",
    /** Last human rating's first reason, when it was a bad one. */
    reason: "text?",
    /** 1, 0, −1 for positive, neutral, negative. */
    sentimentPoint: "integer?",

    isBot: "boolean",
    hotClicks: "integer",
    /** Customer messages and clicks before the first human request. */
    interactions: "integer",
    botFirstResponseSeconds: "number?",
    botSeconds: "number?",
    askedAtOnce: "boolean",
    isEligible: "boolean",
    isThumbedDown: "boolean",
    hasUnknown: "boolean",
    endsUnknown: "boolean",
    endsUnclicked: "boolean",
    isResolved: "boolean",
    isResolvedUnlessEndsUnknown: "boolean",
    isBounced: "boolean",
    hasGoal: "boolean",
    isGoalDone: "boolean",
    isGoalDoneByBot: "boolean",
    botStars: "integer?",

    requests: "integer",
    hasRequest: "boolean",
    isConnected: "boolean",
    isReplied: "boolean",
    isOffline: "boolean",
    isUnserved: "boolean",
    humanFirstResponseSeconds: "number?",
    /** Of its turns: how many, and the mean and the longest of those with times; an unanswered one counts as there. */
    turns: "integer",
    averageReplySeconds: "number?",
    slowestReplySeconds: "number?",
    /** The longest of its requests' waits. */
    waitSeconds: "number?",
    handleSeconds: "number?",
    isTransferred: "boolean",
    isReopened: "boolean",
    humanStars: "integer?",
    /** Last rating of bot or person among the dissatisfied stars. */
    isRatedBadly: "boolean",
    isRated: "boolean",
    /** Whoever was rated, the last rating is among the satisfied stars. */
    isRatedWell: "boolean",
    /** Messages and clicks of the customer, from beginning to end. */
    customerActs: "integer",
    /** The customer's first message, click or request → the first reply, by bot or person. */
    firstReplySeconds: "number?",
    /** Filled by linkContacts: back about the same thing in time; null = not known yet, or without times. */
    isReturned: "boolean?",
  },
  /** One per bot reply to something the customer typed or clicked. */
  question: {
    ...shared,
    /** Of the bot's reply. */
    seq: "integer",
    questionSeq: "integer",
    trigger: "text",
    outcome: "text",
    entryId: "text?",
    isChitchat: "boolean",
    /** A list to click was shown. */
    hasList: "boolean",
    isClicked: "boolean",
    /** Direct, understood, or guided and clicked. */
    isCovered: "boolean",
  },
  /** One per question to a person: see fold/turns.ts. */
  turn: {
    ...shared,
    /** Of the event that opened it. */
    seq: "integer",
    replySeq: "integer?",
    /** Null = nobody: an offline message. */
    agentId: "text?",
    openedAt: "instant?",
    closedAt: "instant?",
    replySeconds: "number?",
    cappedSeconds: "number?",
    /** As replySeconds, less the hours in which the shop was closed; an unanswered turn counts the same. */
    openReplySeconds: "number?",
    isAnswered: "boolean",
    /** Nothing but a closing "thanks", left unanswered. */
    isCourtesy: "boolean",
    isOffline: "boolean",
  },
  request: {
    ...shared,
    seq: "integer",
    at: "instant?",
    by: "text",
    /** Who was connected. */
    agentId: "text?",
    /** connected, left, rejected_full, rejected_offline, waiting. */
    outcome: "text",
    enteredQueue: "boolean",
    waitSeconds: "number?",
    /** As waitSeconds, less the hours in which the shop was closed. */
    openWaitSeconds: "number?",
    isInTime: "boolean",
    inServiceHours: "boolean?",
  },
  /** One for each time an agent held the conversation: see fold/stints.ts. */
  stint: {
    ...shared,
    /** Of the event that gave it to the agent. */
    seq: "integer",
    agentId: "text",
    connectedAt: "instant?",
    /** Null while it lasts. */
    endedAt: "instant?",
    seconds: "number?",
    /** Filled by shareStints: the agent's own time in it, where several conversations are held at once. */
    shareSeconds: "number?",
  },
  /** One per conversation and target; the last rating counts, the first is kept beside it. */
  rating: {
    ...shared,
    target: "text",
    at: "instant?",
    /** Who held the conversation when it was rated. */
    agentId: "text?",
    stars: "integer",
    firstStars: "integer",
    isSatisfied: "boolean",
    isDissatisfied: "boolean",
    isImBad: "boolean",
    isFirstImBad: "boolean",
    /** At least one real agent message. */
    isValid: "boolean",
    reason: "text?",
    isReasonAttitude: "boolean",
    isReasonUnsolved: "boolean",
    isReasonSlow: "boolean",
    isReasonRepeat: "boolean",
    isReasonOther: "boolean",
    comment: "text?",
  },
  /** One per conversation and survey (csat, nps, ces) that was invited to or answered; the last answer counts. */
  survey: {
    ...shared,
    survey: "text",
    /** Of the answer; of the invitation while there is none. */
    at: "instant?",
    /** Who held the conversation then. */
    agentId: "text?",
    isInvited: "boolean",
    isAnswered: "boolean",
    /** popup, link: where it was answered, else how it was invited; null where the log does not say. */
    via: "text?",
    /** Null until answered. */
    value: "integer?",
    /** 1, 0, −1 for promoter, passive, detractor; null for other surveys. */
    npsPoint: "integer?",
    isEasy: "boolean",
    comment: "text?",
  },
  /** One per answer a person has labelled; the last label counts. */
  answerLabel: {
    ...shared,
    /** Of the answer; of the label itself when it names none and none came before. */
    seq: "integer",
    isCorrect: "boolean",
    entryId: "text?",
    outcome: "text?",
  },
} as const;

export type FactName = keyof typeof factColumns;
export type Column<F extends FactName> = keyof (typeof factColumns)[F] & string;

type Value<Kind> = Kind extends `${infer Bare}?`
  ? Value<Bare> | null
  : Kind extends "boolean"
    ? boolean
    : Kind extends "integer" | "number"
      ? number
      : string;
export type Row<F extends FactName> = { -readonly [C in Column<F>]: Value<(typeof factColumns)[F][C]> };
export type Facts = { [F in FactName]: Row<F>[] };
export type SharedColumns = { -readonly [C in keyof typeof shared]: Value<(typeof shared)[C]> };

/** What makes a row unique. */
export const factKeys = {
  conversation: ["conversationId"],
  question: ["conversationId", "seq"],
  turn: ["conversationId", "seq"],
  request: ["conversationId", "seq"],
  stint: ["conversationId", "seq"],
  rating: ["conversationId", "target"],
  survey: ["conversationId", "survey"],
  answerLabel: ["conversationId", "seq"],
} as const satisfies { [F in FactName]: readonly Column<F>[] };

/** What every fact can be cut by. */
export const sharedDimensions = [
  "localDay",
  "startHour",
  "requestHour",
  "channel",
  "intent",
  "questionId",
  "productId",
  "category",
  "region",
  "handledBy",
  "sentiment",
] as const;

export const emptyFacts = (): Facts => ({
  conversation: [],
  question: [],
  turn: [],
  request: [],
  stint: [],
  rating: [],
  survey: [],
  answerLabel: [],
});
