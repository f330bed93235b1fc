import { decide, type Question } from "./decide.ts";
import { entryIdAt, formCoreAt, type KnowledgeIndex, mainQuestionAt, mainQuestionOf } from "./index-open.ts";
import { withoutVenting } from "./mood.ts";
import type { Near } from "./nearness.ts";
import { readText } from "./normalise.ts";
import { rankEntries, toCandidate } from "./rank.ts";
import type { Candidate } from "./types.ts";

/** Below this a suggestion is noise even for an agent, who can judge it. */
const worthShowing = 0.01;

/** What an agent might send, best first; wider than what the bot would dare to answer. */
export function suggestEntries(index: KnowledgeIndex, text: string, limit: number, near?: Near): Candidate[] {
  return rankEntries(index, readText(text), { near })
    .filter(({ alone }) => alone >= worthShowing)
    .slice(0, limit)
    .map((ranked) => toCandidate(index, ranked));
}

/**
 * What an agent might send to a customer who is talking: what the bot would have said, with what came before, each of
 * several questions, then what else is near. Nothing for small talk.
 */
export function suggestReplies(index: KnowledgeIndex, question: Question, limit: number): Candidate[] {
  const decision = decide(index, question);
  if (decision.outcome === "chitchat" && !decision.wantsHuman) return [];
  const { entryId, parts = [], options, confidence, resolvedText } = decision;
  const text = resolvedText ?? withoutVenting(question.text);
  const near = [...decision.candidates, ...suggestEntries(index, text, limit, question.near)];
  const meant = [entryId, ...parts.map((part) => part.entryId), ...options.map((option) => option.entryId)];
  const ids = [...new Set([...meant, ...near.map((one) => one.entryId)])].filter((id) => id !== undefined);
  return ids.slice(0, limit).map(
    (id) =>
      near.find((one) => one.entryId === id) ?? {
        entryId: id,
        question: mainQuestionOf(index, id) ?? "",
        score: confidence,
        signals: [],
      },
  );
}

const coresOf = new WeakMap<KnowledgeIndex, string[]>();

/**
 * Questions that a customer may be typing: those beginning with the prefix first, then those containing it, shorter first.
 * Looks through all wordings (10,000: under 1 ms), and returns each entry's main question once.
 */
export function completeQuestion(
  index: KnowledgeIndex,
  prefix: string,
  limit: number,
): { entryId: string; question: string }[] {
  const typed = readText(prefix).core;
  if (typed === "") return [];
  let cores = coresOf.get(index);
  if (!cores) {
    cores = Array.from({ length: index.formCount }, (_, form) => formCoreAt(index, form));
    coresOf.set(index, cores);
  }
  const best = new Map<number, { at: number; length: number }>();
  for (const [form, core] of cores.entries()) {
    const at = core.indexOf(typed);
    if (at < 0) continue;
    const entry = index.entryOfForm[form]!;
    const known = best.get(entry);
    if (!known || at < known.at || (at === known.at && core.length < known.length))
      best.set(entry, { at, length: core.length });
  }
  const completions: { entryId: string; question: string }[] = [];
  const shown = new Set<string>();
  const found = [...best].sort(
    (a, b) => Math.sign(a[1].at) - Math.sign(b[1].at) || a[1].length - b[1].length || a[0] - b[0],
  );
  for (const [entry] of found) {
    const question = mainQuestionAt(index, entry);
    if (shown.has(question)) continue;
    shown.add(question);
    completions.push({ entryId: entryIdAt(index, entry), question });
    if (completions.length >= limit) break;
  }
  return completions;
}
