import { defaultSettings } from "../settings.ts";
import { type GoldenConfig, scoreMetrics } from "./config.ts";
import type { GoldenSet } from "./run.ts";

/**
 * For tests: golden sets of any size from a number. Conversations are told as they might go, with every event type of
 * the shape, and then spoiled a little: rows of the same second, values out of range, types and actors nobody knows,
 * sessions without rows, rows without a session, windows without conversations, settings that nobody has.
 */
export function makeRandomSet(seed: number, size = 40): GoldenSet {
  const chance = makeChance(seed);
  const { pick, below, is } = chance;
  const zone = pick(zones);
  const hasPrevious = is(0.8);
  const start = Date.UTC(2024, pick([1, 2, 5, 9, 10]), 1);
  const config = makeConfig(chance, zone, start, hasPrevious);
  const sessions = ["session,customer,channel,product,category,intent,note"];
  const rows: string[] = [];
  for (let i = 0; i < size; i++) {
    const session = `S${i}`;
    const at = start + below(is(0.7) ? 30 : 75) * dayMs - (is(0.4) ? 30 * dayMs : 0) + pickSecond(chance) * 1000;
    const about = [`C${below(size)}`, pick(["web", "app", "微信"]), pick(["", "P1", "P2"]), pick(["", "服饰"])];
    if (is(0.97)) sessions.push([session, ...about, pick(["", "refund", "size", "物流"]), '"a, ""note"""'].join(","));
    if (is(0.98)) rows.push(...tellSession(chance, session, at, zone.offsetAt));
  }
  // The order of the file counts only among rows of one session and second.
  const mixed = is(0.5) ? rows : shuffleSessions(chance, rows);
  const events = [header, ...mixed, ...(is(0.3) ? nonsense(start, zone.offsetAt) : [])].join(is(0.3) ? "\r\n" : "\n");
  return {
    config: JSON.stringify(config),
    sessions: sessions.join("\n"),
    events: (is(0.2) ? "\uFEFF" : "") + events,
    cases: null,
  };
}

const header = "session,time,actor,actor_id,type,value,detail";
const dayMs = 86_400_000;

type Zone = { name: string; offsetAt: (atMs: number) => number };
const fixed = (name: string, hours: number): Zone => ({ name, offsetAt: () => hours });
/** Summer time by the rule of the zone, for the years used here. */
const zones: Zone[] = [
  fixed("Asia/Shanghai (+08:00, no DST)", 8),
  fixed("Asia/Kolkata", 5.5),
  fixed("+03:00", 3),
  fixed("UTC", 0),
  {
    name: "America/New_York",
    offsetAt: (at) => (at >= Date.UTC(2024, 2, 10, 7) && at < Date.UTC(2024, 10, 3, 6) ? -4 : -5),
  },
  {
    name: "Europe/Berlin (CET/CEST)",
    offsetAt: (at) => (at >= Date.UTC(2024, 2, 31, 1) && at < Date.UTC(2024, 9, 27, 1) ? 2 : 1),
  },
];

function makeConfig({ pick, is }: Chance, zone: Zone, start: number, hasPrevious: boolean): GoldenConfig {
  const wall = (utcMidnight: number) => write(utcMidnight - zone.offsetAt(utcMidnight) * 3_600_000, zone.offsetAt);
  const names = Object.keys(scoreMetrics);
  const config: GoldenConfig = {
    timezone: zone.name,
    window: { start: wall(start), end_exclusive: wall(start + 30 * dayMs) },
    ...(hasPrevious && { previous_window: { start: wall(start - 30 * dayMs), end_exclusive: wall(start) } }),
  };
  if (is(0.5)) return config;
  return {
    ...config,
    merchant_service_hours: pick([
      { start: "09:00:00", end_exclusive: "21:00:00", days: "every day" },
      { start: "10:30", end_exclusive: "18:45", days: "Mon-Fri" },
      { start: "20:00:00", end_exclusive: "04:00:00", days: ["sat", "sun"] },
    ]),
    platform_exam_hours: pick([
      { start: "08:00:00", end_exclusive: "23:00:00" },
      { start: "07:59:59", end_exclusive: "12:00:00" },
      { start: "00:00:00", end_exclusive: "24:00:00" },
    ]),
    unanswered_turn_seconds: pick([600, 300, 1]),
    connect_threshold_seconds: pick([20, 0, 45]),
    csat: pick([
      { satisfied: [4, 5], dissatisfied: [1, 2], im_bad: [1, 2, 3] },
      { satisfied: [5], dissatisfied: [1], im_bad: [1, 2], last_rating_wins: true },
      { satisfied: [3, 4, 5], dissatisfied: [1, 2], im_bad: [1], last_rating_wins: false },
    ]),
    score_weights: Object.fromEntries(names.map((name, i) => [name, i * 7 + 1])),
    score_anchors: { coverage: defaultSettings.score[0]!.anchors.map(([x, y]) => [x / 2, y]) },
  };
}

/** Often on the edges of the hours. */
function pickSecond({ pick, below, is }: Chance): number {
  const edges = ["07:59:59", "08:00:00", "08:59:59", "09:00:00", "20:59:59", "21:00:00", "22:59:59", "23:00:00"];
  if (is(0.7)) return below(86_400);
  const [hour = 0, minute = 0, second = 0] = pick([...edges, "00:00:00", "23:59:59"])
    .split(":")
    .map(Number);
  return hour * 3600 + minute * 60 + second;
}

