import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type StaffPush, staffPush } from "@yingda/contract/frames";
import { routes } from "@yingda/contract/routes";
import { WebSocket } from "ws";
import type { Ctx } from "../../context.ts";
import { makeBus } from "../../platform/bus.ts";
import { type Caller, is, openShop, openTestApp, signIn, visit } from "../../testing/app.ts";
import { act, text } from "../../testing/build.ts";
import { readBoard } from "./reading.ts";
import { describeNow } from "./wall.ts";

/** The wall as a supervisor's page gets it: over real sockets, from a running server. */

const testApp = await openTestApp();
const { url, app } = testApp;
const sockets: WebSocket[] = [];
after(() => {
  for (const socket of sockets) socket.terminate();
});

type Wall = Extract<StaffPush, { t: "wall" }>;

async function openSocket({ cookie }: Caller, { isShown = true } = {}) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/staff`, { headers: { cookie } });
  sockets.push(socket);
  const pushes: { push: StaffPush; atMs: number }[] = [];
  const looks = new Set<() => void>();
  socket.on("message", (bytes) => {
    pushes.push({ push: staffPush.parse(JSON.parse(String(bytes))), atMs: performance.now() });
    for (const look of looks) look();
  });
  /** The first push, now or later, for which the condition holds. */
  const until = (condition: (push: StaffPush) => boolean, patienceMs = 10_000) =>
    new Promise<StaffPush>((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`did not come; came: ${JSON.stringify(pushes)}`)), patienceMs);
      const look = () => {
        const found = pushes.find(({ push }) => condition(push));
        if (!found) return;
        clearTimeout(timer);
        looks.delete(look);
        done(found.push);
      };
      looks.add(look);
      look();
    });
  await until((push) => push.t === "ready");
  if (isShown) socket.send(JSON.stringify({ t: "wall", isShown: true }));
  const walls = () => pushes.filter((one): one is { push: Wall; atMs: number } => one.push.t === "wall");
  return { socket, walls, until };
}

/** As a program that has just started would tell it. */
const asAfterStart = async (ctx: Ctx) => describeNow({ ...ctx, bus: makeBus(ctx.log) });

/** What time alone changes is left out. */
const still = ({ at: _, edition: __, longestWaitSeconds: ___, recent: ____, ...now }: Wall["now"]) => now;

async function askForPerson(widgetKey: string) {
  const customer = await visit(url, widgetKey);
  customer.send({ t: "human", clientId: act() });
  await customer.until(is("events", (push) => push.view.handling === "queue"));
  return customer;
}

describe("the wall's pushes", () => {
  test("a customer who waits is on the wall within a second or two, and only for those who asked for it", async () => {
    const ctx = await openShop(testApp);
    const boss = await signIn(testApp, ctx, { role: "supervisor", name: "主管" });
    const agent = await signIn(testApp, ctx, { role: "agent", name: "小林", capacity: 1 });
    await agent.call(routes.setMyStatus, { status: "online" });
    const first = await boss.call(routes.getWall);
    assert.deepEqual([first.now.waiting, first.now.freeSeats, first.now.alerts], [0, 1, []]);
    const [shown, hidden] = [await openSocket(boss), await openSocket(boss, { isShown: false })];

    const served = await visit(url, ctx.widgetKey);
    served.send({ t: "human", clientId: act() });
    await served.until(is("events", (push) => push.view.handling === "agent"));
    const askedMs = performance.now();
    const waiting = await askForPerson(ctx.widgetKey);
    const isIt = (push: StaffPush) => push.t === "wall" && push.now.waiting === 1 && push.now.inService === 1;
    const { now } = (await shown.until(isIt, 2_000)) as Wall;
    assert.ok(performance.now() - askedMs < 2_000);
    assert.deepEqual([now.inService, now.freeSeats, now.todayConversations], [1, 0, 2]);
    assert.deepEqual(
      now.agents.map(({ name, inHand, capacity }) => [name, inHand, capacity]),
      [["小林", 1, 1]],
    );
    assert.deepEqual(
      now.alerts.map(({ kind }) => kind),
      ["no_free_seat"],
    );
    assert.ok(now.waitingSince && Date.parse(now.waitingSince) <= Date.parse(now.at));
    assert.equal(hidden.walls().length, 0);

    // Away, and back: the first paint has what was missed, and the pushes go on.
    shown.socket.terminate();
    waiting.send({ t: "leaveQueue", clientId: act() });
    await waiting.until(is("events", (push) => push.view.handling === "bot"));
    const back = await openSocket(boss);
    const { now: again, lines } = await boss.call(routes.getWall);
    assert.equal(again.waiting, 0);
    const sum = (minutes: number[]) => minutes.reduce((a, b) => a + b, 0);
    assert.deepEqual([sum(lines.conversations), sum(lines.requests), sum(lines.connected)], [2, 2, 1]);
    assert.equal(sum(lines.abandoned), 1);
    waiting.send({ t: "human", clientId: act() });
    await back.until((push) => push.t === "wall" && push.now.waiting === 1, 2_000);
    back.socket.send(JSON.stringify({ t: "wall", isShown: false }));
    back.socket.send(JSON.stringify({ t: "ping" }));
    await back.until((push) => push.t === "pong");
    const before = back.walls().length;
    waiting.send({ t: "leaveQueue", clientId: act() });
    await waiting.until(is("events", (push) => push.events.some((event) => event.type === "queue.left")));
    await wait(1_500);
    assert.equal(back.walls().length, before);
  });

  test("come about once a second however much happens, and after a burst all of it is told", async () => {
    const ctx = await openShop(testApp);
    const boss = await signIn(testApp, ctx, { role: "admin" });
    await boss.call(routes.getWall);
    const { walls, until } = await openSocket(boss);
    const customers = await Promise.all(Array.from({ length: 10 }, () => visit(url, ctx.widgetKey)));
    const startedMs = performance.now();
    for (let round = 0; round < 8; round++) {
      for (const customer of customers)
        customer.send({ t: "send", clientId: act(), content: text(`这款有货吗 ${round}`) });
      await wait(250);
    }
    const said = ({ recent }: Wall["now"]) => recent.lines.messages.reduce((a, b) => a + b, 0);
    await until((push) => push.t === "wall" && said(push.now) === 160);
    const tookMs = performance.now() - startedMs;
    assert.ok(walls().length <= Math.ceil(tookMs / 1_000) + 1, `${walls().length} pushes in ${tookMs} ms`);
    const gaps = walls().map(({ atMs }, i, all) => (i === 0 ? 1_000 : atMs - all[i - 1]!.atMs));
    assert.ok(Math.min(...gaps) > 900, `${gaps}`);
    assert.deepEqual(still(walls().at(-1)!.push.now), still(await asAfterStart(ctx)));
  });

  test("an agent, who reads no figures, gets none", async () => {
    const ctx = await openShop(testApp);
    const agent = await signIn(testApp, ctx, { role: "agent" });
    const { until, walls } = await openSocket(agent);
    const refused = await until((push) => push.t === "error");
    assert.equal((refused as Extract<StaffPush, { t: "error" }>).code, "not_allowed");
    assert.equal((await agent.tryCall(routes.getWall)).status, 403);
    assert.equal(walls().length, 0);
  });
});

describe("the wall's counts", () => {
  test("made from the tables in the middle of the traffic, again and again, miss nothing and count nothing twice", async () => {
    const ctx = await openShop(testApp);
    const boss = await signIn(testApp, ctx, { role: "admin" });
    const customers = await Promise.all(Array.from({ length: 12 }, () => visit(url, ctx.widgetKey)));
    for (let round = 0; round < 6; round++) {
      for (const [i, customer] of customers.entries()) {
        customer.send({ t: "send", clientId: act(), content: text("在吗") });
        if ((i + round) % 4 === 0) customer.send({ t: "human", clientId: act() });
      }
      await wait(3 * round);
      ctx.bus.tell("history.changed", { shopId: ctx.shopId });
      await Promise.all([boss.call(routes.getWall), boss.call(routes.getWall, { against: "last_week" })]);
    }
    const last = act();
    for (const customer of customers) customer.send({ t: "send", clientId: last, content: text("最后一句") });
    await Promise.all(customers.map((each) => each.until(is("ack", (push) => push.clientId === last))));
    await app.ground.bus.settled();
    // Who asked for a person last may still be being told that nobody is there; what is lost stays lost.
    let [heard, stored] = [await boss.call(routes.getWall), await asAfterStart(ctx)];
    for (let again = 0; again < 20 && !isDeepStrictEqual(still(heard.now), still(stored)); again++) {
      await wait(100);
      [heard, stored] = [await boss.call(routes.getWall), await asAfterStart(ctx)];
    }
    assert.deepEqual(still(heard.now), still(stored));
    const { board } = await readBoard(ctx, async (reading) => reading);
    assert.deepEqual(heard.lines.messages, [...board.day.minutes.messages.subarray(0, heard.lines.messages.length)]);
  });

  test("follow a conversation that an agent opens again", async () => {
    const ctx = await openShop(testApp);
    const boss = await signIn(testApp, ctx, { role: "supervisor", capacity: 1 });
    await boss.call(routes.setMyStatus, { status: "online" });
    await boss.call(routes.getWall);
    const customer = await visit(url, ctx.widgetKey);
    customer.send({ t: "human", clientId: act() });
    const { conversationId } = await customer.until(is("events", (push) => push.view.handling === "agent"));
    await boss.call(routes.closeConversation, { conversationId });
    assert.equal((await boss.call(routes.getWall)).now.inService, 0);
    await boss.call(routes.reopenConversation, { conversationId });
    const { now } = await boss.call(routes.getWall);
    assert.deepEqual([now.inService, now.freeSeats], [1, 0]);
    assert.deepEqual(still(now), still(await asAfterStart(ctx)));
  });
});
