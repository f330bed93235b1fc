import type { Figures, Pair } from "../../../figures/ask.ts";

/** Who handled a conversation; `none`: nobody said anything to the customer. */
export const handlings = ["bot", "human", "both", "none"] as const;
export type Handling = (typeof handlings)[number];

/** A metric's figures by who handled. */
export const byHandling = (figures: Figures, metric: string): Map<Handling, Pair> =>
  new Map(
    figures.rows.flatMap(({ keys, figures: own }) => {
      const handling = handlings.find((one) => one === keys[0]!.key);
      const pair = own.get(metric);
      return handling && pair ? [[handling, pair] as const] : [];
    }),
  );
