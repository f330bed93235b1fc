import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { limits } from "@yingda/contract/limits";
import type { LogMapping } from "@yingda/contract/routes/imports";
import writeXlsxFile from "write-excel-file/node";
import { AppError } from "../platform/errors.ts";
import { makeComplaints, writeBadRows } from "./bad-rows.ts";
import { makeFieldFinder } from "./fields.ts";
import { guessMapping } from "./guess.ts";
import { type LoggedConversation, readConversations } from "./read-log.ts";
import { type LogRecord, readRecords } from "./records.ts";
import { openSource } from "./source.ts";
import { makeTimeReader } from "./times.ts";
import { readStars } from "./vocabulary.ts";

const nowMs = Date.parse("2026-11-21T02:00:00Z");
const bytesOf = (text: string) => Buffer.from(text, "utf8");

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

async function recordsOf(bytes: Uint8Array): Promise<LogRecord[]> {
  return collect(readRecords(await openSource(bytes)));
}

async function guessOf(bytes: Uint8Array, fileName = "log.csv") {
  const finder = makeFieldFinder();
  for (const record of await recordsOf(bytes)) finder.see(record);
  return guessMapping(finder.list(), { fileName, nowMs });
}

async function read(bytes: Uint8Array, mapping: LogMapping) {
  const complaints = makeComplaints();
  const readTime = makeTimeReader("Asia/Shanghai", nowMs);
  const reader = { mapping, readTime, complaints, countRow: () => {} };
  const conversations: LoggedConversation[] = await collect(readConversations(await openSource(bytes), reader));
  const bad = complaints.list().map(({ row, field, reason }) => `${row} ${field} ${reason}`);
  return { conversations, bad, words: conversations.map(({ said }) => said.map((one) => `${one.by}: ${one.text}`)) };
}

const rowMapping: LogMapping = {
  conversation: "会话ID",
  actor: "发送方",
  text: "内容",
  time: "时间",
  agent: "客服",
  rating: "评分",
  actors: { customer: ["顾客"], agent: ["客服"], bot: ["机器人"] },
};
const heading = "会话ID,发送方,客服,内容,时间,评分";

describe("a file is what its bytes say", () => {
  test("a table in the code page of Chinese Windows reads like the same in UTF-8, marked, gzipped or with tabs", async () => {
    // 会话ID,内容 / 1,你好 in GB18030.
    const gb = Buffer.from("bbe1bbb04944" + "2c" + "c4dac8dd" + "0a" + "31" + "2c" + "c4e3bac3" + "0a", "hex");
    const utf8 = bytesOf("会话ID,内容\n1,你好\n");
    const marked = bytesOf("\ufeff会话ID,内容\r\n1,你好\r\n");
    const utf16 = Buffer.from("\ufeff会话ID\t内容\n1\t你好\n", "utf16le");
    const expected = [{ row: 2, fields: { 会话ID: "1", 内容: "你好" } }];
    for (const bytes of [gb, utf8, marked, gzipSync(utf8), utf16]) assert.deepEqual(await recordsOf(bytes), expected);
  });

  test("what can't be a log is refused with its reason", async () => {
    const why = async (bytes: Uint8Array) => {
      const error = await openSource(bytes).then(
        () => null,
        (refusal: AppError) => refusal,
      );
      assert.ok(error instanceof AppError);
      assert.equal(error.code, "unreadable_file");
      return error.details.why;
    };
    assert.equal(await why(bytesOf("")), "empty");
    assert.equal(await why(bytesOf(" \n\n")), "empty");
    assert.equal(await why(bytesOf('[{"a": 1}]')), "json_array");
    assert.equal(await why(bytesOf("just words\nand more")), "no_table");
    assert.equal(await why(Buffer.from("d0cf11e0a1b11ae1", "hex")), "workbook");
    assert.equal(await why(Buffer.from([0x61, 0x00, 0xff, 0xfe, 0x80])), "encoding");
    assert.equal(await why(gzipSync(bytesOf("a,b\n1,2\n".repeat(500))).subarray(0, 40)), "gzip");
  });

  test("more rows than allowed are refused, not cut", async () => {
    const bytes = bytesOf('{"a":1}\n'.repeat(limits.importRows + 1));
    await assert.rejects(recordsOf(bytes), { code: "too_many_rows" });
  });

  test("broken lines are told apart from good ones by their number", async () => {
    const records = await recordsOf(bytesOf('{"a":1}\n\n{"a":\n[1]\n{"a":2}'));
    assert.deepEqual(records, [
      { row: 1, fields: { a: 1 } },
      { row: 3, broken: '{"a":' },
      { row: 4, broken: "[1]" },
      { row: 5, fields: { a: 2 } },
    ]);
  });

  test("cells with line breaks are one row, and columns of the same name stay apart", async () => {
    const records = await recordsOf(bytesOf('a,a,\n"1\n2",3,4\n'));
    assert.deepEqual(records, [{ row: 2, fields: { a: "1\n2", "a (2)": "3", "#3": "4" } }]);
  });
});

