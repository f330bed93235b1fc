import { decomposeChange } from "../change.ts";
import { judgeEffectiveness } from "../effectiveness.ts";
import { compareRates } from "../experiment.ts";
import { addGroups, type Group, meanOf, measureImpact } from "../impact.ts";
import { scoreReview } from "../inspection.ts";
import { measureAgreement } from "../kappa.ts";
import { type Tag, tagRate } from "../tags.ts";
import { round6 } from "./round.ts";

type Pair = [number, number];
type TagCase = {
  id: string;
  current: Pair;
  previous?: Pair;
  peer_median?: number;
  peer_p75?: number;
  min_n?: number;
};
type ReviewCase = {
  id: string;
  stars: Record<string, number | null>;
  deductions?: number[];
  fatal?: string | boolean | null;
};
type EffectivenessCase = {
  id: string;
  requests: number;
  connected: number;
  bot_sessions: number;
  covered: number;
  manual_box: boolean;
  agent_online_days_of_last_7: number;
  bot_box: boolean;
  hot_box: boolean;
  kb_pairs: number;
};

/** cases.json of a golden set: formulas tried on figures of their own, without events. */
export type GoldenCases = {
  ab_test?: { a: Pair; b: Pair };
  tags?: TagCase[];
  rubric?: Record<string, number>;
  qc_reviews?: ReviewCase[];
  kappa?: { a: string[]; b: string[] };
  effectiveness?: EffectivenessCase[];
  impact_hand?: { now: Record<string, Pair>; before: Record<string, Pair> };
};

const tagNames: Record<Tag, string> = { urgent: "急需优化", worsening: "持续变差", small_sample: "样本不足" };

/** Works out the cases that are there. */
export function reportCases(cases: GoldenCases): Record<string, unknown> {
  const { ab_test, tags, qc_reviews, rubric = {}, kappa, effectiveness, impact_hand } = cases;
  return {
    ...(ab_test && { ab_test: reportTest(ab_test) }),
    ...(tags && { tags: tags.map(reportTags) }),
    ...(qc_reviews && { qc: qc_reviews.map((review) => reportReview(review, rubric)) }),
    ...(kappa && { kappa: reportKappa(kappa) }),
    ...(effectiveness && { effectiveness: effectiveness.map(reportEffectiveness) }),
    ...(impact_hand && { impact_hand: reportImpact(impact_hand) }),
  };
}

const toRate = ([hits, trials]: Pair) => ({ hits, trials });

function reportTest({ a, b }: { a: Pair; b: Pair }): object | null {
  const found = compareRates(toRate(a), toRate(b));
  if (!found) return null;
  return {
    diff: round6(found.difference),
    z: round6(found.statistic),
    p_two_sided: round6(found.pTwoSided),
    ci95: [round6(found.interval.low), round6(found.interval.high)],
    significant_5pct: found.isSignificant,
  };
}

function reportTags(input: TagCase): object {
  const { id, current, previous, peer_median: median, peer_p75: worseQuartile } = input;
  const tagged = tagRate({
    good: "down",
    current: toRate(current),
    previous: previous && toRate(previous),
    peers: median === undefined || worseQuartile === undefined ? null : { median, worseQuartile },
    minimumTrials: input.min_n,
  });
  const isSmall = tagged.tags.includes("small_sample");
  return {
    id,
    tags: tagged.tags.map((tag) => tagNames[tag]),
    value: round6(tagged.value),
    ...(!isSmall && { wilson_lower_one_sided_95: round6(tagged.bound) }),
    ...(!isSmall &&
      previous && {
        z_vs_previous: round6(tagged.zVersusPrevious),
        relative_change: round6(tagged.relativeChange),
      }),
  };
}

function reportReview({ id, stars, deductions, fatal }: ReviewCase, rubric: Record<string, number>): object {
  const { score, star } = scoreReview({ stars, deductions, isFatal: Boolean(fatal) }, rubric);
  return { id, score: round6(score), star };
}

function reportKappa({ a, b }: { a: string[]; b: string[] }): object | null {
  const found = measureAgreement(a, b);
  if (!found) return null;
  return { agreement: round6(found.agreement), expected: round6(found.expected), kappa: round6(found.kappa) };
}

function reportEffectiveness(input: EffectivenessCase): object {
  const { a, b, c, isEffective } = judgeEffectiveness({
    requests: input.requests,
    connected: input.connected,
    botConversations: input.bot_sessions,
    hotClicks: 0,
    coveredQuestions: input.covered,
    isHumanEntranceOn: input.manual_box,
    agentOnlineDays: input.agent_online_days_of_last_7,
    isBotEntranceOn: input.bot_box,
    isHotQuestionsOn: input.hot_box,
    knowledgeEntries: input.kb_pairs,
  });
  return { id: input.id, A: a, B: b, C: c, effective: isEffective };
}

/** Groups are written as [count, mean]. */
function reportImpact(input: { now: Record<string, Pair>; before: Record<string, Pair> }): object {
  const [now, before] = [toGroups(input.now), toGroups(input.before)];
  const impact = [...measureImpact(now)];
  return {
    mean: round6(meanOf(addGroups(now.values()))),
    impact: Object.fromEntries(impact.map(([key, one]) => [key, round6(one.impact)])),
    leave_one_out: Object.fromEntries(impact.map(([key, one]) => [key, round6(one.leaveOneOut)])),
    change: Object.fromEntries(
      [...decomposeChange(before, now)].map(([key, one]) => [key, [round6(one.rateEffect), round6(one.mixEffect)]]),
    ),
    mean_before: round6(meanOf(addGroups(before.values()))),
  };
}

function toGroups(pairs: Record<string, Pair>): Map<string, Group> {
  return new Map(Object.entries(pairs).map(([key, [n, mean]]) => [key, { n, sum: n * mean }]));
}
