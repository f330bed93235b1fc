import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -3.237,
    weights: [
      1.534, // cosine
      0, // asked
      0, // offered
      0, // edit
      2, // exact
      -0.732, // missing
      -0.889, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      2.535, // wordsAsked
      2.766, // wordsOffered
      2.538, // lettersAsked
      1.958, // lettersOffered
      2.633, // related
      0.175, // length
      -0.049, // exchanged
      -4, // bare
      -0.982, // howBoth
      -0.318, // howAsked
      -0.215, // howOffered
      0.321, // whenBoth
      -0.826, // whenAsked
      -0.793, // whenOffered
      -0.368, // whereBoth
      0.332, // whereAsked
      -0.075, // whereOffered
      0.099, // whyBoth
      0.164, // whyAsked
      -0.109, // whyOffered
      -0.175, // priceBoth
      -0.514, // priceAsked
      -0.469, // priceOffered
      0.007, // amountBoth
      -0.158, // amountAsked
      -0.015, // amountOffered
      -0.201, // whoBoth
      0.404, // whoAsked
      -0.14, // whoOffered
      -0.12, // whetherBoth
      -0.011, // whetherAsked
      -0.145, // whetherOffered
      0.818, // failureBoth
      -0.049, // failureAsked
      -0.1, // failureOffered
      -0.081, // needBoth
      0.143, // needAsked
      -0.144, // needOffered
      -0.579, // whatBoth
      -0.486, // whatAsked
      0.037, // whatOffered
      0.286, // afterBoth
      0.103, // afterAsked
      0.058, // afterOffered
      -0.009, // wantBoth
      0.486, // wantAsked
      0.016, // wantOffered
      -0.454, // plightBoth
      0.047, // plightAsked
      -0.001, // plightOffered
    ],
  },
  en: {
    bias: -2.452,
    weights: [
      2.915, // cosine
      0.466, // asked
      0.308, // offered
      0, // edit
      2, // exact
      -1.008, // missing
      -1.173, // extra
      -3.5, // negation
      -4, // number
      -0.4, // kind
      1, // answer
      3.389, // wordsAsked
      3.368, // wordsOffered
      0.061, // lettersAsked
      0.387, // lettersOffered
      1.883, // related
      0.356, // length
      -0.142, // exchanged
      -4, // bare
      -0.994, // howBoth
      -0.332, // howAsked
      -0.216, // howOffered
      0.411, // whenBoth
      -0.904, // whenAsked
      -0.865, // whenOffered
      -0.257, // whereBoth
      0.208, // whereAsked
      -0.237, // whereOffered
      0.103, // whyBoth
      0.075, // whyAsked
      -0.192, // whyOffered
      -0.041, // priceBoth
      -0.637, // priceAsked
      -0.565, // priceOffered
      0.319, // amountBoth
      -0.239, // amountAsked
      -0.042, // amountOffered
      -0.15, // whoBoth
      0.201, // whoAsked
      0.013, // whoOffered
      -0.059, // whetherBoth
      -0.109, // whetherAsked
      -0.15, // whetherOffered
      0.377, // failureBoth
      -0.191, // failureAsked
      -0.064, // failureOffered
      -0.09, // needBoth
      0.098, // needAsked
      -0.103, // needOffered
      -0.57, // whatBoth
      -0.669, // whatAsked
      -0.168, // whatOffered
      0.286, // afterBoth
      0.143, // afterAsked
      0.142, // afterOffered
      -0.098, // wantBoth
      0.366, // wantAsked
      0.071, // wantOffered
      -0.153, // plightBoth
      0.169, // plightAsked
      0.066, // plightOffered
    ],
  },
};
