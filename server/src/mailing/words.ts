import { escapeHtml } from "./layout.ts";

/** The test mail. */
const page = (title: string, body: string) =>
  `<div style="font:15px/1.7 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif;padding:16px"><p style="font-weight:600;margin:0 0 8px">${title}</p><p style="margin:0">${body}</p></div>`;

export const testWords = {
  "zh-CN": (shop: string) => {
    const [title, body] = ["邮件已设置好", `${shop} 的报告、预警和调研链接会从这个邮箱发出。`];
    return {
      subject: `${shop}：测试邮件`,
      text: `${title}\n\n${body}\n`,
      html: page(title, escapeHtml(body)),
    };
  },
  en: (shop: string) => {
    const [title, body] = ["E-mail works", `Reports, alerts and surveys of ${shop} will come from this address.`];
    return { subject: `${shop}: test mail`, text: `${title}\n\n${body}\n`, html: page(title, escapeHtml(body)) };
  },
};
