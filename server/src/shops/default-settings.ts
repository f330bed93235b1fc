import { measureRules } from "@yingda/contract/measure-rules";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import { serviceHours } from "@yingda/contract/service-hours";
import { defaultSettings as measures } from "@yingda/measures/settings";

/** What a new shop starts with. */
export const defaultSettings: ShopSettings = {
  name: "我的店铺",
  color: "#0E7C7B",
  timeZone: measures.timeZone,
  industry: "",
  welcome: {
    "zh-CN": "您好，我是智能客服，请问有什么可以帮您？",
    en: "Hello! I'm the shop's assistant bot. How can I help?",
  },
  greeting: {
    "zh-CN": "您好，我是客服{agent}，很高兴为您服务。",
    en: "Hello, this is {agent}. How can I help?",
  },
  hotQuestionIds: [],
  serviceHours: serviceHours.parse(measures.serviceHours),
  measures: measureRules.parse(measures),
  queueLimit: 50,
  idleCloseMinutes: 30,
  replyAlarmSeconds: 60,
  allowedOrigins: [],
};
