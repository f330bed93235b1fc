import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decide } from "../decide.ts";
import { buildIndex } from "../index-build.ts";
import { openIndex } from "../index-open.ts";
import { makeRandom, shuffle } from "../intents/random.ts";
import { sampleEntries } from "../sample-shop.ts";
import { packSections } from "../snapshot.ts";
import { learnFromAsked } from "./learn.ts";
import type { Asked } from "./types.ts";

/** What customers of the tea shop call things; the shop wrote none of these words. */
const slang: Readonly<Record<string, readonly string[]>> = {
  "ship-when": ["宝贝啥时候动身", "啥时候动身", "几时动身呀", "动身了没"],
  "ship-fee": ["路费咋收", "路费多少", "路费贵不贵", "要给路费吗"],
  track: ["我的宝贝走到哪了", "宝贝走到哪一站", "宝贝走哪了", "查下宝贝走到哪"],
  "return-how": ["不想留了", "想退回去不留了", "不留了怎么弄", "这个不留了"],
  "refund-when": ["钞票几时回来", "钞票回来要多久", "钞票啥时回", "钞票还没回来"],
  invoice: ["要个报销单子", "报销单子怎么弄", "报销单子给我一张", "能给报销单子吗"],
  coupon: ["红包咋使", "红包怎么使", "红包使不了咋办", "在哪使红包"],
  store: ["叶子安家在哪儿", "叶子怎么安家", "叶子安家久了会坏吗", "叶子安家厨房行吗"],
};
const nothing = [
  "你们招人吗",
  "老板多大了",
  "附近有地铁吗",
  "能合影吗",
  "会下雨吗",
  "有猫吗",
  "能代写作业吗",
  "唱首歌",
];

/** Each saying a few times, put a little differently. */
function askSlang(times: number): Asked[] {
  const around = ["", "那个", "请问", "老板", "问一下", "在吗"];
  const after = ["", "呢", "啊", "急", "谢谢", "哈"];
  const rows = [
    ...Object.entries(slang).flatMap(([id, texts]) => texts.map((text) => ({ text, entryId: id }))),
    ...nothing.map((text) => ({ text, entryId: null })),
  ];
  return Array.from({ length: times }, (_, i) =>
    rows.map(
      ({ text, entryId }, at): Asked => ({
        id: `a${at}-${i}`,
        text: `${around[i % around.length]}${text}${i === 0 ? "" : `${after[(at + i) % after.length]}${i}`}`,
        entryId,
      }),
    ),
  ).flat();
}

const asked = askSlang(4);
const snapshot = buildIndex(sampleEntries);
const { learned, report } = learnFromAsked(sampleEntries, asked);
const shop = openIndex(snapshot, learned);
const answers = (outcome: string) => outcome === "direct" || outcome === "understood";

