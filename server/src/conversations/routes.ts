import { routes } from "@yingda/contract/routes";
import { verifiedContent } from "../channels/files.ts";
import type { Handle } from "../platform/http/handle.ts";
import { describeConversation, listConversations } from "./reading.ts";
import { addNote, closeConversation, inviteRating, labelAnswer, recallMessage, sendMessage } from "./serving.ts";

export function conversationRoutes(handle: Handle): void {
  handle.staff(routes.listConversations, listConversations);
  handle.staff(routes.getConversation, describeConversation);
  handle.staff(routes.sendAgentMessage, async (ctx, input) =>
    sendMessage(ctx, { ...input, content: await verifiedContent(ctx, input.content) }),
  );
  handle.staff(routes.addNote, addNote);
  handle.staff(routes.recallMessage, recallMessage);
  handle.staff(routes.closeConversation, closeConversation);
  handle.staff(routes.inviteRating, inviteRating);
  handle.staff(routes.labelAnswer, labelAnswer);
}
