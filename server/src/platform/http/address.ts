import type { IncomingMessage } from "node:http";

/** Where a request comes from. Behind a proxy on this machine, the proxy says; from elsewhere its word is not taken. */
export function addressOf(request: Pick<IncomingMessage, "headers" | "socket">): string {
  const direct = request.socket.remoteAddress ?? "";
  const isLocal = direct === "127.0.0.1" || direct === "::1" || direct === "::ffff:127.0.0.1";
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return isLocal && forwarded ? forwarded : direct;
}
