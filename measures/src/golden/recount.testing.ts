import type { GoldenConfig } from "./config.ts";
import type { GoldenSet } from "./run.ts";

/**
 * For tests: the figures of a golden set counted anew, straight from the rows of its events.csv and by the README of the
 * sets alone. It shares nothing with the fold, the catalogue or the calendar (wall-clock times are read off the text),
 * so that a mistake there is not made here too. It knows only sets whose times are written in the offset of their zone.
 */
export function recount(set: GoldenSet): Record<string, unknown> {
  const config = JSON.parse(set.config) as GoldenConfig;
  const sessions = readSessions(set.events);
  const inSpan = (span: GoldenConfig["window"] | undefined) =>
    span
      ? sessions.filter(
          ({ rows }) => rows[0]!.at >= Date.parse(span.start) && rows[0]!.at < Date.parse(span.end_exclusive),
        )
      : [];
  const now = inSpan(config.window);
  return { ...countBot(now, config), ...countPeople(now, inSpan(config.previous_window), config) };
}

type Line = {
  at: number;
  clock: string;
  weekday: number;
  actor: string;
  id: string;
  type: string;
  value: string;
  detail: string;
};
type Session = { rows: Line[] };

function readSessions(csv: string): Session[] {
  const bySession = new Map<string, Line[]>();
  for (const text of csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .slice(1)) {
    const [session = "", time = "", actor = "", id = "", type = "", value = "", detail = ""] = text.split(",");
    const at = Date.parse(time);
    if (Number.isNaN(at) || time.startsWith("2024-02-30")) continue;
    const weekday = new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDay();
    const line = { at, clock: time.slice(11, 19), weekday, actor, id, type, value, detail };
    bySession.set(session, [...(bySession.get(session) ?? []), line]);
  }
  return [...bySession.values()].map((rows) => ({ rows: rows.sort((a, b) => a.at - b.at) }));
}

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const figure = (numerator: number, denominator: number, unit: string) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : round(numerator / denominator),
  unit,
});
const ratio = (numerator: number, denominator: number) => figure(numerator, denominator, "ratio");
const mean = (values: number[], unit: string) => figure(total(values), values.length, unit);
const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return { value: null, unit: "s" };
  return { value: round((sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2), unit: "s" };
};

const firstIndex = (rows: Line[], type: string) => {
  const found = rows.findIndex((row) => row.type === type);
  return found < 0 ? rows.length : found;
};
const isMessage = (row: Line, actor: string) => row.type === "message" && row.actor === actor;
const isAnswer = (row: Line) => row.type === "answer" || row.type === "click_answer";
const starsOf = (rows: Line[], target: string) =>
  rows.flatMap(({ type, value, detail }) =>
    type === "rate" && /^[1-5]$/.test(value) && detail.split(":")[0] === target ? [Number(value)] : [],
  );

