/**
 * What a model never needs to know of a customer: e-mail addresses, and numbers long enough to be a phone's, an order's,
 * a card's or a person's. Prices, sizes and days stay.
 */
export function hideNumbers(text: string): string {
  // No address begins in the midst of a word: else a long word would be looked through from each of its letters.
  return text
    .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[email]")
    .replace(/[+＋]?(?:[\d０-９][ -]?){6,}[\d０-９XxＸｘ]/g, "[number]");
}
