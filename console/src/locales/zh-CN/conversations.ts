export const conversations = {
  title: "会话",
  lead: "每一通会话，从头到尾",
};
