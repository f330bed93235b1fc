import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { customerFrame } from "@yingda/contract/frames";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { receiveRating } from "../conversations/conversations.ts";
import { findLoaded, listEvents } from "../conversations/reading.ts";
import { rows, sql } from "../platform/db/database.ts";
import { newId } from "../platform/ids.ts";
import { reopenConversation } from "../routing/seating.ts";
import { act, buildCustomer, buildStaff } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { receiveSurveyAnswer } from "./answering.ts";
import { makeSurveyLinks } from "./links.ts";
import { isInSample } from "./policy.ts";
import { reactWithSurveys } from "./reactions.ts";
import type { LinkInvitation, LinkSender } from "./surveys.ts";
import { buildAskingShop, holdConversation, listInvitations } from "./testing-surveys.ts";

const { ground, clock } = await openTestGround();
const links = makeSurveyLinks("a secret of this test");
const taken: LinkInvitation[] = [];
/** Reaches whoever has a phone. */
const byPhone: LinkSender = {
  canReach: async (_ctx, { phone }) => phone !== null,
  take: async (_ctx, invitation) => {
    taken.push(invitation);
  },
};
const surveys = reactWithSurveys(ground, { links, senders: [byPhone] });
const days = (n: number) => n * 86_400_000;

const namesOf = async (...args: Parameters<typeof listInvitations>) =>
  (await listInvitations(...args)).map((event) => (event.type === "survey.invited" ? event.body.survey : "csat"));

