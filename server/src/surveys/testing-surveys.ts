import type { SurveyName, SurveySetup } from "@yingda/contract/routes/shop";
import type { Ctx, CustomerCtx, Ground, StaffCtx } from "../context.ts";
import { actAsSystem, receiveMessage, receiveOfflineMessage } from "../conversations/conversations.ts";
import { listEvents } from "../conversations/reading.ts";
import { defaultSettings } from "../shops/default-settings.ts";
import { act, buildCustomer, buildShop, text, visit } from "../testing/build.ts";

/** For tests: shops that ask, and conversations that end. */

const off = (name: SurveyName): SurveySetup => ({ ...defaultSettings.surveys[name], isOn: false });

/** Only the surveys that are named are on. */
export function buildAskingShop(ground: Ground, on: Partial<Record<SurveyName, Partial<SurveySetup>>>): Promise<Ctx> {
  const names: SurveyName[] = ["csat", "nps", "ces"];
  const surveys = Object.fromEntries(
    names.map((name) => [name, on[name] ? { ...off(name), isOn: true, ...on[name] } : off(name)]),
  ) as Record<SurveyName, SurveySetup>;
  return buildShop(ground, { surveys });
}

const bot = { kind: "bot" } as const;
const system = { kind: "system" } as const;

/** The customer asks, the bot or this agent answers, and the conversation is closed. */
export async function holdConversation(
  ctx: Ctx,
  {
    customer,
    agent,
    contact,
    locale = "zh-CN",
  }: { customer?: CustomerCtx; agent?: StaffCtx; contact?: string; locale?: "zh-CN" | "en" } = {},
): Promise<{ customer: CustomerCtx; conversationId: string }> {
  const who = customer ?? (await buildCustomer(ctx));
  const here = { ...visit, locale };
  const { state, seq } = await receiveMessage(who, here, { clientId: act(), content: text("什么时候发货") });
  const { conversationId } = state;
  if (contact) await receiveOfflineMessage(who, here, { clientId: act(), text: "请联系我", contact });
  await actAsSystem(ctx, conversationId, () => [
    agent
      ? { type: "agent.connected", actor: system, body: { agentId: agent.actor.id } }
      : {
          type: "bot.answered",
          actor: bot,
          body: { outcome: "direct", trigger: "words", inReplyTo: seq, text: "24 小时内" },
        },
    { type: "conversation.closed", actor: system, body: { by: "system" } },
  ]);
  await ctx.bus.settled();
  return { customer: who, conversationId };
}

export const listInvitations = async (ctx: Ctx, conversationId: string) =>
  (await listEvents(ctx, conversationId)).flatMap((event) =>
    event.type === "survey.invited" || event.type === "rating.invited" ? [event] : [],
  );
