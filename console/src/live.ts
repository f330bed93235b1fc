import type { StaffFrame, StaffPush } from "@yingda/contract/frames";
import type { WallNow } from "@yingda/contract/live";
import { useEffect, useRef, useSyncExternalStore } from "react";

/**
 * The staff's WebSocket: one per tab, opened by the shell. It reconnects by itself; what was missed meanwhile is
 * fetched again by the pages (`onReconnect`), because a push is a hint and the database is the truth.
 */

type LiveState = { isOpen: boolean; offlineSince: Date | null };

type Listener = (push: StaffPush) => void;

const firstRetryMs = 500;
const longestRetryMs = 15_000;
const pingEveryMs = 25_000;
/** No word for this long, not even a pong: the line is dead although nobody said so. */
const silenceMs = 60_000;

let socket: WebSocket | null = null;
let isWanted = false;
let attempts = 0;
let lastHeardAt = 0;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let pingTimer: ReturnType<typeof setInterval> | undefined;
let state: LiveState = { isOpen: false, offlineSince: null };
let reconnected: () => void = () => {};
const listeners = new Set<Listener>();
const watchers = new Set<() => void>();

export function openLive(onReconnect: () => void) {
  reconnected = onReconnect;
  isWanted = true;
  connect();
  addEventListener("online", retryNow);
  document.addEventListener("visibilitychange", retryWhenVisible);
  return closeLive;
}

function closeLive() {
  isWanted = false;
  removeEventListener("online", retryNow);
  document.removeEventListener("visibilitychange", retryWhenVisible);
  clearTimeout(retryTimer);
  clearInterval(pingTimer);
  const old = socket;
  socket = null;
  old?.close();
  setState({ isOpen: false, offlineSince: null });
}

/** False when the line is down: what is sent here (typing, read marks) may be lost without harm. */
export function sendLive(frame: StaffFrame) {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(frame));
  return true;
}

function onLive(listener: Listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Calls `listener` with each push while the component is shown. */
export function useLive(listener: Listener) {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => onLive((push) => latest.current(push)), []);
}

/** Figures of the whole shop, about once a second while the component is shown; nobody else is sent any. */
export function useWallPushes(listener: (now: WallNow) => void) {
  const { isOpen } = useLiveState();
  useEffect(() => {
    if (!isOpen) return;
    sendLive({ t: "wall", isShown: true });
    return () => void sendLive({ t: "wall", isShown: false });
  }, [isOpen]);
  useLive((push) => {
    if (push.t === "wall") listener(push.now);
  });
}

export function useLiveState() {
  return useSyncExternalStore(watch, () => state);
}

export function retryNow() {
  if (!isWanted || state.isOpen) return;
  clearTimeout(retryTimer);
  connect();
}

function connect() {
  if (!isWanted || (socket && socket.readyState <= WebSocket.OPEN)) return;
  const mine = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/staff`);
  socket = mine;
  mine.onmessage = ({ data }) => {
    if (socket === mine) receive(JSON.parse(data) as StaffPush);
  };
  mine.onclose = () => {
    if (socket === mine) lose();
  };
}

function receive(push: StaffPush) {
  lastHeardAt = Date.now();
  if (push.t === "ready") {
    const wasOffline = state.offlineSince !== null;
    attempts = 0;
    setState({ isOpen: true, offlineSince: null });
    clearInterval(pingTimer);
    pingTimer = setInterval(ping, pingEveryMs);
    if (wasOffline) reconnected();
  }
  for (const listener of listeners) listener(push);
}

function ping() {
  if (Date.now() - lastHeardAt > silenceMs) return lose();
  sendLive({ t: "ping" });
}

function lose() {
  clearInterval(pingTimer);
  const old = socket;
  socket = null;
  old?.close();
  if (!isWanted) return;
  setState({ isOpen: false, offlineSince: state.offlineSince ?? new Date() });
  // Jitter, so that a restarted server is not met by every tab at once.
  const delayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** attempts++) * (0.7 + Math.random() * 0.6);
  clearTimeout(retryTimer);
  retryTimer = setTimeout(connect, delayMs);
}

function retryWhenVisible() {
  if (document.visibilityState === "visible") retryNow();
}

function setState(next: LiveState) {
  state = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
