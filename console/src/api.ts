import type { ErrorCode, ErrorReply } from "@yingda/contract/errors";
import type { CallOf, ReplyOf, Route } from "@yingda/contract/route";
import { saveFile } from "./save-file.ts";

/** What went wrong, by the contract's code. `offline`: the server was not reached, so nothing was changed by it. */
export class ApiError extends Error {
  readonly code: ErrorCode | "offline";
  readonly fields: { path: string; message: string }[];
  readonly details: Record<string, string | number | boolean>;

  constructor(code: ErrorCode | "offline", message: string, rest: Partial<ErrorReply["error"]> = {}) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.fields = rest.fields ?? [];
    this.details = rest.details ?? {};
  }
}

/** Bytes arrive as a Blob. */
type Reply<T> = T extends { reply: "bytes" } ? Blob : ReplyOf<T>;

export async function call<T extends Route>(route: T, input: CallOf<T>, signal?: AbortSignal): Promise<Reply<T>> {
  const response = await send(route, input as Record<string, unknown>, signal);
  return (route.reply === "bytes" ? await response.blob() : await response.json()) as Reply<T>;
}

/** Saves a bytes reply as a file, under the server's name for it where it gives one. */
export async function download<T extends Route & { reply: "bytes" }>(route: T, input: CallOf<T>, fallbackName: string) {
  const response = await send(route, input as Record<string, unknown>);
  const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get("content-disposition") ?? "");
  saveFile(named?.[1] ? decodeURIComponent(named[1]) : fallbackName, await response.blob());
}

async function send(route: Route, input: Record<string, unknown>, signal?: AbortSignal) {
  const request = buildRequest(route, input);
  const response = await fetch(request.url, { ...request.init, credentials: "same-origin", signal }).catch((error) => {
    if (signal?.aborted) throw error;
    throw new ApiError("offline", "The server was not reached.");
  });
  if (response.ok) return response;
  const reply = (await response.json().catch(() => null)) as ErrorReply | null;
  if (reply?.error?.code) throw new ApiError(reply.error.code, reply.error.message, reply.error);
  throw new ApiError(response.status >= 502 ? "unavailable" : "internal", `HTTP ${response.status}`);
}

/** The input is one object; the route says which of its names go into the path, the query and the body. */
export function buildRequest(route: Route, input: Record<string, unknown>): { url: string; init: RequestInit } {
  const rest = { ...input };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });

  const query = new URLSearchParams();
  const queryShape = (route.query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
  for (const name of Object.keys(queryShape)) {
    const value = rest[name];
    delete rest[name];
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }

  const init: RequestInit = { method: route.method };
  if (route.body === "bytes") {
    init.body = rest.bytes as Blob;
    init.headers = { "content-type": "application/octet-stream" };
  } else if (route.body) {
    init.body = JSON.stringify(rest);
    init.headers = { "content-type": "application/json" };
  }
  const search = query.toString();
  return { url: search ? `${path}?${search}` : path, init };
}
