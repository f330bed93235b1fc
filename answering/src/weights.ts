import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -3.192,
    weights: [
      1.327, // cosine
      0.003, // asked
      0.002, // offered
      0, // edit
      2, // exact
      -1.023, // missing
      -0.908, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      2.54, // wordsAsked
      2.689, // wordsOffered
      2.351, // lettersAsked
      2.006, // lettersOffered
      2.517, // related
      0.414, // length
      -0.009, // exchanged
      -4, // bare
      -0.858, // howBoth
      -0.363, // howAsked
      -0.072, // howOffered
      0.231, // whenBoth
      -0.953, // whenAsked
      -0.437, // whenOffered
      -0.256, // whereBoth
      0.308, // whereAsked
      0.027, // whereOffered
      0.012, // whyBoth
      -0.017, // whyAsked
      0.022, // whyOffered
      0.314, // priceBoth
      -0.532, // priceAsked
      -0.409, // priceOffered
      0.057, // amountBoth
      -0.174, // amountAsked
      0.043, // amountOffered
      -0.126, // whoBoth
      -0.108, // whoAsked
      0.307, // whoOffered
      0.013, // whetherBoth
      -0.196, // whetherAsked
      -0.135, // whetherOffered
      0.466, // failureBoth
      -0.367, // failureAsked
      -0.027, // failureOffered
      -0.347, // needBoth
      -0.172, // needAsked
      -0.128, // needOffered
      -0.328, // whatBoth
      -0.224, // whatAsked
      0.031, // whatOffered
      0.331, // afterBoth
      0.305, // afterAsked
      -0.119, // afterOffered
      -0.054, // wantBoth
      0.185, // wantAsked
      0.02, // wantOffered
      -0.702, // plightBoth
      -0.069, // plightAsked
      0.025, // plightOffered
    ],
  },
  en: {
    bias: -2.371,
    weights: [
      2.753, // cosine
      0.422, // asked
      0.231, // offered
      0, // edit
      2, // exact
      -1.268, // missing
      -1.107, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      3.238, // wordsAsked
      3.413, // wordsOffered
      0.138, // lettersAsked
      0.472, // lettersOffered
      1.836, // related
      0.291, // length
      -0.021, // exchanged
      -4, // bare
      -0.894, // howBoth
      -0.32, // howAsked
      -0.132, // howOffered
      0.248, // whenBoth
      -0.951, // whenAsked
      -0.583, // whenOffered
      -0.123, // whereBoth
      0.15, // whereAsked
      -0.178, // whereOffered
      0.15, // whyBoth
      -0.163, // whyAsked
      -0.074, // whyOffered
      0.194, // priceBoth
      -0.638, // priceAsked
      -0.601, // priceOffered
      0.372, // amountBoth
      -0.216, // amountAsked
      -0.013, // amountOffered
      -0.078, // whoBoth
      -0.262, // whoAsked
      -0.06, // whoOffered
      -0.124, // whetherBoth
      -0.152, // whetherAsked
      -0.178, // whetherOffered
      0.31, // failureBoth
      -0.133, // failureAsked
      -0.07, // failureOffered
      -0.292, // needBoth
      -0.119, // needAsked
      -0.097, // needOffered
      -0.349, // whatBoth
      -0.332, // whatAsked
      -0.137, // whatOffered
      0.351, // afterBoth
      0.315, // afterAsked
      -0.03, // afterOffered
      -0.132, // wantBoth
      0.163, // wantAsked
      0.023, // wantOffered
      -0.424, // plightBoth
      0.02, // plightAsked
      0.038, // plightOffered
    ],
  },
};
