export type TokenCount = { tokensIn: number; tokensOut: number; isEstimated: boolean };

/**
 * About how many tokens a text has, for endpoints that do not say: one for a Chinese character, one for four others.
 * Rather too many, since a budget stands on it.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/g)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / 4);
}
