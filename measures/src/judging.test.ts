import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { judgeEffectiveness } from "./effectiveness.ts";
import { defaultRubric, rateEfficiency, scoreReview } from "./inspection.ts";
import { measureAgreement } from "./kappa.ts";
import { interpolate, scoreCapability } from "./score.ts";
import { defaultSettings } from "./settings.ts";
import { clusteredMean } from "./statistics.ts";
import { tagMean, tagRate } from "./tags.ts";

const six = defaultSettings.score;

describe("capability score", () => {
  test("every metric at its best is 100, at its worst 0, without any there is none", () => {
    const all = (index: number) => Object.fromEntries(six.map((part) => [part.metric, part.anchors.at(index)![0]]));
    assert.deepEqual([scoreCapability(all(-1), six).score, scoreCapability(all(-1), six).band], [100, "excellent"]);
    assert.deepEqual([scoreCapability(all(0), six).score, scoreCapability(all(0), six).band], [0, "poor"]);
    assert.deepEqual(scoreCapability({}, six).score, null);
    assert.equal(scoreCapability({}, six).band, null);
  });

  test("a metric without a value drops out and the others carry its weight", () => {
    const { score, counted, parts } = scoreCapability({ "bot.knowledge_coverage": 0.7, "human.average_wait": 10 }, six);
    assert.equal(score, (60 * 20 + 100 * 15) / 35);
    assert.equal(counted, 2);
    assert.equal(parts.find((part) => part.metric === "human.reply_rate")!.points, null);
  });

  test("shorter waits never score less, and points stay between the ends", () => {
    const { anchors } = six.find((part) => part.metric === "human.average_wait")!;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (a, b) => {
          const [short, long] = [Math.min(a, b), Math.max(a, b)];
          const points = interpolate(short, anchors);
          assert.ok(points >= interpolate(long, anchors) && points <= 100 && points >= 0);
        },
      ),
    );
  });
});

describe("effectiveness", () => {
  const quiet = {
    requests: 0,
    connected: 0,
    botConversations: 0,
    hotClicks: 0,
    coveredQuestions: 0,
    isHumanEntranceOn: false,
    agentOnlineDays: 0,
    isBotEntranceOn: false,
    isHotQuestionsOn: false,
    knowledgeEntries: 0,
  };
  const judge = (change: Partial<typeof quiet>) => {
    const { a, b, c, isEffective } = judgeEffectiveness({ ...quiet, ...change });
    assert.equal(isEffective, a || b || c);
    return `${a ? "A" : ""}${b ? "B" : ""}${c ? "C" : ""}`;
  };

  test("service given, bot useful, or somebody stood ready", () => {
    assert.equal(judge({}), "");
    assert.equal(judge({ requests: 5, connected: 1 }), "A");
    assert.equal(judge({ botConversations: 1, coveredQuestions: 1 }), "B");
    assert.equal(judge({ hotClicks: 1, coveredQuestions: 1 }), "B");
    assert.equal(judge({ isHumanEntranceOn: true, agentOnlineDays: 7 }), "C");
    assert.equal(judge({ isHumanEntranceOn: true, agentOnlineDays: 6 }), "");
    assert.equal(judge({ isHotQuestionsOn: true, knowledgeEntries: 1 }), "C");
  });

  test("standing ready is no excuse once somebody came", () => {
    assert.equal(judge({ requests: 1, isHumanEntranceOn: true, agentOnlineDays: 7 }), "");
    assert.equal(judge({ hotClicks: 1, isBotEntranceOn: true, knowledgeEntries: 9 }), "");
  });
});

