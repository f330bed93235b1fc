import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { CustomerCtx, StaffCtx } from "../context.ts";
import { leaveQueue, receiveHumanRequest, receiveMessage } from "../conversations/conversations.ts";
import { listEvents } from "../conversations/reading.ts";
import { closeConversation } from "../conversations/serving.ts";
import { rows, sql } from "../platform/db/database.ts";
import { AppError } from "../platform/errors.ts";
import { setStatus } from "../staff/presence.ts";
import { act, buildCustomer, buildShop, buildStaff, text, visit } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { reactInRouting } from "./reactions.ts";
import { describeQueue, listWaiting } from "./routing.ts";
import { takeConversation, transferConversation } from "./seating.ts";

const { ground, clock } = await openTestGround();
const routing = reactInRouting(ground);

type Row = {
  conversation_id: string;
  customer_id: string;
  handling: string;
  agent_id: string | null;
  queued_at: Date | null;
};
const listOpen = (shopId: string) =>
  rows(
    ground.db,
    sql<Row>`select conversation_id, customer_id, handling, agent_id, queued_at from conversation where shop_id = ${shopId} and handling <> 'closed'`,
  );

async function ask(customer: CustomerCtx): Promise<string> {
  clock.advance(1_000);
  const { state } = await receiveHumanRequest(customer, visit, { clientId: act() });
  await ground.bus.settled();
  return state.conversationId;
}

test("law 4: nobody over capacity, nobody skipped, no free seat while somebody waits — whatever happens in which order", async () => {
  type Step = { kind: "ask" | "leave" | "close" | "online" | "offline" | "transfer" | "take"; who: number };
  const step = fc.record({
    kind: fc.constantFrom<Step["kind"]>(
      "ask",
      "ask",
      "ask",
      "leave",
      "close",
      "close",
      "online",
      "offline",
      "transfer",
      "take",
    ),
    who: fc.nat(30),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
      async (steps, capacities) => {
        const ctx = await buildShop(ground);
        const agents: StaffCtx[] = [];
        for (const capacity of capacities) agents.push(await buildStaff(ctx, { capacity, role: "supervisor" }));
        const connectedOrder: string[] = [];
        const queuedOrder: string[] = [];
        for (const { kind, who } of steps) {
          const open = await listOpen(ctx.shopId);
          const served = open.filter((row) => row.handling === "agent");
          const agent = agents[who % agents.length]!;
          const row = served[who % Math.max(1, served.length)];
          const waiting = open.filter((each) => each.handling === "queue");
          const ofRow = row && agents.find((each) => each.actor.id === row.agent_id)!;
          if (kind === "ask") await ask(await buildCustomer(ctx));
          else if (kind === "leave" && waiting.length > 0) {
            const left = waiting[who % waiting.length]!;
            await leaveQueue({ ...ctx, actor: { kind: "customer", id: left.customer_id } }, { clientId: act() });
          } else if (kind === "close" && row) await closeConversation(ofRow!, { conversationId: row.conversation_id });
          else if (kind === "online" || kind === "offline") await setStatus(ctx, agent.actor.id, kind);
          else if (kind === "transfer" && row)
            await tolerate(() =>
              transferConversation(ofRow!, { conversationId: row.conversation_id, toAgentId: agent.actor.id }),
            );
          else if (kind === "take" && row)
            await tolerate(() => takeConversation(agent, { conversationId: row.conversation_id }));
          await ground.bus.settled();
          await mustHold(ctx.shopId, agents, capacities);
        }
        for (const { conversation_id } of await rows(
          ground.db,
          sql<{ conversation_id: string }>`select conversation_id from conversation where shop_id = ${ctx.shopId}`,
        )) {
          for (const event of await listEvents(ctx, conversation_id)) {
            if (event.type === "queue.entered") queuedOrder.push(`${event.at} ${conversation_id}`);
            if (event.type === "agent.connected" && event.body.waitedSeconds !== undefined)
              connectedOrder.push(`${event.at} ${conversation_id}`);
          }
        }
        const position = new Map(queuedOrder.sort().map((line, i) => [line.split(" ")[1], i]));
        const order = connectedOrder.sort().map((line) => position.get(line.split(" ")[1])!);
        const sameInstantSorted = order.every(
          (place, i) =>
            i === 0 ||
            place > order[i - 1]! ||
            connectedOrder[i]!.split(" ")[0] === connectedOrder[i - 1]!.split(" ")[0],
        );
        assert.ok(sameInstantSorted, `connected in the order of the queue: ${order}`);
      },
    ),
    { numRuns: 25 },
  );
});

async function mustHold(shopId: string, agents: StaffCtx[], capacities: number[]): Promise<void> {
  const open = await listOpen(shopId);
  const online = new Set(
    (
      await rows(
        ground.db,
        sql<{ staff_id: string }>`select staff_id from staff where shop_id = ${shopId} and status = 'online'`,
      )
    ).map((row) => row.staff_id),
  );
  let freeSeats = 0;
  agents.forEach((agent, i) => {
    const load = open.filter((row) => row.handling === "agent" && row.agent_id === agent.actor.id).length;
    assert.ok(load <= capacities[i]!, `load ${load} of ${capacities[i]}`);
    if (online.has(agent.actor.id)) freeSeats += capacities[i]! - load;
  });
  const waiting = open.filter((row) => row.handling === "queue").length;
  assert.ok(waiting === 0 || freeSeats === 0, `${waiting} wait beside ${freeSeats} free seats`);
  assert.equal(open.filter((row) => row.handling === "requested").length, 0, "every request was answered");
}

