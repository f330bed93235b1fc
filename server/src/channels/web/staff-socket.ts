import type { IncomingMessage } from "node:http";
import { type CustomerPush, type StaffFrame, type StaffPush, staffFrame } from "@yingda/contract/frames";
import type { WebSocket } from "ws";
import { type Ground, may, type StaffCtx } from "../../context.ts";
import { loadConversation, markReadByAgent } from "../../conversations/reading.ts";
import { AppError } from "../../platform/errors.ts";
import { refuseForeignOrigin, toErrorReply } from "../../platform/http/handle.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import { mustFit } from "../../platform/realtime/sockets.ts";
import { wellFormed } from "../../platform/well-formed.ts";
import { markSeen } from "../../staff/presence.ts";
import { getMember } from "../../staff/staff.ts";
import { describeForCustomer } from "./customer-view.ts";
import {
  customerTopic,
  everyoneTopic,
  overseersTopic,
  staffTopic,
  waitingTopic,
  wallTopic,
  watchTopic,
} from "./topics.ts";

/** The staff's socket: pushes out; typing, read marks and what is on screen in. What staff do goes through routes. */

const seenEveryMs = 30_000;

export function acceptStaff(
  ground: Ground,
  { hub, staffOf }: { hub: Hub; staffOf: (request: IncomingMessage) => Promise<StaffCtx> },
) {
  return (socket: WebSocket, request: IncomingMessage): void => {
    const send = (push: StaffPush) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(push));
    let timer: NodeJS.Timeout | undefined;
    // First of all: a page that goes while its owner is looked up must not stay "there" for ever, and be given customers.
    socket.on("close", () => {
      clearInterval(timer);
      hub.leave(socket);
    });
    const opening = open();
    /** Frames wait for the sign-in, then for each other. */
    let line: Promise<unknown> = opening;

    socket.on("message", (bytes) => {
      line = line.then(async () => {
        const ctx = await opening;
        if (!ctx) return;
        try {
          mustFit(bytes);
          await handle(ctx, staffFrame.parse(wellFormed(JSON.parse(String(bytes)))));
        } catch (error) {
          const failure =
            error instanceof SyntaxError ? new AppError("invalid_input", "The frame is not JSON.") : error;
          const { body } = toErrorReply(failure, ground.log);
          send({ t: "error", code: body.error.code, message: body.error.message });
        }
      });
    });

    async function open(): Promise<StaffCtx | null> {
      try {
        refuseForeignOrigin(request);
        const ctx = await staffOf(request);
        hub.join(staffTopic(ctx.shopId, ctx.actor.id), socket);
        hub.join(everyoneTopic(ctx.shopId), socket);
        if (may(ctx, "conversations.oversee")) hub.join(overseersTopic(ctx.shopId), socket);
        if (socket.readyState !== socket.OPEN) return null;
        await noteSeen(ctx);
        timer = setInterval(() => seen(ctx), seenEveryMs);
        if (socket.readyState !== socket.OPEN) clearInterval(timer);
        send({ t: "ready", staffId: ctx.actor.id });
        return ctx;
      } catch (error) {
        const { body } = toErrorReply(error, ground.log);
        send({ t: "error", code: body.error.code, message: body.error.message });
        socket.close(4401, body.error.code);
        return null;
      }
    }

    /** What was true when the socket opened may have ended: the session, the place among the staff, the role. */
    async function seen(opened: StaffCtx): Promise<void> {
      try {
        const ctx = await staffOf(request);
        if (ctx.actor.role === opened.actor.role) await noteSeen(ctx);
        // It comes back at once, with what the new role may see.
        else socket.close(1012, "role_changed");
      } catch (error) {
        if (error instanceof AppError) socket.close(4401, error.code);
        else ground.log.warn({ err: error }, "presence was not noted");
      }
    }

    async function noteSeen(ctx: StaffCtx): Promise<void> {
      const { status } = await getMember(ctx, ctx.actor.id);
      await markSeen(ctx, ctx.actor.id, status === "online");
    }

    async function handle(ctx: StaffCtx, frame: StaffFrame): Promise<void> {
      switch (frame.t) {
        case "ping":
          send({ t: "pong" });
          return;
        case "watch": {
          if (frame.conversationId) await loadConversation(ctx, frame.conversationId);
          hub.leaveTopics(socket, watchTopic(ctx.shopId, ""));
          if (frame.conversationId) {
            const topic = may(ctx, "conversations.oversee") ? watchTopic : waitingTopic;
            hub.join(topic(ctx.shopId, frame.conversationId), socket);
          }
          return;
        }
        case "wall":
          if (!may(ctx, "analytics.read"))
            throw new AppError("not_allowed", "This needs the permission analytics.read.");
          if (frame.isShown) hub.join(wallTopic(ctx.shopId), socket);
          else hub.leaveTopics(socket, wallTopic(ctx.shopId));
          return;
        case "typing": {
          const { state } = await loadConversation(ctx, frame.conversationId);
          if (state.agentId === ctx.actor.id)
            hub.send(customerTopic(ctx.shopId, state.customerId), { t: "typing", by: "agent" } satisfies CustomerPush);
          return;
        }
        case "read": {
          const read = await markReadByAgent(ctx, frame.conversationId, frame.seq);
          if (read)
            hub.send(customerTopic(ctx.shopId, read.state.customerId), {
              t: "view",
              view: await describeForCustomer(ctx, read.state, read.marks),
            } satisfies CustomerPush);
          return;
        }
        default:
          frame satisfies never;
      }
    }
  };
}
