import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import type { Seal } from "../platform/seal.ts";
import { describeMail, removeMail, saveMail, sendTestMail } from "./mailing.ts";
import { listDeliveries, sendAgain } from "./outbox.ts";

export function mailingRoutes(handle: Handle, seal: Seal): void {
  handle.staff(routes.getMail, (ctx) => describeMail(ctx));
  handle.staff(routes.saveMail, (ctx, wish) => saveMail(ctx, seal, wish));
  handle.staff(routes.removeMail, (ctx) => removeMail(ctx));
  handle.staff(routes.sendTestMail, (ctx, wish) => sendTestMail(ctx, seal, wish));
  handle.staff(routes.listDeliveries, listDeliveries);
  handle.staff(routes.sendAgain, async (ctx, { mailId, recipient }) => {
    await sendAgain(ctx, { mailId, recipient });
    return {};
  });
}
