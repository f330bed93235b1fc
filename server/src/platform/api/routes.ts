import { readFileSync } from "node:fs";
import { routes } from "@yingda/contract/routes";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";
import type { Handle } from "../http/handle.ts";
import { type ApiDocument, describeApi } from "./document.ts";
import { renderApiPage } from "./page.ts";

/** What the API is, for programs and for people who are signed in. */
export function apiRoutes(
  handle: Handle,
  http: FastifyInstance,
  staffOf: (request: FastifyRequest) => Promise<unknown>,
): void {
  let made: { document: ApiDocument; page: string } | null = null;
  const make = () => {
    if (made) return made;
    const document = readApiDocument();
    made = { document, page: renderApiPage(document) };
    return made;
  };
  handle.staff(routes.getApiDocument, () => make().document);
  http.get("/api/docs", async (request, reply) => {
    try {
      await staffOf(request);
    } catch (error) {
      // A person who followed a link; programs ask for the document.
      if (error instanceof AppError && error.code === "not_signed_in") return reply.redirect("/");
      throw error;
    }
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .send(make().page);
  });
}

/** Of this version of the program. */
export function readApiDocument(): ApiDocument {
  const file = new URL("../../../package.json", import.meta.url);
  return describeApi((JSON.parse(readFileSync(file, "utf8")) as { version: string }).version);
}
