import type { ErrorCode } from "@yingda/contract/errors";
import type { Content } from "@yingda/contract/events";

/**
 * What is on its way to the server. Each message keeps its clientId through every try, so a resend never says it twice;
 * messages of one conversation go one after another, so they arrive as they were typed.
 */

export type Pending = {
  clientId: string;
  conversationId: string;
  kind: "message" | "note";
  content: Content;
  quoteSeq?: number;
  fromEntryId?: string;
  edited?: boolean;
  at: string;
  state: "sending" | "sent" | "failed";
  failure?: ErrorCode | "offline";
  /** Still to be uploaded. It does not survive a reload. */
  file?: File;
  localUrl?: string;
};

export type Delivery = (pending: Pending, update: (content: Content) => void) => Promise<void>;
type Memory = { load: () => Pending[]; save: (pending: Pending[]) => void };
type Parts = { deliver: Delivery; memory: Memory; codeOf: (error: unknown) => ErrorCode | "offline" };

export function createOutbox({ deliver, memory, codeOf }: Parts) {
  // What a closed tab left may or may not have arrived: the person decides, and the clientId makes either safe.
  let all: readonly Pending[] = memory.load().map((pending) => ({ ...pending, state: "failed", failure: "offline" }));
  const lines = new Map<string, Promise<void>>();
  const watchers = new Set<() => void>();

  function set(next: readonly Pending[]) {
    all = next;
    memory.save(all.filter(({ file, state }) => !file && state !== "sent"));
    for (const watcher of watchers) watcher();
  }

  function change(clientId: string, part: Partial<Pending>) {
    set(all.map((pending) => (pending.clientId === clientId ? { ...pending, ...part } : pending)));
  }

  async function attempt(clientId: string) {
    const pending = all.find((each) => each.clientId === clientId);
    if (!pending) return;
    try {
      await deliver(pending, (content) => change(clientId, { content, file: undefined }));
      change(clientId, { state: "sent" });
    } catch (error) {
      change(clientId, { state: "failed", failure: codeOf(error) });
    }
  }

  function queue(clientId: string, conversationId: string) {
    const line = (lines.get(conversationId) ?? Promise.resolve()).then(() => attempt(clientId));
    lines.set(conversationId, line);
    return line;
  }

  return {
    list: () => all,
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    send(pending: Omit<Pending, "state">) {
      set([...all, { ...pending, state: "sending" }]);
      return queue(pending.clientId, pending.conversationId);
    },
    retry(clientId: string) {
      const pending = all.find((each) => each.clientId === clientId && each.state === "failed");
      if (!pending) return Promise.resolve();
      change(clientId, { state: "sending", failure: undefined });
      return queue(clientId, pending.conversationId);
    },
    /** After the line is back: what only failed for want of it goes again by itself. */
    retryOffline() {
      const waiting = all.filter(({ state, failure }) => state === "failed" && failure === "offline");
      return Promise.all(waiting.map(({ clientId }) => this.retry(clientId)));
    },
    /** Given up by the person, or arrived as an event. */
    forget(clientIds: ReadonlySet<string>) {
      if (all.some(({ clientId }) => clientIds.has(clientId))) set(all.filter((each) => !clientIds.has(each.clientId)));
    },
  };
}
