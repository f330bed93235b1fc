import type { IncomingMessage } from "node:http";
import { type CustomerFrame, type CustomerPush, customerFrame } from "@yingda/contract/frames";
import { limits } from "@yingda/contract/limits";
import type { WebSocket } from "ws";
import type { CustomerCtx, Ground } from "../../context.ts";
import type { Appended } from "../../conversations/append.ts";
import {
  leaveQueue,
  rateAnswer,
  receiveClick,
  receiveHumanRequest,
  receiveMessage,
  receiveOfflineMessage,
  receiveRating,
  type Visit,
} from "../../conversations/conversations.ts";
import { listHistory, loadLatest, markReadByCustomer } from "../../conversations/customer-reading.ts";
import { listEvents, visibleToCustomer } from "../../conversations/reading.ts";
import { noteVisit } from "../../customers/customers.ts";
import type { CustomerTokens } from "../../customers/tokens.ts";
import { listQuestionsOf } from "../../knowledge/knowledge.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import { addressOf } from "../../platform/http/address.ts";
import { toErrorReply } from "../../platform/http/handle.ts";
import { makeRateLimit } from "../../platform/rate-limit.ts";
import { type Hub, largestBacklogBytes } from "../../platform/realtime/hub.ts";
import { mustFit } from "../../platform/realtime/sockets.ts";
import { wellFormed } from "../../platform/well-formed.ts";
import { getShop } from "../../shops/shops.ts";
import { receiveSurveyAnswer } from "../../surveys/answering.ts";
import { verifiedContent } from "../files.ts";
import { describeForCustomer } from "./customer-view.ts";
import { mustBeEmbeddable } from "./embedding.ts";
import { customerTopic, staffTopic } from "./topics.ts";

/**
 * The customer's socket: parses frames, calls the verbs, acknowledges after the commit. A bad frame gets an error and
 * the connection stays. It decides nothing about conversations.
 */

type Session = { ctx: CustomerCtx; visit: Visit };

const historyPage = 5;
const channel = "web";