describe("learning from what was asked", () => {
  test("words that the shop never wrote find their entries, and the report says by how much", () => {
    assert.ok(report.kept.includes("memory"));
    assert.ok(report.learnedFrom > 0.95 * asked.length && report.leftOut === 0);
    assert.ok(report.before.rightFirst!.share < 0.6, JSON.stringify(report.before));
    assert.ok(report.after.rightFirst!.share > 0.85);
    assert.ok(report.after.rightFirst!.low > report.before.rightFirst!.high);
    const untold = { text: "亲，报销单子能要一个不" };
    assert.notEqual(decide(openIndex(snapshot), untold).candidates[0]?.entryId, "invoice");
    assert.equal(decide(shop, untold).candidates[0]?.entryId, "invoice");
  });

  test("the shop's own wordings are answered as before", () => {
    for (const { id, question } of sampleEntries) assert.equal(decide(shop, { text: question }).entryId, id);
  });

  test("what nothing answers stays unanswered, even if only answerable questions were labelled", () => {
    const answerable = asked.filter(({ entryId }) => entryId !== null);
    const trusting = openIndex(snapshot, learnFromAsked(sampleEntries, answerable).learned);
    for (const text of [...nothing, "今天股市怎么样", "周杰伦的新歌", "who won the game"]) {
      assert.ok(!answers(decide(trusting, { text }).outcome), text);
      assert.ok(!answers(decide(shop, { text }).outcome), text);
    }
  });

  test("the order of questions, entries and texts doesn't matter, nor does asking twice instead of weight 2", () => {
    const order = [...asked.keys()];
    shuffle(order, makeRandom(5));
    const turned = learnFromAsked(
      sampleEntries.toReversed(),
      order.map((at) => asked[at]!),
    );
    assert.deepEqual(turned.learned, learned);
    assert.deepEqual(turned.report, report);
    const twice = learnFromAsked(sampleEntries, [...asked, ...asked]).learned;
    assert.deepEqual(
      learnFromAsked(
        sampleEntries,
        asked.map((one) => ({ ...one, weight: 2 })),
      ).learned,
      twice,
    );
  });

  test("wordings that the shop wrote itself, and clicks after a word alone, teach nothing: no part is tried on them", () => {
    const own = sampleEntries.flatMap(({ id, question, similar }) =>
      [question, ...similar].map((text): Asked => ({ text, entryId: id })),
    );
    const things = ["运费", "退货", "退款", "发票", "茶叶", "杯子", "快递", "物流", "换货", "地址", "优惠券", "绿茶"];
    const clicks = things.flatMap((text, at) =>
      [0, 5, 9].map((by): Asked => ({ text, entryId: sampleEntries[(at + by) % sampleEntries.length]!.id })),
    );
    const lesson = learnFromAsked(sampleEntries, [...own, ...clicks]);
    assert.ok(lesson.report.learnedFrom > 90);
    assert.deepEqual(lesson.report.tried, []);
    assert.equal(lesson.learned, null);
  });

  test("too few questions, none at all, or only odd ones teach nothing", () => {
    assert.equal(learnFromAsked(sampleEntries, []).learned, null);
    assert.equal(learnFromAsked([], asked).learned, null);
    assert.equal(learnFromAsked(sampleEntries, asked.slice(0, 15)).learned, null);
    const odd = ["", "😊", "？", "\ud83d", "\u0000"].map((text) => ({ text, entryId: "track" }));
    const gone = [
      { text: "怎么退款", entryId: "gone" },
      { text: "怎么退款", entryId: "track", weight: Number.NaN },
    ];
    const { report: oddReport } = learnFromAsked(sampleEntries, [...odd, ...gone]);
    assert.equal(oddReport.learnedFrom, 0);
    assert.equal(oddReport.leftOut, 7);
    assert.equal(oddReport.before.rightFirst, null);
  });

  test("what another version learned, or anything else, is not used", () => {
    const plain = decide(openIndex(snapshot), { text: "报销单子" });
    for (const other of [
      new ArrayBuffer(0),
      new ArrayBuffer(64),
      learned!.slice(0, 900),
      packSections({ learnedVersion: Uint32Array.of(99) }),
      snapshot,
    ])
      assert.deepEqual(decide(openIndex(snapshot, other), { text: "报销单子" }), plain);
  });

  test("wrong labels are found, and are not believed", () => {
    const many = askSlang(12);
    const random = makeRandom(3);
    const ids = Object.keys(slang);
    const wrong = new Set<string>();
    const soiled = many.map((one): Asked => {
      if (one.entryId === null || random() > 0.2) return one;
      wrong.add(one.id!);
      return {
        ...one,
        entryId: ids[(ids.indexOf(one.entryId) + 1 + Math.floor(random() * (ids.length - 1))) % ids.length]!,
      };
    });
    const { learned: soiledLearned, report: soiledReport } = learnFromAsked(sampleEntries, soiled);
    const found = soiledReport.suspicious.filter(({ id }) => wrong.has(id!));
    assert.ok(found.length >= 0.8 * wrong.size, `${found.length} of ${wrong.size}`);
    assert.ok(found.length >= 0.8 * soiledReport.suspicious.length);
    const truth = new Map(many.map(({ id, entryId }) => [id, entryId]));
    const named = found.filter(({ id, likely }) => truth.get(id) === likely);
    assert.ok(named.length >= 0.8 * found.length);
    const index = openIndex(snapshot, soiledLearned);
    const right = Object.entries(slang).flatMap(([id, texts]) =>
      texts.map((text) => decide(index, { text: `${text}嘛` }).candidates[0]?.entryId === id),
    );
    assert.ok(right.filter(Boolean).length >= 0.9 * right.length);
  });

  test("what is learned next is measured against what was learned before, on what was asked since", () => {
    const half = learnFromAsked(
      sampleEntries,
      asked.filter(({ entryId }) => entryId !== "invoice" && entryId !== "coupon"),
    );
    assert.equal(half.report.since, null);
    const { since } = learnFromAsked(sampleEntries, asked, { before: half.learned }).report;
    assert.equal(since!.before.asked, 32);
    assert.ok(since!.after.rightFirst!.share > since!.before.rightFirst!.share + 0.3);
    assert.equal(learnFromAsked(sampleEntries, asked, { before: learned }).report.since, null);
  });

  test("a thousand questions and three thousand texts take a bounded time", () => {
    const texts = Array.from(
      { length: 3_000 },
      (_, i) => `第${i}个${asked[i % asked.length]!.text}和${asked[(i * 7) % asked.length]!.text}`,
    );
    const before = process.cpuUsage();
    const { report: long } = learnFromAsked(sampleEntries, askSlang(25), { texts });
    const { user, system } = process.cpuUsage(before);
    assert.ok(long.learnedFrom > 900);
    assert.ok((user + system) / 1e6 < 40, `${(user + system) / 1e6} s of a core`);
  });
});

