import type { Content, ConversationEvent } from "@yingda/contract/events";

const longest = 120;
/** What a cut leaves of a character outside the basic plane, an emoji say. */
const halfCharacter = /[\ud800-\udbff]$/;

/** The last words of a conversation as one line for a list; null for events that say nothing. */
export function previewOf(
  event: ConversationEvent,
): { by: "customer" | "bot" | "agent" | "system"; text: string } | null {
  switch (event.type) {
    case "message.sent":
      return { by: event.actor.kind, text: oneLine(textOf(event.body.content)) };
    case "bot.answered":
      return { by: "bot", text: oneLine(event.body.text) };
    case "hot_question.clicked":
    case "option.clicked":
      return { by: "customer", text: oneLine(event.body.question) };
    case "offline_message.left":
      return { by: "customer", text: oneLine(event.body.text) };
    // What was taken back is not shown in a list either.
    case "message.recalled":
      return { by: event.actor.kind, text: "[已撤回]" };
    default:
      return null;
  }
}

/** What a message says in words; a file says its name. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "product":
      return content.title;
    default:
      return content.kind === "image" ? `[图片] ${content.file.name}` : `[文件] ${content.file.name}`;
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).replace(halfCharacter, "")}…` : line;
}
