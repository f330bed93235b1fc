import { clothingAndShoes } from "./entries/clothing-shoes.ts";
import { english } from "./entries/english.ts";
import { englishProducts } from "./entries/english-products.ts";
import { englishService } from "./entries/english-service.ts";
import { gear } from "./entries/gear.ts";
import { logistics } from "./entries/logistics.ts";
import { membership } from "./entries/membership.ts";
import { orders } from "./entries/orders.ts";
import { payment } from "./entries/payment.ts";
import { promotions } from "./entries/promotions.ts";
import { returns } from "./entries/returns.ts";
import { storeAndService } from "./entries/store-service.ts";
import { tentsAndBags } from "./entries/tents-bags.ts";
import { warranty } from "./entries/warranty.ts";
import type { Category, KnowledgeEntry } from "./types.ts";

/** All that the demo shop's bot knows. */
export const knowledge: readonly KnowledgeEntry[] = [
  ...logistics,
  ...returns,
  ...promotions,
  ...orders,
  ...payment,
  ...tentsAndBags,
  ...clothingAndShoes,
  ...gear,
  ...warranty,
  ...membership,
  ...storeAndService,
  ...english,
  ...englishService,
  ...englishProducts,
];

/** The two-level tree, in the order in which the entries first name it. */
export const categories: readonly Category[] = treeOf(knowledge);

function treeOf(entries: readonly KnowledgeEntry[]): Category[] {
  const children = new Map<string, Set<string>>();
  for (const entry of entries) {
    const [parent = "", child = ""] = entry.category.split("/");
    const known = children.get(parent) ?? new Set<string>();
    children.set(parent, known.add(child));
  }
  return [...children].map(([name, names]) => ({ name, children: [...names] }));
}
