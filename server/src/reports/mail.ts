import type { Report } from "@yingda/contract/routes/reports";
import { button, colours, escapeHtml, layOut, link } from "../mailing/layout.ts";
import type { Content, Line } from "./content.ts";
import { inLanguage, sayBand, sayChange, sayDays, sayFigure, sayScore, sayWhen, tagWords, words } from "./words.ts";

/** A report as a mail: subject, HTML and plain text, all of the same content. */

export type Dress = Pick<Report, "name" | "frequency" | "weekday" | "atTime" | "language"> & {
  publicUrl: string;
  /** Whom to ask. */
  admins: string[];
};

export function writeMail(content: Content, dress: Dress): { subject: string; html: string; text: string } {
  const subject = writeSubject(content, dress);
  return { subject, html: writeHtml(content, dress, subject), text: writeText(content, dress) };
}

function writeSubject({ shopName, from, to, score }: Content, { name, language }: Dress): string {
  const w = words[language];
  const days = sayDays(from, to, language);
  const change =
    score.value !== null && score.previous !== null ? sayChange(score.value, score.previous, "points", language) : "";
  const said = score.value === null ? "" : ` · ${w.score} ${sayScore(score.value)}${change ? ` (${change})` : ""}`;
  return `${shopName}${w.colon}${name} · ${days}${said}`;
}

const diagnosisUrl = (publicUrl: string, metric: string, { from, to }: { from: string; to: string }): string =>
  `${publicUrl}/analytics/diagnosis?${new URLSearchParams({ metric, from, to })}`;

function writeHtml(content: Content, dress: Dress, subject: string): string {
  const { language, publicUrl, name } = dress;
  const w = words[language];
  const body = [
    `<div class="second" style="color:${colours.second};font-size:13px;">${escapeHtml(content.shopName)}</div>`,
    `<div style="font-size:20px;line-height:28px;font-weight:600;">${escapeHtml(name)}</div>`,
    `<div class="second" style="color:${colours.second};font-size:13px;">${escapeHtml(sayDays(content.from, content.to, language))} · ${escapeHtml(w.conversations(content.conversations))}</div>`,
    scoreBlock(content, dress),
    content.conversations === 0 ? `<p style="margin:0 0 12px;">${escapeHtml(w.nobody)}</p>` : "",
    findingsBlock(content, dress),
    linesBlock(content, dress),
    `<div style="padding-top:20px;">${button(`${publicUrl}/`, w.open)}</div>`,
  ];
  return layOut({
    language,
    title: subject,
    preheader: content.findings[0]?.sentence[language] ?? w.conversations(content.conversations),
    body: body.filter(Boolean).join("\n"),
    footer: `${escapeHtml(w.footer(sayWhen(dress, language), dress.admins.join(language === "en" ? ", " : "、")))}${link(`${publicUrl}/settings?section=reports`, w.manage)}`,
  });
}

function scoreBlock({ score }: Content, { language, frequency }: Dress): string {
  const w = words[language];
  if (score.value === null)
    return `<p class="second" style="margin:16px 0;color:${colours.second};">${escapeHtml(w.noScore)}</p>`;
  const change =
    score.previous === null ? "" : changeMark(score.value, score.previous, "points", language, verdictOf(score));
  const few = score.isFew ? tagMark("small_sample", language) : "";
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0;"><tr>
<td style="font-size:40px;line-height:48px;font-weight:600;padding-right:16px;">${sayScore(score.value)}</td>
<td style="font-size:13px;line-height:20px;">${escapeHtml(w.score)} · ${escapeHtml(sayBand(score.value, language))}<br>${
    score.previous === null
      ? ""
      : `<span class="second" style="color:${colours.second};">${escapeHtml(w.before[frequency])} ${sayScore(score.previous)}</span> ${change}${few}`
  }</td>
</tr></table>`;
}

function verdictOf({ value, previous, isFew }: Content["score"]): Line["verdict"] {
  if (isFew || value === null || previous === null || value === previous) return "none";
  return value > previous ? "better" : "worse";
}

function findingsBlock(content: Content, { language, publicUrl }: Dress): string {
  const w = words[language];
  return content.findings
    .map(
      ({ metric, sentence }) =>
        `<div class="rule" style="margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid ${colours.accent};">${escapeHtml(sentence[language])} ${link(diagnosisUrl(publicUrl, metric, content), w.look)}</div>`,
    )
    .join("\n");
}

function linesBlock(content: Content, dress: Dress): string {
  const w = words[dress.language];
  const rows = content.lines.map((line) => lineRow(line, content, dress)).join("\n");
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;">
${rows}
</table>
<div class="second" style="padding-top:8px;color:${colours.second};font-size:12px;text-align:right;">${escapeHtml(w.days)}</div>`;
}

