export const imports = {
  title: "Import",
  lead: "Bring conversations from elsewhere and measure them the same way",
};
