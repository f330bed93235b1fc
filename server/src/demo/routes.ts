import { readFile } from "node:fs/promises";
import { routes } from "@yingda/contract/routes";
import { imagesFolder, imagesPath } from "@yingda/packs/demo-shop/images";
import type { FastifyInstance } from "fastify";
import { type Ground, inShop } from "../context.ts";
import { notFound } from "../platform/errors.ts";
import type { Handle } from "../platform/http/handle.ts";
import { sendHtml } from "../platform/http/html.ts";
import { keyOfShop } from "../shops/shop-key.ts";
import { getShop, listShopIds } from "../shops/shops.ts";
import type { Auth } from "../staff/auth.ts";
import { removeDemo } from "./remove-demo.ts";
import { closedPage, storefrontPage } from "./storefront.ts";

export function demoRoutes(handle: Handle, http: FastifyInstance, ground: Ground, auth: Auth): void {
  handle.staff(routes.removeDemo, (ctx) => removeDemo(ctx, auth));

  http.get<{ Querystring: { lang?: string; product?: string } }>("/demo", async (request, reply) => {
    const [shopId] = await listShopIds(ground);
    const locale = request.query.lang === "en" ? "en" : "zh";
    if (!shopId || !(await getShop(inShop(ground, shopId))).hasDemo)
      return sendHtml(reply.status(404), closedPage(locale));
    return sendHtml(reply, storefrontPage({ widgetKey: keyOfShop(shopId), locale, productId: request.query.product }));
  });
  http.get<{ Params: { file: string } }>(`${imagesPath}:file`, async (request, reply) => {
    const { file } = request.params;
    if (!/^[a-z0-9-]+\.svg$/.test(file)) throw notFound("picture");
    const bytes = await readFile(new URL(file, imagesFolder)).catch(() => null);
    if (!bytes) throw notFound("picture");
    return reply
      .header("content-type", "image/svg+xml")
      .header("cache-control", "public, max-age=3600")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
      .send(bytes);
  });
}