function countBot(now: Session[], { csat }: GoldenConfig) {
  const satisfied = csat?.satisfied ?? [4, 5];
  let [questions, covered, unknown] = [0, 0, 0];
  let [eligible, resolved, resolvedIfLast, escalated, notAtOnce, escalatedLater] = [0, 0, 0, 0, 0, 0];
  let [botSessions, interactions, goals, done, doneByBot, correct, labelled] = [0, 0, 0, 0, 0, 0, 0];
  const kinds: Record<string, number> = {};
  const firstResponses: number[] = [];
  const durations: number[] = [];
  const stars: number[] = [];
  for (const { rows } of now) {
    const request = firstIndex(rows, "transfer_request");
    const answers = rows.filter(isAnswer);
    const clicked = new Set<Line>();
    rows.forEach((row, i) => {
      if (row.type !== "guide_click") return;
      const lists = rows.slice(0, i).filter((one) => isAnswer(one) && one.value === "guided");
      const list = lists.findLast((one) => one.detail.split("|").includes(row.value)) ?? lists.at(-1);
      if (list) clicked.add(list);
    });
    for (const row of rows) {
      if (row.type !== "answer") continue;
      kinds[row.value] = (kinds[row.value] ?? 0) + 1;
      if (row.value === "chitchat") continue;
      questions += 1;
      if (row.value === "unknown") unknown += 1;
      if (row.value === "direct" || row.value === "understood" || clicked.has(row)) covered += 1;
    }
    const isBot = answers.length > 0 || rows.some((row) => row.type === "hot_click");
    const hasRequest = request < rows.length;
    const asked = rows
      .slice(0, request)
      .some((row) => (isAnswer(row) && row.value !== "chitchat") || row.type === "hot_click");
    const last = answers.at(-1);
    const down = rows.some((row) => row.type === "thumb" && row.value === "down");
    const endsUnclicked = last?.value === "guided" && !clicked.has(last);
    if (hasRequest) escalated += 1;
    if (!hasRequest || asked) {
      notAtOnce += 1;
      if (hasRequest) escalatedLater += 1;
      if (isBot) {
        eligible += 1;
        const fine = !down && !endsUnclicked && !hasRequest;
        if (fine && !answers.some((row) => row.value === "unknown")) resolved += 1;
        if (fine && last?.value !== "unknown") resolvedIfLast += 1;
      }
    }
    const phase = rows.slice(0, Math.min(request, firstIndex(rows, "connect")));
    const inputs = phase.filter((row) => isMessage(row, "customer") || /^(guide|hot)_click$/.test(row.type));
    if (isBot) {
      botSessions += 1;
      interactions += inputs.length;
    }
    const reply = inputs[0] && rows.slice(rows.indexOf(inputs[0]) + 1).find(isAnswer);
    if (reply) {
      firstResponses.push((reply.at - inputs[0]!.at) / 1000);
      const spoken = phase.filter((row) => isAnswer(row) || isMessage(row, "customer"));
      durations.push(((spoken.at(-1) ?? inputs[0]!).at - inputs[0]!.at) / 1000);
    }
    stars.push(...starsOf(rows, "bot").slice(-1));
    const reached = rows.findIndex((row) => row.type === "goal" && row.value === "done");
    if (rows.some((row) => row.type === "goal")) goals += 1;
    if (reached >= 0) done += 1;
    if (reached >= 0 && reached < request) doneByBot += 1;
    const labels = new Map<Line | undefined, string>();
    rows.forEach((row, i) => {
      if (row.type === "label") labels.set(rows.slice(0, i).findLast(isAnswer), row.value);
    });
    labelled += labels.size;
    correct += [...labels.values()].filter((value) => value === "correct").length;
  }
  const replies = total(Object.values(kinds));
  return {
    sessions_current: now.length,
    "bot.knowledge_coverage": ratio(covered, questions),
    "bot.rejection_rate": ratio(unknown, questions),
    "bot.answer_types": Object.fromEntries(
      Object.entries(kinds).map(([kind, count]) => [kind, { count, share: round(count / replies) }]),
    ),
    "bot.resolution_rate": ratio(resolved, eligible),
    "bot.unresolved_rate_as_printed_in_seed0": ratio(eligible - resolved, eligible),
    "bot.resolution_rate_variant_last_unknown_only": ratio(resolvedIfLast, eligible),
    "bot.containment_rate": ratio(now.length - escalated, now.length),
    "bot.escalation_rate": ratio(escalated, now.length),
    "bot.escalation_rate_excluding_immediate": ratio(escalatedLater, notAtOnce),
    "bot.first_response_mean_s": mean(firstResponses, "s"),
    "bot.first_response_median_s": median(firstResponses),
    "bot.session_duration_mean_s": mean(durations, "s"),
    "bot.interactions_per_session": figure(interactions, botSessions, "count"),
    "bot.completion_rate": ratio(doneByBot, goals),
    "all.completion_rate": ratio(done, goals),
    "bot.accuracy": ratio(correct, labelled),
    ...(csat?.last_rating_wins !== false && {
      "bot.csat_top2": ratio(stars.filter((one) => satisfied.includes(one)).length, stars.length),
      "bot.csat_mean": mean(stars, "1-5"),
    }),
  };
}

type Turn = { agent: string; seconds: number; isAnswered: boolean; isThanks: boolean };

