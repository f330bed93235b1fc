import { type NewEvent, ownPrefix, type SurveyVia } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { SurveySetup } from "@yingda/contract/routes/shop";
import type { Ctx } from "../context.ts";
import { loadLatest } from "../conversations/customer-reading.ts";
import { findLoaded, listEvents } from "../conversations/reading.ts";
import type { ConversationState } from "../conversations/state.ts";
import { getCustomer } from "../customers/customers.ts";
import type { Tx } from "../platform/db/database.ts";
import { localDay } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import { findAsked } from "./answering.ts";
import { type Contact, readContact } from "./contact.ts";
import type { SurveyLinks } from "./links.ts";
import { chooseSurveys } from "./policy.ts";
import * as queries from "./queries.ts";

/**
 * Asks customers how it was, when their conversation has ended or some days later. It appends invitations and has links
 * sent; it takes no answers, and never asks while somebody is being served.
 */

/** Everything a link's message is made of. */
export type LinkInvitation = {
  conversationId: string;
  survey: queries.DueInvitation["survey"];
  shopName: string;
  customerName: string;
  contact: Contact;
  locale: "zh-CN" | "en";
  question: string;
  url: string;
  /** Days where the shop is: when the conversation ended, and the last on which the link works. */
  endedOn: string;
  expiresOn: string;
};

/** A way to send links. */
export type LinkSender = {
  canReach: (ctx: Ctx, contact: Contact, about: Pick<LinkInvitation, "conversationId" | "survey">) => Promise<boolean>;
  /**
   * Keeps it until it is sent or given up; the same invitation twice is sent once. It is kept exactly when the
   * transaction, which notes that this was asked, commits.
   */
  take: (ctx: Ctx, invitation: LinkInvitation, tx: Tx) => Promise<void>;
};

/** Links and those who send them, the preferred first. */
export type Sending = { links: SurveyLinks; senders: readonly LinkSender[] };

const dayMs = 86_400_000;

/** Chooses the surveys of a conversation that was closed; what is due at once is asked at once. */
export async function decideSurveys(ctx: Ctx, sending: Sending, state: ConversationState): Promise<void> {
  const { conversationId, customerId, closedAt } = state;
  if (state.handling !== "closed" || !closedAt) return;
  const { surveys } = (await getShop(ctx)).settings;
  const chosen = chooseSurveys(surveys, state).map((survey) => ({
    survey,
    dueAt: new Date(Date.parse(closedAt) + surveys[survey].delayDays * dayMs),
  }));
  await queries.writeDecision(ctx.db, ctx.shopId, { conversationId, customerId, closedAt }, chosen);
  if (chosen.length === 0) return;
  for (const due of await queries.listDueOf(ctx.db, ctx.shopId, conversationId, ctx.clock.now()))
    await invite(ctx, sending, due);
}

/**
 * Done twice it is done once: the event knows its own kind, and who settles the invitation hands over the link. A program
 * that died in between is followed by one that goes by what the log says was asked.
 */
export async function invite(ctx: Ctx, sending: Sending, due: queries.DueInvitation): Promise<void> {
  const now = ctx.clock.now();
  const { settings } = await getShop(ctx);
  const setup = settings.surveys[due.survey];
  const drop = () => queries.settleInvitation(ctx.db, due, "dropped", now);
  const loaded = await findLoaded(ctx, due.conversation_id);
  if (!loaded || !(await isStillWanted(ctx, due, setup, loaded.state, now))) return void (await drop());
  const contact = setup.via === "link" ? await findContact(ctx, loaded.state) : null;
  const about = { conversationId: due.conversation_id, survey: due.survey };
  const sender = contact && (await findSender(ctx, sending, contact, about));
  const via: SurveyVia = sender ? "link" : "popup";
  if (via === "popup" && !(await isLatest(ctx, due))) return void (await drop());
  const locale = loaded.state.locale === "en" ? "en" : "zh-CN";
  const asking = { via, question: setup.question[locale], asksComment: setup.asksComment };
  const { events, isRepeat } = await ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId: due.conversation_id },
    clientId: `${ownPrefix}survey-${due.survey}`,
    decide: (state) => (state && mayAsk(due, state) ? [invitationOf(due, state, asking)] : []),
  });
  if (events.length === 0 && !isRepeat) return void (await drop());
  const asked = isRepeat ? await findAsked(ctx, about) : asking;
  const expiresAt = new Date(now.getTime() + limits.surveyLinkDays * dayMs);
  const dayOf = (at: Date) => localDay(at, settings.timeZone);
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await queries.settleInvitation(tx, due, "invited", now))) return;
    if (!sender || !contact || asked?.via !== "link") return;
    const invitation: LinkInvitation = {
      ...about,
      shopName: settings.name,
      customerName: loaded.customerName,
      contact,
      locale,
      question: asked.question ?? asking.question,
      url: `${ctx.publicUrl}/s/${sending.links.issue({ shopId: ctx.shopId, ...about, expiresAt })}`,
      endedOn: dayOf(new Date(loaded.state.closedAt ?? now)),
      expiresOn: dayOf(expiresAt),
    };
    await sender.take(ctx, invitation, tx);
  });
}

async function isStillWanted(
  ctx: Ctx,
  due: queries.DueInvitation,
  setup: SurveySetup,
  state: ConversationState,
  now: Date,
): Promise<boolean> {
  if (!setup.isOn || state.handling !== "closed" || (due.survey === "csat" && state.rating !== null)) return false;
  if (setup.everyDays === 0) return true;
  return !(await queries.wasInvitedSince(ctx.db, due, new Date(now.getTime() - setup.everyDays * dayMs)));
}

/** Not in a conversation that goes on, and not for stars that an agent asked for or the customer has given. */
function mayAsk({ survey }: queries.DueInvitation, state: ConversationState): boolean {
  if (state.handling !== "closed") return false;
  return survey !== "csat" || (state.rating === null && state.ratingInvited === null);
}

function invitationOf(
  { survey }: queries.DueInvitation,
  state: ConversationState,
  asked: { via: SurveyVia; question: string; asksComment: boolean },
): NewEvent {
  const actor = { kind: "system" } as const;
  return survey === "csat"
    ? { type: "rating.invited", actor, body: { target: state.hadAgent ? "human" : "bot", ...asked } }
    : { type: "survey.invited", actor, body: { survey, ...asked } };
}

/** The window asks about the conversation it shows; whoever has begun another one is asked about that. */
async function isLatest(ctx: Ctx, { customer_id, conversation_id }: queries.DueInvitation): Promise<boolean> {
  const latest = await loadLatest({ ...ctx, actor: { kind: "customer", id: customer_id } });
  return latest?.state.conversationId === conversation_id;
}

async function findSender(
  ctx: Ctx,
  { senders }: Sending,
  ...asked: [Contact, Pick<LinkInvitation, "conversationId" | "survey">]
): Promise<LinkSender | null> {
  for (const sender of senders) if (await sender.canReach(ctx, ...asked)) return sender;
  return null;
}

/** What the shop's page said of its visitor, else what the customer left with a message here. */
async function findContact(ctx: Ctx, state: ConversationState): Promise<Contact> {
  const { email, phone } = await getCustomer(ctx, state.customerId);
  if (email || phone) return { email, phone };
  const events = await listEvents(ctx, state.conversationId);
  const left = events.findLast((event) => event.type === "offline_message.left" && event.body.contact);
  return readContact(left?.type === "offline_message.left" ? left.body.contact : undefined);
}
