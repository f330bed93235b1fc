export const knowledge = {
  title: "知识",
  lead: "机器人和客服共用的答案",
};
