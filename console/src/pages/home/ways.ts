import type { Permission } from "@yingda/contract/permissions";
import type { metricNames } from "./advice.ts";

/**
 * Where each metric is improved, from the list in the metrics' definition; only places that exist. `word` is the key
 * of the link's words under `ways`.
 */
export type Way =
  | {
      word: "unanswered" | "unresolved" | "unconnected" | "longWaits" | "dissatisfied" | "unreplied" | "slow";
      to: "behind";
    }
  | { word: "addKnowledge" | "improveAnswers" | "useBot"; to: "/knowledge"; permission: Permission }
  | { word: "addStaff"; to: "/staff"; permission: Permission }
  | { word: "hotQuestions"; to: "/settings"; section: "window"; permission: Permission }
  | { word: "serviceHours" | "replyAlarm"; to: "/settings"; section: "service"; permission: Permission }
  | { word: "quickPhrases"; to: "/settings"; section: "phrases"; permission: Permission };

const addKnowledge: Way = { word: "addKnowledge", to: "/knowledge", permission: "knowledge.edit" };
const improveAnswers: Way = { word: "improveAnswers", to: "/knowledge", permission: "knowledge.edit" };
const useBot: Way = { word: "useBot", to: "/knowledge", permission: "knowledge.edit" };
const addStaff: Way = { word: "addStaff", to: "/staff", permission: "staff.manage" };
const hotQuestions: Way = { word: "hotQuestions", to: "/settings", section: "window", permission: "settings.edit" };
const serviceHours: Way = { word: "serviceHours", to: "/settings", section: "service", permission: "settings.edit" };
const replyAlarm: Way = { word: "replyAlarm", to: "/settings", section: "service", permission: "settings.edit" };
const quickPhrases: Way = { word: "quickPhrases", to: "/settings", section: "phrases", permission: "knowledge.edit" };

export const waysOf: Record<(typeof metricNames)[string], Way[]> = {
  coverage: [{ word: "unanswered", to: "behind" }, addKnowledge],
  resolution: [{ word: "unresolved", to: "behind" }, improveAnswers, hotQuestions],
  connect: [{ word: "unconnected", to: "behind" }, addStaff, serviceHours, useBot],
  wait: [{ word: "longWaits", to: "behind" }, addStaff, useBot],
  satisfaction: [{ word: "dissatisfied", to: "behind" }, improveAnswers, quickPhrases],
  reply: [{ word: "unreplied", to: "behind" }, replyAlarm, addStaff],
  response: [{ word: "slow", to: "behind" }, quickPhrases, replyAlarm, addStaff],
  dissatisfaction: [{ word: "dissatisfied", to: "behind" }, quickPhrases, improveAnswers],
};
