import { v5 } from "uuid";
import { isMailSetUp } from "../mailing/mailing.ts";
import { queueMail } from "../mailing/outbox.ts";
import { writeSurveyMail } from "./mail.ts";
import type { LinkSender } from "./surveys.ts";

/** Mails survey links through the shop's own mail server; the outbox keeps, retries and shows them like the others. */
export const mailSender: LinkSender = {
  canReach: async (ctx, { email }) => email !== null && (await isMailSetUp(ctx)),
  take: async (ctx, invitation, tx) => {
    const { conversationId, survey, contact } = invitation;
    if (contact.email === null) throw new Error("a survey's mail needs an address");
    // Of what is asked where: the same invitation is the same mail, whoever takes it, however often.
    const mailId = v5(`${conversationId} ${survey}`, ctx.shopId);
    await queueMail(ctx, { mailId, kind: "survey", recipients: [contact.email], ...writeSurveyMail(invitation) }, tx);
  },
};
