import type { DissatisfactionReason, NewEvent, SurveyAnswer, SurveyVia } from "@yingda/contract/events";
import type { CustomerFrame } from "@yingda/contract/frames";
import type { Ctx, CustomerCtx } from "../context.ts";
import type { Appended } from "../conversations/append.ts";
import { listEvents } from "../conversations/reading.ts";
import { notFound } from "../platform/errors.ts";
import type { SurveyLink } from "./links.ts";

/** Takes answers to surveys that were invited to, in the window or by link, also long after the end. The last counts. */

export async function receiveSurveyAnswer(
  ctx: CustomerCtx,
  { clientId, conversationId, answer }: Extract<CustomerFrame, { t: "survey" }>,
): Promise<Appended> {
  const events = await listEvents(ctx, conversationId);
  const isInvited = events.some((event) => event.type === "survey.invited" && event.body.survey === answer.survey);
  if (!isInvited) throw notFound("survey");
  return ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    clientId,
    decide: (state) => {
      if (state?.customerId !== ctx.actor.id) throw notFound("conversation");
      return [{ type: "survey.answered", actor: ctx.actor, body: { ...answer, via: "popup" } }];
    },
  });
}

export type LinkAnswer =
  | SurveyAnswer
  | { survey: "csat"; value: number; reasons?: DissatisfactionReason[]; comment?: string };

/** Whoever has the link is the customer. */
export async function receiveLinkAnswer(
  ctx: Ctx,
  { conversationId }: SurveyLink,
  { clientId, answer }: { clientId: string; answer: LinkAnswer },
): Promise<void> {
  await ctx.eventLog.append({
    shopId: ctx.shopId,
    target: { conversationId },
    clientId,
    decide: (state) => {
      if (!state) throw notFound("conversation");
      const actor = { kind: "customer", id: state.customerId } as const;
      if (answer.survey !== "csat") return [{ type: "survey.answered", actor, body: { ...answer, via: "link" } }];
      const { value, reasons, comment } = answer;
      const target = state.hadAgent ? "human" : "bot";
      const given: NewEvent = {
        type: "rating.given",
        actor,
        body: { target, stars: value, reasons, comment, via: "link" },
      };
      return [given];
    },
  });
}

type Asked = {
  question: string | null;
  asksComment: boolean;
  /** null where an agent asked. */
  via: SurveyVia | null;
  isAnswered: boolean;
  /** The language of the customer's window. */
  locale: "zh-CN" | "en" | null;
};

/** How this survey was asked here; null where nobody was invited to it. */
export async function findAsked(
  ctx: Ctx,
  { conversationId, survey }: Pick<SurveyLink, "conversationId" | "survey">,
): Promise<Asked | null> {
  const events = await listEvents(ctx, conversationId);
  const invitation = events.findLast((event) =>
    survey === "csat"
      ? event.type === "rating.invited"
      : event.type === "survey.invited" && event.body.survey === survey,
  );
  if (invitation?.type !== "rating.invited" && invitation?.type !== "survey.invited") return null;
  const isAnswered = events.some((event) =>
    survey === "csat"
      ? event.type === "rating.given"
      : event.type === "survey.answered" && event.body.survey === survey,
  );
  const { question = null, asksComment = true, via = null } = invitation.body;
  const started = events[0]?.type === "conversation.started" ? events[0].body.locale : undefined;
  return { question, asksComment, via, isAnswered, locale: started === "zh-CN" || started === "en" ? started : null };
}
