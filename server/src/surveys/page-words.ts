import type { DissatisfactionReason } from "@yingda/contract/events";
import type { SurveyName } from "@yingda/contract/routes/shop";

/** What the customer reads on the page behind a link, beside the shop's own question. */

type Words = {
  question: Record<SurveyName, string>;
  lowest: Record<SurveyName, string>;
  highest: Record<SurveyName, string>;
  stars: readonly string[];
  why: string;
  reasons: Record<DissatisfactionReason, string>;
  comment: string;
  send: string;
  choose: string;
  again: string;
  thanks: string;
  thanksMore: string;
  gone: string;
  goneMore: string;
  expired: string;
  expiredMore: string;
  tooMany: string;
};

export const pageWords: Record<"zh-CN" | "en", Words> = {
  "zh-CN": {
    question: { csat: "请评价本次服务", nps: "您有多大可能把我们推荐给朋友？", ces: "这次解决问题，您觉得容易吗？" },
    lowest: { csat: "很不满意", nps: "完全不可能", ces: "非常困难" },
    highest: { csat: "非常满意", nps: "非常可能", ces: "非常容易" },
    stars: ["很不满意", "不满意", "一般", "满意", "非常满意"],
    why: "哪里没做好？",
    reasons: {
      unsolved: "问题没解决",
      slow: "回复慢",
      attitude: "态度差",
      repeat: "让我重复描述",
      other: "其他",
    },
    comment: "还想说点什么（选填）",
    send: "提交",
    choose: "请先选择一个分数，再提交",
    again: "您已经答过了；再次提交会以最新的为准。",
    thanks: "谢谢，已经收到",
    thanksMore: "您的意见会帮助我们改进。现在可以关闭这个页面了。",
    gone: "这个链接无法使用",
    goneMore: "请检查链接是否完整，或在客服窗口里联系我们。",
    expired: "这个链接已经过期",
    expiredMore: "谢谢您愿意告诉我们。欢迎随时在客服窗口里联系我们。",
    tooMany: "提交得太频繁了，请一分钟后再试。",
  },
  en: {
    question: {
      csat: "How did we do?",
      nps: "How likely are you to recommend us to a friend?",
      ces: "How easy was it to get your question solved?",
    },
    lowest: { csat: "Very poor", nps: "Not at all likely", ces: "Very difficult" },
    highest: { csat: "Excellent", nps: "Extremely likely", ces: "Very easy" },
    stars: ["Very poor", "Poor", "Okay", "Good", "Excellent"],
    why: "What went wrong?",
    reasons: {
      unsolved: "Not solved",
      slow: "Slow replies",
      attitude: "Attitude",
      repeat: "Had to repeat myself",
      other: "Something else",
    },
    comment: "Anything else? (optional)",
    send: "Submit",
    choose: "Choose a score first, then submit",
    again: "You have answered already; submitting again replaces your answer.",
    thanks: "Thank you, we have it",
    thanksMore: "What you said helps us get better. You can close this page now.",
    gone: "This link does not work",
    goneMore: "Check that it is complete, or reach us in the chat window.",
    expired: "This link has expired",
    expiredMore: "Thank you for wanting to tell us. You can always reach us in the chat window.",
    tooMany: "That was a bit often. Please try again in a minute.",
  },
};
