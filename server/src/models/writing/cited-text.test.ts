import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type CitedPiece, isCourtesy, readCitedText } from "./cited-text.ts";

function read(parts: readonly string[]): { pieces: CitedPiece[]; rest: string; hasDeclined: boolean } {
  const cited = readCitedText();
  const early = parts.flatMap((part) => cited.add(part));
  const { pieces, rest } = cited.end();
  return { pieces: [...early, ...pieces], rest, hasDeclined: cited.hasDeclined() };
}

describe("an answer with its entries", () => {
  test("numbers may stand before or after the full stop, several or together", () => {
    assert.deepEqual(read(["支持刻字[1]。最多十个字。[2][3] 加急另算【1，2】！"]).pieces, [
      { text: "支持刻字。", cites: [1] },
      { text: "最多十个字。", cites: [2, 3] },
      { text: "加急另算！", cites: [1, 2] },
    ]);
  });

  test("is read the same wherever it is cut", () => {
    const whole = "<think>嗯 [9]</think>\n支持刻字[1]。最多十个字。[2] [3]还可以加急 [ 1, 2 ]；没有编号的话";
    const expected = read([whole]);
    assert.equal(expected.rest, "没有编号的话");
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
        assert.deepEqual(read(places.slice(1).map((to, at) => whole.slice(places[at]!, to))), expected);
      }),
    );
  });

  test("a piece is given out as soon as it is whole, not before", () => {
    const cited = readCitedText();
    assert.deepEqual(cited.add("支持刻字。[1"), []);
    assert.deepEqual(cited.add("]"), [], "[2] may follow");
    assert.deepEqual(cited.add("最"), [{ text: "支持刻字。", cites: [1] }]);
  });

  test("a model that goes on writing blanks or brackets costs no time", () => {
    for (const piece of [" ".repeat(16), "\n".repeat(16), "[ ".repeat(8), "[1 ,".repeat(4)]) {
      const startedMs = performance.now();
      assert.deepEqual(read(["刻字", ...Array<string>(800).fill(piece)]).pieces, []);
      assert.ok(performance.now() - startedMs < 2_000, `${JSON.stringify(piece)}: ${performance.now() - startedMs} ms`);
    }
  });

  test("the agreed word means that the entries hold no answer, not so where it is only thought of", () => {
    assert.ok(read(["UNK", "NOWN"]).hasDeclined);
    assert.ok(read(["支持刻字。[1] UNKNOWN"]).hasDeclined);
    assert.ok(!read(["<think>UNKNOWN?</think>支持刻字。[1]"]).hasDeclined);
  });

  test("courtesy is told from what says something", () => {
    for (const said of ["还有其他问题可以随时问我哦。", "祝您购物愉快！", "Let me know if you need anything else."])
      assert.ok(isCourtesy(said), said);
    for (const said of [
      "还有一个条件是拆封不退。",
      "另外要收 5 元。",
      "随时可以退款，全额。需要先寄回来才行，并且由您付邮费。",
    ])
      assert.ok(!isCourtesy(said), said);
  });
});
