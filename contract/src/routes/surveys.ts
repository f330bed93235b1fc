import * as z from "zod";
import { actorId, dissatisfactionReason, id, instant, surveyVia } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";
import { surveyName } from "./shop.ts";

/** Only http and https; names and passwords do not belong into an address. */
function isWebhookAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

const delivery = z.object({
  at: instant,
  state: z.enum(["waiting", "sent", "failed"]),
  attempts: z.number().int(),
  /** Of the receiver's last reply; null: none came. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  conversationId: id,
});

/** Where survey links are handed over for sending, e.g. to an SMS gateway. */
const webhook = z.object({
  /** Empty: none. */
  url: z.string(),
  /** Signs every delivery; null before an address is set. */
  secret: z.string().nullable(),
  /** The latest, newest first. */
  deliveries: z.array(delivery),
});
export type SurveyWebhook = z.infer<typeof webhook>;

const answer = z.object({
  conversationId: id,
  customerName: z.string(),
  survey: surveyName,
  /** Who was rated; null for NPS and CES. */
  target: z.enum(["bot", "human"]).nullable(),
  /** Stars 1–5, NPS 0–10, CES 1–7. */
  value: z.number().int(),
  reasons: z.array(dissatisfactionReason),
  comment: z.string().nullable(),
  via: surveyVia.nullable(),
  /** null where the conversation was imported without times. */
  at: instant.nullable(),
  agentId: actorId.nullable(),
  agentName: z.string().nullable(),
  startedAt: instant,
});
export type SurveyAnswerRow = z.infer<typeof answer>;

export const surveyRoutes = {
  listSurveyAnswers: route({
    method: "GET",
    path: "/api/surveys/answers",
    permission: "analytics.read",
    summary: "Ratings and survey answers with their comments, latest conversation first",
    query: z.object({
      survey: surveyName.optional(),
      minValue: z.coerce.number().int().min(0).max(10).optional(),
      maxValue: z.coerce.number().int().min(0).max(10).optional(),
      agentId: actorId.optional(),
      /** Local days of the conversation's first event, both included, as for every figure. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      hasComment: z.enum(["true", "false"]).optional(),
      cursor: z.string().max(200).optional(),
      pageSize: z.coerce.number().int().min(1).max(limits.pageSize).default(50),
    }),
    reply: z.object({ items: z.array(answer), nextCursor: z.string().nullable() }),
  }),
  getSurveyWebhook: route({
    method: "GET",
    path: "/api/surveys/webhook",
    permission: "settings.edit",
    summary: "Where survey links are handed over for sending, and how the latest went",
    reply: webhook,
  }),
  saveSurveyWebhook: route({
    method: "PUT",
    path: "/api/surveys/webhook",
    permission: "settings.edit",
    summary: "Set or (with an empty address) remove the webhook; the first address makes the secret",
    body: z.object({
      url: z
        .string()
        .trim()
        .max(500)
        .refine(
          (url) => url === "" || isWebhookAddress(url),
          "must be an http:// or https:// address without a password",
        ),
      /** Signs with a new secret from now on. */
      renewSecret: z.boolean().default(false),
    }),
    reply: webhook,
  }),
  testSurveyWebhook: route({
    method: "POST",
    path: "/api/surveys/webhook/test",
    permission: "settings.edit",
    summary: "Send a made-up invitation to the webhook now, once",
    reply: z.object({
      isAccepted: z.boolean(),
      status: z.number().int().nullable(),
      tookMs: z.number().int(),
      error: z.string().nullable(),
    }),
  }),
};
