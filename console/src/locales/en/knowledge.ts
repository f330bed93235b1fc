export const knowledge = {
  title: "Knowledge",
  lead: "The answers your bot and your people share",
};
