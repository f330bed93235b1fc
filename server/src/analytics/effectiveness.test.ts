import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { buildShop, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { describeHome } from "./home.ts";

const { ground, clock } = await openTestGround();
/** 10 in the morning in Shanghai. */
clock.set("2026-11-21T02:00:00.000Z");

describe("effective without a single conversation", () => {
  test("when a person was there on each of the last seven days, today not needed", async () => {
    const ctx = await buildShop(ground);
    const { actor } = await buildStaff(ctx);
    const addDay = (day: string) =>
      rows(ctx.db, sql`insert into staff_online_day values (${ctx.shopId}, ${actor.id}, ${day}::date)`);
    for (const day of ["15", "16", "17", "18", "19", "20"]) await addDay(`2026-11-${day}`);
    assert.equal((await describeHome(ctx, { days: 30 })).effectiveness.c, false);
    await addDay("2026-11-14");
    const { c, isEffective, facts } = (await describeHome(ctx, { days: 30 })).effectiveness;
    assert.deepEqual([c, isEffective, facts.agentOnlineDays], [true, true, 7]);
  });

  test("when the bot has knowledge; an entry switched off is none", async () => {
    const ctx = await buildShop(ground);
    const add = (isEnabled: boolean) =>
      rows(
        ctx.db,
        sql`
        insert into knowledge_entry (shop_id, entry_id, question, answer_html, answer_text, is_enabled, created_at, updated_at)
        values (${ctx.shopId}, ${newId()}, ${`问 ${isEnabled}`}, '答', '答', ${isEnabled}, now(), now())`,
      );
    await add(false);
    assert.equal((await describeHome(ctx, { days: 30 })).effectiveness.isEffective, false);
    await add(true);
    const { c, facts } = (await describeHome(ctx, { days: 30 })).effectiveness;
    assert.deepEqual([c, facts.entries, facts.hotQuestions], [true, 1, 0]);
  });
});