describe("a survey is asked", () => {
  test("when the conversation ends, after the kinds of conversation it is set up for", async () => {
    const ctx = await buildAskingShop(ground, { csat: { after: ["served"] }, nps: { after: ["bot"] }, ces: {} });
    const agent = await buildStaff(ctx);
    const byBot = await holdConversation(ctx);
    const served = await holdConversation(ctx, { agent });
    assert.deepEqual(await namesOf(ctx, byBot.conversationId), ["nps", "ces"]);
    assert.deepEqual(await namesOf(ctx, served.conversationId), ["csat", "ces"]);
    const [rating] = await listInvitations(ctx, served.conversationId);
    assert.deepEqual(rating?.body, {
      target: "human",
      via: "popup",
      question: "请评价本次服务",
      asksComment: true,
    });
  });

  test("once: not by the sweep after the reaction, nor by two sweeps at a time", async () => {
    const ctx = await buildAskingShop(ground, { nps: {} });
    const { conversationId } = await holdConversation(ctx);
    await rows(ctx.db, sql`update conversation set surveys_decided_at = null where shop_id = ${ctx.shopId}`);
    await rows(ctx.db, sql`update survey_invitation set state = 'due' where shop_id = ${ctx.shopId}`);
    clock.advance(10_000);
    await Promise.all([surveys.sweep(), surveys.sweep()]);
    assert.deepEqual(await namesOf(ctx, conversationId), ["nps"]);
  });

  test("also when the program died between the close and the asking", async () => {
    const ctx = await buildAskingShop(ground, {});
    const { conversationId } = await holdConversation(ctx);
    await rows(ctx.db, sql`update conversation set surveys_decided_at = null where shop_id = ${ctx.shopId}`);
    const on = JSON.stringify(true);
    await rows(
      ctx.db,
      sql`update shop set settings = jsonb_set(settings, '{surveys,nps,isOn}', ${on}::jsonb) where shop_id = ${ctx.shopId}`,
    );
    ctx.bus.tell("shop.changed", { shopId: ctx.shopId });
    clock.advance(10_000);
    await surveys.sweep();
    assert.deepEqual(await namesOf(ctx, conversationId), ["nps"]);
  });

  test("days later, if set up so, unless the customer is here about something else by then", async () => {
    const ctx = await buildAskingShop(ground, { nps: { delayDays: 3 } });
    const quiet = await holdConversation(ctx);
    const back = await holdConversation(ctx);
    clock.advance(days(3) - 60_000);
    await surveys.sweep();
    assert.deepEqual(await namesOf(ctx, quiet.conversationId), []);
    const again = await holdConversation(ctx, { customer: back.customer });
    clock.advance(120_000);
    await surveys.sweep();
    assert.deepEqual(await namesOf(ctx, quiet.conversationId), ["nps"]);
    assert.deepEqual(await namesOf(ctx, back.conversationId), []);
    assert.deepEqual(await namesOf(ctx, again.conversationId), []);
  });

  test("not sooner again than set up, per customer", async () => {
    const ctx = await buildAskingShop(ground, { nps: { everyDays: 30 }, ces: { everyDays: 0 } });
    const { customer } = await holdConversation(ctx);
    const soon = await holdConversation(ctx, { customer });
    assert.deepEqual(await namesOf(ctx, soon.conversationId), ["ces"]);
    clock.advance(days(31));
    const later = await holdConversation(ctx, { customer });
    assert.deepEqual(await namesOf(ctx, later.conversationId), ["nps", "ces"]);
  });

  test("not where stars were given or asked for already", async () => {
    const ctx = await buildAskingShop(ground, { csat: { delayDays: 1, after: ["bot", "served"] } });
    const { customer, conversationId } = await holdConversation(ctx);
    await receiveRating(customer, { t: "rate", clientId: act(), stars: 4, conversationId });
    clock.advance(days(2));
    await surveys.sweep();
    assert.deepEqual(await namesOf(ctx, conversationId), []);
  });

  test("after a reopening only at the next end", async () => {
    const ctx = await buildAskingShop(ground, { nps: { delayDays: 1 } });
    const agent = await buildStaff(ctx);
    const { conversationId } = await holdConversation(ctx, { agent });
    await reopenConversation(agent, { conversationId });
    clock.advance(days(2));
    await surveys.sweep();
    assert.deepEqual(await namesOf(ctx, conversationId), [], "it is being served");
    await ctx.eventLog.append({
      shopId: ctx.shopId,
      target: { conversationId },
      decide: () => [{ type: "conversation.closed", actor: { kind: "system" }, body: { by: "idle" } }],
    });
    await ctx.bus.settled();
    clock.advance(days(2));
    await surveys.sweep();
    assert.deepEqual(await namesOf(ctx, conversationId), ["nps"]);
    assert.equal((await findLoaded(ctx, conversationId))!.state.handling, "closed");
  });

  test("by a link that is handed over once, also when the program died between the asking and that", async () => {
    const handed: LinkInvitation[] = [];
    let isDying = true;
    const mortal: LinkSender = {
      canReach: async () => true,
      take: async (_ctx, invitation) => {
        if (isDying) throw new Error("killed");
        handed.push(invitation);
      },
    };
    const mortalSurveys = reactWithSurveys(
      { ...ground, bus: { ...ground.bus, on: () => {} } },
      { links, senders: [mortal] },
    );
    const ctx = await buildAskingShop(ground, { csat: { via: "link", after: ["bot"], delayDays: 1 } });
    const { conversationId } = await holdConversation(ctx);
    clock.advance(days(1));
    await mortalSurveys.sweep();
    assert.deepEqual(await namesOf(ctx, conversationId), ["csat"], "the log says that it was asked");
    isDying = false;
    await Promise.all([mortalSurveys.sweep(), mortalSurveys.sweep()]);
    await mortalSurveys.sweep();
    assert.deepEqual(
      handed.map((invitation) => [invitation.conversationId, invitation.survey]),
      [[conversationId, "csat"]],
    );
    assert.equal((await namesOf(ctx, conversationId)).length, 1);
  });

  test("by link where the customer can be reached, else in the window", async () => {
    const ctx = await buildAskingShop(ground, { nps: { via: "link" } });
    const reached = await holdConversation(ctx, { contact: "+86 138 0000 0000" });
    const unknown = await holdConversation(ctx, { contact: "微信 abc" });
    const [byLink] = await listInvitations(ctx, reached.conversationId);
    const [inWindow] = await listInvitations(ctx, unknown.conversationId);
    assert.deepEqual([byLink?.body.via, inWindow?.body.via], ["link", "popup"]);
    const [invitation] = taken;
    assert.equal(taken.length, 1);
    assert.equal(invitation?.contact.phone, "+86 138 0000 0000");
    const token = invitation!.url.split("/s/")[1]!;
    assert.ok(token.length < 80, "short enough for a text message");
    const link = links.read(token);
    assert.deepEqual(link, {
      shopId: ctx.shopId,
      conversationId: reached.conversationId,
      survey: "nps",
      expiresAt: new Date(Math.floor(clock.now().getTime() / 1000) * 1000 + days(limits.surveyLinkDays)),
    });
  });
});

