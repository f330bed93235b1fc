import { Agent, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps, Agent as SecureAgent } from "node:https";
import { findTarget, guardedLookup, linkLocalRefusal } from "../platform/outgoing.ts";
import { ModelFailure, problemOfStatus, toFailure } from "./failure.ts";

/**
 * One POST to a model's endpoint. No redirects are followed, and nothing is asked twice but where the endpoint cannot
 * have begun: a connection that was kept open and turns out to be closed. The signal's reason says why it was ended.
 */
export type Endpoint = { baseUrl: string; key: string | null; model: string };

// Kept open: a handshake for each message would eat up the time an embedding has.
const kept = { keepAlive: true, maxSockets: 256, maxFreeSockets: 8, timeout: 60_000, lookup: guardedLookup };
const agents = { "http:": new Agent(kept), "https:": new SecureAgent(kept) };
const largestRefusalBytes = 16 * 1024;

export async function post(
  { baseUrl, key }: Endpoint,
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const target = findTarget(`${baseUrl}${path}`);
  if (target === "not_http") throw new ModelFailure("not_allowed", "not an http:// or https:// address");
  if (target === "forbidden") throw new ModelFailure("not_allowed", linkLocalRefusal);
  const text = JSON.stringify(body);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "user-agent": "Yingda/1",
    ...(key ? { authorization: `Bearer ${key}` } : {}),
  };
  const response = await send(target, headers, text, signal);
  const status = response.statusCode ?? 0;
  if (status >= 200 && status < 300) return response;
  const words = await readRefusal(response);
  if (status >= 300 && status < 400)
    throw new ModelFailure("rejected", `answered ${status}; redirects are not followed`);
  const retryAfter = Number(response.headers["retry-after"]);
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined;
  throw new ModelFailure(problemOfStatus(status), `${status}${words && `: ${words}`}`, seconds);
}

type Headers = Record<string, string | number>;

function send(target: URL, headers: Headers, text: string, signal: AbortSignal, isAgain = false) {
  const protocol = target.protocol as keyof typeof agents;
  const call = protocol === "https:" ? requestHttps : requestHttp;
  return new Promise<IncomingMessage>((done, failed) => {
    const request = call(target, { method: "POST", headers, agent: agents[protocol], signal });
    request.on("response", done);
    request.on("error", (error: Error & { code?: string }) => {
      const isStale = request.reusedSocket && /^(ECONNRESET|EPIPE)$/.test(error.code ?? "");
      if (isStale && !isAgain && !signal.aborted) send(target, headers, text, signal, true).then(done, failed);
      else if (error.message === linkLocalRefusal) failed(new ModelFailure("not_allowed", linkLocalRefusal));
      else failed(whyEnded(error, signal));
    });
    request.end(text);
  });
}

/** What ended a call: the one who waited for it, or the other side. */
export const whyEnded = (error: unknown, signal: AbortSignal): ModelFailure =>
  signal.aborted
    ? signal.reason instanceof ModelFailure
      ? signal.reason
      : new ModelFailure("stopped")
    : toFailure(error);

/** Only what such endpoints say in their own form of an error: an address may lead to a machine that is none of them. */
async function readRefusal(response: IncomingMessage): Promise<string> {
  let text = "";
  try {
    for await (const piece of response) {
      text += piece;
      if (text.length > largestRefusalBytes) break;
    }
    const { error } = JSON.parse(text) as { error?: { message?: unknown } | string };
    const words = typeof error === "string" ? error : error?.message;
    return typeof words === "string" ? words.replace(/\p{Cc}+/gu, " ").slice(0, 200) : "";
  } catch {
    return "";
  }
}
