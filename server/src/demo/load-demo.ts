import { generateHistory } from "@yingda/packs/demo-shop/generate";
import { knowledge } from "@yingda/packs/demo-shop/knowledge";
import { products } from "@yingda/packs/demo-shop/products";
import { agents, hotQuestions, quickPhrases, settings } from "@yingda/packs/demo-shop/shop";
import type { AgentKey } from "@yingda/packs/demo-shop/types";
import type { Ctx } from "../context.ts";
import { backfill, type PastCustomer } from "../conversations/backfill.ts";
import { writeDemoEntries } from "../knowledge/demo-entries.ts";
import { newId } from "../platform/ids.ts";
import { writeDemoProducts } from "../products/products.ts";
import { saveQuickPhrase } from "../shops/quick-phrases.ts";
import { changeSettings } from "../shops/shops.ts";
import type { Auth } from "../staff/auth.ts";
import { rememberOnlineDays } from "../staff/presence.ts";
import { addStaff } from "../staff/staff.ts";

/** Fills a new shop with the demo: knowledge, people, and an invented past. Everything it writes is marked as demo. */

const conversationsAtOnce = 200;

export async function loadDemo(ctx: Ctx, auth: Auth): Promise<void> {
  const entryIds = new Map(knowledge.map((entry) => [entry.key, newId()]));
  const entryIdOf = (key: string) => entryIds.get(key)!;
  await writeDemoEntries(
    ctx,
    knowledge.map((entry) => ({ ...entry, entryId: entryIdOf(entry.key), answerHtml: entry.answer })),
  );
  await changeSettings(ctx, { ...settings, hotQuestionIds: hotQuestions.map(entryIdOf) });
  for (const { group, shortcut, text } of quickPhrases)
    await saveQuickPhrase(ctx, { id: newId(), group, shortcut, text }, { isDemo: true });

  await writeDemoProducts(
    ctx,
    products.map(({ id, title, aliases, category }) => ({
      productId: id,
      name: title.zh,
      aliases: [title.en, ...aliases],
      category,
    })),
  );

  const agentIds = {} as Record<AgentKey, string>;
  for (const agent of agents) {
    const member = await addStaff(ctx, auth, { ...agent, email: `${agent.key}@demo.example`, isDemo: true });
    agentIds[agent.key] = member.id;
  }
  await loadPast(ctx, { entryIdOf, agentIds });
  await rememberOnlineDays(ctx, Object.values(agentIds), 30);
}

async function loadPast(
  ctx: Ctx,
  { entryIdOf, agentIds }: { entryIdOf: (key: string) => string; agentIds: Record<AgentKey, string> },
): Promise<void> {
  const customerIds = new Map<string, string>();
  const customerIdOf = (key: string) => {
    const known = customerIds.get(key) ?? newId();
    customerIds.set(key, known);
    return known;
  };
  const past = generateHistory({
    seed: ctx.shopId,
    now: ctx.clock.now(),
    timeZone: settings.timeZone,
    entryIdOf,
    customerIdOf,
    agentIds,
  });
  for (let from = 0; from < past.length; from += conversationsAtOnce) {
    const chunk = past.slice(from, from + conversationsAtOnce);
    const customers = new Map<string, PastCustomer>();
    const conversations = chunk.map(({ customer, channel, events }) => {
      const customerId = customerIdOf(customer.key);
      customers.set(customerId, {
        customerId,
        name: customer.name,
        locale: customer.locale,
        firstSeenAt: events[0]!.at,
      });
      return { conversationId: newId(), customerId, channel, origin: "demo" as const, events: [...events] };
    });
    await backfill(ctx, { customers: [...customers.values()], conversations });
  }
}
