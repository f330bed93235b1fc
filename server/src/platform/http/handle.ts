import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { ErrorReply } from "@yingda/contract/errors";
import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf, Route } from "@yingda/contract/route";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { ZodError, type z } from "zod";
import type { CustomerCtx, Ground, StaffCtx } from "../../context.ts";
import { isOutage } from "../db/database.ts";
import { AppError } from "../errors.ts";
import { wellFormed } from "../well-formed.ts";
import { addressOf } from "./address.ts";

/** A download. */
export type Bytes = { bytes: Uint8Array; name: string; mime: string };
/** A large one, never in memory whole. */
export type ByteStream = { stream: Readable; length: number; name: string; mime: string };

type ReplyFor<R> = R extends { reply: "bytes" } ? Bytes | ByteStream : ReplyOf<R>;
type Handler<C, R> = (ctx: C, input: InputOf<R>) => Promise<ReplyFor<R>> | ReplyFor<R>;

/** How the areas register their routes; who may call is checked before the handler sees anything. */
export type Handle = {
  public: <R extends Route>(
    route: R,
    handler: Handler<Ground & { address: string; headers: IncomingHttpHeaders }, R>,
  ) => void;
  customer: <R extends Route>(route: R, handler: Handler<CustomerCtx & { address: string }, R>) => void;
  staff: <R extends Route>(route: R, handler: Handler<StaffCtx & { headers: Headers }, R>) => void;
};

export type Doors = {
  ground: Ground;
  /** Throws not_signed_in. */
  customerOf: (request: FastifyRequest) => Promise<CustomerCtx>;
  staffOf: (request: FastifyRequest) => Promise<StaffCtx>;
};

export function makeHandle(http: FastifyInstance, doors: Doors): Handle {
  const contexts = new WeakMap<FastifyRequest, unknown>();
  const register = <C>(
    route: Route,
    door: (request: FastifyRequest) => Promise<C> | C,
    handler: (ctx: C, input: never) => unknown,
  ) => {
    http.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.body === "bytes" ? (route.maxBytes ?? limits.fileBytes) : limits.bodyBytes,
      // Before the body is read: a stranger must not make us hold tens of megabytes.
      onRequest: async (request) => {
        contexts.set(request, await door(request));
      },
      handler: async (request, reply) => {
        const result = await handler(contexts.get(request) as C, parseInput(route, request) as never);
        return route.reply === "bytes" ? sendBytes(reply, result as Bytes | ByteStream) : reply.send(result);
      },
    });
  };
  return {
    public: (route, handler) =>
      register(
        route,
        (request) => ({ ...doors.ground, address: addressOf(request.raw), headers: request.headers }),
        handler as never,
      ),
    customer: (route, handler) =>
      register(
        route,
        async (request) => ({ ...(await doors.customerOf(request)), address: addressOf(request.raw) }),
        handler as never,
      ),
    staff: (route, handler) => {
      const door = async (request: FastifyRequest) => {
        refuseForeignOrigin(request);
        const ctx = await doors.staffOf(request);
        if (!ctx.actor.permissions.has(route.permission)) {
          throw new AppError("not_allowed", `This needs the permission ${route.permission}.`, {
            permission: route.permission,
          });
        }
        return { ...ctx, headers: headersOf(request) };
      };
      register(route, door, handler as never);
    },
  };
}

/** A page of another site can make a browser send our cookie, but not hide where it stands. */
export function refuseForeignOrigin(request: { headers: FastifyRequest["headers"] }): void {
  const { origin, host } = request.headers;
  const forwarded = request.headers["x-forwarded-host"];
  if (origin && URL.parse(origin)?.host !== host && URL.parse(origin)?.host !== forwarded) {
    throw new AppError("not_allowed", `Requests from ${origin} are not accepted here.`);
  }
}

export function headersOf(request: { headers: FastifyRequest["headers"] }): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

function parseInput(route: Route, request: FastifyRequest): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  if (route.params) Object.assign(input, (route.params as z.ZodObject).parse(wellFormed(request.params)));
  if (route.query) Object.assign(input, (route.query as z.ZodObject).parse(wellFormed(request.query)));
  if (route.body === "bytes") {
    if (!Buffer.isBuffer(request.body))
      throw new AppError(
        "invalid_input",
        "Send the file's bytes as the body, with Content-Type: application/octet-stream.",
      );
    input.bytes = request.body;
  } else if (route.body) {
    Object.assign(input, (route.body as z.ZodObject).parse(wellFormed(request.body ?? {})));
  }
  return input;
}

function sendBytes(reply: FastifyReply, file: Bytes | ByteStream): FastifyReply {
  reply
    .header("content-type", file.mime)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  if ("bytes" in file) return reply.send(Buffer.from(file.bytes));
  return reply.header("content-length", file.length).send(file.stream);
}

/** The one translator of failures into replies. */
export function toErrorReply(error: unknown, log: Logger): { status: number; body: ErrorReply } {
  if (error instanceof AppError) {
    const { code, message, details, fields } = error;
    return { status: error.status, body: { error: { code, message, details, fields } } };
  }
  if (error instanceof ZodError) {
    const fields = error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.message }));
    const first = fields[0];
    return {
      status: 400,
      body: {
        error: {
          code: "invalid_input",
          message: first ? `${first.path || "input"}: ${first.message}` : "The input can't be read.",
          fields,
        },
      },
    };
  }
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 413)
    return { status: 413, body: { error: { code: "too_large", message: "That is larger than is accepted here." } } };
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return {
      status: statusCode,
      body: {
        error: {
          code: statusCode === 404 ? "not_found" : "invalid_input",
          message: message ?? "The request can't be read.",
        },
      },
    };
  }
  log.error({ err: error }, "a request failed");
  // With the seconds after which a window sends again by itself.
  if (isOutage(error)) {
    const message = "The database can't be reached; try again in a moment.";
    return { status: 503, body: { error: { code: "unavailable", message, details: { retryAfter: 2 } } } };
  }
  return {
    status: 500,
    body: { error: { code: "internal", message: "Something went wrong here; nothing was changed. Try again." } },
  };
}
