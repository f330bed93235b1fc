/**
 * What a model never needs to know of a customer: e-mail addresses, and numbers long enough to be a phone's, an order's,
 * a card's or a person's. Prices, sizes and days stay.
 */
export function hideNumbers(text: string): string {
  return text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[email]").replace(/\+?(?:\d[ -]?){6,}[\dXx]/g, "[number]");
}
