import type { CustomerFrame, CustomerPush, VisitorIdentity } from "@yingda/contract/frames";
import type { WidgetConfig } from "@yingda/contract/routes/widget";
import { type SurveyAsked, skipKeyOf, skipKeyOfSurvey } from "./chat/asking.ts";
import { countUnread, findCurrent, findThread, lastSeqFromOthers, resumePoint } from "./chat/log.ts";
import {
  type Act,
  addItem,
  follow,
  isWorthSending,
  listUnsent,
  type OutboxItem,
  removeItem,
  retry,
} from "./chat/outbox.ts";
import { applyPush, type Chat, emptyChat } from "./chat/state.ts";
import type { Embed } from "./embed.ts";
import { allowChime, chime } from "./link/chime.ts";
import { type LinkState, openConnection } from "./link/connection.ts";
import { codeOf, fetchConfig, startCustomer, uploadFile } from "./link/http.ts";
import { insist } from "./link/insist.ts";
import { openStorage } from "./link/storage.ts";
import { beginUpload, type Upload } from "./uploads.ts";

/**
 * The customer's side of the talk: state, and every verb the window offers. It decides nothing about the
 * conversation itself; what happened is what the server's log says.
 */
export type State = Chat & {
  config: WidgetConfig | null;
  /** The server does not know this key: there is no window to show. */
  isUnknownKey: boolean;
  link: LinkState;
  isOpen: boolean;
  isRestored: boolean;
  unread: number;
  uploads: Upload[];
  skipped: string;
  skippedSurvey: string;
  hasSound: boolean;
};

export type Session = ReturnType<typeof startSession>;
type Wish = Act extends infer A ? (A extends Act ? Omit<A, "clientId"> : never) : never;

const typingShownMs = 6_000;
const typingToldMs = 3_000;
/** Longer than any answer may take to be written: what is stale by then was broken off. */
const draftShownMs = 12_000;

