import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, mock, test } from "node:test";
import { WebSocket } from "ws";
import { AppError } from "../../platform/errors.ts";
import { makeHub } from "../../platform/realtime/hub.ts";
import { openSockets } from "../../platform/realtime/sockets.ts";
import { updateStaff } from "../../staff/queries.ts";
import { buildShop, buildStaff } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import { acceptStaff } from "./staff-socket.ts";
import { staffTopic } from "./topics.ts";

/** How long a member of staff counts as being there. */

const { ground } = await openTestGround();
const ctx = await buildShop(ground);
const hub = makeHub();
const server = createServer();
let isSignedIn = true;
let member = await buildStaff(ctx);
/** What the lookup of the sign-in waits for. */
let gate: Promise<unknown> = Promise.resolve();
const lookedUp: Promise<unknown>[] = [];
const accepted: Promise<void>[] = [];
const sockets = openSockets(server, {
  "/ws/staff": (socket, request) => {
    accepted.push(new Promise((done) => socket.once("close", () => done())));
    acceptStaff(ground, {
      hub,
      staffOf: async () => {
        lookedUp.push(gate);
        await gate;
        if (!isSignedIn) throw new AppError("not_signed_in", "Sign in first.");
        return member;
      },
    })(socket, request);
  },
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const { port } = server.address() as AddressInfo;
after(() => {
  sockets.close();
  server.close();
});

const firstWords = new Map<WebSocket, Promise<unknown>>();
async function open(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/staff`);
  // From the very beginning: the first word may come together with the opening.
  firstWords.set(socket, new Promise((done) => socket.once("message", done)));
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  return socket;
}
const ready = (socket: WebSocket) => firstWords.get(socket)!;
const closed = (socket: WebSocket) => new Promise<number>((done) => socket.once("close", done));

test("a page that closes while its owner is looked up leaves nobody there", async () => {
  const timers = mock.method(globalThis, "setInterval");
  let letGo = () => {};
  gate = new Promise<void>((done) => {
    letGo = done;
  });
  const socket = await open();
  socket.terminate();
  await accepted.at(-1);
  letGo();
  await lookedUp.at(-1);
  // The next one to open is served after whatever the first would still have done.
  gate = Promise.resolve();
  const other = await open();
  await ready(other);
  assert.equal(timers.mock.callCount(), 1);
  timers.mock.restore();
  other.close();
  await accepted.at(-1);
  assert.equal(hub.has(staffTopic(ctx.shopId, member.actor.id)), false);
});

test("who signs out, or gets another role, does not go on listening", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const [one, two] = [await open(), await open()];
  await Promise.all([ready(one), ready(two)]);
  const ends = Promise.all([closed(one), closed(two)]);
  await updateStaff(ground.db, ctx.shopId, member.actor.id, {
    name: "x",
    role: "supervisor",
    capacity: 5,
    isDisabled: false,
  });
  member = { ...member, actor: { ...member.actor, role: "supervisor" } };
  t.mock.timers.tick(30_000);
  assert.deepEqual(await ends, [1012, 1012]);
  const three = await open();
  await ready(three);
  const end = closed(three);
  isSignedIn = false;
  t.mock.timers.tick(30_000);
  assert.equal(await end, 4401);
});
