import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { wireEvent } from "@yingda/contract/conversation";
import { type LogMapping, logImport } from "@yingda/contract/routes/imports";
import fc from "fast-check";
import { type Ctx, inShop } from "../context.ts";
import { listEvents } from "../conversations/reading.ts";
import { rows, sql } from "../platform/db/database.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { getLogImport, previewLogImport, resumeLogImports, runLogImport, uploadLog } from "./imports.ts";

const { ground } = await openTestGround();

const mapping: LogMapping = {
  ...{ conversation: "session", actor: "role", text: "text", time: "time", agent: "agent", rating: "stars" },
  ...{ customer: "user", channel: "channel", intent: "topic", source: "旧系统" },
  actors: { customer: ["customer"], agent: ["agent"], bot: ["bot"] },
};
const heading = "session,role,agent,text,time,stars,user,channel,topic";

/** One question answered after 60 s, one after 10 s by a colleague, one never. */
const table = [
  "s1,customer,,在吗,2026-11-01 10:00:00,,张三,app,发货",
  "s1,customer,,什么时候发货,2026-11-01 10:00:30,,张三,app,发货",
  "s1,agent,kim,今天,2026-11-01 10:01:00,,张三,app,发货",
  "s1,customer,,用什么快递,2026-11-01 10:02:00,,张三,app,发货",
  "s1,agent,lee,顺丰,2026-11-01 10:02:10,,张三,app,发货",
  "s1,customer,,能改地址吗,2026-11-01 10:05:00,2,张三,app,发货",
  "s2,customer,,这款防水吗😀,2026-11-02 09:00:00,,李四,web,",
  "s2,agent,kim,防水的,2026-11-02 09:00:05,5,李四,web,",
];
const csv = (lines: string[]) => Buffer.from([heading, ...lines].join("\n"), "utf8");

async function bringIn(ctx: Ctx, bytes: Uint8Array, how: LogMapping = mapping, name = "log.csv") {
  const { id } = await uploadLog(ctx, { name, bytes, staffId: null });
  const preview = await previewLogImport(ctx, id, how);
  await runLogImport(ctx, id);
  return { preview, result: await untilOver(ctx, id) };
}

async function untilOver(ctx: Ctx, id: string) {
  for (;;) {
    const run = await getLogImport(ctx, id);
    if (run.state === "done" || run.state === "failed") return logImport.parse(run);
    await wait(10);
  }
}

/** Everything an import could have written, in an order of its own. */
async function everything(ctx: Ctx) {
  const all = await Promise.all([
    rows(ctx.db, sql`select * from conversation where shop_id = ${ctx.shopId} order by conversation_id`),
    rows(ctx.db, sql`select * from event where shop_id = ${ctx.shopId} order by conversation_id, seq`),
    rows(ctx.db, sql`select * from customer where shop_id = ${ctx.shopId} order by customer_id`),
    rows(ctx.db, sql`select * from fact_turn where shop_id = ${ctx.shopId} order by conversation_id, seq`),
  ]);
  return JSON.parse(JSON.stringify(all)) as Record<string, unknown>[][];
}

const conversationsOf = (ctx: Ctx) =>
  rows(
    ctx.db,
    sql<{ conversation_id: string; channel: string; intent: string | null; rating: number | null; customer: string }>`
    select c.conversation_id, c.channel, c.intent, c.rating, u.name as customer
      from conversation c join customer u on u.shop_id = c.shop_id and u.customer_id = c.customer_id
     where c.shop_id = ${ctx.shopId} order by c.started_at`,
  );

