import type { AlertCondition } from "@yingda/contract/routes/alerts";
import { tagRules } from "@yingda/contract/tag-rules";
import { sayValue } from "@yingda/measures/figure-words";
import type { Metric } from "@yingda/measures/metric";
import type { MeasureSettings } from "@yingda/measures/settings";
import { fillWords } from "@yingda/measures/words";
import { button, colours, escapeHtml, layOut, link } from "../mailing/layout.ts";
import type { RaisedAlert, RuleRow } from "./queries.ts";

/** What an alarm says by mail: the figure, what it crossed, what it is beside, and where to look. */

type Language = RuleRow["language"];

const share = (ratio: number) => `${Math.round(ratio * 100)}%`;

const words = {
  "zh-CN": {
    colon: "：",
    window: { 1: "今天到现在", 7: "近 7 天", 30: "近 30 天" },
    above: (value: string) => `高于 ${value}`,
    below: (value: string) => `低于 ${value}`,
    tag: { urgent: "急需优化", worsening: "持续变差" },
    tagHow: {
      urgent: `比同行中位数差了至少 ${share(tagRules.urgentExcess)}，且不是偶然`,
      worsening: `比上期差了至少 ${share(tagRules.worseningChange)}，且不是偶然`,
    },
    previous: { 1: "昨天全天", 7: "前 7 天", 30: "前 30 天" },
    peers: "同行中位数",
    cases: (n: string, d: string) => `${n} ÷ ${d}`,
    look: "看诊断：为什么、怎么办",
    once: (hours: number) => `恢复之前不会再提醒；两次提醒至少间隔 ${hours} 小时。`,
    footer: "收到这封邮件，是因为店铺的预警规则里有这个地址。店铺管理员可以修改：",
    manage: "设置 › 预警",
  },
  en: {
    colon: ": ",
    window: { 1: "today so far", 7: "last 7 days", 30: "last 30 days" },
    above: (value: string) => `above ${value}`,
    below: (value: string) => `below ${value}`,
    tag: { urgent: "needs attention", worsening: "getting worse" },
    tagHow: {
      urgent: `worse than the peers’ median by ${share(tagRules.urgentExcess)} of it or more, and not by chance`,
      worsening: `worse than before by ${share(tagRules.worseningChange)} of it or more, and not by chance`,
    },
    previous: { 1: "Yesterday, the whole day", 7: "The 7 days before", 30: "The 30 days before" },
    peers: "Peers’ median",
    cases: (n: string, d: string) => `${n} ÷ ${d}`,
    look: "See the diagnosis: why, and what to do",
    once: (hours: number) =>
      `You won’t be told again until it has recovered, and not within ${hours} hour${hours === 1 ? "" : "s"} of this alert.`,
    footer: "You get this because a rule of the shop names this address. An administrator of the shop can change it: ",
    manage: "Settings › Alerts",
  },
};

type About = {
  metric: Metric;
  settings: MeasureSettings;
  alert: RaisedAlert;
  rule: Pick<RuleRow, "windowDays" | "language" | "coolDownHours">;
  shopName: string;
  publicUrl: string;
};

export function writeAlertMail({ metric, settings, alert, rule, shopName, publicUrl }: About): {
  subject: string;
  html: string;
  text: string;
} {
  const { language, windowDays, coolDownHours } = rule;
  const w = words[language];
  const say = (value: number) =>
    language === "en" ? sayValue(value, metric.unit).en : sayValue(value, metric.unit).zh;
  const count = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 });
  const named = fillWords(metric.name, settings);
  const name = language === "en" ? named.en : named.zh;
  const condition = sayCondition(alert.condition, language, say);
  const figures = [
    ...(alert.denominator === null ? [] : [w.cases(count(alert.numerator), count(alert.denominator))]),
    ...(alert.previous === null ? [] : [`${w.previous[windowDays]} ${say(alert.previous)}`]),
    ...(alert.peerMedian === null ? [] : [`${w.peers} ${say(alert.peerMedian)}`]),
  ].join(" · ");
  const how = alert.condition.kind === "tag" ? w.tagHow[alert.condition.tag] : "";
  const place =
    metric.denominator === null
      ? "/"
      : `/analytics/diagnosis?${new URLSearchParams({ metric: metric.key, from: alert.from, to: alert.to })}`;
  const subject = `${shopName}${w.colon}${name} ${say(alert.value)}${language === "en" ? ", " : "，"}${condition}`;
  const second = `class="second" style="color:${colours.second};font-size:13px;"`;
  const body = [
    `<div ${second}>${escapeHtml(shopName)} · ${escapeHtml(w.window[windowDays])}</div>`,
    `<div style="font-size:16px;line-height:26px;font-weight:600;">${escapeHtml(name)}</div>`,
    `<div style="padding:8px 0;"><span style="font-size:34px;line-height:42px;font-weight:600;">${escapeHtml(say(alert.value))}</span> <span class="late" style="color:${colours.late};">${escapeHtml(condition)}</span></div>`,
    how ? `<div>${escapeHtml(how)}</div>` : "",
    figures ? `<div ${second}>${escapeHtml(figures)}</div>` : "",
    `<div style="padding:16px 0;">${button(`${publicUrl}${place}`, w.look)}</div>`,
    `<div ${second}>${escapeHtml(w.once(coolDownHours))}</div>`,
  ];
  const footer = `${escapeHtml(w.footer)}${link(`${publicUrl}/settings?section=alerts`, w.manage)}`;
  const html = layOut({ language, title: subject, preheader: figures, body: body.filter(Boolean).join("\n"), footer });
  const text = [
    `${shopName} · ${w.window[windowDays]}`,
    `${name} ${say(alert.value)} ${condition}`,
    ...[how, figures].filter(Boolean),
    "",
    `${w.look}${w.colon}${publicUrl}${place}`,
    "",
    w.once(coolDownHours),
    "-- ",
    `${w.footer}${publicUrl}/settings?section=alerts`,
    "",
  ].join("\n");
  return { subject, html, text };
}

function sayCondition(condition: AlertCondition, language: Language, say: (value: number) => string): string {
  const w = words[language];
  return condition.kind === "tag" ? w.tag[condition.tag] : w[condition.kind](say(condition.threshold));
}
