/**
 * A shop's public key, as it stands in a page's script tag: its id in base64url. It opens nothing but the chat
 * window; files carry it in front of their secret name, so that a path leads to its shop without a search.
 */
export const keyOfShop = (shopId: string): string =>
  Buffer.from(shopId.replaceAll("-", ""), "hex").toString("base64url");

/** null when it can't be a key. */
export function shopOfKey(key: string): string | null {
  if (!/^[\w-]{22}$/.test(key)) return null;
  const hex = Buffer.from(key, "base64url").toString("hex");
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}
