export const imports = {
  title: "导入",
  lead: "把别处的会话记录搬进来，一样度量",
};
