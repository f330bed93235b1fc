import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -3.06,
    weights: [
      0.968, // cosine
      0, // asked
      0.004, // offered
      0, // edit
      2, // exact
      -0.822, // missing
      -0.67, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      2.881, // wordsAsked
      2.882, // wordsOffered
      2.432, // lettersAsked
      2.132, // lettersOffered
      2.056, // related
      0.207, // length
      -0.113, // exchanged
      -4, // bare
      -0.897, // howBoth
      -0.221, // howAsked
      -0.122, // howOffered
      0.586, // whenBoth
      -0.952, // whenAsked
      -0.757, // whenOffered
      -0.274, // whereBoth
      0.397, // whereAsked
      0.11, // whereOffered
      -0.073, // whyBoth
      -0.041, // whyAsked
      -0.264, // whyOffered
      -0.31, // priceBoth
      -0.437, // priceAsked
      -0.187, // priceOffered
      -0.319, // amountBoth
      0.024, // amountAsked
      0.013, // amountOffered
      -0.193, // whoBoth
      0.118, // whoAsked
      0.225, // whoOffered
      0.384, // whetherBoth
      0.277, // whetherAsked
      0.018, // whetherOffered
      0.684, // failureBoth
      -0.235, // failureAsked
      -0.115, // failureOffered
      -0.112, // needBoth
      0.041, // needAsked
      -0.316, // needOffered
      -0.368, // whatBoth
      -0.191, // whatAsked
      0.126, // whatOffered
      0.494, // afterBoth
      -0.173, // afterAsked
      -0.104, // afterOffered
      -0.036, // wantBoth
      0.238, // wantAsked
      0.028, // wantOffered
      -0.536, // plightBoth
      0.217, // plightAsked
      -0.189, // plightOffered
    ],
  },
  en: {
    bias: -2.453,
    weights: [
      2.014, // cosine
      0.02, // asked
      0.371, // offered
      0, // edit
      2, // exact
      -0.979, // missing
      -0.819, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      3.362, // wordsAsked
      3.521, // wordsOffered
      0.88, // lettersAsked
      0.959, // lettersOffered
      1.482, // related
      0.202, // length
      -0.324, // exchanged
      -4, // bare
      -0.873, // howBoth
      -0.162, // howAsked
      -0.121, // howOffered
      0.69, // whenBoth
      -0.982, // whenAsked
      -0.83, // whenOffered
      -0.223, // whereBoth
      0.422, // whereAsked
      0.101, // whereOffered
      0.06, // whyBoth
      -0.049, // whyAsked
      -0.23, // whyOffered
      -0.249, // priceBoth
      -0.601, // priceAsked
      -0.399, // priceOffered
      -0.052, // amountBoth
      -0.015, // amountAsked
      0.084, // amountOffered
      -0.146, // whoBoth
      -0.072, // whoAsked
      0.158, // whoOffered
      0.254, // whetherBoth
      0.191, // whetherAsked
      0.021, // whetherOffered
      0.304, // failureBoth
      -0.318, // failureAsked
      -0.311, // failureOffered
      -0.015, // needBoth
      0.023, // needAsked
      -0.202, // needOffered
      -0.331, // whatBoth
      -0.38, // whatAsked
      0.104, // whatOffered
      0.493, // afterBoth
      -0.1, // afterAsked
      0.006, // afterOffered
      -0.068, // wantBoth
      0.237, // wantAsked
      0.03, // wantOffered
      -0.293, // plightBoth
      0.336, // plightAsked
      -0.093, // plightOffered
    ],
  },
};
