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
  urgentFirst: true,
  idleCloseMinutes: 30,
  replyAlarmSeconds: 60,
  allowedOrigins: [],
  surveys: {
    csat: {
      isOn: true,
      after: ["served"],
      delayDays: 0,
      samplePercent: 100,
      everyDays: 0,
      question: { "zh-CN": "请评价本次服务", en: "How did we do?" },
      asksComment: true,
      via: "popup",
    },
    nps: {
      isOn: false,
      after: ["bot", "served"],
      delayDays: 0,
      samplePercent: 100,
      everyDays: 30,
      question: {
        "zh-CN": "您有多大可能把我们推荐给朋友或同事？",
        en: "How likely are you to recommend us to a friend or colleague?",
      },
      asksComment: true,
      via: "popup",
    },
    ces: {
      isOn: false,
      after: ["bot", "served"],
      delayDays: 0,
      samplePercent: 100,
      everyDays: 7,
      question: { "zh-CN": "这次解决问题，您觉得容易吗？", en: "How easy was it to get your question solved?" },
      asksComment: true,
      via: "popup",
    },
  },
};
