import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import { reopenConversation, takeConversation, transferConversation } from "./seating.ts";

export function routingRoutes(handle: Handle): void {
  handle.staff(routes.transferConversation, transferConversation);
  handle.staff(routes.takeConversation, takeConversation);
  handle.staff(routes.reopenConversation, reopenConversation);
}
