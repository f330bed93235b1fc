import type { ErrorCode, ErrorReply } from "@yingda/contract/errors";
import type { FileRef } from "@yingda/contract/events";
import type { WidgetConfig } from "@yingda/contract/routes/widget";
import type { Locale } from "../words/words.ts";

/** The three calls that are no frames: what the window shows, who the customer is, and files. */

type CallError = { code: ErrorCode };

export function fetchConfig(host: string, key: string, locale: Locale): Promise<WidgetConfig> {
  return call(`${host}/api/widget/${encodeURIComponent(key)}?locale=${locale}`);
}

export async function startCustomer(host: string, key: string, locale: Locale): Promise<string> {
  const reply = await call<{ token: string }>(`${host}/api/widget/${encodeURIComponent(key)}/customers`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ locale }),
  });
  return reply.token;
}

export function uploadFile(host: string, token: string, file: File): Promise<FileRef> {
  return call(`${host}/api/widget-files?name=${encodeURIComponent(file.name.slice(-200) || "file")}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    body: file,
  });
}

async function call<T>(url: string, init?: RequestInit): Promise<T> {
  const reply = await fetch(url, { ...init, credentials: "omit" });
  const body = await reply.json();
  if (reply.ok) return body as T;
  throw (body as ErrorReply).error satisfies CallError;
}

/** Anything else that is thrown is the network's or a proxy's doing. */
export function codeOf(error: unknown): ErrorCode {
  return (error as Partial<CallError> | null)?.code ?? "unavailable";
}
