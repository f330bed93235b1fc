import type { QueryClient } from "@tanstack/react-query";
import type { FileRef } from "@yingda/contract/events";
import { routes } from "@yingda/contract/routes";
import { useMemo, useSyncExternalStore } from "react";
import { ApiError, call } from "../../api.ts";
import { createOutbox, type Delivery, type Pending } from "./outbox.ts";

/** The outbox of this tab, joined to the server and to the browser's memory. */

const storageKey = "yingda.outbox";

const deliver: Delivery = async (pending, update) => {
  const { conversationId, clientId, kind, quoteSeq, fromEntryId, edited } = pending;
  let { content } = pending;
  if (pending.file && (content.kind === "image" || content.kind === "file")) {
    const { width, height } = content.file;
    const stored = await call(routes.uploadStaffFile, { name: pending.file.name, bytes: pending.file });
    content = { kind: content.kind, file: { ...stored, width, height } };
    update(content);
  }
  if (kind === "note" && content.kind === "text") {
    await call(routes.addNote, { conversationId, clientId, text: content.text });
  } else {
    await call(routes.sendAgentMessage, { conversationId, clientId, content, quoteSeq, fromEntryId, edited });
  }
};

export const outbox = createOutbox({
  deliver,
  memory: {
    load: () => {
      try {
        return JSON.parse(sessionStorage.getItem(storageKey) ?? "[]") as Pending[];
      } catch {
        return [];
      }
    },
    save: (pending) => {
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(pending.map(({ localUrl: _, ...rest }) => rest)));
      } catch {
        // Storage may be full or switched off; the message is still on the screen.
      }
    },
  },
  codeOf: (error) => (error instanceof ApiError ? error.code : "internal"),
});

export function usePending(conversationId: string): Pending[] {
  const all = useSyncExternalStore(outbox.watch, outbox.list);
  return useMemo(() => all.filter((pending) => pending.conversationId === conversationId), [all, conversationId]);
}

const arrivesWithinMs = 1500;

/** The event comes by push; when it doesn't, we ask for it. */
export async function sendFrom(client: QueryClient, pending: Omit<Pending, "state">) {
  await outbox.send(pending);
  const isOutstanding = () => outbox.list().some((each) => each.clientId === pending.clientId && each.state === "sent");
  if (!isOutstanding()) return;
  setTimeout(() => {
    if (isOutstanding()) void client.invalidateQueries({ queryKey: ["conversation", pending.conversationId] });
  }, arrivesWithinMs);
}

export const newClientId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), hex).join("");
const hex = (byte: number) => byte.toString(16).padStart(2, "0");

/** What is known of a file before the server has seen it: enough to show it in its place. */
export async function describeFile(file: File): Promise<{ content: Pending["content"]; localUrl?: string }> {
  const ref: FileRef = { fileId: "uploading", name: file.name || "image.png", mime: file.type, bytes: file.size };
  if (!/^image\/(png|jpeg|gif|webp)$/.test(file.type)) return { content: { kind: "file", file: ref } };
  const size = await createImageBitmap(file).catch(() => null);
  const sized = size ? { ...ref, width: size.width, height: size.height } : ref;
  size?.close();
  return { content: { kind: "image", file: sized }, localUrl: URL.createObjectURL(file) };
}
