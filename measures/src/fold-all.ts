import { linkContacts } from "./contacts.ts";
import { emptyFacts, type FactName, type Facts } from "./facts.ts";
import { type ConversationLog, fold } from "./fold.ts";
import type { MeasureSettings } from "./settings.ts";
import { shareStints } from "./stints.ts";

/** The facts of many conversations, with what only the others can tell: did the customer come back, what else was held. */
export function foldAll(logs: readonly ConversationLog[], settings: MeasureSettings, asOf: string): Facts {
  const facts = emptyFacts();
  for (const log of logs) {
    const own = fold(log, settings, asOf);
    for (const name of Object.keys(facts) as FactName[]) (facts[name] as unknown[]).push(...own[name]);
  }
  facts.conversation = linkContacts(facts.conversation, settings, asOf);
  facts.stint = shareStints(facts.stint);
  return facts;
}
