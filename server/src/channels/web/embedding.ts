import type { IncomingHttpHeaders } from "node:http";
import type { ShopSettings } from "@yingda/contract/routes/shop";
import { AppError } from "../../platform/errors.ts";

/**
 * A shop may name the sites that embed its window; our own pages always may. A caller without an origin is a program,
 * not a page: nothing in its headers could be believed anyway.
 */
export function mustBeEmbeddable(settings: Pick<ShopSettings, "allowedOrigins">, headers: IncomingHttpHeaders): void {
  const { origin, host } = headers;
  if (!origin || settings.allowedOrigins.length === 0) return;
  if (URL.parse(origin)?.host === (headers["x-forwarded-host"] ?? host)) return;
  if (settings.allowedOrigins.some((allowed) => sameSite(allowed, origin))) return;
  throw new AppError(
    "not_allowed",
    `This shop's chat window is not allowed on ${origin}. Its owner can add the site under Settings.`,
  );
}

/** "https://shop.example", "shop.example", or "*.shop.example" for every host below it. */
function sameSite(allowed: string, origin: string): boolean {
  const site = URL.parse(origin);
  const wanted = allowed.trim().replace(/\/+$/, "").toLowerCase();
  if (!site) return false;
  if (wanted.includes("://")) return wanted === site.origin;
  return wanted.startsWith("*.") ? site.host.endsWith(wanted.slice(1)) : wanted === site.host;
}
