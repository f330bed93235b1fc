import type { CustomerFrame, CustomerPush } from "@yingda/contract/frames";
import { backoffMs } from "./backoff.ts";

/**
 * One socket to the server, kept alive: says hello, notices a dead line, comes back by itself. It knows nothing of
 * what the frames mean, and what is sent while it is down is dropped: the outbox resends.
 */
export type LinkState = "idle" | "connecting" | "ready" | "lost";

export type Connection = {
  connect(): void;
  /** False: not connected. */
  send(frame: CustomerFrame): boolean;
  /** Asks again for what is missing, over the same socket. */
  hello(): void;
  close(): void;
};

const quietMs = 25_000;
/** No word for this long after a question: the line is dead even if the browser has not noticed. */
const deadMs = 8_000;

export function openConnection(of: {
  url: string;
  hello(): CustomerFrame;
  onPush(push: CustomerPush): void;
  onState(state: LinkState): void;
}): Connection {
  let socket: WebSocket | null = null;
  let isWanted = false;
  let isReady = false;
  let attempt = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let pulseTimer: ReturnType<typeof setTimeout> | undefined;

  function connect() {
    isWanted = true;
    if (socket) return;
    clearTimeout(retryTimer);
    if (attempt === 0) of.onState("connecting");
    const opened = new WebSocket(of.url);
    socket = opened;
    expectWord();
    opened.onopen = () => write(of.hello());
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return;
      const push = JSON.parse(data as string) as CustomerPush;
      scheduleProbe();
      if (push.t === "ready") {
        attempt = 0;
        isReady = true;
        of.onState("ready");
      }
      of.onPush(push);
      // The greeting itself failed (too many of them, a server in trouble): later, on a new line.
      if (!isReady && push.t === "error") giveUp();
    };
    opened.onclose = () => socket === opened && comeBack();
  }

  function comeBack() {
    isReady = false;
    socket = null;
    clearTimeout(pulseTimer);
    if (!isWanted) return;
    of.onState("lost");
    clearTimeout(retryTimer);
    retryTimer = setTimeout(connect, backoffMs(attempt, Math.random()));
    attempt += 1;
  }

  /** Does not wait for the browser's own closing handshake, which takes minutes on a dead line. */
  function giveUp() {
    const dead = socket;
    if (!dead) return;
    comeBack();
    dead?.close();
  }

  function write(frame: CustomerFrame): boolean {
    if (socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function scheduleProbe() {
    clearTimeout(pulseTimer);
    pulseTimer = setTimeout(probe, quietMs);
  }

  function probe() {
    write({ t: "ping" });
    expectWord();
  }

  function expectWord() {
    clearTimeout(pulseTimer);
    pulseTimer = setTimeout(giveUp, deadMs);
  }

  /** The network or the person came back: no reason to sit out a long wait. */
  function wake() {
    if (!isWanted || document.hidden) return;
    if (socket) probe();
    else connect();
  }

  addEventListener("online", wake);
  addEventListener("offline", wake);
  document.addEventListener("visibilitychange", wake);

  return {
    connect,
    send(frame) {
      if (!isReady) return false;
      const isWritten = write(frame);
      // An act is answered at once on a living line.
      if (isWritten && "clientId" in frame) expectWord();
      return isWritten;
    },
    hello() {
      if (isReady) write(of.hello());
    },
    close() {
      isWanted = false;
      clearTimeout(retryTimer);
      clearTimeout(pulseTimer);
      socket?.close();
      socket = null;
      isReady = false;
    },
  };
}
