import type { CustomerPush, StaffPush } from "@yingda/contract/frames";
import { type Ground, inShop } from "../../context.ts";
import type { Appended } from "../../conversations/append.ts";
import { visibleToCustomer } from "../../conversations/reading.ts";
import { toSummary } from "../../conversations/rows.ts";
import { getCustomer } from "../../customers/customers.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import { listWaiting } from "../../routing/routing.ts";
import { describeForCustomer } from "./customer-view.ts";
import { customerTopic, everyoneTopic, overseersTopic, staffTopic, waitingTopic, watchTopic } from "./topics.ts";

/** Tells every window on this node what happened, after the commit. Missing a push loses nothing: windows resume by number. */
export function pushToWindows(ground: Ground, hub: Hub): void {
  /** One line per conversation: a push looks things up on its way, and must not be overtaken by the next one. */
  const lines = new Map<string, Promise<void>>();
  ground.bus.on("events.appended", (appended) => {
    const { conversationId } = appended.state;
    const push = async () => {
      await pushToCustomer(appended);
      await pushToStaff(appended);
    };
    // After a failed push the next one still goes; the window notices the missing number and asks.
    const line = (lines.get(conversationId) ?? Promise.resolve()).then(push, push);
    lines.set(conversationId, line);
    return line.finally(() => lines.get(conversationId) === line && lines.delete(conversationId));
  });

  async function pushToCustomer({ state, marks, events }: Appended): Promise<void> {
    const topic = customerTopic(state.shopId, state.customerId);
    if (!hub.has(topic)) return;
    const view = await describeForCustomer(inShop(ground, state.shopId), state, marks);
    hub.send(topic, {
      t: "events",
      conversationId: state.conversationId,
      events: visibleToCustomer(events),
      upTo: events.at(-1)!.seq,
      view,
    } satisfies CustomerPush);
  }

  async function pushToStaff({ state, marks, events }: Appended): Promise<void> {
    const topics = new Set<string>();
    const add = (topic: string) => hub.has(topic) && topics.add(topic);
    // What waits is everybody's; what is served is its agent's, and whoever just had it.
    const isWaiting = state.handling === "queue" || state.handling === "message";
    const leftQueue = events.some((event) =>
      ["agent.connected", "queue.left", "conversation.closed"].includes(event.type),
    );
    if (isWaiting || leftQueue) {
      add(everyoneTopic(state.shopId));
      add(waitingTopic(state.shopId, state.conversationId));
    }
    if (state.agentId) add(staffTopic(state.shopId, state.agentId));
    for (const event of events) {
      if (event.type === "conversation.transferred" && event.body.fromAgentId)
        add(staffTopic(state.shopId, event.body.fromAgentId));
    }
    if (state.handling !== "bot" || state.humanRequested) add(overseersTopic(state.shopId));
    add(watchTopic(state.shopId, state.conversationId));
    if (topics.size === 0) return;
    const customer = await getCustomer(inShop(ground, state.shopId), state.customerId);
    const frame: StaffPush = { t: "events", conversation: toSummary(state, marks, customer.name), events };
    hub.send(topics, frame);
  }

  ground.bus.on("answer.drafted", ({ shopId, customerId, ...draft }) =>
    hub.send(customerTopic(shopId, customerId), { t: "draft", ...draft } satisfies CustomerPush),
  );

  /** Positions move for everybody behind; one look per shop and burst. */
  const movingShops = new Map<string, NodeJS.Timeout>();
  ground.bus.on("events.appended", ({ state, events }) => {
    const moves = events.some(
      (event) =>
        event.type === "queue.left" ||
        event.type === "agent.connected" ||
        (event.type === "conversation.classified" && event.body.isUrgent !== undefined && state.handling === "queue") ||
        (event.type === "conversation.closed" && state.humanRequested),
    );
    if (!moves || movingShops.has(state.shopId)) return;
    movingShops.set(
      state.shopId,
      setTimeout(() => {
        movingShops.delete(state.shopId);
        pushPositions(state.shopId).catch((error) =>
          ground.log.error({ err: error }, "queue positions were not pushed"),
        );
      }, 200),
    );
  });

  async function pushPositions(shopId: string): Promise<void> {
    const ctx = inShop(ground, shopId);
    for (const { state, marks, place } of await listWaiting(ctx)) {
      const topic = customerTopic(shopId, state.customerId);
      if (hub.has(topic))
        hub.send(topic, {
          t: "view",
          view: await describeForCustomer(ctx, state, marks, place),
        } satisfies CustomerPush);
    }
  }

  ground.bus.on("staff.changed", ({ shopId }) =>
    hub.send(everyoneTopic(shopId), { t: "colleagues" } satisfies StaffPush),
  );
  ground.bus.on("knowledge.indexed", ({ shopId, entries }) =>
    hub.send(everyoneTopic(shopId), { t: "knowledge", entries } satisfies StaffPush),
  );
}