describe("a mapping is guessed", () => {
  test("from Chinese headings and values", async () => {
    const guess = await guessOf(
      bytesOf(`${heading}\n1,顾客,,在吗,2026-11-01 10:00:00,\n1,客服,小林,在的,2026-11-01 10:00:20,5\n`),
      "十一月会话.csv",
    );
    assert.deepEqual(guess, {
      ...rowMapping,
      actors: { customer: ["顾客"], agent: ["客服"], bot: [] },
      source: "十一月会话",
    });
  });

  test("from English names, also inside a list of messages and nested objects", async () => {
    const line = {
      conv: "a",
      attrs: { customer: "u1" },
      channel: "web",
      messages: [
        { seq: 1, actor: "customer", agent_id: null, time: "2026-11-01T02:00:00Z", text: "hi there" },
        { seq: 2, actor: "agent", agent_id: "kim", time: "2026-11-01T02:00:09Z", text: "hello" },
      ],
    };
    const guess = await guessOf(bytesOf(JSON.stringify(line)), "chat.jsonl.gz");
    assert.deepEqual(guess, {
      source: "chat",
      messages: "messages",
      conversation: "conv",
      customer: "attrs.customer",
      channel: "channel",
      actor: "actor",
      text: "text",
      time: "time",
      agent: "agent_id",
      order: "seq",
      actors: { customer: ["customer"], agent: ["agent"], bot: [] },
    });
  });

  test("by values where names say nothing", async () => {
    const rows = ["k,w,p,q", "7,buyer,2026-11-01 10:00,请问什么时候发货", "7,seller,2026-11-01 10:01,今天就发，您放心"];
    const { actor, time, text } = await guessOf(bytesOf(rows.join("\n")));
    assert.deepEqual({ actor, time, text }, { actor: "w", time: "p", text: "q" });
  });
});

describe("times", () => {
  test("are read as logs write them, a wall clock in the zone of the log", () => {
    const inShanghai = makeTimeReader("Asia/Shanghai", nowMs);
    const at = (text: string) => {
      const ms = inShanghai(text);
      return ms === null ? null : new Date(ms).toISOString();
    };
    const expected = "2024-06-01T02:00:00.000Z";
    for (const text of [
      "2024-06-01T02:00:00Z",
      "2024-06-01T10:00:00+08:00",
      "2024-06-01 10:00:00",
      "2024/6/1 10:00",
      "2024年6月1日 10时00分00秒",
      "1717207200",
      "1717207200000",
    ])
      assert.equal(at(text), expected, text);
    assert.equal(at("2024-06-01 10:00:07.250"), "2024-06-01T02:00:07.250Z");
    assert.equal(new Date(makeTimeReader("America/New_York", nowMs)("2024-07-01 10:00:00")!).getUTCHours(), 14);
    assert.equal(new Date(makeTimeReader("America/New_York", nowMs)("2024-01-01 10:00:00")!).getUTCHours(), 15);
  });

  test("that can't be are none: no such day, no time of day, before chats, after today", () => {
    const readTime = makeTimeReader("Asia/Shanghai", nowMs);
    for (const text of [
      "yesterday",
      "2024-02-31 10:00",
      "2024-06-01 24:61",
      "12345",
      "1970-01-01 00:00",
      "2031-01-01 00:00",
    ])
      assert.equal(readTime(text), null, text);
  });
});

test("stars are read in figures and words; a 9 is none", () => {
  const read = ["5", "4.0", "3星", "2 stars", "非常满意", "不满意", "9", "0.5", "很好很好"].map(readStars);
  assert.deepEqual(read, [5, 4, 3, 2, 5, 2, null, null, null]);
});

