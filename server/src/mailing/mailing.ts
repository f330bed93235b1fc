import { createHash } from "node:crypto";
import type { InputOf } from "@yingda/contract/route";
import type { MailProblem, MailSettings, mailingRoutes } from "@yingda/contract/routes/mailing";
import type { Ctx } from "../context.ts";
import { AppError } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { MailFailure, type MailServer, sendMail } from "../platform/mail.ts";
import type { Seal } from "../platform/seal.ts";
import { getShop } from "../shops/shops.ts";
import * as queries from "./queries.ts";
import { testWords } from "./words.ts";

/** How a shop sends mail. What is in the mails, others know; what waits to be sent is the outbox's. */

export async function describeMail(ctx: Ctx): Promise<{ settings: MailSettings | null }> {
  const row = await queries.findSettings(ctx.db, ctx.shopId);
  if (!row) return { settings: null };
  const { host, port, security, user_name, password_sealed, from_name, from_address } = row;
  const rest = {
    user: user_name,
    hasPassword: password_sealed !== null,
    fromName: from_name,
    fromAddress: from_address,
  };
  return { settings: { host, port, security, ...rest } };
}

export const isMailSetUp = async (ctx: Ctx): Promise<boolean> =>
  (await queries.findSettings(ctx.db, ctx.shopId)) !== null;

export async function saveMail(ctx: Ctx, seal: Seal, wish: InputOf<typeof mailingRoutes.saveMail>) {
  const { host, port, security, user, password, fromName, fromAddress } = wish;
  await queries.saveSettings(ctx.db, ctx.shopId, {
    ...{ host, port, security, user_name: user, from_name: fromName, from_address: fromAddress },
    password_sealed: await sealPassword(ctx, seal, { host, user, password }),
  });
  return describeMail(ctx);
}

/** A known password goes to the server it was given for, or nowhere: else whoever changes the host could read it. */
async function sealPassword(
  ctx: Ctx,
  seal: Seal,
  { host, user, password }: { host: string; user: string; password?: string },
) {
  if (!user || password === "") return null;
  if (password !== undefined) return seal.close(password);
  const known = await queries.findSettings(ctx.db, ctx.shopId);
  if (!known?.password_sealed) return null;
  if (known.host !== host || known.user_name !== user) {
    const message = "Server or user have changed; give the password again.";
    throw new AppError("invalid_input", message, {}, [{ path: "password", message }]);
  }
  return known.password_sealed;
}

export async function removeMail(ctx: Ctx) {
  await queries.deleteSettings(ctx.db, ctx.shopId);
  return describeMail(ctx);
}

/** null: mail is not set up. */
export async function findMailServer(ctx: Ctx, seal: Seal): Promise<MailServer | null> {
  const row = await queries.findSettings(ctx.db, ctx.shopId);
  if (!row) return null;
  const password = row.password_sealed ? await seal.open(row.password_sealed) : "";
  if (password === null)
    throw new MailFailure("sign_in", "The stored password can't be read any more; enter it again.");
  const { host, port, security, user_name, from_name, from_address } = row;
  const fromName = from_name || (await getShop(ctx)).settings.name;
  return { host, port, security, user: user_name, password, fromName, fromAddress: from_address };
}

export async function sendTestMail(
  ctx: Ctx,
  seal: Seal,
  { to, language }: { to: string; language: "zh-CN" | "en" },
): Promise<{ isSent: boolean; problem: MailProblem | null; detail: string }> {
  try {
    const server = await findMailServer(ctx, seal);
    if (!server) return { isSent: false, problem: "not_set_up", detail: "" };
    const words = testWords[language]((await getShop(ctx)).settings.name);
    const messageId = messageIdOf(newId(), to, server.fromAddress);
    const answer = await sendMail(server, { to, ...words, messageId, at: ctx.clock.now() });
    return { isSent: true, problem: null, detail: answer.slice(0, 500) };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return { isSent: false, problem: error.problem, detail: error.message };
  }
}

/** The same for every attempt to bring one mail to one recipient, so that mail programs know a twin. */
export function messageIdOf(mailId: string, recipient: string, fromAddress: string): string {
  const who = createHash("sha256").update(recipient.toLowerCase()).digest("hex").slice(0, 12);
  return `<${mailId}.${who}@${fromAddress.split("@").at(-1)}>`;
}
