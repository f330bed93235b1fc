import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { runGolden } from "./run.ts";

const folder = new URL("../../golden/abroad/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const set = {
  config: read("config.json"),
  sessions: read("sessions.csv"),
  events: read("events.csv"),
  cases: read("cases.json"),
};
const refuse = (words: string) => assert.fail(words);
const found = runGolden(set, refuse) as Record<string, unknown> & { cases: Record<string, unknown> };

const ratio = (numerator: number, denominator: number, value: number | null, unit = "ratio") => ({
  numerator,
  denominator,
  value,
  unit,
});
const seconds = (numerator: number, denominator: number, value: number | null) =>
  ratio(numerator, denominator, value, "s");

describe("our own golden set, twelve conversations abroad", () => {
  const expected: Record<string, unknown> = {
    sessions_current: 12, // N01–N12; N12 starts in the window's first second
    sessions_previous: 2,

    // Typed questions: N01 guided (ignored), N01 guided (clicked), N02 unknown, N10 direct. Small talk is none.
    "bot.knowledge_coverage": ratio(2, 4, 0.5),
    "bot.rejection_rate": ratio(1, 4, 0.25), // N02
    "bot.answer_types": {
      guided: { count: 2, share: 0.285714 }, // of 7 replies to typed messages
      chitchat: { count: 3, share: 0.428571 }, // N01, N11, N12
      unknown: { count: 1, share: 0.142857 },
      direct: { count: 1, share: 0.142857 },
    },
    // Bot conversations N01 N02 N03 N10 N11 N12; N11 greeted and asked at once: 5 eligible.
    // Resolved: N01 (ends with small talk, its last list was clicked), N12. N02 unknown; N03, N10 asked for a person.
    "bot.resolution_rate": ratio(2, 5, 0.4),
    "bot.unresolved_rate_as_printed_in_seed0": ratio(3, 5, 0.6),
    "bot.resolution_rate_variant_last_unknown_only": ratio(2, 5, 0.4), // N02 ends with its unknown
    // No request: N01, N02, N12.
    "bot.containment_rate": ratio(3, 12, 0.25),
    "bot.escalation_rate": ratio(9, 12, 0.75),
    "bot.escalation_rate_excluding_immediate": ratio(2, 5, 0.4), // N04–N09 and N11 asked at once
    "bot.first_response_mean_s": seconds(8, 6, 1.333333), // N01 3, N02 1, N03 1, N10 0, N11 2, N12 1
    "bot.first_response_median_s": { value: 1, unit: "s" },
    "bot.session_duration_mean_s": seconds(89, 6, 14.833333), // 51 + 34 + 1 + 0 + 2 + 1
    "bot.interactions_per_session": ratio(10, 6, 1.666667, "count"), // 4 + 2 + 1 + 1 + 1 + 1
    "bot.csat_top2": ratio(1, 1, 1),
    "bot.csat_mean": ratio(5, 1, 5, "1-5"),
    "bot.completion_rate": ratio(0, 2, 0), // N02 failed, N03 done only with a person
    "all.completion_rate": ratio(1, 2, 0.5),
    "bot.accuracy": ratio(1, 2, 0.5), // N02 wrong, N10 correct

    // In service hours (Mon–Sat 10–20): N03 20 s ✓, N06 full, N07 10 s ✓, N08 25 s, N10 0 s ✓.
    // N04 is at 20:30 summer time, N05 on a Sunday, N09 and N11 late at night.
    "human.connect_within_20s_rate": ratio(3, 5, 0.6),
    "human.connect_within_20s_rate_variant_excluding_rejects": ratio(3, 4, 0.75),
    // N03 20, N04 50 (gave up), N07 10, N08 25 (asked twice: one request), N09 8, N10 0, N11 6
    "human.average_wait_s": seconds(119, 7, 17),
    "human.asa_s": seconds(69, 6, 11.5),
    // Last ratings: N03 4, N07 1, N08 4, N09 5, N10 3, N11 1
    "human.satisfaction_rate": ratio(3, 5, 0.6),
    "human.csat_top2_all": ratio(3, 6, 0.5),
    "human.rating_response_rate": ratio(6, 6, 1),
    "human.reply_rate": ratio(5, 6, 0.833333), // N11 only greeted automatically
    "human.reply_rate_variant_by_requests": ratio(5, 9, 0.555556),

    // Turns, first request in 08–23: N03 30 + 40 + 5 (a thanks that was answered is a turn); N05 600 (one, by nobody);
    // N07 120 by Cy, 600 held by Dee; N08 660 (late, true time) + 30; N10 0 + 600 (the thanks); N11 600.
    "human.average_response_s": seconds(3285, 11, 298.636364),
    "human.average_response_s_variant_capped600": seconds(3225, 11, 293.181818), // 660 → 600
    "human.average_response_s_variant_no_courtesy": seconds(2685, 10, 268.5), // without N10's thanks
    "human.median_response_s": { value: 120, unit: "s" }, // 0 5 30 30 40 [120] 600 600 600 600 660
    "previous.human.average_response_s": seconds(660, 3, 220), // P01 20 + 40, P02 600
    "delta.human.average_response_s": 78.636364,
    "human.first_response_mean_s": seconds(810, 4, 202.5), // N03 30, N07 120, N08 660, N10 0
    "human.first_response_median_s": { value: 75, unit: "s" },
    "human.sessions": 6, // N03 N05 N07 N08 N10 N11; N04 gave up, N06 left no message
    "human.unserved_sessions": 2, // N05, N11
    // Valid: N03 4, N07 1, N08 4, N10 3; N11's agent never wrote, N09 is outside the hours
    "human.im_dissatisfaction_rate": ratio(2, 4, 0.5),
    "human.im_dissatisfaction_rate_variant_first_rating": ratio(3, 4, 0.75), // N08 first gave 2
    "previous.human.im_dissatisfaction_rate": ratio(0, 1, 0),
    "human.dissatisfaction_reasons": { 态度差: 1, 让我重复描述: 1 },
    // Bad ratings by who held it: Ana 1 of 2, Dee 1 of 1, Ben 0 of 1; mean 0.5, so (1 − 0.5)/4 for Dee
    impact_dissatisfaction_by_agent: { Ana: 0, Ben: -0.125, Dee: 0.125 },
    nps: { promoters: 1, passives: 1, detractors: 1, n: 3, value: 0 },
    "ces.mean_1_7": ratio(9, 2, 4.5, "1-7"),
    "ces.easy_5_7": ratio(1, 2, 0.5),
    sentiment: { pos: 1, neu: 1, neg: 2, net: -0.25 },
    effectiveness: { A: true, B: true, C: false, effective: true },
    capability_score: {
      // (0.5 − 0.4)/0.3 × 60; (0.4 − 0.3)/0.3 × 60; (0.6 − 0.5)/0.3 × 60; 80 + (30 − 17)/20 × 20; at the foot;
      // (0.8333 − 0.7)/0.2 × 60
      sub: { coverage: 20, bot_resolution: 20, connect_20s: 20, avg_wait_s: 93, satisfaction: 0, reply_rate: 40 },
      weights: { coverage: 20, bot_resolution: 20, connect_20s: 15, avg_wait_s: 15, satisfaction: 15, reply_rate: 15 },
      score: 30.95, // (400 + 400 + 300 + 1395 + 0 + 600)/100
    },
  };

  for (const [key, value] of Object.entries(expected)) {
    test(`${key} is what the arithmetic says`, () => assert.deepEqual(found[key], value));
  }

  test("impact by agent: (S_g·11 − n_g·3285)/121", () => {
    const { agent } = found.impact as { agent: Record<string, unknown> };
    // Ana: N03's three turns and N10's two: 75 + 600. (675 × 11 − 5 × 3285)/121
    assert.deepEqual(agent.Ana, { turns: 5, sum_s: 675, mean_s: 135, impact_s: -74.380165 });
    assert.deepEqual(agent.Dee, { turns: 1, sum_s: 600, mean_s: 600, impact_s: 27.396694 });
    assert.deepEqual(Object.keys(agent), ["(none)", "Ana", "Ben", "Cy", "Dee", "Zed"]);
  });

  test("change by agent: with c = (220 + 298.636)/2 = 259.318", () => {
    const change = found.change_decomposition_by_agent as Record<string, unknown>;
    // Ana: w 2/3 → 5/11, mean 30 → 135: ½ × 37/33 × 105; −7/33 × (82.5 − 259.318)
    assert.deepEqual(change.Ana, { rate_effect_s: 58.863636, mix_effect_s: 37.506887, total_s: 96.370523 });
    // Dee is new: 1/11 × (600 − 259.318)
    assert.deepEqual(change.Dee, { rate_effect_s: 0, mix_effect_s: 30.971074, total_s: 30.971074 });
  });

  test("a test of two rates: 0.45 and 0.6 of 100", () => {
    // pooled 0.525: 0.15/√(0.525 × 0.475 × 0.02); interval ± 1.959964 × √(0.2475/100 + 0.24/100)
    assert.deepEqual(found.cases.ab_test, {
      diff: 0.15,
      z: 2.123977,
      p_two_sided: 0.033672,
      ci95: [0.013153, 0.286847],
      significant_5pct: true,
    });
  });

  test("tags on the line, of a small sample, from nothing, and for the better", () => {
    const tags = (found.cases.tags as { tags: string[] }[]).map((one) => one.tags);
    assert.deepEqual(tags, [["急需优化"], ["样本不足"], ["持续变差"], []]);
  });

  test("inspection, agreement, readiness and impact by hand", () => {
    assert.deepEqual(found.cases.qc, [
      { id: "deductions stop at nothing", score: 0, star: 1 }, // 60 × 1/4 = 15, less 20
      { id: "half the rubric", score: 100, star: 5 },
      { id: "nothing applies", score: null, star: null },
    ]);
    // Alike 3 of 4; by chance (2·1 + 1·2 + 1·1)/16; (0.75 − 0.3125)/0.6875
    assert.deepEqual(found.cases.kappa, { agreement: 0.75, expected: 0.3125, kappa: 0.636364 });
    assert.deepEqual(found.cases.effectiveness, [
      { id: "hot questions ready", A: false, B: false, C: true, effective: true },
    ]);
    // M = 30 from 20, c = 25: kept ½ × 1.5 × 10; gone −¼ × 25; new ¼ × 35; together 10
    assert.deepEqual(found.cases.impact_hand, {
      mean: 30,
      impact: { kept: -7.5, new: 7.5 },
      leave_one_out: { kept: -30, new: 10 },
      change: { kept: [7.5, 0], gone: [0, -6.25], new: [0, 8.75] },
      mean_before: 20,
    });
  });
});

