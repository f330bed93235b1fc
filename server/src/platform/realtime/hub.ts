import type { WebSocket } from "ws";

/** Who listens to what on this node: sockets by topic. A frame is made once and sent to all of them. */
export type Hub = {
  join: (topic: string, socket: WebSocket) => void;
  leave: (socket: WebSocket) => void;
  leaveTopics: (socket: WebSocket, prefix: string) => void;
  /** To several topics: a socket that listens to more than one of them gets the frame once. */
  send: (topics: string | ReadonlySet<string>, frame: unknown) => void;
  has: (topic: string) => boolean;
};

/** Beyond this much unsent, the reader is too slow: it is cut off and will resume by number. */
export const largestBacklogBytes = 4 * 1024 * 1024;

export function makeHub(): Hub {
  const listeners = new Map<string, Set<WebSocket>>();
  const topicsOf = new WeakMap<WebSocket, Set<string>>();

  function leaveTopics(socket: WebSocket, prefix: string) {
    const topics = topicsOf.get(socket) ?? new Set();
    for (const topic of [...topics].filter((each) => each.startsWith(prefix))) {
      topics.delete(topic);
      const sockets = listeners.get(topic);
      sockets?.delete(socket);
      if (sockets?.size === 0) listeners.delete(topic);
    }
  }
  return {
    join: (topic, socket) => {
      // It may have closed while its owner was being looked up; nobody would take it out again.
      if (socket.readyState !== socket.OPEN) return;
      listeners.set(topic, (listeners.get(topic) ?? new Set()).add(socket));
      topicsOf.set(socket, (topicsOf.get(socket) ?? new Set()).add(topic));
    },
    leave: (socket) => leaveTopics(socket, ""),
    leaveTopics,
    send: (topics, frame) => {
      const sockets =
        typeof topics === "string"
          ? listeners.get(topics)
          : new Set([...topics].flatMap((topic) => [...(listeners.get(topic) ?? [])]));
      if (!sockets?.size) return;
      const text = JSON.stringify(frame);
      for (const socket of sockets) {
        if (socket.readyState !== socket.OPEN) continue;
        if (socket.bufferedAmount > largestBacklogBytes) socket.terminate();
        else socket.send(text);
      }
    },
    has: (topic) => listeners.has(topic),
  };
}
