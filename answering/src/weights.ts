import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -3.254,
    weights: [
      1.528, // cosine
      0, // asked
      0.007, // offered
      0, // edit
      2, // exact
      -0.744, // missing
      -0.812, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      2.522, // wordsAsked
      2.842, // wordsOffered
      2.441, // lettersAsked
      2.09, // lettersOffered
      2.571, // related
      0.269, // length
      -0.102, // exchanged
      -4, // bare
      -1.095, // howBoth
      -0.368, // howAsked
      -0.237, // howOffered
      0.302, // whenBoth
      -0.725, // whenAsked
      -0.725, // whenOffered
      -0.467, // whereBoth
      0.211, // whereAsked
      -0.098, // whereOffered
      -0.022, // whyBoth
      0.083, // whyAsked
      -0.154, // whyOffered
      -0.009, // priceBoth
      -0.601, // priceAsked
      -0.603, // priceOffered
      -0.099, // amountBoth
      -0.169, // amountAsked
      -0.014, // amountOffered
      -0.177, // whoBoth
      0.507, // whoAsked
      -0.091, // whoOffered
      -0.062, // whetherBoth
      -0.054, // whetherAsked
      -0.16, // whetherOffered
      0.685, // failureBoth
      -0.115, // failureAsked
      -0.122, // failureOffered
      -0.268, // needBoth
      0.274, // needAsked
      -0.192, // needOffered
      -0.65, // whatBoth
      -0.415, // whatAsked
      -0.009, // whatOffered
      0.12, // afterBoth
      0.077, // afterAsked
      0.096, // afterOffered
      0.15, // wantBoth
      0.298, // wantAsked
      0.063, // wantOffered
      -0.628, // plightBoth
      0.076, // plightAsked
      0.027, // plightOffered
    ],
  },
  en: {
    bias: -2.458,
    weights: [
      2.898, // cosine
      0.49, // asked
      0.283, // offered
      0, // edit
      2, // exact
      -1.024, // missing
      -1.128, // extra
      -3.5, // negation
      -4, // number
      -0.401, // kind
      1, // answer
      3.344, // wordsAsked
      3.472, // wordsOffered
      0.026, // lettersAsked
      0.417, // lettersOffered
      1.776, // related
      0.394, // length
      -0.151, // exchanged
      -4, // bare
      -1.099, // howBoth
      -0.376, // howAsked
      -0.253, // howOffered
      0.37, // whenBoth
      -0.838, // whenAsked
      -0.81, // whenOffered
      -0.302, // whereBoth
      0.054, // whereAsked
      -0.265, // whereOffered
      0.026, // whyBoth
      0.031, // whyAsked
      -0.216, // whyOffered
      0.034, // priceBoth
      -0.639, // priceAsked
      -0.671, // priceOffered
      0.188, // amountBoth
      -0.261, // amountAsked
      -0.056, // amountOffered
      -0.182, // whoBoth
      0.279, // whoAsked
      0.049, // whoOffered
      -0.056, // whetherBoth
      -0.15, // whetherAsked
      -0.154, // whetherOffered
      0.302, // failureBoth
      -0.218, // failureAsked
      -0.081, // failureOffered
      -0.23, // needBoth
      0.189, // needAsked
      -0.178, // needOffered
      -0.628, // whatBoth
      -0.625, // whatAsked
      -0.172, // whatOffered
      0.172, // afterBoth
      0.139, // afterAsked
      0.176, // afterOffered
      0.007, // wantBoth
      0.202, // wantAsked
      0.063, // wantOffered
      -0.281, // plightBoth
      0.187, // plightAsked
      0.07, // plightOffered
    ],
  },
};