export function acceptCustomers(ground: Ground, { tokens, hub }: { tokens: CustomerTokens; hub: Hub }) {
  const perCustomer = makeRateLimit(limits.customerFramesPerMinute, ground.clock);
  const perAddress = makeRateLimit(limits.addressRequestsPerMinute, ground.clock);

  return (socket: WebSocket, request: IncomingMessage): void => {
    const address = addressOf(request);
    let session: Session | null = null;
    /** Frames are handled one after another: order is what the customer typed. */
    let line = Promise.resolve();
    const send = (push: CustomerPush) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > largestBacklogBytes) socket.terminate();
      else socket.send(JSON.stringify(push));
    };

    socket.on("message", (bytes, isBinary) => {
      line = line.then(async () => {
        const raw = isBinary ? null : readJson(String(bytes));
        try {
          mustFit(bytes);
          perAddress.take(address);
          const frame = customerFrame.parse(raw);
          if (frame.t === "hello") session = await greet(frame);
          else if (frame.t === "ping") send({ t: "pong" });
          else if (!session) throw new AppError("not_signed_in", "Say hello with a token first.");
          else {
            if (frame.t !== "typing" && frame.t !== "read") perCustomer.take(session.ctx.actor.id);
            await act(session, frame);
          }
        } catch (error) {
          refuse(raw, error);
        }
      });
    });
    socket.on("close", () => hub.leave(socket));

    async function greet(frame: Extract<CustomerFrame, { t: "hello" }>): Promise<Session> {
      const { shopId, customerId } = await tokens.read(frame.token);
      // The dearest frame of all: it may ask for the whole conversation again.
      perCustomer.take(customerId);
      mustBeEmbeddable((await getShop({ ...ground, shopId })).settings, request.headers);
      const ctx: CustomerCtx = { ...ground, shopId, actor: { kind: "customer", id: customerId } };
      await noteVisit(ctx, customerId, { locale: frame.locale, pageUrl: frame.page?.url, who: frame.who });
      // Joined before reading, so that nothing falls between: what comes twice is recognised by its number.
      hub.join(customerTopic(shopId, customerId), socket);
      const latest = await loadLatest(ctx);
      if (!latest) send({ t: "ready", view: null, events: [] });
      else {
        const after = frame.have?.conversationId === latest.state.conversationId ? frame.have.seq : 0;
        const events = visibleToCustomer(await listEvents(ctx, latest.state.conversationId, after));
        send({ t: "ready", view: await describeForCustomer(ctx, latest.state, latest.marks), events });
      }
      return {
        ctx,
        visit: {
          channel,
          locale: frame.locale,
          pageUrl: frame.page?.url,
          productId: frame.page?.productId,
          region: frame.page?.region,
        },
      };
    }

    async function act({ ctx, visit }: Session, frame: Exclude<CustomerFrame, { t: "hello" | "ping" }>): Promise<void> {
      switch (frame.t) {
        case "send":
          return acknowledge(
            frame.clientId,
            await receiveMessage(ctx, visit, { ...frame, content: await verifiedContent(ctx, frame.content) }),
          );
        case "hot":
        case "option": {
          const [known] = await listQuestionsOf(ctx, [frame.entryId]);
          if (!known) throw notFound("question");
          const answerSeq = frame.t === "option" ? frame.answerSeq : undefined;
          return acknowledge(
            frame.clientId,
            await receiveClick(ctx, visit, { clientId: frame.clientId, ...known, answerSeq }),
          );
        }
        case "human":
          return acknowledge(frame.clientId, await receiveHumanRequest(ctx, visit, frame));
        case "leaveQueue":
          return acknowledge(frame.clientId, await leaveQueue(ctx, frame));
        case "leaveMessage":
          return acknowledge(
            frame.clientId,
            await receiveOfflineMessage(ctx, visit, {
              clientId: frame.clientId,
              text: frame.text,
              contact: frame.contact || undefined,
            }),
          );
        case "thumb":
          return acknowledge(
            frame.clientId,
            await rateAnswer(ctx, { clientId: frame.clientId, answerSeq: frame.answerSeq, thumb: frame.thumb }),
          );
        case "rate":
          return acknowledge(frame.clientId, await receiveRating(ctx, frame));
        case "survey":
          return acknowledge(frame.clientId, await receiveSurveyAnswer(ctx, frame));
        case "typing": {
          const latest = await loadLatest(ctx);
          if (latest?.state.handling === "agent") {
            hub.send(staffTopic(ctx.shopId, latest.state.agentId!), {
              t: "typing",
              conversationId: latest.state.conversationId,
            });
          }
          return;
        }
        case "read":
          return markReadByCustomer(ctx, frame.seq, (agentId, conversationId, seq) =>
            hub.send(staffTopic(ctx.shopId, agentId), { t: "read", conversationId, seq }),
          );
        case "history": {
          const found = await listHistory(ctx, frame.before ?? null, historyPage);
          const conversations = await Promise.all(
            found.items.map(async ({ state, marks, events }) => ({
              view: await describeForCustomer(ctx, state, marks),
              events: visibleToCustomer(events),
            })),
          );
          send({ t: "history", conversations, more: found.more });
          return;
        }
        default:
          frame satisfies never;
      }
    }

    function acknowledge(clientId: string, appended: Appended): void {
      send({ t: "ack", clientId, conversationId: appended.state.conversationId, seq: appended.seq, at: appended.at });
    }

    function refuse(raw: unknown, error: unknown): void {
      const { body } = toErrorReply(error, ground.log);
      const clientId = (raw as { clientId?: unknown } | null)?.clientId;
      const retryAfter = body.error.details?.retryAfter;
      send({
        t: "error",
        code: body.error.code,
        message: body.error.message,
        ...(typeof clientId === "string" && clientId.length <= 64 ? { clientId } : {}),
        ...(typeof retryAfter === "number" ? { retryAfter } : {}),
      });
    }
  };
}

function readJson(text: string): unknown {
  try {
    return wellFormed(JSON.parse(text));
  } catch {
    return null;
  }
}
