import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -3.016,
    weights: [
      1.002, // cosine
      0, // asked
      0, // offered
      0, // edit
      2, // exact
      -0.775, // missing
      -0.754, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      2.81, // wordsAsked
      2.777, // wordsOffered
      2.604, // lettersAsked
      2.09, // lettersOffered
      1.999, // related
      0.361, // length
      -0.107, // exchanged
      -4, // bare
      -1.014, // howBoth
      -0.267, // howAsked
      -0.212, // howOffered
      0.388, // whenBoth
      -0.929, // whenAsked
      -0.995, // whenOffered
      -0.618, // whereBoth
      0.559, // whereAsked
      -0.009, // whereOffered
      0.079, // whyBoth
      -0.232, // whyAsked
      -0.162, // whyOffered
      -0.304, // priceBoth
      -0.259, // priceAsked
      -0.391, // priceOffered
      -0.013, // amountBoth
      -0.042, // amountAsked
      0.184, // amountOffered
      -0.397, // whoBoth
      0.461, // whoAsked
      0.317, // whoOffered
      0.117, // whetherBoth
      0.145, // whetherAsked
      -0.017, // whetherOffered
      0.669, // failureBoth
      -0.322, // failureAsked
      -0.244, // failureOffered
      -0.038, // needBoth
      -0.197, // needAsked
      -0.218, // needOffered
      -0.569, // whatBoth
      -0.225, // whatAsked
      0.059, // whatOffered
      -0.013, // afterBoth
      0.146, // afterAsked
      -0.075, // afterOffered
      -0.068, // wantBoth
      0.332, // wantAsked
      -0.131, // wantOffered
      -0.237, // plightBoth
      0.178, // plightAsked
      -0.176, // plightOffered
    ],
  },
  en: {
    bias: -2.416,
    weights: [
      2.007, // cosine
      0.08, // asked
      0.339, // offered
      0, // edit
      2, // exact
      -0.898, // missing
      -0.891, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      3.331, // wordsAsked
      3.458, // wordsOffered
      0.924, // lettersAsked
      0.889, // lettersOffered
      1.451, // related
      0.353, // length
      -0.367, // exchanged
      -4, // bare
      -0.961, // howBoth
      -0.223, // howAsked
      -0.176, // howOffered
      0.615, // whenBoth
      -0.953, // whenAsked
      -1.091, // whenOffered
      -0.565, // whereBoth
      0.585, // whereAsked
      0.035, // whereOffered
      0.233, // whyBoth
      -0.231, // whyAsked
      -0.177, // whyOffered
      -0.231, // priceBoth
      -0.46, // priceAsked
      -0.496, // priceOffered
      0.251, // amountBoth
      -0.089, // amountAsked
      0.195, // amountOffered
      -0.33, // whoBoth
      0.229, // whoAsked
      0.09, // whoOffered
      0.076, // whetherBoth
      0.106, // whetherAsked
      -0.003, // whetherOffered
      0.283, // failureBoth
      -0.424, // failureAsked
      -0.339, // failureOffered
      0.072, // needBoth
      -0.186, // needAsked
      -0.157, // needOffered
      -0.491, // whatBoth
      -0.403, // whatAsked
      0.042, // whatOffered
      0.01, // afterBoth
      0.221, // afterAsked
      -0.007, // afterOffered
      -0.092, // wantBoth
      0.38, // wantAsked
      -0.086, // wantOffered
      -0.066, // plightBoth
      0.329, // plightAsked
      -0.101, // plightOffered
    ],
  },
};
