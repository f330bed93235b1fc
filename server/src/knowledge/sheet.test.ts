import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { readEntryRows } from "./import-rows.ts";
import { asParagraphs, plainTextOf } from "./sanitise.ts";
import { readTables, type SheetFormat, Unreadable, writeTables } from "./sheet.ts";
import { writeEntrySheet } from "./template.ts";
import { NotAnArchive, TooMuch, withoutSurprises } from "./zip-bounds.ts";

const formats: SheetFormat[] = ["xlsx", "csv"];
const table = (format: SheetFormat, rows: string[][]) =>
  writeTables(format, [{ name: "a", widths: rows[0]!.map(() => 10), rows, isHeaded: true }]);
const csv = (text: string) => readTables(Buffer.from(text));

describe("a table as a file", () => {
  for (const format of formats) {
    test(`${format}: every cell comes back as it went out`, async () => {
      const rows = [
        ["问题", "b"],
        ["=1+1", "'=1"],
        ["一\n二", '说"好"，\n\n|；,;\t.'],
        ["-", " 前后 "],
      ];
      const [back] = await readTables(await table(format, rows));
      assert.deepEqual(back, rows);
    });
  }
  test("CSV for Excel: marked as UTF-8, and no cell runs as a formula", async () => {
    const bytes = await table("csv", [["=cmd|' /C calc'!A0", "+1", "@x"]]);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.equal(bytes.toString("utf8", 3), "'=cmd|' /C calc'!A0,'+1,'@x\r\n");
  });
  test("CSV saved by a Chinese Excel, by one in Europe, and as Unicode text", async () => {
    const gb = Buffer.from([0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8]);
    assert.deepEqual(await readTables(gb), [[["问题", "答案"]]]);
    assert.deepEqual(await csv("a;b,c;d\ne;f;g"), [
      [
        ["a", "b,c", "d"],
        ["e", "f", "g"],
      ],
    ]);
    assert.deepEqual(await readTables(Buffer.from("\ufeffa\tb\n", "utf16le")), [[["a", "b"]]]);
  });
  test("what is no table is refused", async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
    const xls = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]);
    const broken = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(100)]);
    for (const bytes of [png, xls, broken]) {
      await assert.rejects(readTables(bytes), (error) => error instanceof Unreadable || error instanceof NotAnArchive);
    }
  });
});

describe("an archive that unpacks to too much", () => {
  /** One part, compressed, whose directory may lie about its size. */
  function archiveOf(bytes: Buffer, claimed: number, isZip64 = false): Buffer {
    const packed = deflateRawSync(bytes);
    const name = Buffer.from("xl/a.xml");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    const extra = Buffer.alloc(isZip64 ? 20 : 0);
    if (isZip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(16, 2);
      extra.writeBigUInt64LE(BigInt(claimed), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      entry.writeUInt32LE(0xffffffff, 20);
      entry.writeUInt32LE(0xffffffff, 24);
      entry.writeUInt16LE(extra.length, 30);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(local.length + name.length + packed.length, 16);
    return Buffer.concat([local, name, packed, entry, name, extra, end]);
  }
  test("is refused at the bound, whatever it claims", () => {
    const bomb = archiveOf(Buffer.alloc(10_000_000, "a"), 10);
    assert.ok(bomb.length < 20_000);
    assert.throws(() => withoutSurprises(bomb, 1_000_000), TooMuch);
    assert.ok(withoutSurprises(bomb, 10_000_000).includes("xl/a.xml"));
  });
  test("sizes in the long form are read, and bounded too", () => {
    const long = archiveOf(Buffer.from("<words/>"), 8, true);
    assert.ok(withoutSurprises(long, 100).includes("<words/>"));
    assert.throws(() => withoutSurprises(long, 5), TooMuch);
  });
  test("an archive cut or changed anywhere is refused or read, never worse", () => {
    const whole = archiveOf(Buffer.from("<words/>"), 8, true);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const broken = isCut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!isCut) broken[at] = byte;
        try {
          assert.ok(withoutSurprises(broken, 1_000).length < 2_000);
        } catch (error) {
          assert.ok(error instanceof TooMuch || error instanceof NotAnArchive, String(error));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the sheet of knowledge", () => {
  const entry = (rest: object = {}) => ({
    question: "能退吗",
    similar: ["可以退货吗", "退货|换货"],
    answerHtml: "<p>可以。</p>",
    answerText: "可以。",
    category: "售后/退款",
    isEnabled: true,
    ...rest,
  });
  const reread = async (format: SheetFormat, locale: "zh-CN" | "en", entries: ReturnType<typeof entry>[]) => {
    const read = readEntryRows(await readTables(await writeEntrySheet({ format, locale, entries })));
    assert.ok("rows" in read);
    assert.deepEqual(read.bad, []);
    return read.good.map(({ row: _row, ...rest }) => rest);
  };

  for (const format of formats) {
    test(`${format}: entries come back as they went out, in both languages`, async () => {
      const rich = '<h3>a</h3><ul><li>一</li></ul><p><img src="/files/a" alt="" /></p>';
      const entries = [
        entry(),
        entry({ question: "=1", similar: ["只有一个|带竖线"], isEnabled: false, category: "" }),
        entry({ question: "b", similar: [], answerHtml: rich, answerText: plainTextOf(rich) }),
        entry({
          question: "c",
          answerHtml: "<p>用 &lt;b&gt; 加粗<br />二</p><p>三</p>",
          answerText: "用 <b> 加粗\n二\n三",
        }),
      ];
      for (const locale of ["zh-CN", "en"] as const) assert.deepEqual(await reread(format, locale, entries), entries);
    });
  }
  test("plain answers stand in the sheet as plain words", async () => {
    const answerHtml = "<p>一<br />二 &amp; 三</p><p>四</p>";
    const [rows] = await readTables(
      await writeEntrySheet({ format: "xlsx", locale: "zh-CN", entries: [entry({ answerHtml })] }),
    );
    assert.equal(rows![1]![2], "一\n二 & 三\n\n四");
  });
  test("any plain answer survives the way out and back", async () => {
    const words = fc.string({
      unit: fc.constantFrom("a", "<", ">", "&", "b", "/", "\n", " ", "词", "&lt;", "p"),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const answerHtml = asParagraphs(`答${text}`);
        const [back] = await reread("csv", "en", [entry({ answerHtml, answerText: plainTextOf(answerHtml) })]);
        assert.equal(back!.answerHtml, answerHtml);
      }),
      { numRuns: 200 },
    );
  });
  test("two hundred long wordings need more than one cell, and come back", async () => {
    const similar = Array.from({ length: 200 }, (_, n) => `${n}${"问".repeat(196)}`);
    const [back] = await reread("xlsx", "zh-CN", [entry({ similar })]);
    assert.deepEqual(back!.similar, similar);
  });
  test("the empty sheet is a sheet without rows, and explains its columns", async () => {
    const tables = await readTables(await writeEntrySheet({ format: "xlsx", locale: "zh-CN", entries: [] }));
    assert.deepEqual(tables[0], [["问题", "相似问题", "答案", "分类", "启用"]]);
    assert.deepEqual(
      tables[1]!.map((row) => row[0]),
      ["列", "问题", "相似问题", "答案", "分类", "启用"],
    );
    assert.deepEqual(readEntryRows(tables), { rows: 0, good: [], bad: [], badRows: 0 });
  });
});
