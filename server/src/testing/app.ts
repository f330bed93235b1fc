import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { after } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type CustomerFrame, type CustomerPush, customerPush } from "@yingda/contract/frames";
import type { Role } from "@yingda/contract/permissions";
import type { CallOf, ReplyOf, Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { pino } from "pino";
import { WebSocket } from "ws";
import { type App, openApp } from "../app.ts";
import type { Ctx } from "../context.ts";
import { systemClock } from "../platform/clock.ts";
import { newId } from "../platform/ids.ts";
import { keyOfShop } from "../shops/shop-key.ts";
import { createShop } from "../shops/shops.ts";
import { addStaff } from "../staff/staff.ts";
import { openTestGround } from "./database.ts";

/** The whole server on a free port, and the people who use it from outside, over real HTTP and real WebSockets. */

export type TestApp = { app: App; url: string; databaseUrl: string };

export async function openTestApp(): Promise<TestApp> {
  const { database, folder } = await openTestGround();
  const secret = () => randomBytes(32).toString("base64url");
  const app = await openApp({
    database,
    dataFolder: folder,
    distFolder: folder,
    publicUrl: "http://localhost",
    secrets: { staffSessions: secret(), customerTokens: secret(), seal: secret() },
    clock: systemClock,
    log: pino({ level: process.env.YINGDA_LOG ?? "fatal" }),
  });
  await app.http.listen({ port: 0, host: "127.0.0.1" });
  after(() => app.close());
  const { port } = app.http.server.address() as AddressInfo;
  return { app, url: `http://localhost:${port}`, databaseUrl: database.url };
}

export async function openShop({ app }: TestApp): Promise<Ctx & { widgetKey: string }> {
  const shopId = newId();
  await createShop(app.ground, { shopId, settings: {}, hasDemo: false });
  return { ...app.ground, shopId, widgetKey: keyOfShop(shopId) };
}

export type Caller = {
  id: string;
  cookie: string;
  call: <R extends Route>(route: R, input?: CallOf<R>) => Promise<ReplyOf<R>>;
  tryCall: (route: Route, input?: object) => Promise<{ status: number; body: unknown }>;
};

/** Somebody signed in by their one-time link. */
export async function signIn(
  { app, url }: TestApp,
  ctx: Ctx,
  person: { role: Role; name?: string; capacity?: number },
): Promise<Caller> {
  const member = await addStaff(ctx, app.auth, {
    name: person.name ?? person.role,
    email: `${newId()}@test.example`,
    role: person.role,
    capacity: person.capacity ?? 5,
  });
  const link = await app.auth.makeSignInLink(member.email);
  const response = await fetch(link.url.replace("http://localhost", url), { redirect: "manual" });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const tryCall = (route: Route, input: object = {}) =>
    request(url, route, input as Record<string, unknown>, { cookie });
  return {
    id: member.id,
    cookie,
    tryCall,
    call: async (route, input) => {
      const { status, body } = await tryCall(route as unknown as Route, input as object);
      if (status !== 200) throw new Error(`${route.method} ${route.path} answered ${status}: ${JSON.stringify(body)}`);
      return body as never;
    },
  };
}

export async function request(
  url: string,
  route: Route,
  input: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const rest = { ...input };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const queryNames = Object.keys((route.query as unknown as { shape?: object } | undefined)?.shape ?? {});
  const query = new URLSearchParams();
  for (const name of queryNames) {
    if (rest[name] !== undefined) query.set(name, String(rest[name]));
    delete rest[name];
  }
  const isBytes = route.body === "bytes";
  const response = await fetch(`${url}${path}?${query}`, {
    method: route.method,
    headers: {
      ...headers,
      ...(route.body ? { "content-type": isBytes ? "application/octet-stream" : "application/json" } : {}),
    },
    body: isBytes ? (rest.bytes as Uint8Array<ArrayBuffer>) : route.body ? JSON.stringify(rest) : undefined,
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

export type Visitor = {
  token: string;
  socket: WebSocket;
  pushes: CustomerPush[];
  send: (frame: CustomerFrame) => void;
  /** The first push, now or later, for which the condition holds. */
  until: <P extends CustomerPush>(isIt: (push: CustomerPush) => push is P) => Promise<P>;
  close: () => void;
};

export const is =
  <T extends CustomerPush["t"]>(t: T, condition: (push: Extract<CustomerPush, { t: T }>) => boolean = () => true) =>
  (push: CustomerPush): push is Extract<CustomerPush, { t: T }> =>
    push.t === t && condition(push as never);

/** A customer's window: what the widget does, without its looks. Every push is checked against the contract. */
export async function visit(
  url: string,
  widgetKey: string,
  { token, have }: { token?: string; have?: { conversationId: string; seq: number } } = {},
): Promise<Visitor> {
  const mine = token ?? (await startCustomer(url, widgetKey));
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/customer`);
  const pushes: CustomerPush[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (bytes) => {
    pushes.push(customerPush.parse(JSON.parse(String(bytes))));
    for (const look of waiting) look();
  });
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  const visitor: Visitor = {
    token: mine,
    socket,
    pushes,
    send: (frame) => socket.send(JSON.stringify(frame)),
    until: (isIt) =>
      new Promise((done, failed) => {
        const timer = setTimeout(
          () => failed(new Error(`what was waited for did not come; came: ${JSON.stringify(pushes).slice(0, 2000)}`)),
          10_000,
        );
        const look = () => {
          const found = pushes.find(isIt);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          done(found as never);
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.close(),
  };
  visitor.send({ t: "hello", token: mine, locale: "zh-CN", have });
  await visitor.until(is("ready"));
  return visitor;
}

async function startCustomer(url: string, widgetKey: string): Promise<string> {
  const response = await fetch(`${url}/api/widget/${widgetKey}/customers`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ locale: "zh-CN" }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** The index is built in a worker: the bot knows an entry a moment after it was written. */
export async function untilKnown(staff: Caller, questions: readonly string[]): Promise<void> {
  for (const text of questions)
    for (let n = 0; (await staff.call(routes.ask, { text })).outcome !== "direct"; n++) {
      if (n > 200) throw new Error(`the bot has not learned “${text}”`);
      await wait(50);
    }
}
