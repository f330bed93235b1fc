import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -3.19,
    weights: [
      1.329, // cosine
      0.003, // asked
      0.002, // offered
      0, // edit
      2, // exact
      -1.015, // missing
      -0.916, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      2.564, // wordsAsked
      2.706, // wordsOffered
      2.331, // lettersAsked
      1.98, // lettersOffered
      2.505, // related
      0.409, // length
      -0.01, // exchanged
      -4, // bare
      -0.853, // howBoth
      -0.36, // howAsked
      -0.072, // howOffered
      0.237, // whenBoth
      -0.951, // whenAsked
      -0.444, // whenOffered
      -0.253, // whereBoth
      0.312, // whereAsked
      0.029, // whereOffered
      0.013, // whyBoth
      -0.019, // whyAsked
      0.022, // whyOffered
      0.286, // priceBoth
      -0.54, // priceAsked
      -0.424, // priceOffered
      0.062, // amountBoth
      -0.173, // amountAsked
      0.044, // amountOffered
      -0.123, // whoBoth
      -0.105, // whoAsked
      0.309, // whoOffered
      0.016, // whetherBoth
      -0.193, // whetherAsked
      -0.138, // whetherOffered
      0.467, // failureBoth
      -0.364, // failureAsked
      -0.025, // failureOffered
      -0.344, // needBoth
      -0.17, // needAsked
      -0.125, // needOffered
      -0.327, // whatBoth
      -0.221, // whatAsked
      0.03, // whatOffered
      0.333, // afterBoth
      0.305, // afterAsked
      -0.118, // afterOffered
      -0.055, // wantBoth
      0.187, // wantAsked
      0.021, // wantOffered
      -0.698, // plightBoth
      -0.064, // plightAsked
      0.027, // plightOffered
    ],
  },
  en: {
    bias: -2.314,
    weights: [
      2.819, // cosine
      0.497, // asked
      0.283, // offered
      0, // edit
      2, // exact
      -1.29, // missing
      -1.122, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      3.137, // wordsAsked
      3.387, // wordsOffered
      0.079, // lettersAsked
      0.421, // lettersOffered
      1.899, // related
      0.307, // length
      -0.024, // exchanged
      -4, // bare
      -0.892, // howBoth
      -0.324, // howAsked
      -0.146, // howOffered
      0.253, // whenBoth
      -0.959, // whenAsked
      -0.599, // whenOffered
      -0.127, // whereBoth
      0.149, // whereAsked
      -0.195, // whereOffered
      0.154, // whyBoth
      -0.168, // whyAsked
      -0.075, // whyOffered
      0.19, // priceBoth
      -0.657, // priceAsked
      -0.613, // priceOffered
      0.382, // amountBoth
      -0.214, // amountAsked
      -0.012, // amountOffered
      -0.076, // whoBoth
      -0.264, // whoAsked
      -0.059, // whoOffered
      -0.122, // whetherBoth
      -0.153, // whetherAsked
      -0.177, // whetherOffered
      0.309, // failureBoth
      -0.141, // failureAsked
      -0.088, // failureOffered
      -0.289, // needBoth
      -0.121, // needAsked
      -0.112, // needOffered
      -0.346, // whatBoth
      -0.341, // whatAsked
      -0.15, // whatOffered
      0.358, // afterBoth
      0.322, // afterAsked
      -0.03, // afterOffered
      -0.131, // wantBoth
      0.166, // wantAsked
      0.016, // wantOffered
      -0.422, // plightBoth
      0.027, // plightAsked
      0.032, // plightOffered
    ],
  },
};
