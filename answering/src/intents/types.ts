/** What a conversation was about and how it felt: plain data, so that it crosses a worker boundary unchanged. */

export type Sentiment = "negative" | "neutral" | "positive";

/** A leaf of the tree with what people say who mean it. `weight`: how much each counts in learning (1 by default). `id`: the shop's. */
export type TrainingExample = { intent: string; text: string; weight?: number; id?: string };

/** A leaf as it comes with the product; a shop may rename, move or retire it, its key stays. */
export type DefaultIntent = { key: string; name: { "zh-CN": string; en: string }; examples: readonly string[] };
export type DefaultGroup = {
  key: string;
  name: { "zh-CN": string; en: string };
  intents: readonly DefaultIntent[];
};
