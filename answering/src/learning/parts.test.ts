import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { makeRandom, shuffle } from "../intents/random.ts";
import { hashText } from "../segment.ts";
import { fitLogit, type Lessons, meantShare, oddsOf } from "./fit.ts";
import { trainVectors, type WordVectors } from "./vectors.ts";

describe("the logit", () => {
  /** Two candidates each; the first signal says which is meant, the second nothing. */
  const random = makeRandom(1);
  const count = 400;
  const lessons: Lessons = {
    size: 3,
    rows: new Float32Array(count * 2 * 3),
    starts: Uint32Array.from({ length: count + 1 }, (_, q) => 2 * q),
    meant: new Int32Array(count),
    weights: new Float32Array(count).fill(1),
  };
  for (let q = 0; q < count; q++) {
    const [one, other] = [random(), random()];
    lessons.rows.set([one, random(), 1, other, random(), 1], q * 6);
    const mass = 1 + Math.exp(4 * one - 1) + Math.exp(4 * other - 1);
    const drawn = random() * mass;
    lessons.meant[q] = drawn < 1 ? -1 : drawn < 1 + Math.exp(4 * one - 1) ? 2 * q : 2 * q + 1;
  }
  const all = Array.from({ length: count }, (_, q) => q);

  test("finds the weights that made the choices", () => {
    const values = fitLogit(lessons, all, { means: [0, 0, 0], spreads: [9, 9, 9] });
    assert.ok(
      Math.abs(values[0]! - 4) < 1 && Math.abs(values[1]!) < 0.7 && Math.abs(values[2]! + 1) < 0.7,
      String(values),
    );
  });

  test("leaves what may not move, and without questions everything", () => {
    const values = fitLogit(lessons, all, { means: [1, 0.5, 0], spreads: [0, 0, 1] });
    assert.deepEqual([...values.slice(0, 2)], [1, 0.5]);
    assert.deepEqual([...fitLogit(lessons, [], { means: [1, 2, 3], spreads: [1, 1, 1] })], [1, 2, 3]);
  });

  test("probabilities of the candidates and of none add up to 1", () => {
    const odds = oddsOf(lessons, 0, [1, 2, 3]);
    const shares = [-1, 0, 1].map((meant) => meantShare({ ...lessons, meant: Int32Array.of(meant) }, 0, odds));
    assert.ok(Math.abs(shares.reduce((sum, one) => sum + one, 0) - 1) < 1e-9);
  });
});

describe("word vectors", () => {
  const random = makeRandom(4);
  const pick = (words: string) => words.split(" ")[Math.floor(random() * words.split(" ").length)]!;
  const texts = Array.from({ length: 1_500 }, (_, i) => {
    const filler = `填${Math.floor(random() * 150)}`;
    return i % 2 === 0
      ? [pick("退款 退钱"), pick("多久 几天 何时"), pick("到账 回来 收到"), filler]
      : [pick("雨伞 帐篷"), pick("防水 漏雨 结实"), pick("好用 耐用"), filler];
  });
  const alike = ({ hashes, dimensions, values }: WordVectors, one: string, other: string) => {
    const [a, b] = [hashes.indexOf(hashText(one)), hashes.indexOf(hashText(other))].map((row) => row * dimensions);
    return (
      Array.from({ length: dimensions }, (_, k) => values[a! + k]! * values[b! + k]!).reduce((sum, x) => sum + x, 0) /
      127 ** 2
    );
  };

  test("words that stand among the same words lie near, others don't", () => {
    const vectors = trainVectors(texts)!;
    assert.ok(alike(vectors, "退款", "退钱") > 0.3);
    assert.ok(alike(vectors, "雨伞", "帐篷") > 0.3);
    assert.ok(alike(vectors, "退款", "帐篷") < 0.15);
  });

  test("the order of the texts doesn't matter", () => {
    const order = [...texts.keys()];
    shuffle(order, random);
    assert.deepEqual(trainVectors(order.map((at) => texts[at]!)), trainVectors(texts));
  });

  test("too few words make none", () => {
    assert.equal(trainVectors([]), null);
    assert.equal(trainVectors([["退款"], ["退款", "多久"]]), null);
  });
});