describe("other sets of the same shape", () => {
  const [header] = set.events.split("\n");
  const [sessionsHeader] = set.sessions.split("\n");

  test("a set without any conversation has nulls, not zeros", () => {
    const empty = runGolden({ ...set, sessions: sessionsHeader!, events: header!, cases: null }, refuse);
    assert.deepEqual(empty["bot.knowledge_coverage"], ratio(0, 0, null));
    assert.deepEqual(empty["human.average_response_s"], seconds(0, 0, null));
    assert.equal(empty["delta.human.average_response_s"], null);
    assert.deepEqual(empty.impact, { agent: {}, intent: {}, product: {} });
    assert.deepEqual((empty.capability_score as { score: unknown }).score, null);
    assert.deepEqual(empty.effectiveness, { A: false, B: false, C: false, effective: false });
    assert.equal("cases" in empty, false);
  });

  test("the order of the rows does not matter where the times tell it", () => {
    const rows = set.events.replace('""hello""?\n', '""hello""? ').split("\n").slice(1);
    const timed = rows.filter((row) => !row.startsWith("N10") && row !== "");
    const sameSecond = rows.filter((row) => row.startsWith("N10"));
    // Reversed blocks of one conversation each keep same-second rows in file order.
    const bySession = [...Map.groupBy(timed, (row) => row.split(",")[0]!).values()].reverse().flat();
    const events = [header, ...sameSecond, ...bySession].join("\r\n");
    assert.deepEqual(runGolden({ ...set, events }, refuse), found);
  });

  test("a row nobody understands is named and left out", () => {
    const complaints: string[] = [];
    const events = `${set.events}N01,2025-03-03T12:11:00-05:00,customer,,rate,9,bot\nN01,yesterday,customer,,message,x,\n`;
    const result = runGolden({ ...set, events }, (words) => complaints.push(words));
    assert.deepEqual(result, found);
    assert.equal(complaints.length, 2);
    assert.match(complaints.join("\n"), /rate "9"/);
    assert.match(complaints.join("\n"), /yesterday/);
  });

  test("wall-clock rules follow the offset the times are written with", () => {
    const config = set.config.replace("America/New_York", "Somewhere (-05:00)");
    const rate = runGolden({ ...set, config }, refuse)["human.connect_within_20s_rate"];
    // At a fixed −05:00 N03 asks at 18:59:59, N04 at 19:30 (now in hours), N11 at 21:59.
    assert.deepEqual(rate, ratio(3, 6, 0.5));
  });

  test("a reason of the customer's own is kept in its own words", () => {
    const events = set.events.replace("human:态度差", "human:不会说话");
    const result = runGolden({ ...set, events }, refuse);
    assert.deepEqual(result["human.dissatisfaction_reasons"], { 不会说话: 1, 让我重复描述: 1 });
  });
});
