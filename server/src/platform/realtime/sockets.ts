import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { limits } from "@yingda/contract/limits";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { AppError } from "../errors.ts";

/** WebSocket endpoints by path on the one HTTP server. A peer that stops answering pings is let go. */
export type Accept = (socket: WebSocket, request: IncomingMessage) => void;

const pingEveryMs = 30_000;

/** A frame that is too large gets an error and the connection stays; only a monstrous one ends it. */
export function mustFit(bytes: RawData): void {
  const length = Array.isArray(bytes) ? bytes.reduce((sum, part) => sum + part.length, 0) : bytes.byteLength;
  if (length > limits.frameBytes)
    throw new AppError("too_large", `A frame can have ${limits.frameBytes} bytes; this has ${length}.`);
}

export function openSockets(server: Server, endpoints: Record<string, Accept>): { close: () => void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes });
  const alive = new WeakSet<WebSocket>();

  let isClosing = false;

  server.on("upgrade", (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    // Anybody may send anything here, and what is thrown here ends the program: no URL parser, which throws.
    const path = request.url?.split("?")[0] ?? "";
    const accept = Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
    if (!accept || isClosing) {
      duplex.on("error", () => {});
      duplex.end(`HTTP/1.1 ${accept ? "503 Service Unavailable" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      alive.add(socket);
      socket.on("pong", () => alive.add(socket));
      // A broken peer shows up as an error, then as a close; the close is what matters.
      socket.on("error", () => {});
      accept(socket, request);
    });
  });

  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, pingEveryMs);
  timer.unref();

  return {
    close: () => {
      // Windows reconnect at once; one that still got in would keep the server from ending.
      isClosing = true;
      clearInterval(timer);
      // 1012: the server restarts; the windows reconnect by themselves.
      for (const socket of sockets.clients) socket.close(1012);
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 500).unref();
    },
  };
}