export function startSession(embed: Embed) {
  const storage = openStorage(embed.key);
  const listeners = new Set<() => void>();
  let state: State = {
    ...emptyChat,
    outbox: storage.listItems().reduce(keepIfWorth, []),
    hasEarlier: storage.read("token") !== null,
    config: null,
    isUnknownKey: false,
    link: "idle",
    isOpen: false,
    isRestored: false,
    unread: 0,
    uploads: [],
    skipped: storage.read("skipped") ?? "",
    skippedSurvey: storage.read("skippedSurvey") ?? "",
    hasSound: storage.read("sound") !== "off",
  };
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let toldTypingAt = 0;
  let toldReadSeq = "";
  let renewals = 0;
  let starting: Promise<string> | null = null;
  let who: VisitorIdentity | undefined;

  const connection = openConnection({
    url: `${embed.host.replace(/^http/, "ws")}/ws/customer`,
    hello: (): CustomerFrame => ({
      t: "hello",
      token: storage.read("token") ?? "",
      locale: embed.locale,
      page: { url: location.href.slice(0, 1000), productId: embed.productId, region: embed.region },
      who,
      have: resumePoint(state.log),
    }),
    onPush: receive,
    onState: (link) => set({ link }),
  });

  storage.watch(
    (clientId, item) => set({ outbox: follow(state.outbox, clientId, item, state.log) }),
    () =>
      set({
        skipped: storage.read("skipped") ?? "",
        skippedSurvey: storage.read("skippedSurvey") ?? "",
        hasSound: storage.read("sound") !== "off",
      }),
  );
  document.addEventListener("visibilitychange", tellRead);
  void insist(() => fetchConfig(embed.host, embed.key, embed.locale), giveUpOnUnknownKey).then(
    (config) => set({ config }),
    () => set({ isUnknownKey: true }),
  );
  // A talk that is still going on, or words that were never delivered: there is something to hear or to say.
  if (storage.read("token") && (storage.read("live") || state.outbox.length)) connection.connect();

  function set(change: Partial<State>) {
    state = { ...state, ...change };
    const current = findCurrent(state.log);
    state.unread = state.isOpen ? 0 : countUnread(current, current ? readMark(current.id) : 0);
    for (const listener of listeners) listener();
  }

  /** Makes sure there is a customer, then a connection; without network it keeps trying. Gives the customer's token. */
  function start(): Promise<string> {
    starting ??= insist(findOrStartCustomer, () => set({ link: "lost" })).then((token) => {
      starting = null;
      connection.connect();
      return token;
    });
    return starting;
  }

  async function findOrStartCustomer(): Promise<string> {
    const known = storage.read("token");
    if (known) return known;
    const made = await startCustomer(embed.host, embed.key, embed.locale);
    // Another tab may have been quicker: one person is one customer.
    const token = storage.read("token") ?? made;
    storage.write("token", token);
    return token;
  }

  function receive(push: CustomerPush) {
    if (push.t === "error" && push.code === "not_signed_in") return renewCustomer();
    const before = state;
    const { chat, hasGap, leftBehind, arrived } = applyPush(state, push);
    set(chat);
    for (const item of before.outbox) {
      const now = chat.outbox.find(({ act }) => act.clientId === item.act.clientId);
      if (!now || now.state === "sent") storage.dropItem(item.act.clientId);
      else if (now.state !== item.state) storage.keepItem(now);
    }
    if (push.t === "ready") listUnsent(chat.outbox).forEach(connection.send);
    if (push.t === "error" && push.clientId && push.retryAfter)
      setTimeout(resend, push.retryAfter * 1000, push.clientId);
    if (push.t === "typing") showTyping(typingShownMs);
    if (push.t === "draft") showTyping(draftShownMs);
    if (hasGap) connection.hello();
    if (leftBehind) connection.send({ t: "history", before: chat.log.currentId ?? undefined });
    const handling = findCurrent(chat.log)?.view.handling;
    storage.write("live", handling && handling !== "closed" ? "1" : null);
    tellRead();
    if (arrived.length && state.hasSound && (!state.isOpen || document.hidden)) chime();
  }

  /** The key to the history is no longer accepted: the customer starts anew, what was not sent yet is sent then. */
  function renewCustomer() {
    connection.close();
    if (renewals++ > 2) return set({ link: "lost", notice: "unavailable" });
    storage.write("token", null);
    set({ ...emptyChat, outbox: state.outbox, hasEarlier: false });
    void start();
  }

  /** Shown at once, kept until it is stored. `label`: the words of a clicked question. */
  function act(wish: Wish, label?: string) {
    const item: OutboxItem = {
      act: { ...wish, clientId: makeClientId() } as Act,
      createdAt: Date.now(),
      state: "waiting",
      label,
    };
    storage.keepItem(item);
    set({ outbox: addItem(state.outbox, item), notice: null });
    if (!connection.send(item.act)) void start();
  }

  function resend(clientId: string) {
    const upload = state.uploads.find((known) => known.clientId === clientId);
    if (upload) return void carry({ ...upload, error: undefined });
    const outbox = retry(state.outbox, clientId);
    const item = outbox.find((known) => known.act.clientId === clientId);
    if (!item) return;
    storage.keepItem(item);
    set({ outbox, notice: null });
    if (!connection.send(item.act)) void start();
  }

  async function carry(upload: Upload) {
    const put = (uploads: Upload[]) =>
      set({ uploads: [...state.uploads.filter(({ clientId }) => clientId !== upload.clientId), ...uploads] });
    put([upload]);
    if (upload.error) return;
    try {
      const file = await uploadFile(embed.host, await start(), upload.file);
      put([]);
      act({ t: "send", content: { kind: file.mime.startsWith("image/") ? "image" : "file", file } });
    } catch (error) {
      put([{ ...upload, error: codeOf(error) }]);
    }
  }

  function showTyping(shownMs: number) {
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => set({ typing: null, draft: null }), shownMs);
  }

  function tellRead() {
    const current = findCurrent(state.log);
    const seq = lastSeqFromOthers(current);
    if (!current || !seq || !state.isOpen || document.hidden) return;
    const mark = `${current.id} ${seq}`;
    if (mark === toldReadSeq || !connection.send({ t: "read", seq })) return;
    toldReadSeq = mark;
    storage.write("read", mark);
  }

  function readMark(conversationId: string): number {
    const [id, seq] = (storage.read("read") ?? "").split(" ");
    return id === conversationId ? Number(seq) : 0;
  }

  return {
    embed,
    storage,
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** `isRestored`: nobody touched anything, so the page keeps the focus. */
    open(isRestored = false) {
      set({ isOpen: true, isRestored });
      storage.writeOwn("open", "1");
      if (!isRestored) allowChime();
      void start();
      tellRead();
    },
    /** Told with the next greeting; where one has been given, with another. */
    identify(visitor: VisitorIdentity) {
      who = visitor;
      if (state.link === "ready") connection.hello();
    },
    close() {
      set({ isOpen: false });
      storage.writeOwn("open", "");
      // Nothing is going on: the server need not keep a line for a closed window.
      const isLive = storage.read("live") || state.outbox.length || state.uploads.length;
      if (!isLive) connection.close();
    },

    act,
    sendFiles(files: Iterable<File>) {
      for (const file of files) void carry(beginUpload(makeClientId(), file));
    },
    skipRating(conversationId: string) {
      const skipped = skipKeyOf(findThread(state.log, conversationId));
      storage.write("skipped", skipped);
      set({ skipped });
    },
    skipSurvey(asked: SurveyAsked) {
      const skippedSurvey = skipKeyOfSurvey(asked);
      storage.write("skippedSurvey", skippedSurvey);
      set({ skippedSurvey });
    },
    resend,
    remove(clientId: string) {
      storage.dropItem(clientId);
      set({
        outbox: removeItem(state.outbox, clientId),
        uploads: state.uploads.filter((upload) => upload.clientId !== clientId),
      });
    },
    tellTyping() {
      const isHeard = findCurrent(state.log)?.view.handling === "agent";
      if (!isHeard || Date.now() - toldTypingAt < typingToldMs) return;
      toldTypingAt = Date.now();
      connection.send({ t: "typing" });
    },
    loadEarlier() {
      const [oldest] = state.log.threads;
      if (state.isLoadingEarlier || !state.hasEarlier) return;
      if (connection.send({ t: "history", before: oldest?.id })) set({ isLoadingEarlier: true });
    },
    toggleSound() {
      storage.write("sound", state.hasSound ? "off" : "on");
      set({ hasSound: !state.hasSound });
    },
    dismissNotice: () => set({ notice: null }),
  };

  function keepIfWorth(outbox: OutboxItem[], item: OutboxItem): OutboxItem[] {
    if (isWorthSending(item, Date.now())) return addItem(outbox, item);
    storage.dropItem(item.act.clientId);
    return outbox;
  }
}

function giveUpOnUnknownKey(error: unknown) {
  const code = codeOf(error);
  if (code === "not_found" || code === "not_allowed") throw error;
}

/** crypto.randomUUID exists only on https pages; this works on every page. */
function makeClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_");
}