function lineRow(line: Line, content: Content, { language, publicUrl }: Dress): string {
  const { metric, value, previous, peers } = line;
  const name = escapeHtml(inLanguage(line.name, language));
  const title = metric.denominator
    ? link(diagnosisUrl(publicUrl, metric.key, content), inLanguage(line.name, language))
    : name;
  const w = words[language];
  const beside = [
    previous === null ? "" : `${w.previous} ${sayFigure(previous, metric.unit, language)}`,
    peers ? `${w.peers} ${sayFigure(peers.median, metric.unit, language)}` : "",
  ].filter(Boolean);
  const change =
    value === null || previous === null ? "" : changeMark(value, previous, metric.unit, language, line.verdict);
  return `<tr>
<td class="rule" valign="top" style="padding:10px 12px 10px 0;border-top:1px solid ${colours.line};">
<div style="font-size:13px;">${title}${line.tags.map((tag) => tagMark(tag, language)).join("")}</div>
<div><span class="ink" style="font-size:20px;line-height:28px;font-weight:600;color:${colours.ink};">${escapeHtml(sayFigure(value, metric.unit, language))}</span> &nbsp;${change}</div>
<div class="second" style="font-size:12px;line-height:18px;color:${colours.second};">${escapeHtml(beside.join(" · "))}</div>
</td>
<td class="rule" align="right" valign="bottom" width="126" style="width:126px;padding:10px 0;border-top:1px solid ${colours.line};">${bars(line)}</td>
</tr>`;
}

function changeMark(
  now: number,
  before: number,
  unit: Line["metric"]["unit"],
  language: Dress["language"],
  verdict: Line["verdict"],
): string {
  const w = words[language];
  const change = sayChange(now, before, unit, language);
  if (change === "") return `<span class="second" style="font-size:13px;color:${colours.second};">${w.same}</span>`;
  if (verdict === "none")
    return `<span class="second" style="font-size:13px;color:${colours.second};">${escapeHtml(change)}</span>`;
  const [name, colour] = verdict === "better" ? ["good", colours.good] : ["late", colours.late];
  return `<span class="${name}" style="font-size:13px;color:${colour};">${escapeHtml(change)} ${w[verdict]}</span>`;
}

function tagMark(tag: Line["tags"][number], language: Dress["language"]): string {
  const [name, colour] =
    tag === "urgent"
      ? ["late", colours.late]
      : tag === "worsening"
        ? ["waiting", colours.waiting]
        : ["second", colours.second];
  return ` <span class="${name}" style="font-size:12px;color:${colour};white-space:nowrap;">[${escapeHtml(inLanguage(tagWords[tag], language))}]</span>`;
}

const barPixels = 36;

/** Cells of a table: every mail program draws them, none asks before showing them. From zero, as bars must. */
function bars({ days }: Line): string {
  const highest = Math.max(...days.map(({ value }) => value ?? 0));
  if (highest <= 0) return "";
  const cells = days.map(({ value, isOwn }) => {
    const height = value === null ? 1 : Math.max(2, Math.round((value / highest) * barPixels));
    const colour = isOwn ? colours.accent : colours.quiet;
    const bar = `<table role="presentation" width="6" cellpadding="0" cellspacing="0" border="0"><tr><td class="${isOwn ? "bar" : "bar-before"}" width="6" height="${height}" bgcolor="${colour}" style="width:6px;height:${height}px;line-height:0;font-size:0;background:${colour};"></td></tr></table>`;
    return `<td valign="bottom" width="9" style="width:6px;padding-left:3px;">${value === null ? "" : bar}</td>`;
  });
  return `<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" border="0" align="right" style="height:${barPixels}px;"><tr>${cells.join("")}</tr></table>`;
}

function writeText(content: Content, dress: Dress): string {
  const { language, publicUrl, name } = dress;
  const w = words[language];
  const score =
    content.score.value === null
      ? w.noScore
      : `${w.score} ${sayScore(content.score.value)} (${sayBand(content.score.value, language)})${content.score.previous === null ? "" : ` · ${w.before[dress.frequency]} ${sayScore(content.score.previous)}`}`;
  const lines = content.lines.map((line) => textLine(line, language));
  const findings = content.findings.map(
    ({ metric, sentence }) => `${sentence[language]}\n${w.look}${w.colon}${diagnosisUrl(publicUrl, metric, content)}`,
  );
  return [
    `${content.shopName}${w.colon}${name}`,
    `${sayDays(content.from, content.to, language)} · ${w.conversations(content.conversations)}`,
    "",
    score,
    ...(findings.length > 0 ? ["", ...findings] : []),
    "",
    ...lines,
    "",
    `${w.open}${w.colon}${publicUrl}/`,
    "",
    `-- `,
    `${w.footer(sayWhen(dress, language), dress.admins.join(language === "en" ? ", " : "、"))}${publicUrl}/settings?section=reports`,
    "",
  ].join("\n");
}

function textLine({ name, metric, value, previous, verdict, tags, peers }: Line, language: Dress["language"]): string {
  const w = words[language];
  const change = value === null || previous === null ? "" : sayChange(value, previous, metric.unit, language);
  const parts = [
    `${inLanguage(name, language)} ${sayFigure(value, metric.unit, language)}`,
    change && `${change}${verdict === "none" ? "" : ` ${w[verdict]}`}`,
    previous === null ? "" : `${w.previous} ${sayFigure(previous, metric.unit, language)}`,
    peers ? `${w.peers} ${sayFigure(peers.median, metric.unit, language)}` : "",
    tags.map((tag) => `[${inLanguage(tagWords[tag], language)}]`).join(" "),
  ];
  return `- ${parts.filter(Boolean).join(" · ")}`;
}
