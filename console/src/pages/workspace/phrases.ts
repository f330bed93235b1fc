import type { QuickPhrase } from "@yingda/contract/routes/shop";

/** Quick phrases at the cursor: "/" and a few letters, then a choice. */

export type Trigger = { start: number; query: string };

/** A slash inside an address, a date or a fraction is only a slash. */
const beforeSlash = /[A-Za-z0-9/:.]/;
const longestQuery = 20;

/** The "/…" that ends at the caret; null when there is none. */
export function findTrigger(text: string, caret: number): Trigger | null {
  const start = text.lastIndexOf("/", caret - 1);
  if (start < 0 || caret - start - 1 > longestQuery) return null;
  if (start > 0 && beforeSlash.test(text[start - 1]!)) return null;
  const query = text.slice(start + 1, caret);
  return /[\s/]/.test(query) ? null : { start, query };
}

/** Shortcuts that begin with it, then those that hold it, then the words and the group; all of them for nothing typed. */
export function rankPhrases(phrases: readonly QuickPhrase[], query: string): QuickPhrase[] {
  const sought = query.toLowerCase();
  if (!sought) return [...phrases];
  const rank = ({ shortcut, text, group }: QuickPhrase) => {
    const key = shortcut.toLowerCase();
    if (key === sought) return 0;
    if (key.startsWith(sought)) return 1;
    if (key.includes(sought)) return 2;
    if (text.toLowerCase().includes(sought) || group.toLowerCase().includes(sought)) return 3;
    return null;
  };
  return phrases
    .map((phrase) => ({ phrase, rank: rank(phrase) }))
    .filter((each) => each.rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ phrase }) => phrase);
}

/** `customer`: null when all we know is a number we gave them. */
export type Names = { customer: string | null; agent: string; shop: string };

/** {客户} {客服} {店铺}, or {customer} {agent} {shop}; any other braces are blanks for the agent. */
export function fillPhrase(text: string, names: Names) {
  if (names.customer === null) return fillPhrase(withoutName(text), { ...names, customer: "" });
  const values: Record<string, string> = {
    客户: names.customer,
    客服: names.agent,
    店铺: names.shop,
    customer: names.customer,
    agent: names.agent,
    shop: names.shop,
  };
  return text.replace(/\{([^{}]+)\}/g, (blank, name: string) => values[name.trim().toLowerCase()] ?? blank);
}

/** "访客 4ECA您好" is no way to greet: a polite "您" stands in, or nothing where one follows. */
function withoutName(text: string) {
  return text
    .replace(/\{(客户|customer)\}(?=[您你])/gi, "")
    .replace(/ ?\{(客户|customer)\}(?=[,!.])/gi, "")
    .replace(/ ?\{(客户|customer)\} ?/gi, /[\u4e00-\u9fff]{2}/.test(text.replace(/\{[^}]*\}/g, "")) ? "您" : " you ");
}

/** The name that the server makes up for somebody who has not said theirs. */
export const isMadeUpName = (name: string) => /^(访客|Visitor) [0-9A-F]{4}$/.test(name);

export type Edit = { text: string; selectionStart: number; selectionEnd: number };

/** Puts words in place of a stretch; the first blank in them is selected, so that typing fills it. */
export function insertWords(text: string, from: number, to: number, words: string): Edit {
  const next = text.slice(0, from) + words + text.slice(to);
  const blank = findBlank(words, 0);
  if (!blank) return { text: next, selectionStart: from + words.length, selectionEnd: from + words.length };
  return { text: next, selectionStart: from + blank.start, selectionEnd: from + blank.end };
}

/** The next "{订单号}" that nobody filled in. */
export function findBlank(text: string, from: number): { start: number; end: number } | null {
  const blank = /\{[^{}\n]{1,20}\}/g;
  blank.lastIndex = from;
  const match = blank.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