describe("messages become conversations", () => {
  test("what is wrong in a row is named, and the good rest goes in", async () => {
    const table = [
      heading,
      "1,顾客,,在吗,2026-11-01 10:00:00,",
      "1,客服,小林,在的,2026-11-01 10:00:20,9",
      "1,路人,,我也想问,2026-11-01 10:00:30,",
      "1,顾客,,,2026-11-01 10:00:40,",
      "1,顾客,,几点发货,昨天,",
      ",顾客,,没有会话,2026-11-01 10:00:50,",
      `1,顾客,,${"长".repeat(limits.messageCharacters + 1)},2026-11-01 10:00:55,`,
      "1,客服,小林,在的,2026-11-01 10:00:20,",
      "1,顾客,,没有时间,,",
    ];
    const { bad, words } = await read(bytesOf(table.join("\n")), rowMapping);
    assert.deepEqual(bad, [
      "3 评分 bad_rating",
      "4 发送方 unknown_actor",
      "5 内容 missing",
      "6 时间 bad_time",
      "7 会话ID missing",
      "8 内容 too_long",
      "9  duplicate",
      "10 时间 missing",
    ]);
    assert.deepEqual(words, [["customer: 在吗", "agent: 在的"]]);
  });

  test("lists whose times run backwards are put right and named; the newest first is only turned round", async () => {
    const mapping: LogMapping = {
      ...{ conversation: "c", messages: "m", actor: "a", text: "t", time: "at" },
      actors: { customer: ["u"], agent: ["*"], bot: [] },
    };
    const line = (c: string, seconds: number[]) =>
      JSON.stringify({
        c,
        m: seconds.map((s, i) => ({ a: i % 2 ? "kim" : "u", t: `${s}`, at: nowMs - 100_000 + s * 1000 })),
      });
    const { conversations, bad } = await read(
      bytesOf([line("x", [1, 5, 3]), line("y", [9, 8, 7])].join("\n")),
      mapping,
    );
    assert.deepEqual(
      conversations.map(({ said }) => said.map((one) => one.text)),
      [
        ["1", "3", "5"],
        ["7", "8", "9"],
      ],
    );
    assert.deepEqual(bad, ["1 m[3].at time_backwards"]);
  });

  test("a second line of the same conversation is a duplicate", async () => {
    const mapping: LogMapping = {
      ...{ conversation: "c", messages: "m", actor: "a", text: "t" },
      actors: { customer: ["u"], agent: ["s"], bot: [] },
    };
    const line = JSON.stringify({ c: 1, m: [{ a: "U", t: "hi" }] });
    const { conversations, bad } = await read(bytesOf(`${line}\n${line}\n{"c":2,"m":[]}`), mapping);
    assert.equal(conversations.length, 1);
    assert.deepEqual(bad, ["2 c duplicate", "3 m missing"]);
  });
});

