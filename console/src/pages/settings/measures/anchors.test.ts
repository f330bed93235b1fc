import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { measureRules, type ScorePart } from "@yingda/contract/measure-rules";
import { addAnchor, fromShown, pointsAt, toShown } from "./anchors.ts";

const wait: ScorePart["anchors"] = [
  [180, 0],
  [60, 60],
  [30, 80],
  [10, 100],
];

describe("anchors", () => {
  test("a new corner lies on the line, in its order, where the stretch is longest", () => {
    const more = addAnchor(wait, "seconds");
    assert.deepEqual(more[1], [120, 30]);
    for (const seconds of [5, 20, 45, 90, 120, 150, 200])
      assert.equal(pointsAt(seconds, more), pointsAt(seconds, wait));
    const part = measureRules.shape.score.element.safeParse({ metric: "human.average_wait", weight: 1, anchors: more });
    assert.ok(part.success);
  });

  test("what is shown as per cent comes back as it was", () => {
    for (let thousandths = 0; thousandths <= 1000; thousandths++) {
      const value = thousandths / 1000;
      assert.equal(fromShown(toShown(value, "ratio"), "ratio"), value);
    }
    assert.equal(toShown(0.29, "ratio"), 29);
  });
});
