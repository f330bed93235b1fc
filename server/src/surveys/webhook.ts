import { randomBytes } from "node:crypto";
import type { ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { SurveyWebhook } from "@yingda/contract/routes/surveys";
import { type Ctx, type Ground, inShop } from "../context.ts";
import { AppError } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { eachOnItsOwn } from "../platform/repeat.ts";
import { postWebhook, type WebhookReply } from "../platform/webhook.ts";
import { getShop } from "../shops/shops.ts";
import type { LinkInvitation, LinkSender } from "./surveys.ts";
import * as queries from "./webhook-queries.ts";

/**
 * Hands survey links to a program of the shop's that sends them, e.g. an SMS gateway: kept until accepted, tried again
 * ever more slowly, given up after a day. It sends no text message itself. For receivers: docs/SURVEYS.md.
 */

const timeoutMs = 10_000;
const listed = 20;
const minute = 60_000;
/** After the first attempt, the second … */
const waitsMs = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * minute);
const atOnce = 20;

export const webhookSender: LinkSender = {
  canReach: async (ctx, { email, phone }) => (email || phone ? (await findWebhook(ctx)) !== null : false),
  take: async (ctx, invitation, tx) => {
    const deliveryId = newId();
    const { conversationId, survey } = invitation;
    const body = describeInvitation(deliveryId, invitation);
    await queries.insertDelivery(tx, ctx.shopId, { deliveryId, conversationId, survey, body, at: ctx.clock.now() });
  },
};

function describeInvitation(id: string, invitation: Omit<LinkInvitation, "endedOn" | "expiresOn">): object {
  const { conversationId, survey, shopName: shop, customerName: name, contact, locale, question, url } = invitation;
  return {
    id,
    type: "survey.invited",
    shop,
    conversationId,
    survey,
    customer: { name, ...contact },
    locale,
    question,
    url,
    /** Ready to be sent as it is. */
    text: locale === "en" ? `${shop}: ${question} ${url}` : `【${shop}】${question} ${url}`,
  };
}

/** Sends what is due; one slow receiver holds up nobody but itself. */
export async function sendDeliveries(ground: Ground): Promise<void> {
  const now = ground.clock.now();
  const again = new Date(now.getTime() + minute);
  const due = await queries.takeDeliveries(ground.db, now, again, atOnce);
  await Promise.all(due.map((delivery) => eachOnItsOwn([delivery], (one) => sendOne(ground, one), ground.log)));
}

async function sendOne(ground: Ground, delivery: queries.Delivery): Promise<void> {
  const webhook = await findWebhook(inShop(ground, delivery.shop_id));
  const body = JSON.stringify(delivery.body);
  const reply: WebhookReply = webhook
    ? await postWebhook({ ...webhook, deliveryId: delivery.delivery_id, body, at: ground.clock.now(), timeoutMs })
    : { status: null, error: "the webhook was removed" };
  const at = ground.clock.now();
  const waitMs = webhook ? waitsMs[delivery.attempts - 1] : undefined;
  const isSent = reply.error === null;
  const state = isSent ? "sent" : waitMs === undefined ? "failed" : "waiting";
  await queries.settleDelivery(ground.db, delivery, {
    ...reply,
    state,
    at,
    nextAt: new Date(at.getTime() + (waitMs ?? 0)),
  });
}

/** An empty address is none; its secret is kept for when it comes back. */
async function findWebhook(ctx: Ctx): Promise<{ url: string; secret: string } | null> {
  const found = await queries.findWebhook(ctx.db, ctx.shopId);
  return found?.url ? found : null;
}

export async function describeWebhook(ctx: Ctx): Promise<SurveyWebhook> {
  const [found, deliveries] = await Promise.all([
    queries.findWebhook(ctx.db, ctx.shopId),
    queries.listDeliveries(ctx.db, ctx.shopId, listed),
  ]);
  return {
    url: found?.url ?? "",
    secret: found?.secret ?? null,
    deliveries: deliveries.map(({ changed_at, conversation_id, ...rest }) => ({
      ...rest,
      at: changed_at.toISOString(),
      conversationId: conversation_id,
    })),
  };
}

export async function saveWebhook(
  ctx: Ctx,
  { url, renewSecret }: { url: string; renewSecret: boolean },
): Promise<SurveyWebhook> {
  const known = await queries.findWebhook(ctx.db, ctx.shopId);
  const secret = known && !renewSecret ? known.secret : `whsec_${randomBytes(24).toString("base64url")}`;
  await queries.saveWebhook(ctx.db, ctx.shopId, { url, secret });
  return describeWebhook(ctx);
}

/** Once and now, so that whoever sets it up sees what their program says. */
export async function testWebhook(ctx: Ctx): Promise<ReplyOf<typeof routes.testSurveyWebhook>> {
  const webhook = await findWebhook(ctx);
  if (!webhook) throw new AppError("conflict", "Save the webhook's address first.");
  const { settings } = await getShop(ctx);
  const deliveryId = newId();
  const invitation = {
    conversationId: deliveryId,
    survey: "nps",
    shopName: settings.name,
    customerName: "Test",
    contact: { email: "test@example.com", phone: "13800000000" },
    locale: "zh-CN",
    question: settings.surveys.nps.question["zh-CN"],
    url: `${ctx.publicUrl}/s/test`,
  } as const;
  const body = JSON.stringify({ ...describeInvitation(deliveryId, invitation), isTest: true });
  const startedMs = performance.now();
  const { status, error } = await postWebhook({ ...webhook, deliveryId, body, at: ctx.clock.now(), timeoutMs });
  return { isAccepted: error === null, status, error, tookMs: Math.round(performance.now() - startedMs) };
}
