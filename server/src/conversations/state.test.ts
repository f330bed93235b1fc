import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import { eventBodies } from "@yingda/contract/events";
import fc from "fast-check";
import { AppError } from "../platform/errors.ts";
import { act, buildCustomer, buildShop, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { receiveMessage } from "./conversations.ts";
import { findLoaded, listEvents } from "./reading.ts";
import { applyEvent, emptyState } from "./state.ts";

const { ground, clock } = await openTestGround();

/** Any event of any kind by anybody: the log must hold together whatever the verbs allow or forbid. */
function anyEvent(customerId: string): fc.Arbitrary<NewEvent> {
  const customer = { kind: "customer", id: customerId } as const;
  const agent = { kind: "agent", id: "agent-1" } as const;
  const system = { kind: "system" } as const;
  const words = fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((text) => text.trim().length > 0 && !text.includes("\0"));
  const make = <T extends NewEvent["type"]>(type: T, actor: NewEvent["actor"], body: fc.Arbitrary<unknown>) =>
    body.map((value) => ({ type, actor, body: eventBodies[type].parse(value) }) as NewEvent);
  return fc.oneof(
    make(
      "message.sent",
      customer,
      words.map((text) => ({ content: { kind: "text", text } })),
    ),
    make(
      "message.sent",
      agent,
      words.map((text) => ({ content: { kind: "text", text } })),
    ),
    make(
      "bot.answered",
      { kind: "bot" },
      fc.nat(20).map((n) => ({ outcome: "direct", trigger: "words", inReplyTo: n + 1, text: "好的" })),
    ),
    make(
      "hot_question.clicked",
      customer,
      words.map((question) => ({ entryId: "e", question })),
    ),
    make("human.requested", customer, fc.constant({ by: "button" })),
    make("queue.entered", system, fc.constant({ priority: 0 })),
    make("queue.rejected", system, fc.constantFrom({ reason: "full" }, { reason: "offline" })),
    make("queue.left", customer, fc.constant({})),
    make("agent.connected", system, fc.constantFrom({ agentId: "agent-1" }, { agentId: "agent-2" })),
    make("conversation.transferred", agent, fc.constant({ toAgentId: "agent-2" })),
    make(
      "offline_message.left",
      customer,
      words.map((text) => ({ text })),
    ),
    make(
      "note.added",
      agent,
      words.map((text) => ({ text })),
    ),
    make("rating.invited", agent, fc.constant({ target: "human" })),
    make(
      "rating.given",
      customer,
      fc.integer({ min: 1, max: 5 }).map((stars) => ({ target: "human", stars })),
    ),
    make("survey.invited", system, fc.constantFrom({ survey: "nps", via: "popup" }, { survey: "ces", via: "link" })),
    make(
      "survey.answered",
      customer,
      fc.integer({ min: 1, max: 7 }).map((value) => ({ survey: "ces", value, comment: "还行" })),
    ),
    make("conversation.classified", system, fc.constant({ intent: "物流/催单" })),
    make(
      "conversation.classified",
      system,
      fc.constantFrom({ isUrgent: true, urgentWords: "急" }, { isUrgent: false }),
    ),
    make("conversation.closed", system, fc.constant({ by: "idle" })),
    make("conversation.reopened", agent, fc.constantFrom({ agentId: "agent-1" }, {})),
  );
}

test("law 1 and 3: the stored state is the fold of the stored log, and numbers run 1…n without a gap", async () => {
  const ctx = await buildShop(ground);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(16), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      fc.integer(),
      async (acts, seed) => {
        const customer = await buildCustomer(ctx);
        const pick = fc.sample(anyEvent(customer.actor.id), { numRuns: acts.flat().length, seed });
        let at = 0;
        const first = await ctx.eventLog.append({
          shopId: ctx.shopId,
          target: { customerId: customer.actor.id, channel: "web" },
          decide: () => [
            { type: "conversation.started", actor: { kind: "system" }, body: { channel: "web", locale: "en" } },
          ],
        });
        const conversationId = first.state.conversationId;
        // Sent without waiting for each other: the group commit takes several acts of one conversation in one batch.
        await Promise.all(
          acts.map((act) => {
            const events = act.map(() => pick[at++]!);
            return ctx.eventLog.append({ shopId: ctx.shopId, target: { conversationId }, decide: () => events });
          }),
        );
        const events = await listEvents(ctx, conversationId);
        assert.deepEqual(
          events.map((event) => event.seq),
          events.map((_, i) => i + 1),
        );
        assert.equal(events.length, acts.flat().length + 1);
        const { state } = (await findLoaded(ctx, conversationId))!;
        const { shopId, customerId, channel, origin } = state;
        const folded = events.reduce(
          (before, event) => applyEvent(before, event as ConversationEvent),
          emptyState({ shopId, conversationId, customerId, channel, origin }, events[0]!.at),
        );
        assert.deepEqual(state, folded);
        // The next run begins a conversation of its own.
        await ctx.eventLog.append({
          shopId,
          target: { conversationId },
          decide: () => [{ type: "conversation.closed", actor: { kind: "system" }, body: { by: "idle" } }],
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("a refused act leaves nothing behind and does not hurt the others of its batch", async () => {
  const ctx = await buildShop(ground);
  const customer = await buildCustomer(ctx);
  const target = { customerId: customer.actor.id, channel: "web" };
  const say = (text: string) =>
    ({
      type: "message.sent",
      actor: { kind: "customer", id: customer.actor.id },
      body: { content: { kind: "text", text } },
    }) as const;
  const results = await Promise.allSettled([
    ctx.eventLog.append({ shopId: ctx.shopId, target, decide: () => [say("一")] }),
    ctx.eventLog.append({
      shopId: ctx.shopId,
      target,
      decide: () => {
        throw new AppError("conflict", "no");
      },
    }),
    ctx.eventLog.append({ shopId: ctx.shopId, target, decide: () => [say("二")] }),
  ]);
  assert.deepEqual(
    results.map((result) => result.status),
    ["fulfilled", "rejected", "fulfilled"],
  );
  const appended = results[0] as PromiseFulfilledResult<{ state: { conversationId: string } }>;
  const events = await listEvents(ctx, appended.value.state.conversationId);
  assert.equal(events.length, 2);
});

test("an act that the database can't hold fails alone", async () => {
  const ctx = await buildShop(ground);
  const customers = await Promise.all([1, 2, 3].map(() => buildCustomer(ctx)));
  const words = ["前面的", "半个字 \ud83d", "后面的"];
  const results = await Promise.allSettled(
    customers.map((customer, i) =>
      ctx.eventLog.append({
        shopId: ctx.shopId,
        target: { customerId: customer.actor.id, channel: "web" },
        decide: () => [
          {
            type: "message.sent",
            actor: { kind: "customer", id: customer.actor.id },
            body: { content: { kind: "text", text: words[i]! } },
          },
        ],
      }),
    ),
  );
  assert.deepEqual(
    results.map((result) => result.status),
    ["fulfilled", "rejected", "fulfilled"],
  );
});

test("a long last word is cut between characters, not within one", () => {
  const at = "2026-11-21T02:00:00.000Z";
  const state = emptyState({ shopId: "s", conversationId: "c", customerId: "k", channel: "web", origin: "live" }, at);
  const text = `${"长".repeat(118)}😀😀`;
  const after = applyEvent(state, {
    seq: 1,
    type: "message.sent",
    actor: { kind: "customer", id: "k" },
    at,
    body: { content: { kind: "text", text } },
  });
  assert.equal(after.previewText, `${"长".repeat(118)}…`);
});

test("what waited for its turn is not dated before what is already in the log", async () => {
  const ctx = await buildShop(ground);
  const customer = await buildCustomer(ctx);
  const say = (words: string) => receiveMessage(customer, visit, { clientId: act(), content: text(words) });
  const { conversationId } = (await say("在吗")).state;
  let letGo = () => {};
  const gate = new Promise<void>((done) => {
    letGo = done;
  });
  const left = ctx.eventLog.appendTogether(async (_client, append) => {
    await gate;
    const actor = { kind: "system" } as const;
    await append([
      {
        shopId: ctx.shopId,
        target: { conversationId },
        decide: () => [{ type: "conversation.closed", actor, body: { by: "idle" } }],
      },
    ]);
  });
  // The first transaction has its instant once it is under way.
  await ctx.eventLog.append({ shopId: ctx.shopId, target: { conversationId }, decide: () => [] });
  clock.advance(5_000);
  await say("还在吗");
  letGo();
  await left;
  const instants = (await listEvents(ctx, conversationId)).map((event) => event.at);
  assert.deepEqual(instants, [...instants].sort());
});
