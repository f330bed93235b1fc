import { createHmac } from "node:crypto";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { findTarget, guardedLookup, linkLocalRefusal } from "./outgoing.ts";

/**
 * One signed POST to an address that somebody of the shop has typed in. What the address may lead to is bounded: http
 * and https only, no redirects, no link-local addresses (where clouds keep their machines' credentials), a time limit,
 * and of the reply nothing but its status is kept. Machines on the shop's own network are allowed: a gateway may well
 * stand there, and only who may edit the settings can name it.
 */
export type WebhookCall = {
  url: string;
  secret: string;
  deliveryId: string;
  body: string;
  /** Signed with it, so that a receiver can refuse what was recorded and is played again. */
  at: Date;
  timeoutMs: number;
};

/** `status` null: no reply came; `error` says why, null when it was accepted (2xx). */
export type WebhookReply = { status: number | null; error: string | null };

export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;

const largestReplyBytes = 64 * 1024;

export function postWebhook({ url, secret, deliveryId, body, at, timeoutMs }: WebhookCall): Promise<WebhookReply> {
  const target = findTarget(url);
  if (target === "not_http") return refusal("not an http:// or https:// address");
  if (target === "forbidden") return refusal(linkLocalRefusal);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Yingda-Webhook/1",
    "x-yingda-delivery": deliveryId,
    "x-yingda-timestamp": timestamp,
    "x-yingda-signature": signatureOf(secret, timestamp, body),
  };
  return new Promise((done) => {
    const call = target.protocol === "https:" ? requestHttps : requestHttp;
    const limit = AbortSignal.timeout(timeoutMs);
    const request = call(target, { method: "POST", headers, agent: false, lookup: guardedLookup, signal: limit });
    request.on("error", (error) =>
      done({ status: null, error: limit.aborted ? `no reply within ${timeoutMs / 1000} s` : whatFailed(error) }),
    );
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      const settle = () => done({ status, error: status >= 200 && status < 300 ? null : `answered ${status}` });
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > largestReplyBytes) response.destroy();
      });
      response.on("close", settle);
      response.on("error", settle);
    });
    request.end(body);
  });
}

const refusal = (error: string): Promise<WebhookReply> => Promise.resolve({ status: null, error });

const whatFailed = (error: Error & { code?: string }): string =>
  (error.code ? `${error.code}` : error.message).slice(0, 200);
