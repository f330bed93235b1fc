import { type ErrorCode, errorReply, errorStatus } from "@yingda/contract/errors";
import * as frames from "@yingda/contract/frames";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import type { z } from "zod";
import { makeSchemaWriter, type Schema } from "./schemas.ts";

/**
 * The API as an OpenAPI 3.1 document, made from the contract alone: what it says is what the server parses and sends.
 * It describes the routes of the contract; signing in (/api/auth, of the auth library) and sockets are only told about.
 */

export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  "x-permission": string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: "path" | "query"; required: boolean; schema: Schema }[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, Answer | { $ref: string }>;
};
type Answer = { description: string; content: Content };
export type Content = Record<string, { schema: Schema }>;
export type ApiDocument = {
  openapi: "3.1.0";
  info: { title: string; version: string; license: { name: string }; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Answer>;
    securitySchemes: Record<string, Schema>;
  };
};

const description = `Every route of Yingda, as the server parses and answers it.

- Staff are known by the session cookie of \`/api/auth/sign-in/email\` (\`POST {"email", "password"}\`); customers of the chat window by the token of \`POST /api/widget/{widgetKey}/customers\`, sent as \`Authorization: Bearer …\`.
- \`x-permission\` names what a member of staff must be allowed to do; \`public\` and \`customer\` name who stands at the door instead. What belongs to another shop is not found.
- An error's \`code\` is for programs, its \`message\` says in English what to do; \`fields\` names what of the input was wrong.
- Instants are ISO 8601 with an offset; days are YYYY-MM-DD where the shop is.
- Messages arrive by WebSocket: \`/ws/customer\` and \`/ws/staff\`. Their frames are the schemas \`CustomerFrame\`, \`CustomerPush\`, \`StaffFrame\` and \`StaffPush\`, one JSON text each.`;

export function describeApi(version: string): ApiDocument {
  const { write, finish } = makeSchemaWriter();
  const found: ApiDocument["paths"] = {};
  const tags = new Set<string>();
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    const operation = describeRoute(name, route, write);
    tags.add(operation.tags[0]!);
    found[path] = { ...found[path], [route.method.toLowerCase()]: operation };
  }
  write(errorReply, "output");
  for (const frame of [frames.customerFrame, frames.staffFrame]) write(frame, "input");
  for (const push of [frames.customerPush, frames.staffPush]) write(push, "output");
  const { rest: paths, schemas } = finish(found);
  return {
    openapi: "3.1.0",
    info: { title: "Yingda 应答", version, license: { name: "Apache-2.0" }, description },
    tags: [...tags].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas,
      responses: Object.fromEntries(Object.keys(errorStatus).map((code) => [code, answerOf(code as ErrorCode)])),
      securitySchemes: {
        staff: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
        customer: { type: "http", scheme: "bearer" },
      },
    },
  };
}

type Write = (schema: z.ZodType, io: "input" | "output") => Schema;

function describeRoute(name: string, route: Route, write: Write): Operation {
  const { permission, params, query, body, reply, summary, path } = route;
  const door = permission === "public" || permission === "customer" ? permission : "staff";
  return {
    operationId: name,
    summary,
    tags: [path.split(/[/.]/)[2]!],
    "x-permission": permission,
    security: door === "public" ? [] : [{ [door]: [] }],
    parameters: [...listParameters(params, "path", write), ...listParameters(query, "query", write)],
    ...(body && { requestBody: { required: true, content: contentOf(body, "input", write) } }),
    responses: {
      200: { description: "Done", content: contentOf(reply, "output", write) },
      ...describeErrors(route, door),
    },
  };
}

function listParameters(schema: z.ZodType | undefined, where: "path" | "query", write: Write): Operation["parameters"] {
  if (!schema) return [];
  return Object.entries((schema as z.ZodObject).shape).map(([name, field]) => ({
    name,
    in: where,
    required: where === "path" || !field.safeParse(undefined).success,
    schema: write(field, "input"),
  }));
}

const contentOf = (schema: z.ZodType | "bytes", io: "input" | "output", write: Write): Content =>
  schema === "bytes"
    ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
    : { "application/json": { schema: write(schema, io) } };

/** What any such route may answer; the codes that belong to the deed itself are in the default. */
function describeErrors(route: Route, door: "public" | "customer" | "staff"): Operation["responses"] {
  const codes: ErrorCode[] = [];
  if (route.params || route.query || route.body) codes.push("invalid_input");
  if (door !== "public") codes.push("not_signed_in");
  if (door === "staff" && route.permission !== "staff") codes.push("not_allowed");
  if (route.params) codes.push("not_found");
  if (route.body === "bytes") codes.push("too_large");
  const refer = (code: ErrorCode) => ({ $ref: `#/components/responses/${code}` });
  return {
    ...Object.fromEntries(codes.map((code) => [errorStatus[code], refer(code)])),
    default: refer("internal"),
  };
}

const answerOf = (code: ErrorCode): Answer => ({
  description: code === "internal" ? "Any other error, by its `code`" : `\`${code}\` (${errorStatus[code]})`,
  content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorReply" } } },
});