function countPeople(now: Session[], before: Session[], config: GoldenConfig) {
  const unansweredSeconds = config.unanswered_turn_seconds ?? 600;
  const { satisfied = [4, 5], dissatisfied = [1, 2], im_bad: bad = [1, 2, 3] } = config.csat ?? {};
  const exam = config.platform_exam_hours ?? { start: "08:00:00", end_exclusive: "23:00:00" };
  const isJudged = ({ rows }: Session) => {
    const row = rows[firstIndex(rows, "transfer_request")] ?? rows[firstIndex(rows, "connect")];
    return row !== undefined && row.clock >= exam.start && row.clock < exam.end_exclusive;
  };
  const judged = now.filter(isJudged);
  const turns = judged.flatMap(({ rows }) => listTurns(rows, unansweredSeconds));
  const earlier = before.filter(isJudged).flatMap(({ rows }) => listTurns(rows, unansweredSeconds));
  const connected = now.filter(({ rows }) => rows.some((row) => row.type === "connect"));
  const replied = (rows: Line[]) => rows.slice(firstIndex(rows, "connect")).some((row) => isMessage(row, "agent"));
  const waits = now.flatMap(({ rows }) => listWaits(rows, config));
  const open = waits.filter((one) => one.isOpen);
  const queued = waits.filter(
    (one) => one.isQueued && (one.end === "connect" || one.end === "abandon" || one.end === "close"),
  );
  const answered = waits.filter((one) => one.end === "connect");
  const stars = now.map(({ rows }) => starsOf(rows, "human")).filter((many) => many.length > 0);
  const counted = (many: number[]) => (config.csat?.last_rating_wins === false ? many[0]! : many.at(-1)!);
  const good = stars.filter((many) => satisfied.includes(counted(many))).length;
  const poor = stars.filter((many) => dissatisfied.includes(counted(many))).length;
  const valid = judged
    .filter(({ rows }) => rows.some((row) => isMessage(row, "agent")))
    .map(({ rows }) => starsOf(rows, "human"))
    .filter((many) => many.length > 0);
  const isOffline = (rows: Line[]) =>
    listTurns(rows, unansweredSeconds).some((turn) => turn.agent === "(none) offline");
  const firstReplies = judged.flatMap(({ rows }) => {
    const connect = rows[firstIndex(rows, "connect")];
    const reply = rows.slice(firstIndex(rows, "connect")).find((row) => isMessage(row, "agent"));
    return connect && reply ? [(reply.at - connect.at) / 1000] : [];
  });
  const surveys = (type: string, highest: number, lowest: number) =>
    now.flatMap(({ rows }) =>
      rows
        .filter((row) => row.type === type && /^\d+$/.test(row.value) && +row.value <= highest && +row.value >= lowest)
        .slice(-1)
        .map((row) => Number(row.value)),
    );
  const nps = surveys("nps", 10, 0);
  const ces = surveys("ces", 7, 1);
  const promoters = nps.filter((one) => one >= 9).length;
  const detractors = nps.filter((one) => one <= 6).length;
  const moods = now.map(({ rows }) => rows.findLast((row) => row.type === "sentiment")?.value);
  const [pos = 0, neu = 0, neg = 0] = ["pos", "neu", "neg"].map((mood) => moods.filter((one) => one === mood).length);
  const inTime = open.filter((one) => one.end === "connect" && one.seconds <= (config.connect_threshold_seconds ?? 20));
  const average = (some: Turn[]) =>
    mean(
      some.map((turn) => turn.seconds),
      "s",
    );
  const capped = turns.map((turn) => Math.min(turn.seconds, unansweredSeconds));
  return {
    sessions_previous: before.length,
    "human.connect_within_20s_rate": ratio(inTime.length, open.length),
    "human.connect_within_20s_rate_variant_excluding_rejects": ratio(
      inTime.length,
      open.filter((one) => one.end !== "queue_reject").length,
    ),
    "human.average_wait_s": mean(
      queued.map((one) => one.seconds),
      "s",
    ),
    "human.asa_s": mean(
      answered.map((one) => one.seconds),
      "s",
    ),
    "human.satisfaction_rate": ratio(good, good + poor),
    "human.csat_top2_all": ratio(good, stars.length),
    "human.rating_response_rate": ratio(
      connected.filter(({ rows }) => starsOf(rows, "human").length > 0).length,
      connected.length,
    ),
    "human.reply_rate": ratio(connected.filter(({ rows }) => replied(rows)).length, connected.length),
    "human.reply_rate_variant_by_requests": ratio(connected.filter(({ rows }) => replied(rows)).length, waits.length),
    "human.average_response_s": average(turns),
    "human.average_response_s_variant_capped600": mean(capped, "s"),
    "human.average_response_s_variant_no_courtesy": average(turns.filter((turn) => !turn.isThanks || turn.isAnswered)),
    "human.median_response_s": median(turns.map((turn) => turn.seconds)),
    "previous.human.average_response_s": average(earlier),
    "human.first_response_mean_s": mean(firstReplies, "s"),
    "human.first_response_median_s": median(firstReplies),
    "human.sessions": judged.filter(({ rows }) => rows.some((row) => row.type === "connect") || isOffline(rows)).length,
    "human.unserved_sessions": judged.filter(
      ({ rows }) => isOffline(rows) || (rows.some((row) => row.type === "connect") && !replied(rows)),
    ).length,
    "human.im_dissatisfaction_rate": ratio(valid.filter((many) => bad.includes(counted(many))).length, valid.length),
    "human.im_dissatisfaction_rate_variant_first_rating": ratio(
      valid.filter((many) => bad.includes(many[0]!)).length,
      valid.length,
    ),
    nps: {
      promoters,
      passives: nps.length - promoters - detractors,
      detractors,
      n: nps.length,
      value: nps.length === 0 ? null : round(((promoters - detractors) / nps.length) * 100),
    },
    "ces.mean_1_7": mean(ces, "1-7"),
    "ces.easy_5_7": ratio(ces.filter((one) => one >= 5).length, ces.length),
    sentiment: { pos, neu, neg, net: round(pos + neu + neg === 0 ? null : (pos - neg) / (pos + neu + neg)) },
    "turns by agent": countByAgent(turns),
  };
}

