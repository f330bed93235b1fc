import { useSyncExternalStore } from "react";

/** What was typed and not sent, for each conversation, across reloads. */

export type Draft = { text: string; isNote: boolean; quoteSeq: number | null };
type Stored = Record<string, Draft & { at: number }>;

const key = "yingda.drafts";
const keptMs = 7 * 24 * 3600_000;
const empty: Draft = { text: "", isNote: false, quoteSeq: null };
const watchers = new Set<() => void>();
let drafts: Stored = load();

export const getDraft = (conversationId: string): Draft => drafts[conversationId] ?? empty;

export function saveDraft(conversationId: string, draft: Draft) {
  const { [conversationId]: _, ...others } = drafts;
  const isEmpty = !draft.text.trim() && draft.quoteSeq === null;
  drafts = isEmpty ? others : { ...others, [conversationId]: { ...draft, at: Date.now() } };
  try {
    localStorage.setItem(key, JSON.stringify(drafts));
  } catch {
    // Without storage a draft lasts as long as the page.
  }
  for (const watcher of watchers) watcher();
}

/** The words alone, for the list. */
export function useDraftText(conversationId: string) {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => drafts[conversationId]?.text ?? "",
  );
}

function load(): Stored {
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? "{}") as Stored;
    return Object.fromEntries(Object.entries(all).filter(([, { at }]) => Date.now() - at < keptMs));
  } catch {
    return {};
  }
}