describe("warning tags", () => {
  const peers = { median: 0.1, worseQuartile: 0.13 };

  test("urgent: clearly above the peers' median, by a fifth, and among the worst quarter", () => {
    const tags = (hits: number, trials: number, more = peers) =>
      tagRate({ good: "down", current: { hits, trials }, peers: more }).tags;
    assert.deepEqual(tags(30, 200), ["urgent"]);
    assert.deepEqual(tags(13, 100), []); // not certain
    assert.deepEqual(tags(440, 4000, { median: 0.1, worseQuartile: 0.1 }), []); // certain, but only a tenth above
    assert.deepEqual(tags(600, 4000, { median: 0.1, worseQuartile: 0.2 }), []); // others are worse
    assert.deepEqual(tags(29, 29), ["small_sample"]);
  });

  test("mirrored where up is good", () => {
    const tags = (hits: number) =>
      tagRate({ good: "up", current: { hits, trials: 400 }, peers: { median: 0.9, worseQuartile: 0.8 } }).tags;
    assert.deepEqual(tags(280), ["urgent"]); // 0.70 ≤ 0.8 × 0.9
    assert.deepEqual(tags(300), []); // 0.75
    const fallen = tagRate({ good: "up", current: { hits: 200, trials: 400 }, previous: { hits: 300, trials: 400 } });
    assert.deepEqual(fallen.tags, ["worsening"]);
    const risen = tagRate({ good: "up", current: { hits: 300, trials: 400 }, previous: { hits: 200, trials: 400 } });
    assert.deepEqual(risen.tags, []);
  });

  test("means are judged by conversations, and need fifty turns of twenty", () => {
    const turns = (conversations: number, seconds: number) =>
      clusteredMean(
        Array.from({ length: conversations * 3 }, (_, index) => ({
          cluster: `${index % conversations}`,
          value: seconds + (index % 5),
        })),
      );
    const judge = (now: number, before: number, conversations = 20) =>
      tagMean({ good: "down", current: turns(conversations, now), previous: turns(conversations, before) }).tags;
    assert.deepEqual(judge(60, 40), ["worsening"]);
    assert.deepEqual(judge(41, 40), []);
    assert.deepEqual(judge(60, 40, 16), ["small_sample"]);
    assert.deepEqual(tagMean({ good: "down", current: null }).tags, ["small_sample"]);
    const slow = tagMean({ good: "down", current: turns(20, 60), peers: { median: 30, worseQuartile: 50 } });
    assert.deepEqual(slow.tags, ["urgent"]);
  });
});

describe("inspection", () => {
  test("what does not apply drops out, then deductions come off", () => {
    const stars = { language: 4, solving: 5, attitude: 4, efficiency: 3, knowledge: 5, teamwork: null, discipline: 5 };
    const { score, star } = scoreReview({ stars, deductions: [3] }, defaultRubric);
    assert.ok(Math.abs(score! - (78.75 / 0.95 - 3)) < 1e-9);
    assert.equal(star, 4);
  });

  test("all fives are 100, all ones nothing, and a fatal item nothing whatever else", () => {
    const all = (star: number) => Object.fromEntries(Object.keys(defaultRubric).map((key) => [key, star]));
    assert.deepEqual(scoreReview({ stars: all(5) }, defaultRubric), { score: 100, star: 5 });
    assert.deepEqual(scoreReview({ stars: all(1) }, defaultRubric), { score: 0, star: 1 });
    assert.deepEqual(scoreReview({ stars: all(5), isFatal: true }, defaultRubric), { score: 0, star: 1 });
    assert.deepEqual(scoreReview({ stars: {} }, defaultRubric), { score: null, star: null });
  });

  test("efficiency stars change just above their limits", () => {
    const stars = [15, 15.1, 30, 60, 60.1, 180, 181, null].map(rateEfficiency);
    assert.deepEqual(stars, [5, 4, 4, 3, 2, 2, 1, 1]);
  });
});

describe("agreement of two reviewers", () => {
  test("is Cohen's kappa", () => {
    const a = ["P", "P", "P", "F", "F", "P", "P", "F", "P", "P"];
    const b = ["P", "P", "F", "F", "F", "P", "P", "P", "P", "P"];
    assert.deepEqual(measureAgreement(a, b), { agreement: 0.8, expected: 0.58, kappa: 22 / 42 });
  });

  test("is unknown where chance alone agrees, of nothing, and refused for unequal lists", () => {
    assert.equal(measureAgreement(["P", "P"], ["P", "P"])!.kappa, null);
    assert.equal(measureAgreement([], []), null);
    assert.throws(() => measureAgreement(["P"], []), RangeError);
  });
});
