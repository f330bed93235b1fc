import { account } from "./tree/account.ts";
import { aftersales } from "./tree/aftersales.ts";
import { complaint } from "./tree/complaint.ts";
import { order } from "./tree/order.ts";
import { other } from "./tree/other.ts";
import { presale } from "./tree/presale.ts";
import { promo } from "./tree/promo.ts";
import { shipping } from "./tree/shipping.ts";
import type { DefaultGroup, TrainingExample } from "./types.ts";

/**
 * What people write to shops about, in two levels. Every phrasing was written for this project. Keys are for ever: facts
 * carry them; names and places in the tree are the shop's to change.
 */
export const defaultTree: readonly DefaultGroup[] = [
  presale,
  promo,
  order,
  shipping,
  aftersales,
  account,
  complaint,
  other,
];

export const defaultExamples: readonly TrainingExample[] = defaultTree.flatMap((group) =>
  group.intents.flatMap((intent) => intent.examples.map((text) => ({ intent: intent.key, text }))),
);
