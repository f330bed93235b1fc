/**
 * The frame of every mail of ours: one column of tables with inline styles, because that is what mail programs agree on
 * (docs/decisions/0010-mails.md). Colours of the dark scheme come by class, for those programs that ask for it.
 */

export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

export const colours = {
  paper: "#FAFAF7",
  surface: "#FFFFFF",
  line: "#E7E5DF",
  ink: "#1F2421",
  second: "#5F665F",
  accent: "#0E7C7B",
  quiet: "#C9CDC8",
  /** Around what can be clicked. */
  edge: "#8A8F88",
  good: "#2F7D32",
  late: "#B42318",
  waiting: "#8F5D12",
};

const dark = `
@media (prefers-color-scheme: dark) {
  .paper { background: #141716 !important; }
  .surface { background: #1C201F !important; border-color: #2C3230 !important; }
  .rule { border-color: #2C3230 !important; }
  .ink { color: #E6E9E6 !important; }
  .second { color: #A9B1AB !important; }
  .link { color: #4DB6AC !important; }
  .good { color: #7CC780 !important; }
  .late { color: #F08A80 !important; }
  .waiting { color: #E0B066 !important; }
  .button { background: #4DB6AC !important; color: #10201E !important; }
  .choice { color: #E6E9E6 !important; border-color: #7B837D !important; }
  .bar { background: #4DB6AC !important; }
  .bar-before { background: #4A524E !important; }
}
@media (max-width: 480px) {
  .sheet { padding: 20px 16px !important; }
  .outer { padding: 0 !important; }
}`;

const fonts =
  "-apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

export type MailPage = { language: "zh-CN" | "en"; title: string; preheader: string; body: string; footer: string };

export const layOut = ({ language, title, preheader, body, footer }: MailPage): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${dark}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${colours.paper};">
<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:${colours.paper};">
<tr><td align="center" class="outer" style="padding:24px 8px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;">
<tr><td class="surface sheet" style="padding:28px 32px;background:${colours.surface};border:1px solid ${colours.line};border-radius:8px;font-family:${fonts};font-size:14px;line-height:22px;color:${colours.ink};">
<div class="ink" style="color:${colours.ink};">
${body}
</div>
</td></tr>
<tr><td class="second sheet" style="padding:16px 32px;font-family:${fonts};font-size:12px;line-height:18px;color:${colours.second};">
${footer}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

/** `href` is of our own making or the console's address. */
export const link = (href: string, words: string): string =>
  `<a class="link" href="${escapeHtml(href)}" style="color:${colours.accent};text-decoration:none;">${escapeHtml(words)}</a>`;

export const button = (href: string, words: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" style="background:${colours.accent};border-radius:6px;"><a class="button" href="${escapeHtml(href)}" style="display:inline-block;padding:9px 18px;color:#FFFFFF;font-size:14px;text-decoration:none;border-radius:6px;">${escapeHtml(words)}</a></td></tr></table>`;
