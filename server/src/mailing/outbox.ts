import type { InputOf } from "@yingda/contract/route";
import type { MailDelivery, mailingRoutes } from "@yingda/contract/routes/mailing";
import { type Ctx, type Ground, inShop } from "../context.ts";
import type { Db, Tx } from "../platform/db/database.ts";
import { notFound } from "../platform/errors.ts";
import { MailFailure, sendingTakesAtMostMs, sendMail } from "../platform/mail.ts";
import type { Seal } from "../platform/seal.ts";
import { findMailServer, messageIdOf } from "./mailing.ts";
import * as queries from "./queries.ts";

/**
 * Mails that wait to be sent, each recipient on its own. What certainly did not go out is tried again, later and later;
 * what may have arrived (the line broke, or the program died, while the server was taking it) is left to a person.
 */

const minutes = 60_000;
const waitsMs = [1, 5, 15, 60, 180, 360].map((n) => n * minutes);
const claimLastsMs = 2 * sendingTakesAtMostMs;
const takenAtOnce = 20;
const listed = 50;
const keptMs = 90 * 24 * 60 * minutes;

/** The same mailId again changes nothing. With a transaction, the mail is there exactly when that commits. */
export const queueMail = async (ctx: Ctx, mail: queries.QueuedMail, db: Db | Tx = ctx.db): Promise<void> => {
  await queries.addMail(db, ctx.shopId, mail, ctx.clock.now());
};

export async function listDeliveries(
  ctx: Ctx,
  { kind, isStuck }: InputOf<typeof mailingRoutes.listDeliveries> = {},
): Promise<{ items: MailDelivery[] }> {
  const wanted = { kind, isStuck: isStuck && isStuck === "true", limit: listed };
  const found = await queries.listDeliveries(ctx.db, ctx.shopId, wanted);
  return {
    items: found.map(({ createdAt, nextAttemptAt, sentAt, ...rest }) => ({
      ...rest,
      createdAt: createdAt.toISOString(),
      nextAttemptAt: nextAttemptAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
  };
}

export async function sendAgain(ctx: Ctx, key: { mailId: string; recipient: string }): Promise<void> {
  const found = await queries.retryDelivery(ctx.db, ctx.shopId, key, ctx.clock.now());
  if (found.length === 0) throw notFound("mail that failed");
}

/** What became of mails, by id: how many recipients have it, wait, or need help. */
export async function countDeliveries(ctx: Ctx, mailIds: string[]) {
  const found = await queries.countStates(ctx.db, ctx.shopId, mailIds);
  return new Map(found.map(({ mail_id, sent, waiting, failed }) => [mail_id, { sent, waiting, failed }]));
}

/** Sends what is due. Any number of processes may do so at once. */
export async function deliverMail(ground: Ground, seal: Seal): Promise<void> {
  const now = ground.clock.now().getTime();
  await queries.releaseAbandoned(ground.db, new Date(now - claimLastsMs));
  for (;;) {
    const due = await queries.claimDue(ground.db, { at: ground.clock.now(), limit: takenAtOnce });
    // Side by side, for one dead server must not hold up the others' mails.
    await Promise.all(due.map((row) => attempt(ground, seal, row)));
    if (due.length < takenAtOnce) return;
  }
}

export async function forgetOldMail(ground: Ground): Promise<void> {
  await queries.deleteOldMail(ground.db, new Date(ground.clock.now().getTime() - keptMs));
}

async function attempt(ground: Ground, seal: Seal, row: queries.DueRow): Promise<void> {
  const ctx = inShop(ground, row.shop_id);
  try {
    const server = await findMailServer(ctx, seal);
    if (!server) throw new MailFailure("not_set_up", "");
    const { subject, html, body_text: text, recipient: to, created_at: at } = row;
    const messageId = messageIdOf(row.mail_id, to, server.fromAddress);
    const answer = await sendMail(server, { to, subject, html, text, messageId, at }, async () => {
      if (await queries.markHandedOver(ctx.db, row, ctx.clock.now())) return;
      throw new MailFailure("interrupted", "Somebody else has taken it over.");
    });
    await queries.endAttempt(ctx.db, row, { state: "sent", at: ctx.clock.now(), detail: answer.slice(0, 500) });
  } catch (error) {
    // Not the mail's fault; the claim runs out and it is found again.
    if (!(error instanceof MailFailure)) {
      ctx.log.error({ err: error, mailId: row.mail_id }, "a mail could not be sent; it will be tried again");
      return;
    }
    await queries.endAttempt(ctx.db, row, endingOf(error, row.attempts, ctx.clock.now()));
  }
}

function endingOf({ problem, message, isLasting, isUnsure }: MailFailure, attempts: number, now: Date): queries.Ending {
  const words = { problem, detail: message };
  if (isUnsure) return { state: "unsure", ...words };
  const waitMs = waitsMs[attempts - 1];
  if (isLasting || waitMs === undefined) return { state: "failed", ...words };
  return { state: "waiting", ...words, nextAttemptAt: new Date(now.getTime() + waitMs) };
}
