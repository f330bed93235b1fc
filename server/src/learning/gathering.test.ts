import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Ctx, StaffCtx } from "../context.ts";
import { backfill } from "../conversations/backfill.ts";
import { actAsSystem, rateAnswer, receiveClick, receiveMessage } from "../conversations/conversations.ts";
import { labelAnswer } from "../conversations/serving.ts";
import { createEntry, deleteEntries } from "../knowledge/knowledge.ts";
import { rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { gatherHints } from "./gathering.ts";
import { listHints } from "./overview.ts";

const { ground, clock } = await openTestGround();
const pages = { source: undefined, page: 1, pageSize: 50 };

async function buildShopWithEntries() {
  const ctx = await buildShop(ground);
  const staff = await buildStaff(ctx, { role: "supervisor" });
  const draft = (question: string) => ({
    ...{ question, similar: [], answerHtml: `<p>${question}：是这样的</p>`, category: "", isEnabled: true },
  });
  const [refund, invoice] = [
    await createEntry(staff, draft("退款多久到账")),
    await createEntry(staff, draft("怎么开发票")),
  ];
  return { ctx, staff, refund, invoice };
}

/** A customer's question and the bot's list to choose from. */
async function ask(ctx: Ctx, words: string, offered: { id: string; question: string }[]) {
  const customer = await buildCustomer(ctx);
  const { state, seq } = await receiveMessage(customer, visit, { clientId: act(), content: text(words) });
  const options = offered.map(({ id, question }) => ({ entryId: id, question }));
  const body = { outcome: "guided", trigger: "words", inReplyTo: seq, text: "您想问的是？", options } as const;
  const { events } = await actAsSystem(ctx, state.conversationId, () => [
    { type: "bot.answered", actor: { kind: "bot" }, body },
  ]);
  return { customer, conversationId: state.conversationId, answerSeq: events[0]!.seq };
}

const gather = () => {
  clock.advance(11_000);
  return gatherHints(ground);
};
const hintsOf = async (ctx: Ctx) =>
  (await listHints(ctx, pages)).items.map(({ text, source, verdict, entry }) => [
    text,
    source,
    verdict,
    entry?.question,
  ]);

const label = (staff: StaffCtx, conversationId: string, answerSeq: number, entryId: string | null) =>
  labelAnswer(staff, { conversationId, answerSeq, label: "wrong", entryId });

describe("gathering", () => {
  test("finds clicks and labels once it is quiet, and the same ones only once", async () => {
    const { ctx, staff, refund, invoice } = await buildShopWithEntries();
    const { customer, conversationId, answerSeq } = await ask(ctx, "钱几天退回来", [refund, invoice]);
    await receiveClick(customer, visit, { clientId: act(), entryId: refund.id, question: refund.question, answerSeq });
    await gatherHints(ground);
    assert.deepEqual(await hintsOf(ctx), []);
    await gather();
    assert.deepEqual(await hintsOf(ctx), [["钱几天退回来", "click", "means", "退款多久到账"]]);
    await label(staff, conversationId, answerSeq, invoice.id);
    await gather();
    await rows(ctx.db, sql`update conversation set gathered_seq = 0 where shop_id = ${ctx.shopId}`);
    await gather();
    assert.deepEqual(await hintsOf(ctx), [
      ["钱几天退回来", "label", "means", "怎么开发票"],
      ["钱几天退回来", "click", "means", "退款多久到账"],
    ]);
  });

  test("leaves a log without any judgement as it is, and looks at it no more", async () => {
    const { ctx, refund } = await buildShopWithEntries();
    const { conversationId } = await ask(ctx, "钱几天退回来", [refund]);
    await gather();
    const [mark] = await rows(
      ctx.db,
      sql<{ isDone: boolean }>`
      select gathered_seq = last_seq as "isDone" from conversation
       where shop_id = ${ctx.shopId} and conversation_id = ${conversationId}`,
    );
    assert.deepEqual([mark, await hintsOf(ctx)], [{ isDone: true }, []]);
  });

  test("an entry that is deleted takes its hints with it, and is no hint when the log is read again", async () => {
    const { ctx, staff, refund, invoice } = await buildShopWithEntries();
    const { customer, conversationId, answerSeq } = await ask(ctx, "钱几天退回来", [refund, invoice]);
    await receiveClick(customer, visit, { clientId: act(), entryId: refund.id, question: refund.question, answerSeq });
    await label(staff, conversationId, answerSeq, null);
    await gather();
    assert.equal((await hintsOf(ctx)).length, 2);
    await deleteEntries(ctx, [refund.id]);
    await rateAnswer(customer, { clientId: act(), answerSeq, thumb: "down" });
    await gather();
    assert.deepEqual(await hintsOf(ctx), [["钱几天退回来", "label", "means", undefined]]);
  });

  test("a conversation that is deleted takes its hints with it", async () => {
    const { ctx, staff, refund } = await buildShopWithEntries();
    const { conversationId, answerSeq } = await ask(ctx, "钱几天退回来", [refund]);
    await label(staff, conversationId, answerSeq, refund.id);
    await gather();
    assert.equal((await hintsOf(ctx)).length, 1);
    await rows(ctx.db, sql`delete from conversation where shop_id = ${ctx.shopId}`);
    assert.deepEqual(await hintsOf(ctx), []);
  });

  test("reads logs from elsewhere, whose entries may be none of ours", async () => {
    const { ctx, refund } = await buildShopWithEntries();
    const [conversationId, customerId] = [newId(), newId()];
    const at = "2026-10-01T02:00:00.000Z";
    const bot = (inReplyTo: number, entryId: string) =>
      ({
        type: "bot.answered",
        actor: { kind: "bot" },
        at,
        body: { outcome: "direct", trigger: "words", inReplyTo, text: "…", entryId },
      }) as const;
    const said = (words: string) =>
      ({
        type: "message.sent",
        actor: { kind: "customer", id: customerId },
        at,
        body: { content: text(words) },
      }) as const;
    const right = { type: "answer.labelled", actor: { kind: "system" }, at, body: { label: "correct" } } as const;
    await backfill(ctx, {
      customers: [{ customerId, name: "访客", locale: "zh-CN", firstSeenAt: at }],
      conversations: [
        {
          ...{ conversationId, customerId, channel: "web", origin: "import" },
          events: [
            { type: "conversation.started", actor: { kind: "system" }, at, body: { channel: "web" } },
            said("钱几天退回来"),
            bot(2, refund.id),
            right,
            said("发票抬头怎么写"),
            bot(5, "kb-17"),
            right,
            said("要开专票"),
            bot(8, newId()),
            right,
          ],
        },
      ],
    });
    await gather();
    assert.deepEqual(await hintsOf(ctx), [["钱几天退回来", "label", "means", "退款多久到账"]]);
  });
});