/** What may come next, by what has been: a bot, a queue, an agent. */
function tellSession(chance: Chance, session: string, beginning: number, offsetAt: Zone["offsetAt"]): string[] {
  const { pick, below, is } = chance;
  const rows: string[] = [];
  let atMs = beginning - offsetAt(beginning) * 3_600_000;
  const say = (actor: string, id: string, type: string, value = "", detail = "") => {
    rows.push([session, write(atMs, offsetAt), actor, id, type, value, detail].join(","));
  };
  const pass = () => {
    atMs += (is(0.15) ? 0 : is(0.1) ? pick([20, 21, 600, 601, 7200, dayMs / 1000]) : below(90)) * 1000;
  };
  let agent = pick(agents);
  let isServed = false;
  const askBot = () => {
    say("customer", "", "message", pick(["退款", "尺码", "hi"]));
    pass();
    const kind = pick(["direct", "understood", "guided", "unknown", "chitchat"]);
    say("bot", "", "answer", kind, kind === "guided" ? "K1|K2" : kind === "direct" ? "K3" : "");
    if (is(0.3)) say("qa", "", "label", pick(["correct", "wrong"]));
    if (kind === "guided" && is(0.5)) {
      pass();
      say("customer", "", "guide_click", pick(["K1", "K2", "K9"]));
      pass();
      if (is(0.8)) say("bot", "", "click_answer", "direct", "K1");
    }
    if (is(0.15)) say("customer", "", "thumb", pick(["up", "down"]));
  };
  const beServed = () => {
    for (let n = below(4); n > 0; n--) {
      if (is(0.6)) say("agent", agent, "message", "在的");
      pass();
      if (is(0.7)) say("customer", "", "message", pick(["好", "谢谢"]), is(0.2) ? "courtesy" : "");
      pass();
      if (is(0.1)) say("bot", "", "assist_message", "看看这个");
      if (is(0.12)) {
        const next = pick(agents);
        say("system", agent, "transfer", next);
        agent = next;
      }
    }
  };
  const askPerson = () => {
    say("customer", "", "transfer_request", pick(["button", "转人工"]));
    if (is(0.15)) {
      say("system", "", "queue_reject", pick(["full", "offline"]));
      pass();
      for (let n = below(3); n > 0; n--) say("customer", "", "leave_message", "请回电");
      return;
    }
    if (is(0.95)) say("system", "", "queue_enter");
    pass();
    if (is(0.15)) return say("customer", "", "abandon");
    if (is(0.04)) return; // still waiting when the log ends, or closed over
    say("system", agent, "connect");
    isServed = true;
    if (is(0.5)) say("system", agent, "auto_greeting", "您好");
    pass();
    beServed();
  };
  if (is(0.15)) {
    say("customer", "", "hot_click", "K5");
    pass();
    if (is(0.9)) say("bot", "", "click_answer", pick(["direct", "unknown"]), "K5");
  }
  for (let n = below(3); n > 0; n--, pass()) askBot();
  for (let n = is(0.65) ? 1 + below(1.3) : 0; n > 0; n--, pass()) askPerson();
  if (is(0.3)) say("system", "", "goal", pick(["done", "fail"]));
  const rate = () =>
    say(
      "customer",
      "",
      "rate",
      String(1 + below(5)),
      pick(["bot", "human", "human:回复慢", "human:不会说话", "human:其他"]),
    );
  for (let n = is(0.6) ? 1 + below(2) : 0; n > 0; n--, pass()) rate();
  if (is(0.3)) say("customer", "", "nps", String(below(11)));
  if (is(0.3)) say("customer", "", "ces", String(1 + below(7)));
  if (is(0.9)) say("system", "", "close");
  if (isServed && is(0.2)) {
    pass();
    say("system", is(0.7) ? agent : "", "reopen");
    pass();
    say("customer", "", "message", "还是没动");
    pass();
    beServed();
    rate();
    if (is(0.8)) say("system", "", "close");
  }
  if (is(0.8)) say("qa", "", "sentiment", pick(["pos", "neu", "neg"]));
  if (is(0.1)) say("customer", "", "rate", pick(["9", "0", "4.5", ""]), "human");
  if (is(0.05)) say("robot", "", pick(["dance", "message"]), "?");
  return rows;
}

const agents = ["A1", "A2", "客服·小王", "Zoë 🙂", "a/b;'--", "(none)"];

function nonsense(start: number, offsetAt: Zone["offsetAt"]): string[] {
  return [
    "S0,yesterday,customer,,message,x,",
    "S0,2024-02-30T10:00:00+08:00,customer,,message,x,",
    `X9,${write(start, offsetAt)},customer,,message,nobody listed me,`,
    `S1,${write(start, offsetAt)},customer,,nps,11,`,
    "S2",
    "",
  ];
}

const shuffleSessions = ({ below }: Chance, rows: string[]): string[] =>
  [...Map.groupBy(rows, (row) => row.slice(0, row.indexOf(","))).values()].toSorted(() => below(3) - 1).flat();

function write(atMs: number, offsetAt: Zone["offsetAt"]): string {
  const hours = offsetAt(atMs);
  const wall = new Date(atMs + hours * 3_600_000).toISOString().slice(0, 19);
  const minutes = Math.abs(hours * 60);
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${wall}${hours < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

type Chance = ReturnType<typeof makeChance>;

/** The same set for the same number, everywhere (mulberry32). */
function makeChance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    is: (share: number) => next() < share,
    pick: <T>(many: readonly T[]): T => many[below(many.length)]!,
  };
}
