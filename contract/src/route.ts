import type { z } from "zod";
import type { Permission } from "./permissions.ts";

/**
 * A route is data: what crosses the wire and who may. The server handles it, the console calls it, the API
 * document lists it. Params, query and body are merged into one input, so their names must not collide.
 */
export type Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType | "bytes" = z.ZodType | "bytes",
  R extends z.ZodType | "bytes" = z.ZodType | "bytes",
> = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: string;
  permission: Permission;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  /** Only with a body of bytes; default limits.fileBytes. */
  maxBytes?: number;
};

export function route<
  P extends z.ZodType = z.ZodObject,
  Q extends z.ZodType = z.ZodObject,
  B extends z.ZodType | "bytes" = z.ZodObject,
  R extends z.ZodType | "bytes" = z.ZodType,
>(definition: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return definition;
}

type Part<T> = T extends z.ZodType ? z.output<T> : object;
type PartIn<T> = T extends z.ZodType ? z.input<T> : object;
type Bytes<B> = B extends "bytes" ? { bytes: Uint8Array } : object;

/** What a handler receives, parsed. */
export type InputOf<T> =
  T extends Route<infer P, infer Q, infer B, infer _R> ? Part<P> & Part<Q> & Part<B> & Bytes<B> : never;
/** What a caller passes. */
export type CallOf<T> =
  T extends Route<infer P, infer Q, infer B, infer _R>
    ? PartIn<P> & PartIn<Q> & PartIn<B> & (B extends "bytes" ? { bytes: Blob | Uint8Array } : object)
    : never;
export type ReplyOf<T> =
  T extends Route<infer _P, infer _Q, infer _B, infer R> ? (R extends z.ZodType ? z.output<R> : Bytes<R>) : never;
