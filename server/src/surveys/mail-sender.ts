import { limits } from "@yingda/contract/limits";
import { v5 } from "uuid";
import type { Ctx } from "../context.ts";
import { isMailSetUp } from "../mailing/mailing.ts";
import { queueMail } from "../mailing/outbox.ts";
import { rows, sql } from "../platform/db/database.ts";
import { writeSurveyMail } from "./mail.ts";
import type { LinkInvitation, LinkSender } from "./surveys.ts";

type About = Pick<LinkInvitation, "conversationId" | "survey">;

/** Mails survey links through the shop's own mail server; the outbox keeps, retries and shows them like the others. */
export const mailSender: LinkSender = {
  canReach: async (ctx, { email }, about) =>
    email !== null && (await isMailSetUp(ctx)) && !(await wasMailedLately(ctx, email, about)),
  take: async (ctx, invitation, tx) => {
    const { email } = invitation.contact;
    if (email === null) throw new Error("a survey's mail needs an address");
    const mailId = idOf(ctx, invitation);
    await queueMail(ctx, { mailId, kind: "survey", recipients: [email], ...writeSurveyMail(invitation) }, tx);
  },
};

/** Of what is asked where: the same invitation is the same mail, whoever takes it, however often. */
const idOf = (ctx: Ctx, { conversationId, survey }: About) => v5(`${conversationId} ${survey}`, ctx.shopId);

/** With another survey than this. */
async function wasMailedLately(ctx: Ctx, email: string, about: About): Promise<boolean> {
  const since = new Date(ctx.clock.now().getTime() - limits.surveyMailRestHours * 3_600_000);
  const found = await rows(
    ctx.db,
    sql`
    select 1 from mail join mail_delivery using (shop_id, mail_id)
     where shop_id = ${ctx.shopId} and created_at > ${since} and kind = 'survey' and mail_id <> ${idOf(ctx, about)}
       and lower(recipient) = lower(${email}) limit 1`,
  );
  return found.length > 0;
}
