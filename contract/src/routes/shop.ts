import * as z from "zod";
import { id, surveyVia } from "../events.ts";
import { limits } from "../limits.ts";
import { measureRules } from "../measure-rules.ts";
import { route } from "../route.ts";
import { serviceHours } from "../service-hours.ts";

const bilingual = z.object({ "zh-CN": z.string().max(500), en: z.string().max(500) });
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** CSAT: the stars. NPS: would recommend, 0–10. CES: how easy it was, 1–7. */
export const surveyName = z.enum(["csat", "nps", "ces"]);
export type SurveyName = z.infer<typeof surveyName>;

const surveyWords = z.string().trim().min(1).max(limits.surveyQuestionCharacters);
export const surveySetup = z.object({
  isOn: z.boolean(),
  /** After conversations that the bot alone answered, after those that a person served. */
  after: z.array(z.enum(["bot", "served"])).min(1),
  /** 0: as soon as the conversation is closed. */
  delayDays: z.number().int().min(0).max(30),
  /** Which share of the conversations is asked; the same conversation is always in or out. */
  samplePercent: z.number().int().min(1).max(100),
  /** The same customer is not invited again sooner; 0: every time. */
  everyDays: z.number().int().min(0).max(365),
  question: z.object({ "zh-CN": surveyWords, en: surveyWords }),
  asksComment: z.boolean(),
  /** A link needs an address of the customer's and somebody to send it; where either is missing the window asks. */
  via: surveyVia,
});
export type SurveySetup = z.infer<typeof surveySetup>;

export const shopSettings = z.object({
  name: z.string().trim().min(1).max(limits.nameCharacters),
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  timeZone: z.string().max(60).refine(isTimeZone, "no time zone of this name is known"),
  industry: z.string().max(60),
  welcome: bilingual,
  /** Sent in the agent's name at connect; empty: none. `{agent}` stands for the name. */
  greeting: bilingual,
  /** Chips in the window before the first question. */
  hotQuestionIds: z.array(id).max(limits.hotQuestions),
  /** When people serve, in the shop's local time. */
  serviceHours,
  /** What its figures are reckoned by. */
  measures: measureRules,
  /** More waiting than this: the customer is asked to leave a message. */
  queueLimit: z.number().int().min(0).max(1000),
  /** Who can't wait is served as if they had waited `limits.urgentHeadStartSeconds` longer. */
  urgentFirst: z.boolean(),
  /** Close after this long without a word from the customer. */
  idleCloseMinutes: z.number().int().min(5).max(1440),
  /** The agent's timer turns amber at half of this and red at it. */
  replyAlarmSeconds: z.number().int().min(10).max(600),
  /** Which site may embed the window; empty: any. */
  allowedOrigins: z.array(z.string().max(200)).max(50),
  surveys: z.object({ csat: surveySetup, nps: surveySetup, ces: surveySetup }),
});
export type ShopSettings = z.infer<typeof shopSettings>;

const shop = z.object({ id, widgetKey: z.string(), hasDemo: z.boolean(), settings: shopSettings });
export type Shop = z.infer<typeof shop>;

export const quickPhrase = z.object({
  id,
  /** Typed after "/" to find it. */
  shortcut: z.string().trim().max(30),
  /** `{客户}` `{客服}` `{店铺}` are filled in when sent. */
  text: z.string().trim().min(1).max(1000),
  group: z.string().trim().max(30),
});
export type QuickPhrase = z.infer<typeof quickPhrase>;

export const shopRoutes = {
  getShop: route({
    method: "GET",
    path: "/api/shop",
    permission: "staff",
    summary: "The shop and its settings",
    reply: shop,
  }),
  updateShop: route({
    method: "PATCH",
    path: "/api/shop",
    permission: "settings.edit",
    summary: "Change settings; what is not named stays",
    body: shopSettings.partial(),
    reply: shop,
  }),
  removeDemo: route({
    method: "POST",
    path: "/api/shop/remove-demo",
    permission: "settings.edit",
    summary: "Remove everything the demo brought: its knowledge, people, customers and conversations",
    reply: z.object({ conversations: z.number(), entries: z.number(), staff: z.number() }),
  }),
  listQuickPhrases: route({
    method: "GET",
    path: "/api/quick-phrases",
    permission: "staff",
    summary: "Quick phrases, by group",
    reply: z.object({ items: z.array(quickPhrase) }),
  }),
  saveQuickPhrase: route({
    method: "PUT",
    path: "/api/quick-phrases/:phraseId",
    permission: "knowledge.edit",
    summary: "Create or change a quick phrase (the caller makes the id)",
    params: z.object({ phraseId: id }),
    body: quickPhrase.omit({ id: true }),
    reply: quickPhrase,
  }),
  deleteQuickPhrase: route({
    method: "DELETE",
    path: "/api/quick-phrases/:phraseId",
    permission: "knowledge.edit",
    summary: "Delete a quick phrase",
    params: z.object({ phraseId: id }),
    reply: z.object({}),
  }),
};