async function tolerate(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

describe("asking for a person", () => {
  test("is told at once when nobody is there, and when the queue is full", async () => {
    const ctx = await buildShop(ground, { queueLimit: 1 });
    const first = await ask(await buildCustomer(ctx));
    assert.deepEqual((await listEvents(ctx, first)).at(-1)!.body, { reason: "offline" });
    await buildStaff(ctx, { capacity: 1 });
    for (const _ of [1, 2]) await ask(await buildCustomer(ctx));
    const late = await ask(await buildCustomer(ctx));
    assert.deepEqual((await listEvents(ctx, late)).at(-1)!.body, { reason: "full" });
  });

  test("takes a free seat even where nobody may wait", async () => {
    const ctx = await buildShop(ground, { queueLimit: 0 });
    await buildStaff(ctx, { capacity: 1 });
    const served = await ask(await buildCustomer(ctx));
    assert.ok((await listEvents(ctx, served)).some((event) => event.type === "agent.connected"));
    const refused = await ask(await buildCustomer(ctx));
    assert.deepEqual((await listEvents(ctx, refused)).at(-1)!.body, { reason: "full" });
  });

  test("twice is once", async () => {
    const ctx = await buildShop(ground);
    await buildStaff(ctx, { capacity: 1 });
    const customer = await buildCustomer(ctx);
    const id = await ask(customer);
    await ask(customer);
    const types = (await listEvents(ctx, id)).map((event) => event.type);
    assert.equal(types.filter((type) => type === "human.requested").length, 1);
    assert.equal(types.filter((type) => type === "agent.connected").length, 1);
  });

  test("says why this agent and how long the customer waited, and greets in the agent's name", async () => {
    const ctx = await buildShop(ground, { greeting: { "zh-CN": "我是{agent}", en: "I am {agent}" } });
    const busy = await buildStaff(ctx, { capacity: 2, name: "小周", status: "offline" });
    await buildStaff(ctx, { capacity: 1, name: "小林", status: "busy" });
    // Nobody free: the queue needs somebody online to be entered at all.
    await setStatus(ctx, busy.actor.id, "online");
    const taken = await ask(await buildCustomer(ctx));
    const connected = (await listEvents(ctx, taken)).find((event) => event.type === "agent.connected")!;
    assert.equal(connected.body.because, "first_free");
    assert.equal(connected.body.waitedSeconds, 0);
    const greeting = (await listEvents(ctx, taken)).find((event) => event.type === "greeting.sent")!;
    assert.equal(greeting.body.text, "我是小周");
  });

  test("tells everybody who waits the same place as each would be told alone", async () => {
    const ctx = await buildShop(ground);
    const agent = await buildStaff(ctx, { capacity: 1, status: "online" });
    for (let n = 0; n < 9; n++) {
      await receiveHumanRequest(await buildCustomer(ctx), visit, { clientId: act() });
      await ground.bus.settled();
      clock.advance(1_000);
    }
    for (let n = 0; n < 4; n++) {
      const served = (await listOpen(ctx.shopId)).find((row) => row.handling === "agent")!;
      await closeConversation(agent, { conversationId: served.conversation_id });
      await ground.bus.settled();
      clock.advance(5_000);
    }
    const waiting = await listWaiting(ctx);
    assert.equal(waiting.length, 4);
    for (const [i, { state, place }] of waiting.entries()) {
      assert.equal(place.position, i + 1);
      assert.ok(place.estimatedSeconds);
      assert.deepEqual(await describeQueue(ctx, state.conversationId), place);
    }
  });

  test("left unanswered by a crash is found by the sweep", async () => {
    const ctx = await buildShop(ground);
    await buildStaff(ctx);
    const customer = await buildCustomer(ctx);
    // As if the process had died between the commit and its reaction: the event is in the log, nobody heard of it.
    const silent = { ...ctx.eventLog };
    const { state } = await silent.appendTogether(async (_client, append) => {
      const [appended] = await append([
        {
          shopId: ctx.shopId,
          target: { customerId: customer.actor.id, channel: "web" },
          decide: () => [{ type: "conversation.started", actor: { kind: "system" }, body: { channel: "web" } }],
        },
      ]);
      return appended!;
    });
    await rows(
      ground.db,
      sql`update conversation set handling = 'requested', human_requested = true where shop_id = ${ctx.shopId}`,
    );
    await routing.sweep();
    await ground.bus.settled();
    const [row] = await listOpen(ctx.shopId);
    assert.equal(row!.handling, "agent");
    assert.equal(row!.conversation_id, state.conversationId);
  });
});

test("a hand-over needs a colleague who is online and has a free seat", async () => {
  const ctx = await buildShop(ground);
  const from = await buildStaff(ctx, { capacity: 3 });
  const customer = await buildCustomer(ctx);
  const conversationId = await ask(customer);
  const away = await buildStaff(ctx, { status: "offline" });
  await assert.rejects(transferConversation(from, { conversationId, toAgentId: away.actor.id }), {
    code: "agent_offline",
  });
  const full = await buildStaff(ctx, { capacity: 1 });
  await ask(await buildCustomer(ctx));
  await assert.rejects(transferConversation(from, { conversationId, toAgentId: full.actor.id }), {
    code: "capacity_full",
  });
  const free = await buildStaff(ctx, { capacity: 1 });
  await transferConversation(from, { conversationId, toAgentId: free.actor.id, note: "老客户" });
  await receiveMessage(customer, visit, { clientId: act(), content: text("您好") });
  await assert.rejects(closeConversation(from, { conversationId }), { code: "conflict" });
  await closeConversation(free, { conversationId });
});
