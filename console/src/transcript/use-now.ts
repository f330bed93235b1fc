import { useSyncExternalStore } from "react";

/** One clock for every timer on the page: they step together, and only while somebody looks. */
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function step() {
  nowMs = Date.now();
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  if (watchers.size === 0) {
    nowMs = Date.now();
    timer = setInterval(step, 1000);
  }
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) clearInterval(timer);
  };
}

/** Milliseconds since the epoch, stepping every second. */
export const useNow = () => useSyncExternalStore(watch, () => nowMs);
