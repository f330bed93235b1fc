import type { NewEvent } from "@yingda/contract/events";
import { v5 } from "uuid";
import type { PastConversation, PastCustomer } from "../conversations/backfill.ts";
import { cut } from "./fields.ts";
import type { LoggedConversation, Said } from "./read-log.ts";

/**
 * From a logged conversation to the events of an ordinary one. It says only what the log says: no request, no queue and
 * no wait is made up. The one mark it adds is where a person takes over (docs/decisions/0005-imported-logs.md).
 */

/** The log says that an agent spoke, but not who. */
const unnamedAgent = "agent";
/** Nobody of the shop ever spoke. */
const nobody = "(none)";

export type Past = { conversation: PastConversation; customer: PastCustomer; messages: number };

export type Placing = {
  shopId: string;
  /** What the log is a log of; together with an id in the log it makes ours. */
  source: string;
  /** Stands in for times that the log does not have. */
  untimedAt: Date;
};

export function asPast(logged: LoggedConversation, { shopId, source, untimedAt }: Placing): Past {
  const conversationId = v5(JSON.stringify(["conversation", source, logged.key]), shopId);
  const { customer } = logged.about;
  const customerId = v5(JSON.stringify(customer ? ["customer", source, customer] : ["of", source, logged.key]), shopId);
  const locale = logged.said.some((one) => /\p{Script=Han}/u.test(one.text)) ? "zh-CN" : "en";
  const events = tellEvents(logged, { customerId, locale, untimedAt });
  const name = customer ?? `${locale === "en" ? "Visitor" : "访客"} ${conversationId.slice(-4).toUpperCase()}`;
  return {
    conversation: {
      conversationId,
      customerId,
      channel: logged.about.channel ?? "import",
      origin: "import",
      events,
    },
    customer: { customerId, name: cut(name, 60), locale, firstSeenAt: events[0]!.at },
    messages: logged.said.length,
  };
}

type Told = NewEvent & { at: string };

function tellEvents(
  { said, about, isTimed, closedAtMs }: LoggedConversation,
  { customerId, locale, untimedAt }: { customerId: string; locale: string; untimedAt: Date },
): Told[] {
  const customer = { kind: "customer", id: customerId } as const;
  const system = { kind: "system" } as const;
  const instants = said.map((one, i) => new Date(isTimed ? one.atMs! : untimedAt.getTime() + i).toISOString());
  const events: Told[] = [
    {
      type: "conversation.started",
      actor: customer,
      at: instants[0]!,
      body: {
        channel: about.channel ?? "import",
        locale,
        intent: about.intent,
        productId: about.product,
        region: about.region,
        untimed: isTimed ? undefined : true,
      },
    },
  ];
  const takeOver = findTakeOver(said);
  let holder: string | null = null;
  said.forEach((one, i) => {
    const at = instants[i]!;
    if (i === takeOver) {
      holder = findFirstHolder(said, i);
      events.push({ type: "agent.connected", actor: system, at, body: { agentId: holder } });
    }
    const speaker = one.agent ?? unnamedAgent;
    if (one.by === "agent" && holder !== null && speaker !== holder) {
      const body = { fromAgentId: holder, toAgentId: speaker };
      events.push({ type: "conversation.transferred", actor: system, at, body });
      holder = speaker;
    }
    const actor =
      one.by === "customer"
        ? customer
        : one.by === "bot"
          ? ({ kind: "bot" } as const)
          : { kind: "agent" as const, id: speaker };
    events.push({ type: "message.sent", actor, at, body: { content: { kind: "text", text: one.text } } });
  });
  const endAt = closedAtMs === null ? instants.at(-1)! : new Date(closedAtMs).toISOString();
  if (about.stars !== undefined) {
    const target = said.some((one) => one.by === "bot") && !said.some((one) => one.by === "agent") ? "bot" : "human";
    events.push({ type: "rating.given", actor: customer, at: endAt, body: { target, stars: about.stars } });
  }
  events.push({ type: "conversation.closed", actor: system, at: endAt, body: { by: "system" } });
  return events;
}

/**
 * The customer's message from which on a person is asked: the first, or after the bot's last word before a person's
 * first. None where only the bot spoke, or no customer after it: then no question was put to a person.
 */
function findTakeOver(said: Said[]): number {
  const firstAgent = said.findIndex((one) => one.by === "agent");
  const hasBot = said.some((one) => one.by === "bot");
  if (hasBot && firstAgent < 0) return -1;
  const lastBot = hasBot ? said.slice(0, firstAgent).findLastIndex((one) => one.by === "bot") : -1;
  return said.findIndex((one, i) => i > lastBot && one.by === "customer");
}

function findFirstHolder(said: Said[], from: number): string {
  const next = said.slice(from).find((one) => one.by === "agent") ?? said.findLast((one) => one.by === "agent");
  return next ? (next.agent ?? unnamedAgent) : nobody;
}
