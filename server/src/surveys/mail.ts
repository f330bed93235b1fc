import type { SurveyName } from "@yingda/contract/routes/shop";
import { colours, escapeHtml, layOut, link } from "../mailing/layout.ts";
import { sayScore, scores } from "./scale.ts";
import type { LinkInvitation } from "./surveys.ts";

/**
 * What a survey's mail says: the question, the scale to click on, and why it came. Pure. It repeats nothing that the
 * visitor typed, name included: anybody can give somebody else's address, and must not write to it through the shop.
 */

type Language = LinkInvitation["locale"];
type About = Pick<LinkInvitation, "survey" | "shopName" | "question" | "locale" | "url" | "endedOn" | "expiresOn">;

const words = {
  "zh-CN": {
    subject: (shop: string, question: string) => `${shop}：${question}`,
    how: ["点一个分数，或", "打开评价页", "；在页面上提交后才算数。"],
    here: "请在这里评价：",
    ends: (low: string, high: string) => `（${low}，${high}）`,
    why: (shop: string, day: string) =>
      `您收到这封邮件，是因为 ${day}有人咨询「${shop}」的客服时留下了这个邮箱。如果不是您，或不想评价，不必理会。`,
    until: (day: string) => `链接在 ${day}之前有效。`,
    gap: "",
  },
  en: {
    subject: (shop: string, question: string) => `${shop}: ${question}`,
    how: ["Choose a score, or ", "open the survey", "; it counts once you submit it there."],
    here: "Answer here:",
    ends: (low: string, high: string) => `(${low}, ${high})`,
    why: (shop: string, day: string) =>
      `You get this because this address was given in a chat with ${shop} on ${day}. If that was not you, or you would rather not answer, just ignore it.`,
    until: (day: string) => `The link works until ${day}.`,
    gap: " ",
  },
};

export function writeSurveyMail(about: About): { subject: string; html: string; text: string } {
  const { survey, locale, url, endedOn, expiresOn } = about;
  const w = words[locale];
  const shopName = inOneLine(about.shopName);
  const question = inOneLine(about.question);
  const subject = w.subject(shopName, question);
  const why = `${w.why(shopName, sayDay(endedOn, locale))}${w.gap}${w.until(sayDay(expiresOn, locale))}`;
  const [before, open, after] = w.how as [string, string, string];
  const second = (more = "") => `class="second" style="${more}color:${colours.second};font-size:13px;"`;
  const body = [
    `<div ${second()}>${escapeHtml(shopName)}</div>`,
    `<h1 style="margin:4px 0 16px;font-size:20px;line-height:28px;font-weight:600;">${escapeHtml(question)}</h1>`,
    scaleTable(about),
    `<div ${second("padding-top:16px;")}>${escapeHtml(before)}${link(url, open)}${escapeHtml(after)}</div>`,
  ];
  const html = layOut({
    language: locale,
    title: subject,
    preheader: w.how.join(""),
    body: body.join("\n"),
    footer: escapeHtml(why),
  });
  const ends = endsOf(survey).map((score) => `${score} = ${sayScore(survey, locale, score)}`) as [string, string];
  const text = [...[shopName, "", question, w.ends(...ends), ""], ...[w.here, url, ""], ...["-- ", why, ""]];
  return { subject, html, text: text.join("\n") };
}

/** Each score leads to the page with that score chosen. Stars have their words below; of numbers the ends do. */
function scaleTable({ survey, locale, url }: About): string {
  const all = scores[survey];
  const width = `${(100 / all.length).toFixed(2)}%`;
  const cells = all.map((score) => {
    const word = sayScore(survey, locale, score);
    const name = escapeHtml(word ? `${score} ${word}` : String(score));
    const shown =
      survey === "csat" ? `<span class="waiting" style="color:${colours.waiting};font-size:24px;">★</span>` : score;
    const below =
      survey === "csat"
        ? `<div class="second" style="font-size:12px;line-height:16px;color:${colours.second};">${escapeHtml(word)}</div>`
        : "";
    return `<td width="${width}" valign="top" align="center" style="padding:0 2px;"><a class="choice" href="${escapeHtml(`${url}?value=${score}`)}" title="${name}" aria-label="${name}" style="display:block;padding:9px 0;border:1px solid ${colours.edge};border-radius:6px;color:${colours.ink};font-size:15px;text-align:center;text-decoration:none;">${shown}${below}</a></td>`;
  });
  const table = (rows: string) =>
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed;">${rows}</table>`;
  if (survey === "csat") return table(`<tr>${cells.join("")}</tr>`);
  const [low, high] = endsOf(survey).map((score) => escapeHtml(sayScore(survey, locale, score)));
  const end = (word: string, side: "left" | "right") =>
    `<td class="second" align="${side}" style="padding:6px 2px 0;font-size:12px;line-height:16px;color:${colours.second};">${word}</td>`;
  return `${table(`<tr>${cells.join("")}</tr>`)}\n${table(`<tr>${end(low!, "left")}${end(high!, "right")}</tr>`)}`;
}

const endsOf = (survey: SurveyName): [number, number] => [scores[survey][0]!, scores[survey].at(-1)!];

/** Header lines and the plain text keep their shape whatever the shop is called. */
const inOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

const sayDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
