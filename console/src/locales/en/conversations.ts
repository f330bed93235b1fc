export const conversations = {
  title: "History",
  lead: "Every conversation, from first word to last",
};
