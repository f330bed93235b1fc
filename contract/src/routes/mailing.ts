import * as z from "zod";
import { id, instant } from "../events.ts";
import { limits } from "../limits.ts";
import { route } from "../route.ts";

export const emailAddress = z.email().max(200);
export const recipients = z
  .array(emailAddress)
  .max(limits.mailRecipients)
  .transform((list) => [...new Map(list.map((one) => [one.toLowerCase(), one])).values()]);

export const mailSecurity = z.enum(["tls", "starttls", "none"]);

const oneLine = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}]*$/u);
const server = z.object({
  host: oneLine
    .min(1)
    .max(253)
    .regex(/^[\w.:-]+$/),
  port: z.number().int().min(1).max(65_535),
  security: mailSecurity,
  /** Empty: the server asks for no name. */
  user: oneLine.max(200),
  fromName: oneLine.max(limits.nameCharacters),
  fromAddress: emailAddress,
});

/** The password is never told. */
export const mailSettings = server.extend({ hasPassword: z.boolean() });
export type MailSettings = z.infer<typeof mailSettings>;

/** Why a mail did not go out. */
export const mailProblem = z.enum([
  "not_set_up",
  "host_not_found",
  "refused",
  "timeout",
  "tls",
  "sign_in",
  "sender",
  "recipient",
  "content",
  "lost",
  "interrupted",
  "other",
]);
export type MailProblem = z.infer<typeof mailProblem>;

/** What a mail is: figures and alerts for the shop's own people, a survey's link for a customer. */
export const mailKind = z.enum(["report", "alert", "survey"]);
export type MailKind = z.infer<typeof mailKind>;

export const mailDelivery = z.object({
  mailId: id,
  kind: mailKind,
  subject: z.string(),
  recipient: z.string(),
  state: z.enum(["waiting", "sending", "sent", "failed", "unsure"]),
  attempts: z.number().int(),
  createdAt: instant,
  nextAttemptAt: instant,
  sentAt: instant.nullable(),
  problem: mailProblem.nullable(),
  /** The mail server's own words. */
  detail: z.string().nullable(),
});
export type MailDelivery = z.infer<typeof mailDelivery>;

export const mailingRoutes = {
  getMail: route({
    method: "GET",
    path: "/api/mail",
    permission: "settings.edit",
    summary: "How the shop sends mail; without the password",
    reply: z.object({ settings: mailSettings.nullable() }),
  }),
  saveMail: route({
    method: "PUT",
    path: "/api/mail",
    permission: "settings.edit",
    summary: "Set up how the shop sends mail; without a password the known one stays, unless server or user change",
    body: server.extend({ password: z.string().max(500).optional() }),
    reply: z.object({ settings: mailSettings.nullable() }),
  }),
  removeMail: route({
    method: "DELETE",
    path: "/api/mail",
    permission: "settings.edit",
    summary: "Forget how mail is sent, password included",
    reply: z.object({ settings: mailSettings.nullable() }),
  }),
  sendTestMail: route({
    method: "POST",
    path: "/api/mail/test",
    permission: "settings.edit",
    summary: "Send a test mail now, and say what the mail server answered",
    body: z.object({ to: emailAddress, language: z.enum(["zh-CN", "en"]) }),
    reply: z.object({ isSent: z.boolean(), problem: mailProblem.nullable(), detail: z.string() }),
  }),
  listDeliveries: route({
    method: "GET",
    path: "/api/mail/deliveries",
    permission: "settings.edit",
    summary: "The latest mails, each with what became of it",
    query: z.object({
      kind: mailKind.optional(),
      /** Only those that were not sent, or of which nobody knows. */
      isStuck: z.enum(["true", "false"]).optional(),
    }),
    reply: z.object({ items: z.array(mailDelivery) }),
  }),
  sendAgain: route({
    method: "POST",
    path: "/api/mail/:mailId/send-again",
    permission: "settings.edit",
    summary: "Try a mail again that failed, or of which nobody knows whether it arrived",
    params: z.object({ mailId: id }),
    body: z.object({ recipient: z.string().max(200) }),
    reply: z.object({}),
  }),
};
