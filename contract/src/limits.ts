/** Every limit that a caller can run into, in one place. Clients may check them early; the server always does. */
export const limits = {
  messageCharacters: 5_000,
  fileBytes: 20 * 1024 * 1024,
  frameBytes: 64 * 1024,
  bodyBytes: 1024 * 1024,
  importBytes: 64 * 1024 * 1024,
  questionCharacters: 200,
  similarQuestions: 200,
  answerCharacters: 20_000,
  knowledgeEntries: 100_000,
  /** Questions with their answer that a shop keeps; their sheet. */
  knowledgeTests: 2_000,
  testSheetBytes: 4 * 1024 * 1024,
  importRows: 100_000,
  nameCharacters: 60,
  noteCharacters: 2_000,
  commentCharacters: 1_000,
  surveyQuestionCharacters: 120,
  /** A survey's link leads to its page for this long. */
  surveyLinkDays: 14,
  /** Whoever writes to the shop may name anybody's address: it gets no second mail about a survey in this time. */
  surveyMailRestHours: 24,
  /** By how much longer a customer who can't wait is taken to have waited; the words by which they say so. */
  urgentHeadStartSeconds: 600,
  urgentCharacters: 120,
  quickPhrases: 500,
  /** Leaves and groups of a shop's tree of intents; example phrasings of one. */
  intents: 300,
  intentExamples: 200,
  products: 20_000,
  productAliases: 20,
  hotQuestions: 12,
  pageSize: 200,
  /** Of one question for figures: days of a window, metrics, filters, values of a filter, rows of the answer. */
  windowDays: 400,
  queryMetrics: 30,
  filters: 8,
  filterValues: 200,
  dimensionCharacters: 200,
  queryRows: 2_000,
  /** Of tables row by row. Counting further would cost more than knowing is worth. */
  detailColumns: 60,
  flagFilters: 24,
  detailsCounted: 10_000,
  savedViews: 200,
  /** Of one person at a time; of one file; how long it is kept. */
  downloadsAtOnce: 5,
  downloadRows: 5_000_000,
  downloadDays: 7,
  mailRecipients: 20,
  reports: 50,
  reportMetrics: 20,
  alertRules: 50,
  benchmarkBytes: 4 * 1024 * 1024,
  benchmarkRows: 20_000,
  /** Sliding minute, per customer and per network address. */
  customerFramesPerMinute: 120,
  addressRequestsPerMinute: 1_200,
  signInAttemptsPerMinute: 20,
  maximumReception: 50,
} as const;
