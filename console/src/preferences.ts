import { useSyncExternalStore } from "react";
import type { Scheme } from "./ui/theme.ts";

/** What this browser remembers about the person's taste. */
export type Language = "zh-CN" | "en";
export type Appearance = "system" | Scheme;
export type Preferences = { language: Language; appearance: Appearance };

const key = "yingda.preferences";
const darkness = matchMedia("(prefers-color-scheme: dark)");
const watchers = new Set<() => void>();

let current: Preferences = { language: browserLanguage(), appearance: "system", ...stored() };
let scheme: Scheme = resolveScheme();

export function getPreferences() {
  return current;
}

export function setPreferences(change: Partial<Preferences>) {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
  apply();
}

export function usePreferences() {
  return useSyncExternalStore(watch, () => current);
}

export function useScheme() {
  return useSyncExternalStore(watch, () => scheme);
}

export function watchPreferences(watcher: () => void) {
  return watch(watcher);
}

function apply() {
  scheme = resolveScheme();
  document.documentElement.dataset.scheme = scheme;
  document.documentElement.lang = current.language;
  for (const watcher of watchers) watcher();
}

function resolveScheme(): Scheme {
  if (current.appearance !== "system") return current.appearance;
  return darkness.matches ? "dark" : "light";
}

function browserLanguage(): Language {
  return navigator.language.startsWith("en") ? "en" : "zh-CN";
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Preferences>;
  } catch {
    return {};
  }
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

darkness.addEventListener("change", apply);
apply();