function countByAgent(turns: Turn[]) {
  const byAgent: Record<string, { turns: number; sum_s: number }> = {};
  for (const { agent, seconds } of turns) {
    const name = agent.replace(" offline", "");
    const one = byAgent[name] ?? { turns: 0, sum_s: 0 };
    byAgent[name] = { turns: one.turns + 1, sum_s: one.sum_s + seconds };
  }
  return byAgent;
}

/** First question, first answer. */
function listTurns(rows: Line[], unansweredSeconds: number): Turn[] {
  const turns: Turn[] = [];
  let [isServed, isHeard] = [false, false];
  let holder = "";
  let question: { at: number; isThanks: boolean } | null = null;
  let isLeft = false;
  rows.forEach((row) => {
    if (row.type === "connect" || row.type === "reopen") holder = row.id || holder;
    if (row.type === "transfer") holder = row.value;
    // Once more in the queue: the next connect is a first question again.
    if (/^queue_/.test(row.type) && !question) isHeard = false;
    if (row.type === "leave_message") isLeft = true;
    if (row.type === "connect") {
      if (!isServed || !isHeard) question ??= { at: row.at, isThanks: false };
      [isServed, isHeard, isLeft] = [true, true, false];
    }
    if (isMessage(row, "customer") && isHeard) {
      if (!question) question = { at: row.at, isThanks: row.detail === "courtesy" };
      else if (row.detail !== "courtesy") question.isThanks = false;
    }
    if (isMessage(row, "agent") && question) {
      const seconds = (row.at - question.at) / 1000;
      turns.push({ agent: row.id, seconds, isAnswered: true, isThanks: question.isThanks });
      question = null;
    }
  });
  if (question) {
    const { isThanks } = question as { isThanks: boolean };
    turns.push({ agent: holder, seconds: unansweredSeconds, isAnswered: false, isThanks });
  }
  if (isLeft) turns.push({ agent: "(none) offline", seconds: unansweredSeconds, isAnswered: false, isThanks: false });
  return turns;
}

/** One line per request: in which hours, how long, and what ended it. */
function listWaits(rows: Line[], { merchant_service_hours: hours }: GoldenConfig) {
  const ends = ["connect", "abandon", "queue_reject", "close"];
  const waits: { isOpen: boolean; isQueued: boolean; seconds: number; end: string }[] = [];
  for (let i = 0; i < rows.length; i++) {
    const request = rows[i]!;
    if (request.type !== "transfer_request") continue;
    const rest = rows.slice(i + 1);
    const last = rest.findIndex((row) => ends.includes(row.type));
    const upTo = last < 0 ? rest : rest.slice(0, last + 1);
    waits.push({
      isOpen: isOpen(request, hours),
      isQueued: upTo.some((row) => row.type === "queue_enter"),
      seconds: last < 0 ? 0 : (rest[last]!.at - request.at) / 1000,
      end: rest[last]?.type ?? "",
    });
    // Asking again while waiting is the same request.
    i += upTo.length;
  }
  return waits;
}

function isOpen({ clock, weekday }: Line, hours: GoldenConfig["merchant_service_hours"]): boolean {
  const {
    start,
    end_exclusive: end,
    days,
  } = hours ?? { start: "09:00:00", end_exclusive: "21:00:00", days: "every day" };
  const open = days === "Mon-Fri" ? [1, 2, 3, 4, 5] : Array.isArray(days) ? [6, 0] : [0, 1, 2, 3, 4, 5, 6];
  if (start < end) return open.includes(weekday) && clock >= start && clock < end;
  return (open.includes(weekday) && clock >= start) || (open.includes((weekday + 6) % 7) && clock < end);
}
