import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { NewEvent } from "@yingda/contract/events";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import { type Weekday, weekdays } from "@yingda/contract/service-hours";
import { randomRules } from "@yingda/measures/random-settings.testing";
import fc from "fast-check";
import type { Ctx } from "../context.ts";
import { backfill, type PastConversation } from "../conversations/backfill.ts";
import { firstRow, rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { changeSettings, getShop } from "../shops/shops.ts";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { columnNames, factNames, tableName } from "./fact-tables.ts";
import { foldEverything } from "./folding.ts";
import { toPast, visits } from "./random-logs.ts";
import { reactWithFolding } from "./reactions.ts";
import { foldInMemory, readFacts, readLogs } from "./testing-facts.ts";
import { asked, closed, connected, remember, replied, requested, type Step, started } from "./testing-logs.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
/** Noon of the 3rd in UTC. */
const evening = "2026-11-03T20:00:00";
const question: Step[] = [
  [0, started],
  [1, requested],
  [2, connected],
];
const openOn = (...days: Weekday[]): ShopSettings["serviceHours"] => {
  const week = weekdays.map((day) => [day, days.includes(day) ? [{ from: "00:00", to: "24:00" }] : []]);
  return { weekly: Object.fromEntries(week), holidays: [] };
};
const few = visits(end, 12, { min: 30, max: 60 });

const findProgress = (ctx: Ctx) =>
  firstRow(
    ctx.db,
    sql<{ unfolded: number; folded: number }>`
    select count(*) filter (where folded_seq < last_seq) as unfolded, count(*) filter (where folded_seq = last_seq) as folded
      from conversation where shop_id = ${ctx.shopId}`,
  );

describe("facts follow the logs", () => {
  test("the tables have the columns of the facts", async () => {
    for (const fact of factNames) {
      const found = await rows(
        ground.db,
        sql<{ name: string; is_nullable: string }>`
        select column_name as name, is_nullable from information_schema.columns where table_name = ${tableName(fact)}`,
      );
      const ofFold = fact === "conversation" ? ["settings_number", "turn_due_at"] : [];
      const expected = ["shop_id", ...columnNames(fact).map(([, name]) => name), ...ofFold];
      assert.deepEqual(found.map((one) => one.name).sort(), expected.sort(), fact);
    }
  });

  test("folded again, after late events, or all at once: the same facts", async () => {
    clock.set(end);
    await fc.assert(
      fc.asyncProperty(few, few, async (first, later) => {
        const ctx = await buildShop(ground);
        const known = toPast(first);
        await backfill(ctx, known);
        await foldEverything(ctx);
        // What the second half says is appended to the conversations of the first, with a fold now and then.
        const additions = toPast(later).conversations;
        for (const [i, { conversationId, customerId }] of known.conversations.entries()) {
          const events = additions[i]?.events.slice(1) ?? [];
          const decide = () => events.filter((event) => event.type !== "conversation.reopened") as NewEvent[];
          const isOpen = additions[i] !== undefined && !(await hasOpenConversation(ctx, customerId, conversationId));
          if (isOpen) await ctx.eventLog.append({ shopId: ctx.shopId, target: { conversationId }, decide });
          if (i % 10 === 0) await foldEverything(ctx);
        }
        await foldEverything(ctx);
        const once = await readFacts(ctx);
        assert.deepEqual(once, await foldInMemory(ctx, await readLogs(ctx)));
        await rows(ctx.db, sql`update conversation set folded_seq = 0 where shop_id = ${ctx.shopId}`);
        await foldEverything(ctx);
        assert.deepEqual(await readFacts(ctx), once);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test("folds that run at once with each other and with new events leave nothing behind and nothing twice", async () => {
    clock.set(end);
    const ctx = await buildShop(ground);
    const many = await Promise.all(
      Array.from({ length: 40 }, () =>
        remember(ctx, evening, [
          [0, started],
          [1, asked],
        ]),
      ),
    );
    const say = ({ conversationId }: PastConversation) =>
      ctx.eventLog.append({ shopId: ctx.shopId, target: { conversationId }, decide: () => [asked] });
    await Promise.all([foldEverything(ctx), foldEverything(ctx), ...many.map(say), ...many.map(say)]);
    await foldEverything(ctx);
    assert.deepEqual(await findProgress(ctx), { unfolded: 0, folded: 40 });
    assert.deepEqual(await readFacts(ctx), await foldInMemory(ctx, await readLogs(ctx)));
  });

  test("a log that cannot be measured does not keep the others from it", async () => {
    const ctx = await buildShop(ground);
    const served: Step[] = [
      [0, started],
      [1, requested],
      [2, connected],
      [3, replied],
      [4, asked],
    ];
    const [broken, sound] = [await remember(ctx, evening, served), await remember(ctx, evening, served)];
    await rows(
      ctx.db,
      sql`update event set body = '{}' where shop_id = ${ctx.shopId} and conversation_id = ${broken.conversationId}`,
    );
    await foldEverything(ctx);
    const { conversation } = await readFacts(ctx);
    assert.deepEqual(
      conversation.map((one) => one.conversationId),
      [sound.conversationId],
    );
  });

  test("facts go with their conversation", async () => {
    const ctx = await buildShop(ground);
    await remember(ctx, evening, [...question, [3, replied], [4, closed]]);
    await foldEverything(ctx);
    assert.equal((await readFacts(ctx)).turn.length, 1);
    await rows(ctx.db, sql`delete from conversation where shop_id = ${ctx.shopId}`);
    for (const [fact, left] of Object.entries(await readFacts(ctx))) assert.deepEqual(left, [], fact);
  });
});

describe("facts follow time and settings", () => {
  test("a question still open counts as unanswered when its ten minutes are over, without a further event", async () => {
    const ctx = await buildShop(ground);
    await remember(ctx, evening, question);
    clock.set("2026-11-03T12:10:01.999Z");
    await foldEverything(ctx);
    assert.deepEqual((await readFacts(ctx)).turn, []);
    clock.set("2026-11-03T12:10:02.000Z");
    await reactWithFolding(ground).sweep();
    const { turn } = await readFacts(ctx);
    assert.deepEqual(
      turn.map((one) => [one.agentId, one.replySeconds, one.isAnswered]),
      [["阿明", 600, false]],
    );
  });

  test("whether a customer came back is known after three days, or when they do", async () => {
    const ctx = await buildShop(ground);
    const [one, other] = [newId(), newId()];
    const visit: Step[] = [
      [0, started],
      [1, asked],
      [60, closed],
    ];
    await remember(ctx, evening, visit, { customerId: one });
    await remember(ctx, evening, visit, { customerId: other });
    clock.set("2026-11-06T12:00:59Z");
    await foldEverything(ctx);
    const returns = async () =>
      new Map(
        (await readFacts(ctx)).conversation.map((fact) => [`${fact.customerId}/${fact.localDay}`, fact.isReturned]),
      );
    assert.deepEqual([...(await returns()).values()], [null, null]);
    await remember(ctx, "2026-11-06T19:59:00", visit, { customerId: one });
    clock.set("2026-11-06T12:01:00Z");
    await reactWithFolding(ground).sweep();
    const found = await returns();
    assert.equal(found.get(`${one}/2026-11-03`), true);
    assert.equal(found.get(`${other}/2026-11-03`), false);
    assert.equal(found.get(`${one}/2026-11-06`), null);
  });

  test("a new time zone or new service hours measure everything anew; a new name does not", async () => {
    clock.set(end);
    const folding = reactWithFolding(ground);
    const ctx = await buildShop(ground, { timeZone: "Asia/Shanghai" });
    await remember(ctx, evening, question);
    await folding.sweep();
    const numberOf = async () =>
      (await firstRow(ctx.db, sql<{ number: number }>`select number from fact_settings where shop_id = ${ctx.shopId}`))!
        .number;
    const number = await numberOf();
    assert.equal((await readFacts(ctx)).conversation[0]!.localDay, "2026-11-03");
    assert.equal((await readFacts(ctx)).request[0]!.inServiceHours, true);

    await changeSettings(ctx, { name: "新名字" });
    await folding.sweep();
    assert.equal(await numberOf(), number);

    // Noon in London is past midnight in Auckland.
    await changeSettings(ctx, { timeZone: "Pacific/Auckland" });
    await folding.sweep();
    assert.equal((await readFacts(ctx)).conversation[0]!.localDay, "2026-11-04");
    assert.equal((await readFacts(ctx)).request[0]!.inServiceHours, false);

    // A Wednesday there.
    await changeSettings(ctx, { serviceHours: openOn("wednesday") });
    await folding.sweep();
    assert.equal((await readFacts(ctx)).request[0]!.inServiceHours, true);
    const others = weekdays.filter((day) => day !== "wednesday");
    await changeSettings(ctx, { serviceHours: openOn(...others) });
    await folding.sweep();
    assert.equal((await readFacts(ctx)).request[0]!.inServiceHours, false);

    // That Wednesday is a holiday with hours of its own.
    const holidays = [{ day: "2026-11-04", name: "店庆", periods: [{ from: "00:00", to: "12:00" }] }];
    await changeSettings(ctx, { serviceHours: { ...openOn(...others), holidays } });
    await folding.sweep();
    assert.equal((await readFacts(ctx)).request[0]!.inServiceHours, true);
    const numbered = await numberOf();
    const renamed = [{ ...holidays[0]!, name: "周年庆" }];
    await changeSettings(ctx, { serviceHours: { ...openOn(...others), holidays: renamed } });
    const { measures } = (await getShop(ctx)).settings;
    const score = measures.score.map((part) => ({ ...part, weight: 1 }));
    await changeSettings(ctx, { measures: { ...measures, score } });
    await folding.sweep();
    assert.equal(await numberOf(), numbered, "a holiday's name and the score fold nothing again");
  });

  test("after any change of settings the facts are those that a fold of all logs by the new ones gives", async () => {
    clock.set(end);
    await fc.assert(
      fc.asyncProperty(few, fc.array(randomRules, { minLength: 2, maxLength: 3 }), async (found, changes) => {
        const ctx = await buildShop(ground);
        await backfill(ctx, toPast(found));
        for (const measures of changes) {
          await changeSettings(ctx, { measures });
          await foldEverything(ctx);
          assert.deepEqual(await readFacts(ctx), await foldInMemory(ctx, await readLogs(ctx)));
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  test("each shop has its own patience with customers who come back, and the sweep knows it", async () => {
    clock.set("2026-11-03T13:00:00.000Z");
    const patient = await buildShop(ground);
    const { measures } = (await getShop(patient)).settings;
    const hasty = await buildShop(ground, { measures: { ...measures, returnHours: 2 } });
    for (const ctx of [patient, hasty]) {
      await remember(ctx, evening, [
        [0, started],
        [1, asked],
        [60, closed],
      ]);
    }
    const folding = reactWithFolding(ground);
    await folding.sweep();
    const returned = async (ctx: Ctx) => (await readFacts(ctx)).conversation[0]!.isReturned;
    assert.deepEqual([await returned(patient), await returned(hasty)], [null, null]);
    clock.set("2026-11-03T14:01:00.000Z");
    await folding.sweep();
    assert.deepEqual([await returned(patient), await returned(hasty)], [null, false]);
    await changeSettings(hasty, { measures: { ...measures, returnHours: 3 } });
    await folding.sweep();
    assert.equal(await returned(hasty), null, "the promise of two hours is taken back");
  });
});

describe("when folding happens", () => {
  test("by itself, soon after something was said", async () => {
    clock.set(end);
    reactWithFolding(ground);
    const ctx = await buildShop(ground);
    const { conversationId } = await remember(ctx, evening, [
      [0, started],
      [1, asked],
    ]);
    const target = { conversationId };
    await ctx.eventLog.append({ shopId: ctx.shopId, target, decide: () => [requested] });
    clock.advance(1_000);
    while ((await findProgress(ctx))?.folded !== 1) await wait(50);
    assert.equal((await readFacts(ctx)).request.length, 1);
  });

  test("a conversation in full swing is left alone until it is quiet for a second", async () => {
    clock.set(end);
    const ctx = await buildShop(ground);
    const { conversationId } = await remember(ctx, evening, [[0, started]]);
    const folding = reactWithFolding(ground);
    await ctx.eventLog.append({ shopId: ctx.shopId, target: { conversationId }, decide: () => [asked] });
    clock.advance(999);
    await folding.sweep();
    assert.deepEqual(await findProgress(ctx), { unfolded: 1, folded: 0 });
    clock.advance(1);
    await folding.sweep();
    assert.deepEqual(await findProgress(ctx), { unfolded: 0, folded: 1 });
  });

  test("what a stopped server left is found by the first sweep of the next, in every shop", async () => {
    clock.set(end);
    const shops = await Promise.all([1, 2, 3].map(() => buildShop(ground)));
    for (const ctx of shops)
      for (const start of [evening, "2026-11-04T00:00:00"]) await remember(ctx, start, [[0, started]]);
    await reactWithFolding(ground).sweep();
    for (const ctx of shops) assert.deepEqual(await findProgress(ctx), { unfolded: 0, folded: 2 });
  });
});

async function hasOpenConversation(ctx: Ctx, customerId: string, except: string): Promise<boolean> {
  const found = await firstRow(
    ctx.db,
    sql`
    select 1 from conversation where shop_id = ${ctx.shopId} and customer_id = ${customerId}
       and conversation_id <> ${except} and handling <> 'closed'`,
  );
  return found !== null;
}

test("a program that stops does not fold everything first", async () => {
  const ctx = await buildShop(ground);
  const customerId = newId();
  const conversations = Array.from({ length: 510 }, () => ({
    conversationId: newId(),
    customerId,
    channel: "web",
    origin: "import" as const,
    events: [
      { type: "conversation.started", actor: { kind: "system" }, body: { channel: "web" }, at: end },
      { type: "conversation.closed", actor: { kind: "system" }, body: { by: "idle" }, at: end },
    ] satisfies PastConversation["events"],
  }));
  await backfill(ctx, { customers: [{ customerId, name: "x", locale: "zh-CN", firstSeenAt: end }], conversations });
  const folding = reactWithFolding(ground);
  const sweeping = folding.sweep();
  folding.stop();
  await sweeping;
  const left = await firstRow(
    ctx.db,
    sql<{ n: number }>`select count(*) as n from conversation where shop_id = ${ctx.shopId} and folded_seq < last_seq`,
  );
  assert.ok(left!.n >= 10, String(left!.n));
});
