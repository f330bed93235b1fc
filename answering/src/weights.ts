import type { Model } from "./rank.ts";
import type { Language } from "./types.ts";

/** Written by training/fit.ts from material of our own, in the order of signalNames; don't edit by hand. */
export const models: Readonly<Record<Language, Model>> = {
  zh: {
    bias: -2.71,
    weights: [
      1.607, // cosine
      0, // asked
      0, // offered
      0, // edit
      2, // exact
      -0.982, // missing
      -1.014, // extra
      -3.5, // negation
      -4.063, // number
      -0.4, // kind
      1, // answer
      2.419, // wordsAsked
      2.792, // wordsOffered
      2.449, // lettersAsked
      1.935, // lettersOffered
      2.519, // related
      0.091, // length
      0, // exchanged
      -4, // bare
      -1.122, // howBoth
      -0.382, // howAsked
      -0.249, // howOffered
      0.293, // whenBoth
      -0.741, // whenAsked
      -0.731, // whenOffered
      -0.484, // whereBoth
      0.189, // whereAsked
      -0.112, // whereOffered
      -0.034, // whyBoth
      0.071, // whyAsked
      -0.181, // whyOffered
      -0.019, // priceBoth
      -0.615, // priceAsked
      -0.598, // priceOffered
      -0.106, // amountBoth
      -0.165, // amountAsked
      -0.008, // amountOffered
      -0.168, // whoBoth
      0.493, // whoAsked
      -0.122, // whoOffered
      -0.079, // whetherBoth
      -0.084, // whetherAsked
      -0.166, // whetherOffered
      0.679, // failureBoth
      -0.128, // failureAsked
      -0.123, // failureOffered
      -0.268, // needBoth
      0.281, // needAsked
      -0.195, // needOffered
      -0.66, // whatBoth
      -0.442, // whatAsked
      -0.007, // whatOffered
      0.108, // afterBoth
      0.06, // afterAsked
      0.1, // afterOffered
      0.137, // wantBoth
      0.289, // wantAsked
      0.08, // wantOffered
      -0.635, // plightBoth
      0.036, // plightAsked
      0.015, // plightOffered
    ],
  },
  en: {
    bias: -1.99,
    weights: [
      2.976, // cosine
      0.525, // asked
      0.258, // offered
      0, // edit
      2, // exact
      -1.263, // missing
      -1.351, // extra
      -3.5, // negation
      -4.035, // number
      -0.4, // kind
      1, // answer
      3.251, // wordsAsked
      3.355, // wordsOffered
      0, // lettersAsked
      0.398, // lettersOffered
      1.77, // related
      0.281, // length
      0, // exchanged
      -4, // bare
      -1.113, // howBoth
      -0.385, // howAsked
      -0.266, // howOffered
      0.376, // whenBoth
      -0.849, // whenAsked
      -0.81, // whenOffered
      -0.319, // whereBoth
      0.044, // whereAsked
      -0.272, // whereOffered
      0.012, // whyBoth
      0.008, // whyAsked
      -0.215, // whyOffered
      0.043, // priceBoth
      -0.656, // priceAsked
      -0.668, // priceOffered
      0.185, // amountBoth
      -0.267, // amountAsked
      -0.051, // amountOffered
      -0.146, // whoBoth
      0.253, // whoAsked
      0.044, // whoOffered
      -0.071, // whetherBoth
      -0.168, // whetherAsked
      -0.162, // whetherOffered
      0.307, // failureBoth
      -0.225, // failureAsked
      -0.089, // failureOffered
      -0.227, // needBoth
      0.192, // needAsked
      -0.168, // needOffered
      -0.634, // whatBoth
      -0.62, // whatAsked
      -0.163, // whatOffered
      0.159, // afterBoth
      0.124, // afterAsked
      0.145, // afterOffered
      -0.007, // wantBoth
      0.2, // wantAsked
      0.048, // wantOffered
      -0.308, // plightBoth
      0.16, // plightAsked
      0.062, // plightOffered
    ],
  },
};
