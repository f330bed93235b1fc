export const workspace = {
  title: "Inbox",
  lead: "Customers who are waiting, and the ones you are serving",
};