describe("an import", () => {
  test("changes nothing before it is run, and says then what it will do", async () => {
    const ctx = await buildShop(ground);
    const { id, guess } = await uploadLog(ctx, { name: "log.csv", bytes: csv(table), staffId: null });
    assert.equal(guess.conversation, "session");
    const preview = logImport.parse(await previewLogImport(ctx, id, mapping));
    assert.equal(preview.state, "preview");
    assert.deepEqual(preview.counts, { rows: 8, conversations: 2, messages: 8, bad: 0, alreadyHere: 0, grown: 0 });
    const { by, agent, text } = preview.sample[0]!.messages[2]!;
    assert.deepEqual({ by, agent, text }, { by: "agent", agent: "kim", text: "今天" });
    const [conversations, events, customers] = await everything(ctx);
    assert.deepEqual([conversations, events, customers], [[], [], []]);
  });

  test("makes ordinary conversations: events by the contract, customers, transfers, ratings", async () => {
    const ctx = await buildShop(ground);
    await bringIn(ctx, csv(table));
    const found = await conversationsOf(ctx);
    assert.deepEqual(
      found.map(({ channel, intent, rating, customer }) => ({ channel, intent, rating, customer })),
      [
        { channel: "app", intent: "发货", rating: 2, customer: "张三" },
        { channel: "web", intent: null, rating: 5, customer: "李四" },
      ],
    );
    const events = await listEvents(ctx, found[0]!.conversation_id);
    for (const event of events) wireEvent.parse(event);
    assert.deepEqual(
      events.map((event) => event.type),
      [
        ...["conversation.started", "agent.connected", "message.sent", "message.sent", "message.sent", "message.sent"],
        ...["conversation.transferred", "message.sent", "message.sent", "rating.given", "conversation.closed"],
      ],
    );
  });

  test("measures what it brought in: the same figures in the preview, the result and the facts", async () => {
    const ctx = await buildShop(ground);
    const { preview, result } = await bringIn(ctx, csv(table.slice(0, 6)));
    const expected = {
      ...{ conversations: 1, messages: 6, customerMessages: 4, agentMessages: 2, botMessages: 0 },
      ...{ agents: 2, conversationsWithSeveralAgents: 1, ratings: 1, untimedConversations: 0 },
      ...{ customerTurns: 3, answeredTurns: 2, unansweredTurns: 1, timedTurns: 2 },
      // (60 + 10) / 2; (60 + 10 + 600) / 3.
      ...{ meanResponseSeconds: 35, medianResponseSeconds: 35, p90ResponseSeconds: 60, shareWithin180Seconds: 1 },
      ...{ meanFirstResponseSeconds: 60, medianFirstResponseSeconds: 60, meanWithUnansweredSeconds: 670 / 3 },
      ...{ firstDay: "2026-11-01", lastDay: "2026-11-01" },
    };
    assert.deepEqual(preview.statistics, expected);
    assert.deepEqual(result.statistics, expected);
    const turns = await rows(
      ctx.db,
      sql`select agent_id, reply_seconds, is_answered from fact_turn where shop_id = ${ctx.shopId} order by seq`,
    );
    assert.deepEqual(turns, [
      { agent_id: "kim", reply_seconds: 60, is_answered: true },
      { agent_id: "lee", reply_seconds: 10, is_answered: true },
      { agent_id: "lee", reply_seconds: 600, is_answered: false },
    ]);
  });

  test("asks for no person, waits in no queue and invents no hour that the log does not tell of", async () => {
    const ctx = await buildShop(ground);
    await bringIn(ctx, csv(table));
    const invented = await rows(
      ctx.db,
      sql`select type from event where shop_id = ${ctx.shopId} and (type like 'queue.%' or type = 'human.requested')`,
    );
    assert.deepEqual(invented, []);
    const [facts] = await rows(ctx.db, sql`select count(*)::int as n from fact_request where shop_id = ${ctx.shopId}`);
    assert.deepEqual(facts, { n: 0 });
  });

  test("twice is once, also under another file name", async () => {
    const ctx = await buildShop(ground);
    await bringIn(ctx, csv(table));
    const before = await everything(ctx);
    const { preview, result } = await bringIn(ctx, csv(table), mapping, "copy of log.csv");
    assert.equal(preview.counts.alreadyHere, 2);
    assert.deepEqual(result.counts, { rows: 8, conversations: 2, messages: 8, bad: 0, alreadyHere: 2, grown: 0 });
    assert.deepEqual(await everything(ctx), before);
  });

  test("of a log with everything wrong names each row once, closes when it says, and a repeat changes nothing", async () => {
    const ctx = await buildShop(ground);
    const events: LogMapping = {
      ...{
        conversation: "id",
        event: "type",
        actor: "who",
        agent: "agent",
        text: "text",
        time: "time",
        source: "坏的",
      },
      actors: { customer: ["customer"], agent: ["agent"], bot: [] },
    };
    const lines = [
      "id,type,who,agent,text,time",
      "a,message,customer,,在吗,2026-11-01 10:00:00",
      "a,message,agent,kim,在的,2026-11-01 10:00:30",
      "a,message,customer,,几点发货,2026-11-01 10:00:10",
      "a,message,customer,,今天吗,25 o'clock",
      "a,message,stranger,,我也想问,2026-11-01 10:00:40",
      "a,message,agent,kim,在的,2026-11-01 10:00:30",
      "a,rate,customer,,9,2026-11-01 10:02:00",
      "a,close,system,,,2026-11-01 10:05:00",
      "b,close,system,,,2026-10-31 10:00:00",
      "b,message,customer,,有货吗,2026-11-01 11:00:00",
    ];
    const bytes = Buffer.from(lines.join("\n"));
    const { preview, result } = await bringIn(ctx, bytes, events);
    const named = (run: typeof result) => run.badRows.map(({ row, field, reason }) => `${row} ${field} ${reason}`);
    assert.deepEqual(named(result), [
      "4 time time_backwards",
      "5 time bad_time",
      "6 who unknown_actor",
      "7  duplicate",
      "8 text bad_rating",
      "10 time close_too_early",
    ]);
    assert.deepEqual(named(preview), named(result));
    assert.deepEqual([result.counts.conversations, result.counts.messages], [2, 4]);
    const closes = await rows(
      ctx.db,
      sql<{
        at: Date;
      }>`select at from event where shop_id = ${ctx.shopId} and type = 'conversation.closed' order by at`,
    );
    assert.deepEqual(
      closes.map(({ at }) => at.toISOString()),
      ["2026-11-01T02:05:00.000Z", "2026-11-01T03:00:00.000Z"],
    );
    const before = await everything(ctx);
    const again = await bringIn(ctx, bytes, events);
    assert.deepEqual(await everything(ctx), before);
    assert.equal(again.result.counts.alreadyHere, 2);
  });

  test("of rows in any order gives the same conversations", async () => {
    const write = async (lines: string[]) => {
      const ctx = await buildShop(ground);
      await bringIn(ctx, csv(lines));
      const [, events] = await everything(ctx);
      // Ids are made from the shop's, so they differ; what was said, when and by whom must not.
      return Object.values(Object.groupBy(events!, (event) => String(event.conversation_id)))
        .map((log) => log!.map(({ seq, type, at, actor_kind, body }) => ({ seq, type, at, actor_kind, body })))
        .sort((a, b) => String(a[0]!.at).localeCompare(String(b[0]!.at)));
    };
    const expected = await write(table);
    const anyOrder = fc.shuffledSubarray(table, { minLength: table.length });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (lines) => assert.deepEqual(await write(lines), expected)),
      { numRuns: 5 },
    );
  });

  test("replaces a conversation that has grown since, and no other", async () => {
    const ctx = await buildShop(ground);
    await bringIn(ctx, csv([...table.slice(0, 3), ...table.slice(6)]));
    const { preview, result } = await bringIn(ctx, csv(table));
    assert.deepEqual([preview.counts.alreadyHere, preview.counts.grown], [2, 1]);
    assert.deepEqual([result.counts.alreadyHere, result.counts.grown], [2, 1]);
    const [first] = await conversationsOf(ctx);
    const messages = (await listEvents(ctx, first!.conversation_id)).filter((event) => event.type === "message.sent");
    assert.equal(messages.length, 6);
    // A shorter export of the same takes nothing away.
    await bringIn(ctx, csv(table.slice(0, 2)));
    assert.equal((await conversationsOf(ctx)).length, 2);
    assert.equal((await listEvents(ctx, first!.conversation_id)).length, 11);
  });

  test("without times counts turns and invents no seconds", async () => {
    const ctx = await buildShop(ground);
    const { result } = await bringIn(ctx, csv(table), { ...mapping, time: undefined });
    const { statistics } = result;
    assert.equal(statistics!.untimedConversations, 2);
    assert.deepEqual([statistics!.answeredTurns, statistics!.unansweredTurns, statistics!.timedTurns], [3, 1, 0]);
    assert.deepEqual(
      [statistics!.meanResponseSeconds, statistics!.p90ResponseSeconds, statistics!.meanWithUnansweredSeconds],
      [null, null, null],
    );
    assert.ok(result.sample.every(({ messages }) => messages.every(({ at }) => at === null)));
    const facts = await rows(
      ctx.db,
      sql`
      select distinct t.reply_seconds, t.opened_at, c.ended_at, c.start_hour, c.handle_seconds, c.human_first_response_seconds
        from fact_turn t join fact_conversation c using (shop_id, conversation_id) where t.shop_id = ${ctx.shopId}`,
    );
    const nothing = { reply_seconds: null, opened_at: null, ended_at: null, start_hour: null, handle_seconds: null };
    assert.deepEqual(facts, [{ ...nothing, human_first_response_seconds: null }]);
    const [first] = await conversationsOf(ctx);
    const [started] = await listEvents(ctx, first!.conversation_id);
    assert.equal((started!.body as { untimed?: boolean }).untimed, true);
  });

  test("lets the bot have its part: a person is asked from the customer's first word after the bot's last", async () => {
    const ctx = await buildShop(ground);
    const lines = [
      "b1,customer,,发货了吗,2026-11-01 10:00:00,,,,",
      "b1,bot,,一般 48 小时内发货,2026-11-01 10:00:01,,,,",
      "b1,customer,,转人工,2026-11-01 10:00:10,,,,",
      "b1,agent,kim,您好,2026-11-01 10:00:30,,,,",
      "b2,customer,,在吗,2026-11-01 11:00:00,,,,",
      "b2,bot,,在的,2026-11-01 11:00:01,,,,",
    ];
    const { result } = await bringIn(ctx, csv(lines));
    assert.equal(result.statistics!.customerTurns, 1);
    assert.equal(result.statistics!.meanResponseSeconds, 20);
    const [first, second] = await conversationsOf(ctx);
    const typesOf = async (id: string) => (await listEvents(ctx, id)).map((event) => event.type);
    assert.equal((await typesOf(first!.conversation_id)).indexOf("agent.connected"), 3);
    assert.ok(!(await typesOf(second!.conversation_id)).includes("agent.connected"));
  });

  test("takes any text: half emojis, zero bytes, markup and the longest names", async () => {
    const ctx = await buildShop(ground);
    const user = "😀".repeat(40);
    const lines = [0, 1].flatMap((i) =>
      [`${"字".repeat(i)}${"😀".repeat(300)}\u0000\ud83d`, "<script>alert(1)</script>"].map((text, n) =>
        JSON.stringify({ session: `x${i}`, role: "customer", text, time: 1793500000 + n, user, channel: "app" }),
      ),
    );
    const { result } = await bringIn(ctx, Buffer.from(lines.join("\n")));
    assert.equal(result.state, "done");
    assert.equal((await conversationsOf(ctx)).length, 2);
  });

  test("that was interrupted is taken up where it stood, and counts nothing twice", async () => {
    const ctx = await buildShop(ground);
    const lines = Array.from({ length: 450 }, (_, i) => `r${i},customer,,在吗 ${i},2026-11-01 10:00:00,,,,`);
    const { id } = await uploadLog(ctx, { name: "log.csv", bytes: csv(lines), staffId: null });
    await previewLogImport(ctx, id, mapping);
    // As a process that died after the first piece leaves it.
    await rows(
      ctx.db,
      sql`
      update import_run set state = 'running', progress = 0, details = details || '{"beatAt": "2026-01-01T00:00:00Z"}'
       where shop_id = ${ctx.shopId} and import_id = ${id}`,
    );
    await resumeLogImports(ground);
    const result = await untilOver(ctx, id);
    assert.deepEqual([result.state, result.done, result.counts.alreadyHere], ["done", 450, 0]);
    assert.equal((await conversationsOf(ctx)).length, 450);
    // Over is over.
    await resumeLogImports(ground);
    assert.equal((await runLogImport(ctx, id)).state, "done");
  });

  test("whose file is gone fails with its reason instead of for ever trying", async () => {
    const ctx = await buildShop(ground);
    const { id } = await uploadLog(ctx, { name: "log.csv", bytes: csv(table), staffId: null });
    await previewLogImport(ctx, id, mapping);
    await ctx.files.remove(`${ctx.shopId}/imports/${id}/log`);
    await runLogImport(ctx, id);
    const result = await untilOver(ctx, id);
    assert.deepEqual([result.state, result.failure], ["failed", "unreadable_file"]);
  });

  test("of another shop is not found", async () => {
    const ctx = await buildShop(ground);
    const other = await buildShop(ground);
    const { id } = await uploadLog(ctx, { name: "log.csv", bytes: csv(table), staffId: null });
    for (const act of [
      () => getLogImport(inShop(ground, other.shopId), id),
      () => previewLogImport(inShop(ground, other.shopId), id, mapping),
      () => runLogImport(inShop(ground, other.shopId), id),
    ])
      await assert.rejects(act, { code: "not_found" });
  });

  test("in a zone that does not exist is refused by the field's name", async () => {
    const ctx = await buildShop(ground);
    const { id } = await uploadLog(ctx, { name: "log.csv", bytes: csv(table), staffId: null });
    await assert.rejects(previewLogImport(ctx, id, { ...mapping, timeZone: "Mars/Olympus" }), {
      code: "invalid_input",
      fields: [{ path: "mapping.timeZone", message: "unknown" }],
    });
  });
});
