import type { OutboxItem } from "../chat/outbox.ts";

type Name = "token" | "live" | "read" | "skipped" | "skippedSurvey" | "sound";

/**
 * What survives a reload, per widget key, shared by all tabs of the page's site. Where the browser forbids storage
 * everything still works until the page is left.
 */
export function openStorage(key: string) {
  const prefix = `yingda.${key}.`;
  /** One record per item: tabs never overwrite each other's. */
  const outboxPrefix = `${prefix}out.`;
  const memory = new Map<string, string>();

  function read(name: string): string | null {
    return memory.get(name) ?? allowed(() => localStorage.getItem(name));
  }

  function write(name: string, value: string | null) {
    memory.delete(name);
    if (value === null) allowed(() => localStorage.removeItem(name));
    else if (allowed(() => localStorage.setItem(name, value)) === null) memory.set(name, value);
  }

  return {
    read: (name: Name) => read(prefix + name),
    write: (name: Name, value: string | null) => write(prefix + name, value),

    /** Each tab has its own: what stood in the field, and whether the window was open on the page before. */
    readOwn: (name: "draft" | "open") => allowed(() => sessionStorage.getItem(prefix + name)) ?? "",
    writeOwn: (name: "draft" | "open", value: string) => allowed(() => sessionStorage.setItem(prefix + name, value)),

    listItems: (): OutboxItem[] =>
      (allowed(() => Object.keys(localStorage)) ?? []).flatMap(
        (name) => (name.startsWith(outboxPrefix) && parseItem(read(name))) || [],
      ),
    keepItem: (item: OutboxItem) => write(outboxPrefix + item.act.clientId, JSON.stringify(item)),
    dropItem: (clientId: string) => write(outboxPrefix + clientId, null),

    /** What other tabs of this site do. */
    watch(onItem: (clientId: string, item: OutboxItem | null) => void, onOther: () => void) {
      addEventListener("storage", ({ key: name, newValue }) => {
        if (name?.startsWith(outboxPrefix)) onItem(name.slice(outboxPrefix.length), parseItem(newValue));
        else if (name?.startsWith(prefix)) onOther();
      });
    },
  };
}

function parseItem(text: string | null): OutboxItem | null {
  const item = allowed(() => JSON.parse(text ?? "null") as OutboxItem | null);
  return item?.act?.clientId ? item : null;
}

/** Null where the browser forbids it, the room is used up or the record is broken. */
function allowed<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