test("the sample is the share asked for, the same each time, and each survey's own", () => {
  const ids = Array.from({ length: 4_000 }, () => newId());
  const inNps = ids.filter((id) => isInSample(id, "nps", 30));
  assert.ok(Math.abs(inNps.length / ids.length - 0.3) < 0.04, `${inNps.length}`);
  assert.ok(inNps.every((id) => isInSample(id, "nps", 30) && isInSample(id, "nps", 60)));
  const alsoCes = inNps.filter((id) => isInSample(id, "ces", 30)).length / inNps.length;
  assert.ok(alsoCes < 0.4, `${alsoCes}`);
  assert.ok(ids.every((id) => isInSample(id, "ces", 100)));
});

describe("an answer", () => {
  test("is taken once for each act, and the last one counts", async () => {
    const ctx = await buildAskingShop(ground, { nps: {} });
    const { customer, conversationId } = await holdConversation(ctx);
    const first = act();
    const say = (clientId: string, value: number) =>
      receiveSurveyAnswer(customer, { t: "survey", clientId, conversationId, answer: { survey: "nps", value } });
    await say(first, 3);
    await say(first, 3);
    await say(act(), 9);
    const answers = (await listEvents(ctx, conversationId)).filter((event) => event.type === "survey.answered");
    assert.deepEqual(
      answers.map((event) => event.body.value),
      [3, 9],
    );
  });

  test("is refused where nobody was invited, and from somebody else", async () => {
    const ctx = await buildAskingShop(ground, { nps: {} });
    const { customer, conversationId } = await holdConversation(ctx);
    const stranger = await buildCustomer(ctx);
    const answer = { t: "survey", clientId: act(), conversationId } as const;
    const notFound = { code: "not_found" };
    await assert.rejects(receiveSurveyAnswer(customer, { ...answer, answer: { survey: "ces", value: 5 } }), notFound);
    await assert.rejects(receiveSurveyAnswer(stranger, { ...answer, answer: { survey: "nps", value: 5 } }), notFound);
  });
});

test("a link's token can't be changed, cut, or made without the secret", () => {
  const link = {
    shopId: newId(),
    conversationId: newId(),
    survey: "ces",
    expiresAt: new Date(1_800_000_000_000),
  } as const;
  const token = links.issue(link);
  assert.deepEqual(links.read(token), link);
  const others = Array.from({ length: token.length }, (_, at) => {
    const other = token[at] === "A" ? "B" : "A";
    return token.slice(0, at) + other + token.slice(at + 1);
  });
  for (const wrong of [...others, token.slice(1), `${token}A`, `${token}=`, "", "x".repeat(200)])
    assert.equal(links.read(wrong), null, wrong);
  assert.equal(makeSurveyLinks("another secret").read(token), null);
});

test("nobody's message can bear the id of an invitation and so stand in for it", async () => {
  const ctx = await buildAskingShop(ground, { nps: {} });
  const { conversationId } = await holdConversation(ctx);
  const invitation = (await listEvents(ctx, conversationId)).find(({ type }) => type === "survey.invited")!;
  const clientId = invitation.clientId!;
  assert.equal(customerFrame.safeParse({ t: "human", clientId }).success, false);
  for (const { body } of [routes.sendAgentMessage, routes.addNote]) {
    const said = { text: "hello", content: { kind: "text", text: "hello" } };
    assert.equal(body!.safeParse({ ...said, clientId }).success, false);
    assert.equal(body!.safeParse({ ...said, clientId: newId() }).success, true);
  }
});
