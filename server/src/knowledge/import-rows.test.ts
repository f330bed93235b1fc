import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ReadSheet, readEntryRows } from "./import-rows.ts";

const heading = ["问题", "相似问题", "答案", "分类", "启用"];
const read = (...rows: string[][]): ReadSheet => {
  const sheet = readEntryRows([[heading, ...rows]]);
  assert.ok("rows" in sheet);
  return sheet;
};
const named = (...rows: string[][]) => read(...rows).bad.map(({ row, column, reason }) => `${row} ${column} ${reason}`);

describe("bad rows are named", () => {
  test("with their number as the spreadsheet shows it, empty lines counted", () => {
    assert.deepEqual(named(["a", "", "b", "", ""], ["", "", "", "", ""], ["", "", "c", "", ""]), [
      "4 问题 empty_question",
    ]);
  });
  const cases: [reason: string, cells: string[]][] = [
    ["问题 empty_question", [" \u200b ", "", "a", "", ""]],
    ["问题 too_long", ["问".repeat(201), "", "a", "", ""]],
    ["问题 unreadable", ["锟斤拷", "", "a", "", ""]],
    ["问题 unreadable", ["#REF!", "", "a", "", ""]],
    ["相似问题 too_long", ["a", `b\n${"问".repeat(201)}`, "a", "", ""]],
    ["相似问题 too_many_similar", ["a", Array.from({ length: 201 }, (_, n) => `b${n}`).join("|"), "a", "", ""]],
    ["答案 empty_answer", ["a", "", " ", "", ""]],
    ["答案 empty_answer", ["a", "", "<script>alert(1)</script><p> </p>", "", ""]],
    ["答案 too_long", ["a", "", "答".repeat(20_001), "", ""]],
    ["答案 too_long", ["a", "", "&".repeat(19_000), "", ""]],
    ["分类 unknown_value", ["a", "", "b", "一/二/三", ""]],
    ["分类 too_long", ["a", "", "b", "类".repeat(81), ""]],
    ["启用 unknown_value", ["a", "", "b", "", "也许"]],
  ];
  for (const [reason, cells] of cases)
    test(`${reason}: ${cells.find((cell) => cell.trim())!.slice(0, 12)}`, () =>
      assert.deepEqual(named(cells), [`2 ${reason}`]));

  test("the second row with a question is bad, the first is not", () => {
    assert.deepEqual(named(["A b", "", "1", "", ""], ["a  B", "", "2", "", ""]), ["3 问题 duplicate_question"]);
  });
  test("the row after a bad one with the same question is good", () => {
    assert.deepEqual(named(["a", "", "", "", ""], ["a", "", "2", "", ""]), ["2 答案 empty_answer"]);
  });
  test("everything that is wrong with a row is said, and the row counts once", () => {
    const sheet = read(["", "", "", "", "x"]);
    assert.deepEqual(
      sheet.bad.map(({ reason }) => reason),
      ["empty_question", "empty_answer", "unknown_value"],
    );
    assert.equal(sheet.badRows, 1);
  });
  test("a thousand are named, all are counted", () => {
    const sheet = read(...Array.from({ length: 1_200 }, (_, n) => [`${n}`, "", "", "", ""]));
    assert.deepEqual([sheet.bad.length, sheet.badRows, sheet.rows], [1_000, 1_200, 1_200]);
  });
});

describe("good rows are understood", () => {
  test("wordings by line or by bar, without repeats", () => {
    assert.deepEqual(read(["a", "b|c｜ d |B|A", "e", "", ""]).good[0]!.similar, ["b", "c", "d"]);
    assert.deepEqual(read(["a", "b|c\n d\n\n", "e", "", ""]).good[0]!.similar, ["b|c", "d"]);
  });
  test("plain answers are escaped, rich ones cleaned", () => {
    const [plain, rich] = read(
      ["a", "", "1 < 2\n3", "", ""],
      ["b", "", "<p onclick=x>好<script>1</script></p>", "", ""],
    ).good;
    assert.equal(plain!.answerHtml, "<p>1 &lt; 2<br />3</p>");
    assert.equal(rich!.answerHtml, "<p>好</p>");
  });
  test("columns may be in any order, in English, under other names, and some missing", () => {
    const sheet = readEntryRows([
      [
        ["备注", "Answer", "标准问题*"],
        ["x", "b", "a"],
      ],
    ]);
    assert.ok("rows" in sheet);
    assert.deepEqual(sheet.good[0], {
      row: 2,
      question: "a",
      similar: null,
      answerHtml: "<p>b</p>",
      answerText: "b",
      category: null,
      isEnabled: null,
    });
  });
  test("yes and no in many words; nothing said is left open", () => {
    const words = ["是", "否", "Yes", "FALSE", "启用", ""];
    assert.deepEqual(
      read(...words.map((word, n) => [`${n}`, "", "a", "", word])).good.map(({ isEnabled }) => isEnabled),
      [true, false, true, false, true, null],
    );
  });
  test("the sheet with the headings is found, wherever it lies", () => {
    const sheet = readEntryRows([[["说明"]], [[""], heading, ["a", "", "b", "", ""]]]);
    assert.ok("rows" in sheet);
    assert.equal(sheet.good[0]!.row, 3);
  });
  test("a table without questions or without answers says which", () => {
    assert.deepEqual(readEntryRows([[["a", "b"]]]), { missing: "question" });
    assert.deepEqual(readEntryRows([[["问题", "b"]]]), { missing: "answer" });
    assert.deepEqual(readEntryRows([[]]), { missing: "question" });
  });
});
