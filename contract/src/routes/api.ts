import * as z from "zod";
import { route } from "../route.ts";

export const apiRoutes = {
  getApiDocument: route({
    method: "GET",
    path: "/api/openapi.json",
    permission: "staff",
    summary: "This API as an OpenAPI 3.1 document; /api/docs is the same as a page",
    reply: z.looseObject({ openapi: z.string() }),
  }),
};
