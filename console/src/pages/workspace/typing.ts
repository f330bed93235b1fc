import { useEffect, useState } from "react";
import { sendLive, useLive } from "../../live.ts";

const saysEveryMs = 2500;
const shownMs = 4000;

let lastSaidAt = 0;

/** Tells the customer that an answer is being written; not with every letter. */
export function sayTyping(conversationId: string) {
  if (Date.now() - lastSaidAt < saysEveryMs) return;
  lastSaidAt = Date.now();
  sendLive({ t: "typing", conversationId });
}

/** Whether the customer is writing: until the words come, or for a few seconds. */
export function useCustomerTyping(conversationId: string) {
  const [since, setSince] = useState<number | null>(null);
  useLive((push) => {
    if (push.t === "typing" && push.conversationId === conversationId) setSince(Date.now());
    if (push.t === "events" && push.conversation.id === conversationId) {
      if (push.events.some(({ actor }) => actor.kind === "customer")) setSince(null);
    }
  });
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setSince(null), shownMs);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null;
}
