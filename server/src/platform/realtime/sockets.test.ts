import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, test } from "node:test";
import { limits } from "@yingda/contract/limits";
import { WebSocket } from "ws";
import { makeHub } from "./hub.ts";
import { openSockets } from "./sockets.ts";

/** What strangers send to the door of the sockets. Nothing of it may end the program. */

const hub = makeHub();
const opened: WebSocket[] = [];
const server = createServer();
const sockets = openSockets(server, {
  "/ws": (socket) => {
    opened.push(socket);
    socket.on("message", () => socket.send("heard"));
  },
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const { port } = server.address() as AddressInfo;
after(() => server.close());

function upgrade(path: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => {
      answer += bytes;
    });
    socket.on("close", () => done(answer.split("\r\n")[0]!));
    socket.on("error", failed);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
  });
}

async function open(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  return socket;
}

test("a path that is none is answered, not thrown", async () => {
  for (const path of ["//", "//%", "/nowhere", "/constructor", "http://[/ws"])
    assert.equal(await upgrade(path), "HTTP/1.1 404 Not Found", path);
});

test("a monstrous frame cuts off its sender alone", async () => {
  const [large, small] = [await open(), await open()];
  large.send("x".repeat(limits.bodyBytes + 1));
  assert.equal(await new Promise((done) => large.once("close", done)), 1009);
  small.send("x");
  assert.equal(String(await new Promise((done) => small.once("message", done))), "heard");
  small.close();
});

test("a socket that closed while its owner was looked up is not kept", async () => {
  const client = await open();
  const ours = opened.at(-1)!;
  const closed = new Promise((done) => ours.once("close", done));
  client.terminate();
  await closed;
  hub.join("topic", ours);
  assert.equal(hub.has("topic"), false);
});

test("whoever comes while the server ends is turned away", async () => {
  sockets.close();
  assert.equal(await upgrade("/ws"), "HTTP/1.1 503 Service Unavailable");
});
