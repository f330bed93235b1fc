import { useSyncExternalStore } from "react";

/** How this browser calls its person; each machine has its own loudspeaker. */
export type AlertPreferences = { hasSound: boolean; hasNotifications: boolean };

const key = "yingda.alerts";
const watchers = new Set<() => void>();
let current: AlertPreferences = { hasSound: true, hasNotifications: false, ...stored() };

export const getAlertPreferences = () => current;

export function setAlertPreferences(change: Partial<AlertPreferences>) {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const watcher of watchers) watcher();
}

export function useAlertPreferences() {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => current,
  );
}

function stored(): Partial<AlertPreferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<AlertPreferences>;
  } catch {
    return {};
  }
}
