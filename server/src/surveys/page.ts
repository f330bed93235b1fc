import { dissatisfactionReason } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { SurveyName } from "@yingda/contract/routes/shop";
import { escapeHtml } from "../platform/http/html.ts";
import { pageStyle } from "./page-style.ts";
import { pageWords } from "./page-words.ts";
import { sayScore, scores } from "./scale.ts";

/** The page behind a survey's link, as HTML that needs no script. Phone first; scores are radio buttons. Pure. */

type Look = { locale: "zh-CN" | "en"; shopName: string; color: string };

export type Form = Look & {
  survey: SurveyName;
  question: string | null;
  asksComment: boolean;
  /** Of this very form, so that a second click on the button is the same answer. */
  formId: string;
  isAnswered: boolean;
  /** Chosen already: in the mail that led here, or in the last try. */
  value?: number | null;
  /** Said above the form, when the last try could not be taken. */
  problem?: "choose" | "tooMany";
  comment?: string;
};

export function formPage(form: Form): string {
  const { survey, locale, asksComment, formId } = form;
  const words = pageWords[locale];
  const question = form.question ?? words.question[survey];
  const notice = form.problem
    ? `<p class="problem" role="alert">${escapeHtml(words[form.problem])}</p>`
    : form.isAnswered
      ? `<p class="second" role="status">${escapeHtml(words.again)}</p>`
      : "";
  return frame(
    form,
    question,
    `<form method="post">
${notice}
<fieldset class="scores ${survey}"><legend>${escapeHtml(question)}</legend>
<div class="row">${scores[survey].map((score) => scoreInput(form, score)).join("")}</div>
<div class="ends" aria-hidden="true"><span>${escapeHtml(words.lowest[survey])}</span><span>${escapeHtml(words.highest[survey])}</span></div>
</fieldset>
${survey === "csat" ? reasonInputs(form) : ""}
${
  asksComment
    ? `<label class="comment"><span>${escapeHtml(words.comment)}</span><textarea name="comment" rows="4" maxlength="${limits.commentCharacters}">${escapeHtml(form.comment ?? "")}</textarea></label>`
    : ""
}
<input type="hidden" name="form" value="${escapeHtml(formId)}">
<button>${escapeHtml(words.send)}</button>
</form>`,
  );
}

/** The ends of the scale are said with their numbers, for whoever hears the page. */
function scoreInput({ survey, locale, value }: Form, score: number): string {
  const end = sayScore(survey, locale, score);
  const name = escapeHtml(end ? `${score} ${end}` : String(score));
  const shown = survey === "csat" ? "★" : String(score);
  const checked = score === value ? " checked" : "";
  return `<label><input type="radio" name="value" value="${score}"${checked} required aria-label="${name}"><span>${shown}</span></label>`;
}

function reasonInputs({ locale }: Form): string {
  const words = pageWords[locale];
  const boxes = dissatisfactionReason.options.map(
    (reason) =>
      `<label><input type="checkbox" name="reason" value="${reason}"><span>${escapeHtml(words.reasons[reason])}</span></label>`,
  );
  return `<fieldset class="reasons"><legend>${escapeHtml(words.why)}</legend><div>${boxes.join("")}</div></fieldset>`;
}

/** Nothing to fill in: thanks, or why there is no form. */
export function wordPage(look: Look, word: "thanks" | "gone" | "expired"): string {
  const words = pageWords[look.locale];
  const title = words[word];
  return frame(
    look,
    title,
    `<div class="word"><h1${word === "thanks" ? ' class="done"' : ""}>${escapeHtml(title)}</h1><p class="second">${escapeHtml(words[`${word}More`])}</p></div>`,
  );
}

function frame({ locale, shopName, color }: Look, title: string, main: string): string {
  const name = escapeHtml(shopName);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}${shopName ? ` · ${name}` : ""}</title>
<style>:root{--shop:${color}}${pageStyle}</style>
</head>
<body>
<main>
${shopName ? `<p class="shop">${name}</p>` : ""}
${main}
</main>
</body>
</html>`;
}