describe("a row that is out of place is named, and the rest goes in", () => {
  const events: LogMapping = { ...rowMapping, event: "类型", closed: "结束时间" };
  const eventHeading = "会话ID,类型,发送方,客服,内容,时间,评分,结束时间";

  test("a message earlier than the one above it, but not all those below one that is late by mistake", async () => {
    const at = (time: string) => `1,顾客,,${time},2026-11-01 ${time},`;
    const rows = ["10:00:00", "10:00:20", "10:00:10", "10:00:30", "18:00:00", "10:00:40", "10:00:50"].map(at);
    const { bad, words } = await read(bytesOf([heading, ...rows].join("\n")), rowMapping);
    assert.deepEqual(bad, ["4 时间 time_backwards", "6 时间 time_backwards"]);
    assert.deepEqual(
      words[0]!.map((one) => one.slice(-8)),
      ["10:00:00", "10:00:10", "10:00:20", "10:00:30", "10:00:40", "10:00:50", "18:00:00"],
    );
  });

  test("two rows the wrong way round; but a table with the newest first is only turned round", async () => {
    const rows = (times: string[]) => times.map((time) => `1,顾客,,${time},2026-11-01 10:00:${time},`);
    const two = await read(bytesOf([heading, ...rows(["09", "01"])].join("\n")), rowMapping);
    assert.equal(two.bad.length, 1);
    const many = await read(bytesOf([heading, ...rows(["09", "05", "01"])].join("\n")), rowMapping);
    assert.deepEqual(many.bad, []);
    assert.deepEqual(many.words, [["customer: 01", "customer: 05", "customer: 09"]]);
  });

  test("a close before the first message, a close without a time that is one, a rating of 9", async () => {
    const table = [
      eventHeading,
      "1,消息,顾客,,在吗,2026-11-01 10:00:00,,",
      "1,消息,客服,小林,在的,2026-11-01 10:00:20,,",
      "1,关闭,系统,,,2026-11-01 09:00:00,,",
      "1,评价,顾客,,9,2026-11-01 10:01:00,,",
      "2,关闭,系统,,,刚才,,",
      "2,消息,顾客,,你好,2026-11-01 10:00:00,,2026-11-01 09:59:59",
      "2,消息,顾客,,在吗,2026-11-01 10:00:05,,2026-11-01 09:59:59",
      "3,评价,顾客,,很满意,2026-11-01 11:06:00,4,",
      "3,消息,顾客,,谢谢,2026-11-01 11:00:00,,2026-11-01 11:05:00",
      "3,close,系统,,,2026-11-01 11:08:00,,",
      "4,关闭,系统,,,2026-11-01 11:08:00,,",
    ];
    const { bad, words, conversations } = await read(bytesOf(table.join("\n")), events);
    assert.deepEqual(bad, [
      "4 时间 close_too_early",
      "5 内容 bad_rating",
      "6 时间 bad_time",
      "7 结束时间 close_too_early",
      "12 时间 close_too_early",
    ]);
    assert.deepEqual(words, [
      ["customer: 在吗", "agent: 在的"],
      ["customer: 你好", "customer: 在吗"],
      ["customer: 谢谢"],
    ]);
    const closes = conversations.map((one) => one.closedAtMs && new Date(one.closedAtMs).toISOString());
    assert.deepEqual(closes, [null, null, "2026-11-01T03:08:00.000Z"]);
    assert.deepEqual(
      conversations.map((one) => one.about.stars),
      [undefined, undefined, 4],
    );
  });

  test("a message that stands twice in a list of its own; two that differ in their number are two", async () => {
    const mapping: LogMapping = {
      ...{ conversation: "c", messages: "m", actor: "a", text: "t", time: "at", event: "type", closed: "end" },
      actors: { customer: ["u"], agent: ["s"], bot: [] },
    };
    const at = "2026-11-01 10:00:00";
    const m = [
      { id: 1, a: "u", t: "?", at },
      { id: 2, a: "u", t: "?", at },
      { id: 2, a: "u", t: "?", at },
      { type: "close", at: "2026-11-01 09:00:00" },
      { id: 3, a: "x", t: "who", at },
      { id: 4, a: "s", t: "hi", at: "25:99" },
    ];
    const { bad, words } = await read(bytesOf(JSON.stringify({ c: "k", m, end: "2026-11-01 09:30:00" })), mapping);
    assert.deepEqual(words, [["customer: ?", "customer: ?"]]);
    assert.deepEqual(bad.toSorted(), [
      "1  duplicate",
      "1 at close_too_early",
      "1 end close_too_early",
      "1 m[5].a unknown_actor",
      "1 m[6].at bad_time",
    ]);
  });

  test("also in a workbook, whose rows have the numbers people see, and whose times are times", async () => {
    const cell = (value: string | Date | number) =>
      value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd hh:mm:ss" } : { value: String(value) };
    const rows = [
      heading.split(","),
      ["1", "顾客", "", "在吗", new Date("2026-11-01T10:00:00Z"), ""],
      [],
      ["1", "路人", "", "我也想问", new Date("2026-11-01T10:00:05Z"), ""],
      ["1", "客服", "小林", "在的", new Date("2026-11-01T10:00:20Z"), 9],
    ];
    const file = await writeXlsxFile(rows.map((row) => row.map(cell)) as never, { buffer: true } as never);
    const bytes = Buffer.isBuffer(file)
      ? file
      : await (file as unknown as { toBuffer: () => Promise<Buffer> }).toBuffer();
    const { bad, words, conversations } = await read(bytes, rowMapping);
    assert.deepEqual(bad, ["4 发送方 unknown_actor", "5 评分 bad_rating"]);
    assert.deepEqual(words, [["customer: 在吗", "agent: 在的"]]);
    assert.equal(new Date(conversations[0]!.said[0]!.atMs!).toISOString(), "2026-11-01T02:00:00.000Z");
    await assert.rejects(recordsOf(Buffer.from("PK\u0003\u0004 no workbook")), { details: { why: "workbook" } });
  });

  test("a column that says what a row is is guessed where it does, and not where it says the kind of a message", async () => {
    const typed = (kind: string) =>
      bytesOf(
        [
          "session,type,actor,value,time",
          `1,message,customer,hi,2026-11-01T10:00:00Z`,
          `1,${kind},agent,yo,2026-11-01T10:00:01Z`,
        ].join("\n"),
      );
    assert.equal((await guessOf(typed("close"))).event, "type");
    assert.equal((await guessOf(typed("image"))).event, undefined);
  });
});

test("the table of bad rows opens in a spreadsheet without running what strangers wrote", () => {
  const csv = writeBadRows([{ row: 2, field: "内容", value: "=1+1", reason: "unreadable" }], "zh-CN").toString("utf8");
  assert.ok(csv.startsWith("\ufeff行,字段,内容,原因,怎么处理的\r\n"));
  assert.match(csv, /2,内容,'=1\+1,读不懂,没有导入/);
});
