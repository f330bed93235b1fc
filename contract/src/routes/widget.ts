import * as z from "zod";
import { fileRef, id } from "../events.ts";
import { route } from "../route.ts";

const bilingual = z.object({ "zh-CN": z.string(), en: z.string() });

export const widgetConfig = z.object({
  shopName: z.string(),
  color: z.string(),
  welcome: bilingual,
  hotQuestions: z.array(z.object({ entryId: id, question: z.string() })),
  isDemo: z.boolean(),
});
export type WidgetConfig = z.infer<typeof widgetConfig>;

export const widgetRoutes = {
  getWidgetConfig: route({
    method: "GET",
    path: "/api/widget/:widgetKey",
    permission: "public",
    summary: "What the window shows before a word is said",
    params: z.object({ widgetKey: z.string().max(80) }),
    /** The popular questions are then those in this language, if the shop has such. */
    query: z.object({ locale: z.enum(["zh-CN", "en"]).optional() }),
    reply: widgetConfig,
  }),
  startCustomer: route({
    method: "POST",
    path: "/api/widget/:widgetKey/customers",
    permission: "public",
    summary: "A new anonymous customer; keep the token, it is the only key to the history",
    params: z.object({ widgetKey: z.string().max(80) }),
    body: z.object({ locale: z.enum(["zh-CN", "en"]) }),
    reply: z.object({ token: z.string(), customerId: id }),
  }),
  /** Bearer token. The type is found from the bytes; the name only names. */
  uploadCustomerFile: route({
    method: "POST",
    path: "/api/widget-files",
    permission: "customer",
    summary: "Upload an image or file before sending it",
    query: z.object({ name: z.string().min(1).max(200) }),
    body: "bytes",
    reply: fileRef,
  }),
  uploadStaffFile: route({
    method: "POST",
    path: "/api/files",
    permission: "staff",
    summary: "Upload an image or file for a message or a rich answer",
    query: z.object({ name: z.string().min(1).max(200) }),
    body: "bytes",
    reply: fileRef,
  }),
};