describe("laws with something learned", () => {
  const typed = fc.oneof(
    fc.constantFrom(...asked.map(({ text }) => text), ...sampleEntries.map(({ question }) => question)),
    fc
      .tuple(
        fc.constantFrom(...asked.map(({ text }) => text)),
        fc.constantFrom(...sampleEntries.map(({ question }) => question)),
      )
      .map(([one, other]) => one.slice(0, 5) + other.slice(0, 5)),
    fc.string({ unit: "grapheme", maxLength: 30 }),
  );

  test("the same input gets the same decision, whatever was asked in between", () => {
    fc.assert(
      fc.property(typed, typed, (text, other) => {
        const first = decide(shop, { text });
        decide(shop, { text: other });
        assert.deepEqual(decide(shop, { text }), first);
      }),
      { numRuns: 150 },
    );
  });

  test("taking an entry away never makes the bot answer what it didn't know", () => {
    fc.assert(
      fc.property(typed, fc.nat(sampleEntries.length - 1), (text, at) => {
        if (decide(shop, { text }).outcome !== "unknown") return;
        const fewer = openIndex(buildIndex(sampleEntries.filter((_, i) => i !== at)), learned);
        assert.ok(!answers(decide(fewer, { text }).outcome), text);
      }),
      { numRuns: 150 },
    );
  });

  test("an entry that is gone is never named, and its questions are not answered by another", () => {
    for (const [gone, texts] of Object.entries(slang)) {
      const index = openIndex(buildIndex(sampleEntries.filter(({ id }) => id !== gone)), learned);
      for (const text of texts) {
        const decision = decide(index, { text });
        assert.ok(!answers(decision.outcome), text);
        assert.ok(decision.candidates.every(({ entryId }) => entryId !== gone));
      }
    }
  });

  test("an unrelated entry doesn't change a sure answer", () => {
    for (const { text } of asked) {
      const { entryId, outcome } = decide(shop, { text });
      if (!answers(outcome)) continue;
      const grown = [...sampleEntries, { id: "unrelated", question: "大象的鼻子为什么长", similar: [], answer: "" }];
      assert.equal(decide(openIndex(buildIndex(grown), learned), { text }).entryId, entryId, text);
    }
  });
});
