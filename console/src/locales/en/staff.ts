export const staff = {
  title: "staff",
};
