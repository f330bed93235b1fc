export const workspace = {
  title: "接待",
  lead: "把排队的客户接进来，一个一个答好",
};
